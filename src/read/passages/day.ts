/**
 * Explicit days: day, month and year all written out, as captions and datelines give them.
 * Anything that needs an anchor ("Monday", "Oct. 17") is the business of times.ts.
 */
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAME = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const WRITTEN = new RegExp(
  String.raw`\b(?:${NAME} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{1,2})(?:st|nd|rd|th)? ${NAME},? (\d{4}|\d{2}(?= \()))\b|\b(\d{4})-(\d{2})-(\d{2})\b`,
  'gi',
)

/** A calendar day, or null when there is no such day ("30 February"). */
export function dayOf(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** The first explicit day in some words, with its place in them. */
export function explicitDay(words: string): (Span & { readonly day: Day }) | null {
  for (const found of words.matchAll(WRITTEN)) {
    const [all, m1, d1, y1, d2, m2, y2, y3, m3, d3] = found
    const month = m1 ?? m2
    const year = Number(y1 ?? y2 ?? y3)
    const day = dayOf(
      year < 100 ? 1900 + year : year,
      month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(m3),
      Number(d1 ?? d2 ?? d3),
    )
    if (day) return { start: found.index, end: found.index + all.length, day }
  }
  return null
}
