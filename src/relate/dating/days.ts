/** Days as text, counted with the calendar library. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../model/report.ts'

/** The day `days` after another; negative goes back. */
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/** The day of that weekday on or after `day`. */
export const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7)

/** The day of that weekday on or before `day`. */
export const onOrBefore = (day: Day, weekday: number): Day => addDays(day, -((weekdayOf(day) - weekday + 7) % 7))

/** The day of that weekday nearest to `day`, at most three away. */
export function nearest(day: Day, weekday: number): Day {
  const after = (weekday - weekdayOf(day) + 7) % 7
  return addDays(day, after > 3 ? after - 7 : after)
}
