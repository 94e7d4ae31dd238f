/**
 * Sureness: the confidence a claim carries, from what is known of how it was read.
 *
 *     airstrike, told with .91, actor .96, place in its clause     .84
 *     other,     told with .35, no actor, place from before        .36
 *
 * Of an event it says how often such events are right: told, of this type, and by nobody else than the actor it names. Its
 * numbers are those of a logistic regression on 1,156 events judged by eye and 1,261 told of hand-coded reports that no weight
 * was learned from (docs/claims.md). It knows neither whether the day and the target are right nor whether what is said is true.
 */
import type { EventType } from '../../model/claim.ts'
import type { Argument } from './arguments.ts'
import type { Where } from './base.ts'

/**
 * How often a claim of control told with this probability was told by the coders, too: those told near the threshold are
 * right oftener than the model thinks, those near 1 seldomer. It covers what is told, not where or by whom.
 */
export const sureness = (probability: number): number =>
  Number(Math.min(0.95, 0.46 + 0.75 * Math.max(0, probability - 0.42)).toFixed(2))

/** What the confidence of an event is made of. */
export interface Read {
  readonly type: EventType
  /** It is an earthquake, a flood: known by its word, as other types are. */
  readonly calamity: boolean
  /** The judge's probability that it is told. */
  readonly probability: number
  readonly actor: Argument | null
  readonly where: Where
}

/** How sure an event is, 0 to 1. */
export function surenessOfEvent({ type, calamity, probability, actor, where }: Read): number {
  const told = Math.min(0.98, Math.max(0.02, probability))
  const isPlaced = where.basis === 'clause' || where.basis === 'sentence'
  const sum =
    0.54 +
    0.44 * Math.log(told / (1 - told)) -
    (actor === null ? 0 : 1.71 * (1 - (actor.probability ?? USUAL))) -
    (type === 'other' && !calamity ? 0.72 : LOOSE.has(type) ? 0.53 : 0) +
    (isPlaced ? 0.26 : 0)
  return Number((1 / (1 + Math.exp(-sum))).toFixed(2))
}

/** How likely an actor is that was not weighed. */
const USUAL = 0.7

/** Types whose words are used of much else: "based", "left", "backed", "revolution". */
const LOOSE: ReadonlySet<EventType> = new Set<EventType>([
  'deployment', 'withdrawal', 'uprising', 'support', 'displacement',
]) // biome-ignore format: a list
