/** How days, numbers and sources are written for people. Pure text, English, no colour. */
import type { Bound } from '../model/mention.ts'
import type { Day } from '../model/report.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "2016-10-24" as "24 Oct 2016"; null as "undated". */
export function writeDay(day: Day | null): string {
  if (day === null) return 'undated'
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[month! - 1]!.slice(0, 3)} ${year}`
}

/** The month of "2016-10-24" as "October 2016". */
export function writeMonth(day: Day): string {
  const [year, month] = day.split('-')
  return `${MONTHS[Number(month) - 1]} ${year}`
}

/** An interval as "20 Oct 2016", "17–24 Oct 2016", "since 17 Oct 2016", "until ...". Null when both ends are open. */
export function writeInterval(from: Day | null, to: Day | null): string | null {
  if (from === null && to === null) return null
  if (from === null) return `until ${writeDay(to)}`
  if (to === null) return `since ${writeDay(from)}`
  if (from === to) return writeDay(from)
  const whole = /^(\d+)-(\d\d)-01 \1-(\d\d)-(\d\d)$/.exec(`${from} ${to}`)
  if (whole?.[2] === '01' && whole[3] === '12' && whole[4] === '31') return whole[1]!
  const [a, b] = [writeDay(from).split(' '), writeDay(to).split(' ')]
  if (a[2] !== b[2]) return `${a.join(' ')} – ${b.join(' ')}`
  return a[1] === b[1] ? `${a[0]}–${b.join(' ')}` : `${a[0]} ${a[1]} – ${b.join(' ')}`
}

/** 5000 as "5,000". Figures are counts, so no decimals are kept. */
export const writeNumber = (n: number): string =>
  Math.round(n)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')

/** A bounded number in the words of the field: "5,000 to 7,000", "up to 6,000", "at least 80", "about 500". */
export function writeBounds(low: number | null, high: number | null, bound: Bound = 'exact'): string {
  if (low === null && high === null) return 'unknown'
  if (low === null) return `up to ${writeNumber(high!)}`
  if (high === null) return `at least ${writeNumber(low)}`
  if (low !== high) return `${writeNumber(low)} to ${writeNumber(high)}`
  return bound === 'approx' ? `about ${writeNumber(low)}` : writeNumber(low)
}

/** "1 report", "5 reports". */
export const count = (n: number, noun: string, plural = `${noun}s`): string =>
  `${writeNumber(n)} ${n === 1 ? noun : plural}`

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** With a capital first, the rest as it is. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
