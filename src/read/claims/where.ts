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

/** Find the place of a claim. `named`: only places in the claim's own sentence will do, and "none" is the last answer. */
export function where(reading: Reading, asked: Asked, weights: WhereModel, named = false): Where {
  const all = candidatesFor(reading, asked, hashed)
  const best = heaviest(named ? all.filter(isNear) : all, weights)
  if (!best?.mention) return NOWHERE
  const { name, mention, zone, heads } = best
  return {
    place: name,
    placeId: mention.id,
    location: mention.location,
    basis: BASIS[zone],
    mention,
    head: heads[0] ?? null,
  }
}

const isNear = ({ mention, zone }: Candidate<number>): boolean =>
  mention !== null && (zone === 'span' || zone === 'sentence')

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
