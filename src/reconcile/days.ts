/** The few sums on intervals that reconciling needs. */
import { daysBetween, type Interval } from '../model/interval.ts'
import type { Day } from '../model/report.ts'

/** Days that lie between two intervals; 0 when they meet. Open ends reach as far as they can. */
export function apart(a: Interval, b: Interval): number {
  if (a.to !== null && b.from !== null && a.to < b.from) return daysBetween(a.to, b.from)
  if (b.to !== null && a.from !== null && b.to < a.from) return daysBetween(b.to, a.from)
  return 0
}

/** The least interval that covers all: an end is open only when no interval gives it. */
export function hull(intervals: readonly Interval[]): Interval {
  return { from: least(intervals.map(({ from }) => from)), to: greatest(intervals.map(({ to }) => to)) }
}

/** The earliest day, null when there is none. */
export const least = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null)

/** The latest day, null when there is none. */
export const greatest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null)
