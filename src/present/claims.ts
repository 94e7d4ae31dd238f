/**
 * Claims as JSON lines, with the field names that coders use (`from_actor`), for
 * `annotate --layer claims` and claims.jsonl. Model names differ only where a language's habits do.
 */
import type { Claim } from '../model/claim.ts'

/** One claim as a plain object, ready for JSON. Offsets are UTF-16 into the report's text; `report` is its id. */
export function claimLine(claim: Claim): Readonly<Record<string, unknown>> {
  const { timeBasis, placeId, placeBasis, ...said } = claim
  const bases = { time_basis: timeBasis, place_id: placeId, place_basis: placeBasis }
  if (said.kind !== 'control') return { ...said, ...bases }
  const { fromActor, ...control } = said
  return { ...control, from_actor: fromActor, ...bases }
}
