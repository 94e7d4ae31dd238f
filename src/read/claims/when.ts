/**
 * When a claim is true: the time mention that governs a stretch of words, and the days it gives.
 *
 *     On Thursday, Iraqi troops entered Bartella.     ->  2016-10-20 to 2016-10-20, clause
 *     Since Monday, 14 villages have been taken.      ->  2016-10-17 to the report's day, clause
 *     Two soldiers were killed.                       ->  the day the story has reached, context
 *
 * Nearest first: the words themselves, their sentence, their caption's own date, the last day named before.
 * What has been done ("have fled") with no date of its own lies anywhere up to the report's day, since its operation began; what is
 * planned, foretold or demanded has no days unless it names them. A day that dates the saying ("officials said
 * Friday") gives way to any other. Which rule pays where was measured on hand-coded claims (docs/times.md).
 */

import type { Basis, Claim } from '../../model/claim.ts'
import { daysBetween, type Interval } from '../../model/interval.ts'
import type { TimeMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'
import { covers, overlaps, type Span } from '../../model/span.ts'
import { type Aspect, aspectOf, verbOf } from './aspect.ts'
import { campaignDay } from './campaign.ts'

/** The days of a claim, how they were found, and by which mention. */
export interface When extends Interval {
  readonly basis: Basis
  readonly mention: TimeMention | null
}

/** What is known of the claim that asks. */
export interface Asked {
  /** It looks ahead: planned, predicted or demanded. */
  readonly open?: boolean
  readonly kind?: Claim['kind']
  /** It is said and not done: a demand, a denial. */
  readonly speech?: boolean
  /** Token that tells it, when the caller knows; else the highest verb of the span. */
  readonly verb?: number
}

/** Days of what is told in `span` (a clause, or a predicate with its arguments) of `sentence`. */
export function when(
  reading: Reading,
  span: Span,
  sentence: Span,
  { open = false, kind = 'event', speech = false, verb }: Asked = {},
): When {
  const { times, report, passages } = reading
  const { text } = report
  const published = report.published.date
  const undated: When = {
    from: null,
    to: open ? null : published,
    basis: open || !published ? 'none' : 'report',
    mention: null,
  }
  const placed = times.filter(
    (t) =>
      covers(sentence, t) &&
      isPlaced(t) &&
      !(t.relation === 'since' && isYardstick(text, text.lastIndexOf('since', t.start))) &&
      (open || !isAhead(t, published)),
  )
  const told = verb ?? verbOf(reading.tokens, span)
  const aspect = aspectOf(reading.tokens, told) ?? aspectOfWords(text.slice(span.start, span.end))

  const inside = placed.filter((t) => overlaps(span, t))
  const own =
    nearest(
      inside.filter((t) => !datesSpeech(text, t)),
      span,
    ) ?? (aspect === 'past' || aspect === null ? nearest(inside, span) : null)
  if (own) return { ...range(text, own, placed, published), basis: 'clause', mention: own }
  if (open) return undated

  const beside = nearest(
    placed.filter((t) => !inside.includes(t) && reaches(t)),
    span,
  )
  if (beside && !(aspect === 'perfect' && !beside.relation) && !(aspect && datesSpeech(text, beside)))
    return { ...range(text, beside, placed, published), basis: 'sentence', mention: beside }

  const caption = passages.find((p) => p.date !== undefined && overlaps(p, span))
  if (caption?.date) return { from: caption.date, to: caption.date, basis: 'caption', mention: null }
  const today: When = { from: published, to: published, basis: 'report', mention: null }
  if (published && (aspect === 'going' || kind === 'control' || isHeadline(passages, span))) return today
  if (published && speech && (aspect === 'present' || aspect === null)) return today
  const since: When = { ...undated, from: speech ? null : campaignDay(reading) }
  if (aspect === 'perfect' || (kind === 'event' && aspect !== 'past')) return since
  const before = storyDay(reading, sentence)
  if (before) return { ...before.interval, basis: 'context', mention: before }
  return since
}

/** A headline tells of the day it is printed. */
const isHeadline = (passages: Reading['passages'], span: Span): boolean =>
  passages.some((p) => p.role === 'headline' && overlaps(p, span))

/** The day the story has reached before a sentence: the last one named that it can have moved to; null when there is none. */
function storyDay({ times, report: { text, published } }: Reading, sentence: Span): TimeMention | null {
  const { date } = published
  if (!date) return null
  return (
    times.findLast(
      (t) => t.end <= sentence.start && tells(text, t) && isNear(t, date) && !isAhead(t, date) && !isStamp(t, date),
    ) ?? null
  )
}

/** Can the mention date a claim? Lengths without an anchor, recurrences and vague pointers cannot. */
const isPlaced = (t: TimeMention): boolean =>
  t.type !== 'set' && !t.value.endsWith('_REF') && (t.interval.from !== null || t.interval.to !== null)

/**
 * "The largest operation since 2003": what comes after this "since" (at offset `since`) is a yardstick and begins nothing.
 */
export const isYardstick = (text: string, since: number): boolean =>
  /\b(?:first|only|worst|largest|biggest|greatest|deadliest|bloodiest|heaviest|fiercest|highest|lowest|strongest|longest|(?<!\bat )(?:most|least))\b[^.;:]{0,60}$/i.test(
    text.slice(Math.max(0, since - 80), since),
  )

/** Told as done, a thing was not done on a day still to come. */
const isAhead = ({ interval: { from } }: TimeMention, published: Day | null): boolean =>
  from !== null && published !== null && from > published

/** Is it the full date of the report itself, as pages print it above or below a story? It tells nothing. */
const isStamp = ({ interval: { from }, rule }: TimeMention, published: Day | null): boolean =>
  from === published && /^(?:date|slash|iso)$/.test(rule)

const isDaily = (t: TimeMention): boolean =>
  (t.type === 'date' || t.type === 'time') &&
  t.interval.from !== null &&
  (t.granularity === 'day' || t.granularity === 'daypart' || t.granularity === 'hour' || t.granularity === 'minute')

/** Can the story have moved to it? Not to the day of a saying, nor to one things have gone on since. */
const tells = (text: string, t: TimeMention): boolean => isDaily(t) && t.relation !== 'since' && !datesSpeech(text, t)

/** A mention elsewhere in the sentence dates a claim only when it is a day or carries "since". */
const reaches = (t: TimeMention): boolean => isDaily(t) || t.relation === 'since' || t.relation === 'during'

/** Days of a story lie within about two weeks of its publication. */
const isNear = ({ interval: { from } }: TimeMention, published: Day): boolean =>
  from !== null && Math.abs(daysBetween(from, published)) < 15

const SAYS = /\b(?:said|says|told|reported|reports|announced|added|statement|according)\b[^.,]{0,30}$/
/** Does the mention date the saying rather than the said: "officials said Friday"? */
const datesSpeech = (text: string, t: TimeMention): boolean =>
  isDaily(t) && SAYS.test(text.slice(Math.max(0, t.start - 45), t.start))

const PERFECT =
  /\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:been|\w+ed|taken|fled|left|lost|held|made|seen|gone|come|won|fallen|risen|become|begun)\b/
