/**
 * Where a claim is about: the place of its own clause, then its sentence's, then the running context's.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                                            ^^^^^^ trigger    ^^^^^ clause
 *
 * Every place the report names is a candidate (where/candidates.ts), and so is none;
 * learned weights say which is meant (models/where.md). Nothing is looked up here.
 */
import { hashed, type WhereModel } from '../../knowledge/where-model.ts'
import type { Basis } from '../../model/claim.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { type Asked, type Candidate, candidatesFor, type Zone } from './where/candidates.ts'
import { placesCalled } from './where/phrases.ts'

/** The answer: canonical name, its id and point, where it was found, the mention itself and the token that heads its phrase. */
export interface Where {
  readonly place: string | null
  readonly placeId: string | null
  readonly location: Location | null
  readonly basis: Basis
  readonly mention: PlaceMention | null
  readonly head: number | null
}

const NOWHERE: Where = { place: null, placeId: null, location: null, basis: 'none', mention: null, head: null }
const BASIS: Readonly<Record<Zone, Basis>> = { span: 'clause', sentence: 'sentence', near: 'context', far: 'report' }

/**
 * Find the place of a claim. `phrases`: tokens whose phrases name the place if they name any, the best first,
 * as the object of "captured" does, and "cities" are some of the place found; a claim that gives them is none without a place, so "none" is the last answer.
 */
export function where(reading: Reading, asked: Asked, weights: WhereModel, phrases?: readonly number[]): Where {
  const all = candidatesFor(reading, asked, hashed)
  const named = all.filter(({ mention }) => mention !== null)
  const token = phrases?.find((one) => named.some((candidate) => fills(candidate, one)))
  const best = heaviest(
    token !== undefined ? named.filter((one) => fills(one, token)) : phrases ? named.filter(isToldOf) : all,
    weights,
  )
  if (!best?.mention) return NOWHERE
  const { mention, zone, heads } = best
  const some = token === undefined && phrases?.map((one) => placesCalled(reading.tokens, one)).find((words) => words)
  const name = some && mention.kind !== 'village' ? `${some} of ${best.name}` : best.name
  return {
    place: name,
    placeId: mention.id,
    location: mention.location,
    basis: BASIS[zone],
    mention,
    head: heads[0] ?? null,
  }
}

/** Is the candidate the phrase that the token heads, or what that phrase is called after? Actors and peoples are no places there. */
const fills = ({ heads, mention }: Candidate<number>, token: number): boolean =>
  mention?.kind !== 'demonym' && heads.includes(token)

/** A city that only a dateline or a caption elsewhere names is where somebody writes from, not what is held or taken. */
const isToldOf = ({ zone, aside }: Candidate<number>): boolean => zone === 'span' || zone === 'sentence' || !aside

function heaviest(candidates: readonly Candidate<number>[], weights: WhereModel): Candidate<number> | null {
  let best: Candidate<number> | null = null
  let top = -Infinity
  for (const candidate of candidates) {
    const score = weights.weigh(candidate.features())
    if (score > top) {
      top = score
      best = candidate
    }
  }
  return best
}
