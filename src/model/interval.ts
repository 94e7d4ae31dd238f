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

const numbers = new Map<Day, number>()

/** Days since 1970-01-01. A pile tells of few days many times over, so each is worked out once. */
export function dayNumber(day: Day): number {
  let number = numbers.get(day)
  if (number === undefined) numbers.set(day, (number = Math.round(Date.parse(day) / 864e5)))
  return number
}

/** Days from `a` to `b`, negative when `b` comes first. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)

/** Could both intervals hold the same day? An open end reaches as far as it can. */
export const meet = (a: Interval, b: Interval): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)

/** Does the interval hold the day? An open end reaches as far as it can. */
export const holds = (a: Interval, day: Day): boolean =>
  (a.from === null || a.from <= day) && (a.to === null || day <= a.to)
