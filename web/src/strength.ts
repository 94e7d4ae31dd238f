/**
 * How strongly a mark is drawn, as the clocks stand.
 *
 *     1 … 0.45   known and so; paler the older: a week, a month, three months
 *     0.12       not yet known on the as-of day
 *     0          not so on the day looked at, or of another operation
 */
import type { Mark, Timed } from './features.ts'
import type { Index } from './lookups.ts'
import { within } from './view.ts'

/** The clocks as day numbers; null where open. `today` is the last day known up to. */
export interface Days {
  readonly asOf: number | null
  readonly on: number | null
  readonly today: number | null
}

export const FAINT = 0.12
const AGES = [
  [7, 1],
  [30, 0.8],
  [90, 0.62],
] as const
const OLDEST = 0.45

/** Strength by age in days. */
const paler = (age: number): number => AGES.find(([days]) => age <= days)?.[1] ?? OLDEST

/** Was it known and had it begun, as the clocks stand? */
export const shows = ({ known, from }: Timed, { asOf, on }: Days): boolean =>
  (asOf === null || known <= asOf) && (on === null || from <= on)

/** `current` are the ids of the control periods that hold as the clocks stand. */
export function strengthOf(
  { kind, items }: Mark,
  { asOf, on, today }: Days,
  current: ReadonlySet<string>,
  operation: string | null,
  index: Index,
): number {
  let most = 0
  for (const item of items) {
    if (!within(item, operation, index)) continue
    if (on !== null && item.from > on) continue
    const known = asOf === null || item.known <= asOf
    if (kind === 'control' && known && !current.has(item.id)) continue
    if (kind === 'control' && !known) continue
    const since = Number.isFinite(item.from) ? item.from : item.known
    const age = (on ?? today ?? since) - since
    most = Math.max(most, known ? paler(age) : FAINT)
  }
  return most
}