const PRESENT = /\b(?:is|are|has|have)\b/
const PAST =
  /\b(?:was|were|\w+ed|left|took|hit|fell|shot|struck|fought|held|sent|led|cut|fled|met|began|came|went|broke|lost|won|blew|set|drove|found|burnt)\b/

/** How the words tell: done by now, going on, or done then; null when no verb shows. */
function aspectOfWords(words: string): Aspect | null {
  if (PERFECT.test(words)) return 'perfect'
  if (/\b(?:is|are)\s+(?:\w+ly\s+|still\s+)?\w+ing\b|\bcurrently\b|\bnow\b/.test(words)) return 'going'
  if (PRESENT.test(words)) return 'present'
  return PAST.test(words) ? 'past' : null
}

/** The mention closest to the span; inside it, the first. Dates before durations. */
function nearest(times: readonly TimeMention[], span: Span): TimeMention | null {
  const distance = (t: TimeMention): number =>
    (t.start >= span.end ? t.start - span.end : t.end <= span.start ? span.start - t.end : 0) +
    (t.type === 'duration' ? 1000 : 0)
  return times.reduce<TimeMention | null>((best, t) => (best && distance(best) <= distance(t) ? best : t), null)
}

/** Days a mention gives to what it governs, as far as a second one that it is joined to ("Saturday and Sunday"). */
function range(text: string, t: TimeMention, placed: readonly TimeMention[], published: Day | null): Interval {
  const { from, to } = t.interval
  if (t.relation === 'since') return { from, to: published }
  if (t.relation === 'until' || t.relation === 'by') return { from: null, to }
  if (t.relation === 'before' && t.type === 'date') return { from: null, to: from }
  const joined = placed.find(
    (u) => u.start > t.end && /^\s*(?:and|to|through|until|-|–)\s*(?:on\s+)?$/.test(text.slice(t.end, u.start)),
  )
  const end = joined?.interval.to
  return from && end && end >= from ? { from, to: end } : { from, to }
}
