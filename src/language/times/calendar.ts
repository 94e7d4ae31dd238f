/**
 * Calendar arithmetic for times: a thin wrap of Temporal.PlainDate (proleptic Gregorian, no clock, no zone).
 *
 *     shift(2016-10-20, 'W', -1)  ->  2016-10-13        week(2016-10-20)  ->  "2016-W42"
 */
import { Temporal } from 'temporal-polyfill'

/** A calendar day. */
export type CalDay = Temporal.PlainDate

/** Units that move a date: day, weekend, week, month, quarter, year, decade, century; `T` units stay within a day. */
export type Unit = 'TS' | 'TM' | 'TH' | 'D' | 'WE' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE'

const FIRST_YEAR = -3000
const LAST_YEAR = 9999
const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The day, or null when the calendar has none such (30 February). */
export function date(year: number, month: number, day: number): CalDay | null {
  if (month < 1 || month > 12 || day < 1 || year < FIRST_YEAR || year > LAST_YEAR) return null
  const it = Temporal.PlainDate.from({ year, month, day })
  return it.day === day ? it : null
}

/** A year as TIMEX values have it: `2016`, `BC0490`. Years count as astronomers do, so year 0 is 1 BC. */
export const yearText = (year: number): string => (year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`)

/** The day at the head of a string, `2016-10-20` or `BC0480-08-01`; null when there is none. */
export function parseDate(text: string): CalDay | null {
  const m = /^(BC)?(\d{4})-(\d\d)-(\d\d)/.exec(text)
  return m ? date(m[1] ? 1 - Number(m[2]) : Number(m[2]), Number(m[3]), Number(m[4])) : null
}

/** ISO day, `2016-10-20`. */
export const iso = (d: CalDay): string => `${yearText(d.year)}-${pad(d.month)}-${pad(d.day)}`
/** ISO month, `2016-10`. */
export const isoMonth = (d: CalDay): string => `${yearText(d.year)}-${pad(d.month)}`
/** ISO week, `2016-W42`; its year may differ from the day's. */
export const week = (d: CalDay): string => `${yearText(d.yearOfWeek ?? d.year)}-W${pad(d.weekOfYear ?? 1)}`
/** Quarter, `2016-Q4`. */
export const quarter = (d: CalDay): string => `${yearText(d.year)}-Q${Math.ceil(d.month / 3)}`

const MOVE: Partial<Record<Unit, ['days' | 'months' | 'years', number]>> = {
  D: ['days', 1],
  WE: ['days', 7],
  W: ['days', 7],
  M: ['months', 1],
  Q: ['months', 3],
  Y: ['years', 1],
  DE: ['years', 10],
  CE: ['years', 100],
}

/** Move by whole units; a unit below the day leaves the day as it is, and so does a step out of 3001 BC to 9999. */
export function shift(d: CalDay, unit: Unit, count: number): CalDay {
  const move = MOVE[unit]
  if (!move) return d
  const amount = Math.round(count * move[1])
  if (Math.abs(amount) > (move[0] === 'days' ? 3_000_000 : 90_000)) return d
  const moved = d.add({ [move[0]]: amount })
  return moved.year < FIRST_YEAR || moved.year > LAST_YEAR ? d : moved
}

/** The last such weekday (1 Monday to 7 Sunday) on or before a day. */
export const onOrBefore = (d: CalDay, weekday: number): CalDay => d.subtract({ days: (d.dayOfWeek - weekday + 7) % 7 })
/** The first such weekday on or after a day. */
export const onOrAfter = (d: CalDay, weekday: number): CalDay => d.add({ days: (weekday - d.dayOfWeek + 7) % 7 })

/** Western Easter Sunday (Anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): CalDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}
