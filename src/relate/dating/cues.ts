/**
 * Cues: what in a report's sentences tells of its day, without knowing that day.
 *
 *     Forces advanced Monday on the second day of a push that began on 17 October last year.
 *                     ^^^^^^ weekday   ^^^^^^^^^^ nth                      ^^^^^^^^^^^^^^^^^^^^ month-day, year before
 *
 * Only what lies in the past counts: "on Friday they will vote" is no cue. Which day
 * each names is decided in proposals.ts.
 */

import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'
import type { Role } from '../../model/text.ts'
import { dayOf } from '../../read/passages/day.ts'

export type Cue =
  /** `named`: the weekday stands with it, as agencies write of the day at hand. */
  | { readonly kind: 'day'; readonly day: Day; readonly named: boolean }
  /** `ago`: years before the report's own ("17 October last year"), when the words say so. */
  | {
      readonly kind: 'month-day'
      readonly month: number
      readonly date: number
      readonly weekday: number | null
      readonly ago: number | null
    }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** The nth day of something; the first is 1. */
  | { readonly kind: 'nth'; readonly n: number }
  /** So many days since something; `unit` 1, 7 or 30 is how exact that is. */
  | { readonly kind: 'since'; readonly days: number; readonly unit: number }

/** A sentence with its cues. `order` counts the sentences of the story proper; headlines, captions and the like have null. */
export interface CuedSentence {
  readonly passage: number
  readonly role: Role
  readonly order: number | null
  /** Lower case. */
  readonly words: string
  readonly cues: readonly Cue[]
}

const NUMBER: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
const ORDINAL: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const AGO = '(?:,? (?:of )?(?:the )?(last|previous|past|this) year)?'
const COUNT = `(\\d{1,3}|an?|${Object.keys(NUMBER).join('|')})`
const DATE = new RegExp(
  `\\b(?:${WEEKDAY},? (?:the )?)?(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d| (?:people|percent))|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?=\\W|$))(?:,? (\\d{4})\\b)?${AGO}|\\b(\\d{4})-(\\d{2})-(\\d{2})\\b`,
  'g',
)
const BARE_WEEKDAY = new RegExp(`\\b${WEEKDAY}\\b(?!,? (?:the )?(?:\\d|${MONTH}))`, 'g')
const NTH = new RegExp(
  `\\b(?:(${Object.keys(ORDINAL).join('|')}|\\d{1,2}(?:st|nd|rd|th))(?: straight| consecutive| successive)? day\\b(?! of (?:the )?(?:month|week|school|ramadan|eid))|day (\\d{1,2}) of\\b)`,
  'g',
)
const SINCE = new RegExp(
  `\\b(?:(?:in |for |over |during )?(?:the |the (?:first|past|last) )?(?:${COUNT} )?(days?|weeks?|months?) (?:since|into|after|later|of)\\b|(?:took|lasted|entered its|after|for|over) (?:the (?:past|last) )?(?:more than |nearly |almost |about |around |over )?${COUNT} (days?|weeks?|months?)\\b|\\b(first) (week|month) of\\b)`,
  'g',
)
const FUTURE =
  /\b(?:will|would|shall|to be held|is to|are to|expected|scheduled|due|planned|plans|deadline|ahead of)\b[^.;,]{0,40}$|\b(?:by|until|till|before|next|coming|each|every)\s+(?:the\s+)?$/
/** Between sentences; the full stop of "Oct. 2" or "Gen. Brand" ends none. */
const SPLIT =
  /(?<=[.!?]["”’)]?)(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Sgt|No)\.)\s+(?=["“‘(]?[\p{Lu}\d])/u

/** Longest stretch looked at; a million-character paragraph says no more in its end than in its beginning. */
const MOST = 60_000

/** The sentences of a reading that could carry a cue, with what they say. Needs passages only. */
export function cuedSentences({ report, passages }: Pick<Reading, 'report' | 'passages'>): CuedSentence[] {
  const out: CuedSentence[] = []
  let order = 0
  let read = 0
  for (const [passage, { start, end, role, repeatOf }] of passages.entries()) {
    if (role === 'teaser' || role === 'boilerplate' || role === 'credit' || repeatOf !== undefined || read > MOST)
      continue
    const text = report.text.slice(start, Math.min(end, start + MOST - read + 1))
    read += text.length
    for (const sentence of text.split(SPLIT)) {
      const words = sentence.toLowerCase()
      out.push({ passage, role, order: role === 'body' ? order++ : null, words, cues: cuesIn(words) })
    }
  }
  return out
}

/** The cues in some lower-case words. */
function cuesIn(words: string): Cue[] {
  const cues: Cue[] = []
  const past = (index: number): boolean => !FUTURE.test(words.slice(Math.max(0, index - 60), index))
  for (const found of words.matchAll(DATE)) {
    const [, weekday, m1, d1, d2, m2, year, ago, y3, m3, d3] = found
    if (!past(found.index)) continue
    const month = y3 ? Number(m3) : MONTHS.indexOf((m1 ?? m2)!.slice(0, 3)) + 1
    const date = Number(d1 ?? d2 ?? d3)
    if (year || y3) {
      const day = dayOf(Number(year ?? y3), month, date)
      if (day) cues.push({ kind: 'day', day, named: weekday !== undefined })
    } else if (dayOf(2000, month, date))
      cues.push({
        kind: 'month-day',
        month,
        date,
        weekday: weekday ? weekdayNumber(weekday) : null,
        ago: ago ? (ago === 'this' ? 0 : 1) : null,
      })
  }
  for (const found of words.matchAll(BARE_WEEKDAY))
    if (past(found.index)) cues.push({ kind: 'weekday', weekday: weekdayNumber(found[1]!) })
  for (const [, nth, n] of words.matchAll(NTH))
    cues.push({ kind: 'nth', n: n ? Number(n) : (ORDINAL[nth!] ?? Number.parseInt(nth!, 10)) })
  for (const [, c1, u1, c2, u2, first, u3] of words.matchAll(SINCE)) {
    const unit = /^d/.test(u1 ?? u2 ?? u3!) ? 1 : /^w/.test(u1 ?? u2 ?? u3!) ? 7 : 30
    const count = first || !(c1 ?? c2) ? 1 : (NUMBER[(c1 ?? c2)!] ?? (Number(c1 ?? c2) || 1))
    if (first || c2 || c1 || unit > 1) cues.push({ kind: 'since', days: count * unit, unit })
  }
  return cues
}

const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3)) + 1
