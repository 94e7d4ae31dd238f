/**
 * Places what an expression means: from the report's day, or from the day the story has reached.
 *
 *     report 2016-10-21 (a Friday):  "Tuesday" said in the past  ->  2016-10-18
 *     story  1940-06-10:             "twelve days later"         ->  1940-06-22
 *
 * News counts from the report. A history (most dates carry a year, far from the report's) and an undated
 * report count from the story alone: a bare "April" is that of the running year.
 */
import {
  type CalDay,
  date,
  iso,
  isoMonth,
  onOrAfter,
  onOrBefore,
  quarter,
  shift,
  type Unit,
  week,
  yearText,
} from './calendar.ts'
import { HOLIDAYS } from './lexicon.ts'
import type { DayPart, Field, Meaning, Step } from './meaning.ts'
import type { Tense } from './tense.ts'

/** What is known where an expression stands. */
export interface Setting {
  /** The day the report was published (or its caption was dated). */
  readonly report: CalDay | null
  /** The day the story has reached; null before any. */
  readonly story: { readonly day: CalDay; readonly value: string } | null
  /** Is it told as history: counted from the story, never from the report? */
  readonly history: boolean
  readonly tense: Tense
  /** The quarter a report on business has in hand, "1989-Q3"; null when none was named. */
  readonly period: string | null
  /** What the next expression means, when it stands close by in the same sentence. */
  readonly beside: Meaning | null
}

/** A placed expression. */
export interface Placed {
  readonly type: 'date' | 'time' | 'duration' | 'set'
  readonly value: string
  /** The source's own mistake, where it made one. */
  readonly doubt?: { readonly code: string; readonly message: string }
}

/** Value of a meaning in its setting. */
export function resolve(meaning: Meaning, setting: Setting): Placed {
  if (meaning.kind === 'fixed') return { type: meaning.type, value: meaning.value }
  if (meaning.kind === 'period') return inHand(meaning.years, setting)
  if (meaning.kind === 'length') return { type: 'duration', value: meaning.value }
  if (meaning.kind === 'step') return stepped(meaning, setting)
  return placed(meaning, setting)
}

/** The period in hand, or the same of an earlier year; the quarter last completed when none was named. */
function inHand(years: number, { period, report, story }: Setting): Placed {
  const base = report ?? story?.day
  const value = period ?? (base ? quarter(shift(base, 'Q', -1)) : null)
  const year = years > 1000 ? years : value && Number(value.slice(0, 4)) + years
  return { type: 'date', value: value ? `${year}${value.slice(4)}` : 'XXXX-QX' }
}

const withPart = (day: string, part: DayPart | undefined): Placed =>
  part ? { type: 'time', value: `${day}T${part}` } : { type: 'date', value: day }

/** A day said at the fineness of a unit: "two weeks later" is a week. */
function at(unit: Unit, day: CalDay): string {
  if (unit === 'W') return week(day)
  if (unit === 'WE') return `${week(day)}-WE`
  if (unit === 'M') return isoMonth(day)
  if (unit === 'Q') return quarter(day)
  if (unit === 'Y') return yearText(day.year)
  if (unit === 'DE') return yearText(day.year).slice(0, -1)
  if (unit === 'CE') return yearText(day.year).slice(0, -2)
  return iso(day)
}

function stepped({ unit, count, from, part, plain }: Step, { report, story, history, period }: Setting): Placed {
  const base = from === 'story' || history ? (story?.day ?? report) : (report ?? story?.day)
  if (!base)
    return {
      type: 'date',
      value: from === 'report' && count < 0 ? 'PAST_REF' : part ? `XXXX-XX-XXT${part}` : 'XXXX-XX-XX',
    }
  if (unit === 'Y' && !plain && Math.abs(count) === 1 && period && (from === 'story' || count < 0))
    return { type: 'date', value: `${Number(period.slice(0, 4)) + count}${period.slice(4)}` }
  if (from === 'story' && unit === 'D' && story && base === story.day && /^(?:BC)?\d{4}(?:-\d\d)?$/.test(story.value))
    return withPart(`${story.value}${story.value.includes('-') ? '' : '-XX'}-XX`, part)
  return withPart(at(unit, shift(base, unit, count)), part)
}

function placed(field: Field, setting: Setting): Placed {
  const { report, story, history } = setting
  const base = history ? (story?.day ?? report) : (report ?? story?.day ?? null)
  const { part } = field
  if (field.day && !field.month && base) {
    const month = field.day > base.day && !history ? shift(base, 'M', -1) : base
    return dated({ ...field, month: month.month }, month.year, part)
  }
  if (field.weekday !== undefined && field.month === undefined) return weekday(field, base, setting)
  if (
    field.month === undefined &&
    field.year === undefined &&
    !field.season &&
    !field.quarter &&
    !field.half &&
    !field.holiday
  ) {
    return withPart(dayOf(setting) ?? 'XXXX-XX-XX', part)
  }
  const year = field.year ?? yearOf(field, base, setting)
  if (year === null) return { type: 'date', value: `XXXX${tail(field)}` }
  return dated(field, year, part)
}

