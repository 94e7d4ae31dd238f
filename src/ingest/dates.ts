/**
 * Publication dates as people and pages write them: "2016-10-24", "2016-10-24T08:00:00Z",
 * "Mon, 24 Oct 2016 08:00 GMT", "October 24, 2016". Only a full day counts; the day is taken
 * as written, without moving it between time zones.
 */
import type { Day, Published } from '../model/report.ts'
import { given, IN_THE_FUTURE, UNDATED } from '../model/report.ts'
import { dayOf, explicitDay } from '../read/passages/day.ts'

/** The day a written date names, or null. */
function readDay(written: unknown): Day | null {
  if (written instanceof Date) return Number.isNaN(written.getTime()) ? null : written.toISOString().slice(0, 10)
  if (typeof written === 'number') return fromEpoch(written)
  if (typeof written !== 'string') return null
  const text = written.trim().slice(0, 80)
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$|T)/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return explicitDay(text)?.day ?? null
}

/** Seconds or milliseconds since 1970, between 1980 and 2100. */
function fromEpoch(value: number): Day | null {
  const ms = value > 1e11 ? value : value * 1000
  return ms > 315_532_800_000 && ms < 4_102_444_800_000 ? new Date(ms).toISOString().slice(0, 10) : null
}

/** What is wrong with a given date, for a diagnostic. */
export type DateProblem = 'ingest/bad-date' | 'ingest/future-date'

/** A given date as `Published`. One that lies after `today` is kept but hardly trusted; one that names no day is dropped. */
export function publishedFrom(
  written: unknown,
  today: Day,
  reason?: string,
): { published: Published; problem?: DateProblem } {
  if (written === undefined || written === null || written === '') return { published: UNDATED }
  const day = readDay(written)
  if (!day) return { published: { ...UNDATED, reason: 'the date given could not be read' }, problem: 'ingest/bad-date' }
  if (day > today)
    return {
      published: {
        date: day,
        inferred: false,
        confidence: IN_THE_FUTURE,
        reason: 'given with the report, but it lies in the future',
      },
      problem: 'ingest/future-date',
    }
  return { published: given(day, reason) }
}
