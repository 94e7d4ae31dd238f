/** Days for sliders, axes and ages. ISO days in, ISO days out; always UTC, so no clock change can shift one. */

import { dayNumber, daysBetween } from '../../src/model/interval.ts'
import { writeDay } from '../../src/present/words.ts'

const DAY = 86_400_000

/** The day `n` days after `day`. */
export const addDays = (day: string, n: number): string =>
  new Date((dayNumber(day) + n) * DAY).toISOString().slice(0, 10)

/** Words with their days as people write them, each on one line: "2016-10-17" is "17 Oct 2016". */
export const tidyDays = (words: string): string =>
  words
    .replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => writeDay(day))
    .replace(/\b\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?\b/g, (day) =>
      day.replaceAll(' ', '\u00a0'),
    )

/** Months between two ticks, from the closest to the widest. */
const EVERY = [1, 2, 3, 6, 12, 24, 60, 120]
/** Ticks that an axis has room for. */
const TICKS = 7

/**
 * Names for an axis of `length` days from `first`: months and years at their first days, days where it is shorter than
 * two months. `at` is the place between 0 and 1; nothing is put so near the end that it would be cut off.
 */
export function ticksOf(first: string, length: number): { readonly at: number; readonly words: string }[] {
  const ticks: { at: number; words: string }[] = []
  const put = (day: string, words: string) => {
    const at = daysBetween(first, day) / length
    if (at >= 0 && at <= 0.94) ticks.push({ at, words })
  }
  if (length < 62) {
    const by = Math.max(1, Math.ceil(length / TICKS))
    for (let n = 0; n < length; n += by) {
      const day = addDays(first, n)
      put(day, n === 0 ? writeDay(day) : writeDay(day).slice(0, -5))
    }
    return ticks
  }
  const every = EVERY.find((months) => length / 30.4 / months <= TICKS) ?? EVERY.at(-1)!
  const last = addDays(first, length)
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1]
  month -= month % Math.min(every, 12)
  for (;;) {
    const day = `${year}-${String(month + 1).padStart(2, '0')}-01`
    if (day > last) return ticks
    if (day >= first) {
      const named = month === 0 || ticks.length === 0
      put(day, writeDay(day).slice(every >= 12 ? -4 : 2, named ? undefined : -5))
    }
    month += every
    year += Math.floor(month / 12)
    month %= 12
  }
}