/** The day a clock time or part of the day belongs to: one told right after it, else the story's, else the report's. */
function dayOf(setting: Setting): string | null {
  const { beside, report, story, history } = setting
  if (beside?.kind === 'field' && (beside.weekday || beside.day))
    return resolve(beside, { ...setting, beside: null }).value.slice(0, 10)
  if (story && (history || story.value.length >= 10)) return iso(story.day)
  return report && iso(report)
}

const two = (n: number): string => String(n).padStart(2, '0')
const tail = ({ month, day, season, quarter: q, half }: Field): string =>
  month ? `-${two(month)}${day ? `-${two(day)}` : ''}` : season ? `-${season}` : q ? `-Q${q}` : half ? `-H${half}` : ''

const NAMES = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function dated(field: Field, year: number, part: DayPart | undefined): Placed {
  if (field.holiday) {
    const day = HOLIDAYS[field.holiday]?.(year)
    return withPart(day ? iso(day) : String(year), part)
  }
  const value = `${yearText(year)}${tail(field)}`
  if (!field.month || !field.day) return { type: 'date', value }
  const day = date(year, field.month, field.day)
  if (!day)
    return {
      type: 'date',
      value: value.slice(0, 7),
      doubt: { code: 'time/no-such-day', message: `There is no ${value}; read as the month` },
    }
  const it = withPart(value, part)
  if (!field.weekday || day.dayOfWeek === field.weekday) return it
  return {
    ...it,
    doubt: {
      code: 'time/weekday-mismatch',
      message: `${value} was a ${NAMES[day.dayOfWeek]}, not a ${NAMES[field.weekday]}; read by its date`,
    },
  }
}

/** The year a field without one means. */
function yearOf(field: Field, base: CalDay | null, { story, history, tense }: Setting): number | null {
  if (!base) return null
  const { which } = field
  const from = which === 'same' || which === 'following' || which === 'previous' ? (story?.day ?? base) : base
  const month = monthOf(field, from.year)
  if (field.whichUnit === 'Y')
    return (
      from.year + (which === 'last' || which === 'previous' ? -1 : which === 'next' || which === 'following' ? 1 : 0)
    )
  if (which === 'last' || which === 'previous') return month < from.month ? from.year : from.year - 1
  if (which === 'next' || which === 'following') return month > from.month ? from.year : from.year + 1
  if (which) return from.year
  if (field.weekday && field.day && field.month) {
    const { month: m, day } = field
    const fits = [0, -1, 1].map((n) => base.year + n).find((y) => date(y, m, day)?.dayOfWeek === field.weekday)
    if (fits) return fits
  }
  if (history && story && /^(?:BC)?\d+$/.test(story.value)) return from.year
  if (field.quarter) return field.quarter * 3 - 2 <= base.month || tense === 'future' ? base.year : base.year - 1
  // How many months back the latest such month lies, 0 to 11 (a day later in this month counts as 12).
  const back = (base.month - month + 12) % 12 || (field.day && field.day > base.day ? 12 : 0)
  const latest = month < base.month || (month === base.month && back === 0) ? base.year : base.year - 1
  return back > (history ? RUNNING : REACH[tense ?? 'none']) ? latest + 1 : latest
}

/** How many months back a month without a year may lie before it is taken for the coming one. */
const REACH: Readonly<Record<'past' | 'future' | 'none', number>> = { past: 9, none: 9, future: 3 }
/** The same in a history, whose story runs forward. */
const RUNNING = 5

const FIRST_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const monthOf = ({ month, season, quarter: q, holiday }: Field, year: number): number =>
  month ?? (season ? (FIRST_MONTH[season] ?? 1) : q ? q * 3 - 2 : holiday ? (HOLIDAYS[holiday]?.(year)?.month ?? 1) : 1)

function weekday(field: Field, base: CalDay | null, { story, tense, report }: Setting): Placed {
  const w = field.weekday as number
  const { which, part } = field
  if (!base) return withPart(w ? `XXXX-WXX-${w}` : 'XXXX-WXX-WE', part)
  if (w === 0) {
    const saturday =
      base.dayOfWeek >= 6 || tense === 'future'
        ? onOrAfter(base.subtract({ days: base.dayOfWeek === 7 ? 1 : 0 }), 6)
        : onOrBefore(base, 6)
    return { type: 'date', value: `${week(saturday)}-WE` }
  }
  if (field.whichUnit === 'W') {
    const monday = onOrBefore(base, 1).add({ days: which === 'last' ? -7 : which === 'next' ? 7 : 0 })
    return withPart(iso(monday.add({ days: w - 1 })), part)
  }
  if (which === 'same') return withPart(iso(onOrBefore(story?.day ?? base, w)), part)
  if (which === 'following') return withPart(iso(onOrAfter((story?.day ?? base).add({ days: 1 }), w)), part)
  if (which === 'previous') return withPart(iso(onOrBefore((story?.day ?? base).subtract({ days: 1 }), w)), part)
  if (which === 'last') return withPart(iso(onOrBefore(base.subtract({ days: 1 }), w)), part)
  if (which === 'next') return withPart(iso(onOrAfter(base.add({ days: 1 }), w)), part)
  const ahead = tense === 'future' && report !== null
  return withPart(iso(ahead ? onOrAfter(base, w) : onOrBefore(base, w)), part)
}
