/**
 * Times: TIMEX3 expressions of an English text, each with its value, the days it covers and the rule that read it.
 *
 *     Iraqi forces entered Bartella on Thursday, two days after ...       (report of 2016-10-21)
 *                                      ^^^^^^^^  2016-10-20
 *                                                ^^^^^^^^  P2D
 *
 * Knows no crisis: "since the operation began" is for the claims to place. Pipeline: `lex` -> `match` (rules
 * over lexemes) -> `resolve` (two anchors: the report's day, the story's day) -> `extent` (days covered).
 */
import type { Interval } from '../../model/interval.ts'
import type { TimeMention } from '../../model/mention.ts'
import type { Day } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { type CalDay, iso, parseDate, shift, type Unit } from './calendar.ts'
import { extent } from './extent.ts'
import type { Lexeme } from './lex.ts'
import { type Found, findExpressions } from './match.ts'
import type { Length } from './meaning.ts'
import { type Placed, resolve, type Setting } from './resolve.ts'
import { ends, tenseAt } from './tense.ts'

/** A mistake of the source, with where it stands. */
export interface Doubt {
  readonly code: string
  readonly message: string
  readonly span: Span
}

/** Times of a text and what is wrong with them. */
export interface Times {
  readonly times: readonly TimeMention[]
  readonly doubts: readonly Doubt[]
}

/**
 * Find and place the times of a text.
 * @param published the day of publication; null when unknown
 * @param dated stretches with a day of their own (captions, datelines), in text order
 */
export function readTimes(text: string, published: Day | null, dated: readonly (Span & { date: Day })[] = []): Times {
  const { found, lexed } = findExpressions(text)
  const day = published ? parseDate(published) : null
  const history = isHistory(found, day)
  const times: TimeMention[] = []
  const doubts: Doubt[] = []
  let story: Setting['story'] = null
  let period: string | null = null
  for (const [i, it] of found.entries()) {
    const own = dated.find((d) => d.start <= it.start && it.end <= d.end)
    const report = own ? parseDate(own.date) : day
    const setting: Setting = {
      report,
      story,
      history: history && !own,
      tense: tenseAt(lexed.lexemes, it.first, it.last),
      period,
      beside: beside(found, i, lexed.lexemes),
    }
    const placed = resolve(it.meaning, setting)
    const span = { start: it.start, end: it.end }
    if (placed.doubt) doubts.push({ ...placed.doubt, span })
    const relation = relationOf(lexed.lexemes, it.first)
    const { interval, granularity } = extent(placed.value)
    times.push({
      ...span,
      type: placed.type,
      value: placed.value,
      interval: it.meaning.kind === 'length' ? around(it.meaning, report) : vague(placed, interval, report),
      granularity,
      ...(relation ? { relation } : {}),
      rule: it.rule,
    })
    if (/-Q\d$/.test(placed.value)) period ??= placed.value
    if (!history || !/^\d+$/.test(placed.value) || opens(lexed.lexemes, it.first))
      story = advance(story, placed, interval)
  }
  return { times, doubts }
}

/** A history: many dates carry a year, and few are told from the day of writing. */
function isHistory(found: readonly Found[], report: CalDay | null): boolean {
  if (!report) return true
  let dated = 0
  let deictic = 0
  for (const { meaning } of found)
    if (meaning.kind === 'field' && meaning.year !== undefined) dated++
    else if (
      meaning.kind === 'field' ? meaning.weekday !== undefined : meaning.kind === 'step' && meaning.from === 'report'
    )
      deictic++
  return dated >= 8 && dated > 3 * deictic
}

/** The day the story has reached after a mention: its first day. */
function advance(story: Setting['story'], { type, value }: Placed, { from }: Interval): Setting['story'] {
  if ((type !== 'date' && type !== 'time') || value.length < 4) return story
  const [, year = '', month = '01', date = '01'] = /^(BC\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? []
  const day = parseDate(from ?? (year && `${year}-${month}-${date}`))
  return day ? { day, value } : story
}

/** Does an expression open its sentence, at most after a preposition? A year there moves a history on. */
const opens = (lexemes: readonly Lexeme[], first: number): boolean =>
  ends(lexemes, first - 1) || ends(lexemes, first - 2)

const namesDay = ({ meaning }: Found): boolean => meaning.kind === 'field' && Boolean(meaning.weekday || meaning.day)

/** The day told within a few words after an expression, past a bracket or another clock time. */
function beside(found: readonly Found[], i: number, lexemes: readonly Lexeme[]): Found['meaning'] | null {
  const it = found[i] as Found
  const previous = found[i - 1]
  if (previous && it.first - previous.last <= 3 && namesDay(previous)) return null
  for (const next of found.slice(i + 1, i + 3)) {
    if (next.first - it.last > 8) return null
    for (let at = it.last + 1; at < next.first; at++) if (ends(lexemes, at)) return null
    if (namesDay(next)) return next.meaning
  }
  return null
}

const RELATIONS: Readonly<Record<string, TimeMention['relation']>> = {
  since: 'since',
  until: 'until',
  till: 'until',
  before: 'before',
  after: 'after',
  following: 'after',
  by: 'by',
  during: 'during',
  throughout: 'during',
  over: 'during',
}
const relationOf = (lexemes: readonly Lexeme[], first: number): TimeMention['relation'] =>
  ends(lexemes, first - 1) ? undefined : RELATIONS[lexemes[first - 1]?.word ?? '']

/** "The past 10 days" end, and "the next 10 days" begin, on the report's day. */
function around({ unit, count, towards }: Length, report: CalDay | null): Interval {
  if (!report || !towards || count === null) return { from: null, to: null }
  const [step, n]: [Unit, number] = unit === 'TH' ? ['D', Math.ceil(count / 24)] : [unit, count]
  const other = iso(shift(report, step, towards === 'past' ? -n : n))
  return towards === 'past' ? { from: other, to: iso(report) } : { from: iso(report), to: other }
}

function vague({ value }: Placed, interval: Interval, report: CalDay | null): Interval {
  const day = report && iso(report)
  if (value === 'PRESENT_REF') return { from: day, to: day }
  if (value === 'PAST_REF') return { from: null, to: day }
  if (value === 'FUTURE_REF') return { from: day, to: null }
  return interval
}
