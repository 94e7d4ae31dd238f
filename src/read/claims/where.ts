/**
 * Where a claim is about: the place of its own clause, then its sentence's, then the running context's.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                                            ^^^^^^ trigger    ^^^^^ clause
 *
 * Every place the report names is a candidate (where/candidates.ts), and so is none;
 * learned weights say which is meant (models/where.md). Nothing is looked up here.
 */
import type { WhereModel } from '../../knowledge/where-model.ts'
import { type Basis, type EventType, SPEECH_ACTS } from '../../model/claim.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { type Asked, type Candidate, candidatesFor, type Zone } from './where/candidates.ts'
import { namingsOf } from './where/mentions.ts'

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
  const all = candidatesFor(reading, asked, weights.weight)
  const first = heaviest(named ? all.filter(isNear) : all)
  const best =
    first?.acts() && mayStrikeAbroad(reading, first, asked) ? (elsewhere(reading, all, first, asked) ?? first) : first
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

/** What a country does beyond its borders, and what comes of it. */
const STRIKES: ReadonlySet<string> = new Set([
  'airstrike',
  'shelling',
  'killed',
  'wounded',
  'casualties',
  'damaged',
  'strikes',
])

/** Those are done from afar; of other deeds, only such as are told of a country that the report is not about. */
const mayStrikeAbroad = (reading: Reading, { mention, sends }: Candidate<number>, { kind, label }: Asked): boolean =>
  STRIKES.has(label) || (kind === 'event' && (sends() || mention?.country !== namingsOf(reading).country))

/** "Israel struck": not in Israel, where the report tells of a place beyond it that does not act. Null where it tells of none. */
function elsewhere(
  reading: Reading,
  all: readonly Candidate<number>[],
  { mention: home }: Candidate<number>,
  { label }: Asked,
): Candidate<number> | null {
  // A country that another sentence names once is where nothing of this was done.
  const { counts, country: main } = namingsOf(reading)
  const told = ({ mention, name }: Candidate<number>) => mention!.kind !== 'country' || (counts.get(name) ?? 0) > 1
  const there = all.filter(
    (one) =>
      one.ground() &&
      !one.acts() &&
      !one.aside &&
      (isNear(one) || (STRIKES.has(label) && told(one))) &&
      one.mention!.country !== null &&
      one.mention!.country !== home?.country,
  )
  if (!there.length && isAbroad(label) && home?.country !== main)
    there.push(...all.filter(({ mention }) => mention?.country === main && /^(?:country|demonym)$/.test(mention!.kind)))
  return there.length ? heaviest(there) : null
}

/** What a country says or gives is told of where the crisis is. */
const isAbroad = (label: string): boolean =>
  SPEECH_ACTS.has(label as EventType) || label === 'aid' || label === 'support'

const isNear = ({ mention, zone }: Candidate<number>): boolean =>
  mention !== null && (zone === 'span' || zone === 'sentence')

/** The candidate whose features weigh most. */
function heaviest(candidates: readonly Candidate<number>[]): Candidate<number> | null {
  let best: Candidate<number> | null = null
  let top = -Infinity
  for (const candidate of candidates) {
    let sum = 0
    for (const weights of candidate.features()) for (const weight of weights) sum += weight
    if (sum > top) {
      top = sum
      best = candidate
    }
  }
  return best
}
