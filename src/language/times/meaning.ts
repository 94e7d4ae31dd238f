/**
 * What a time expression means before it is known when it was said: calendar fields, a step from some day,
 * a length, something that recurs, or a vague pointer. `resolve.ts` turns it into a TIMEX3 value.
 *
 *     "last Friday"  ->  { kind: 'field', which: 'last', weekday: 5 }
 *     "two weeks ago"  ->  { kind: 'step', unit: 'W', count: -2, from: 'report' }
 */
import type { Unit } from './calendar.ts'

/** A part of a day: morning, midday, afternoon, evening, night; or a clock time `10:35`. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT' | `${number}:${string}`

/** Which one of several: relative to the report's day, or (`same`, `following`, `previous`) to the story's. */
export type Which = 'last' | 'this' | 'next' | 'same' | 'following' | 'previous'

/** Calendar fields, as far as the words give them. */
export interface Field {
  readonly kind: 'field'
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
  readonly season?: string
  readonly quarter?: number
  readonly half?: number
  /** Key of `HOLIDAYS`. */
  readonly holiday?: string
  /** Year or month is relative: "May last year" is { month: 5, which: 'last', whichUnit: 'Y' }. */
  readonly which?: Which
  readonly whichUnit?: Unit
  readonly part?: DayPart
}

/** A step of so many units from the report's day or from the day the story has reached. */
export interface Step {
  readonly kind: 'step'
  readonly unit: Unit
  readonly count: number
  readonly from: 'report' | 'story'
  readonly part?: DayPart
  /** A year is a year even where a report speaks of quarters ("last year", not "a year earlier"). */
  readonly plain?: boolean
}

/** A length; `towards` says that it ends ("the past week") or begins ("the next week") at the report's day. */
export interface Length {
  readonly kind: 'length'
  readonly value: string
  readonly unit: Unit
  readonly count: number | null
  readonly towards?: 'past' | 'future'
}

/** A fixed value: a decade, a century, a reference, something recurring. */
export interface Fixed {
  readonly kind: 'fixed'
  readonly type: 'date' | 'time' | 'duration' | 'set'
  readonly value: string
}

/** The period a report on business has in hand ("the quarter", "the year-earlier period"). */
export interface Period {
  readonly kind: 'period'
  /** Years from it, -1 for "the year-earlier period"; or the year itself, "the 1988 period". */
  readonly years: number
}

export type Meaning = Field | Step | Length | Fixed | Period

/** TIMEX3 duration of so many units; null counts are vague. Quarters and decades in the units of the standard. */
export function duration(unit: Unit, count: number | null): string {
  if (unit === 'WE') return `P${count ?? 'X'}WE`
  if (unit === 'Q') return count === null ? 'PXQ' : `P${count * 3}M`
  if (unit === 'DE') return count === null ? 'PXDE' : `P${round(count * 10)}Y`
  if (unit === 'CE') return count === null ? 'PXCE' : `P${round(count * 100)}Y`
  if (count === null) return unit.startsWith('T') ? `PTX${letter(unit)}` : `PX${unit}`
  const whole = Math.floor(count)
  const half = count - whole
  const smaller: Partial<Record<Unit, string>> = { Y: '6M', TH: '30M', TM: '30S' }
  const tail = half === 0.5 ? smaller[unit] : undefined
  const head = tail ? (whole ? `${whole}${letter(unit)}` : '') : `${round(count)}${letter(unit)}`
  return `P${unit.startsWith('T') ? 'T' : ''}${head}${tail ?? ''}`
}
const letter = (unit: Unit): string => (unit.startsWith('T') ? (unit[1] ?? '') : unit)
const round = (n: number): number => Math.round(n * 100) / 100
