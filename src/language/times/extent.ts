/**
 * The days that a TIMEX3 value covers, and how fine it is.
 *
 *     2016-W42 -> 2016-10-17 to 2016-10-23, week        2016-10-20TMO -> 2016-10-20, daypart
 */
import type { Interval } from '../../model/interval.ts'
import type { TimeMention } from '../../model/mention.ts'
import { type CalDay, date, iso, onOrAfter } from './calendar.ts'

/** Days and granularity of a value. */
export interface Extent {
  readonly interval: Interval
  readonly granularity: TimeMention['granularity']
}

const OPEN: Interval = { from: null, to: null }
/** First month and number of months of a season (northern, meteorological) or quarter or half. */
const PERIOD: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  H1: [1, 6],
  H2: [7, 6],
}

const months = (year: number, month: number, count: number): Interval => {
  const first = date(year, month, 1)
  return first ? { from: iso(first), to: iso(first.add({ months: count }).subtract({ days: 1 })) } : OPEN
}
const years = (from: number, count: number): Interval => months(from, 1, 12 * count)

/** Extent of a dated value; open and `unknown` for what has no calendar fields, open before our era. */
export function extent(value: string): Extent {
  if (value.startsWith('BC')) return { interval: OPEN, granularity: extent(value.slice(2)).granularity }
  const day = /^(\d{4}-\d\d-\d\d)(T.+)?$/.exec(value)
  if (day) {
    const at = day[1] as string
    const clock = /^T(\d\d)(:\d\d)?/.exec(day[2] ?? '')
    const granularity = !day[2] ? 'day' : clock ? (clock[2] ? 'minute' : 'hour') : 'daypart'
    return { interval: { from: at, to: at }, granularity }
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]))
    const from = week[3] ? monday.add({ days: 5 }) : monday
    return { interval: { from: iso(from), to: iso(monday.add({ days: 6 })) }, granularity: week[3] ? 'day' : 'week' }
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value)
  if (month) return { interval: months(Number(month[1]), Number(month[2]), 1), granularity: 'month' }
  const period = /^(\d{4})-(SP|SU|FA|WI|Q\d|H\d)$/.exec(value)
  const [first, count] = (period && PERIOD[period[2] ?? '']) ?? [0, 0]
  if (period && count)
    return {
      interval: months(Number(period[1]), first, count),
      granularity: /^Q/.test(period[2] ?? '') ? 'quarter' : 'season',
    }
  if (/^\d{4}$/.test(value)) return { interval: years(Number(value), 1), granularity: 'year' }
  if (/^\d{3}$/.test(value)) return { interval: years(Number(value) * 10, 10), granularity: 'decade' }
  if (/^\d\d$/.test(value)) return { interval: years(Math.max(1, Number(value) * 100), 100), granularity: 'century' }
  return { interval: OPEN, granularity: 'unknown' }
}

function mondayOf(year: number, week: number): CalDay {
  const fourth = date(year, 1, 4) as CalDay
  const sunday = onOrAfter(fourth, 7)
  return sunday.subtract({ days: 6 }).add({ days: 7 * (week - 1) })
}
