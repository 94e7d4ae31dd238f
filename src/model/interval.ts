/**
 * Intervals of days, both ends included; an open end is null.
 * Days are ISO strings, so they compare as text: no clock, no time zone.
 */
import type { Day } from './report.ts'

/** From a day to a day, both included. Null means not known on that side. */
export interface Interval {
  readonly from: Day | null
  readonly to: Day | null
}

/** Could both intervals hold the same day? An open end reaches as far as it can. */
export const meet = (a: Interval, b: Interval): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)

/** Does the interval hold the day? An open end reaches as far as it can. */
export const holds = (a: Interval, day: Day): boolean =>
  (a.from === null || a.from <= day) && (a.to === null || day <= a.to)
