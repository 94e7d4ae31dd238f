/**
 * Who is blamed for an attack, and who is cleared of it, in the words of single claims.
 *
 *     "Harat blamed the army for the shelling"        blames the army, for shelling
 *     "the army denied any involvement"               clears the army
 *
 * Which blame a denial answers is `blame.ts`'s to say.
 */

import type { EventClaim } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import type { Account } from './account.ts'
import type { Names } from './names.ts'
import { mentionsIn, namesActor, says } from './sentence.ts'

/** One claim that blames or clears a power. */
export interface Word {
  readonly account: Account<EventClaim>
  /** The power blamed or cleared, and the name it has there. */
  readonly power: string
  readonly name: string
  readonly deed: string | null
}

/** Days before its report within which a deed is news. */
const NEWS = 7

/** Who answers for an actor: a state for its forces, ministries and head; null for who cannot be blamed. */
export function powerOf(actor: string | null, names: Names): string | null {
  if (actor === null) return null
  const kind = names.kinds.get(actor)
  const country = names.countries.get(actor)
  if (kind === 'armed-group') return actor
  if (kind !== 'state-force' && kind !== 'government' && kind !== 'country' && kind !== 'person') return null
  return country ? `state:${country}` : kind === 'person' ? null : actor
}

/**
 * "Harat blamed the army for the blast", or "the army used gas, Harat said": each power that is blamed. What an outlet
 * tells in its own voice blames nobody.
 */
export function blame(account: Account<EventClaim>, names: Names): Word[] {
  const { claim, speaker } = account
  if (claim.modality !== 'asserted' || !says(account, 'blames')) return []
  const isSaid = claim.type !== 'accusation'
  if (isSaid && (speaker === null || !isNews(account))) return []
  const accuser = powerOf(isSaid ? speaker : (claim.actor ?? speaker), names)
  return names.actors(isSaid ? claim.actor : claim.target).flatMap((name) => {
    const power = powerOf(name, names)
    const isBlamed =
      power !== null &&
      power !== accuser &&
      (isSaid ? namesActor(account, name, names) : !(says(account, 'accuses') && isBefore(account, name, names)))
    return isBlamed ? [{ account, power, name, deed: claim.wording.deed ?? null }] : []
  })
}

/** Is it told of a day of its own, not long before the report? */
const isNews = ({ claim, published }: Account): boolean =>
  claim.from !== null &&
  claim.from === claim.to &&
  claim.timeBasis !== 'report' &&
  published !== null &&
  Math.abs(daysBetween(claim.from, published)) <= NEWS

/** "Ostland and Norland accuse Harat": who stands only before the verb accuses, whatever was read. */
function isBefore(account: Account, actor: string, names: Names): boolean {
  const named = mentionsIn(account).filter(({ name }) => names.actor(name) === actor)
  return named.length > 0 && named.every(({ start }) => start < account.claim.reason.trigger.start)
}

/** "The army denied responsibility", "Odan said the army was not behind it": who is cleared. */
export function clearing(account: Account<EventClaim>, names: Names): Word[] {
  const { claim } = account
  if (claim.modality !== 'denied' || !says(account, 'clears')) return []
  const own = claim.type === 'denial' ? (account.speaker ?? claim.actor) : claim.actor
  const power = powerOf(own, names)
  return power === null || own === null ? [] : [{ account, power, name: own, deed: claim.wording.deed ?? null }]
}
