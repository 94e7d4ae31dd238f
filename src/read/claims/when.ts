/**
 * When a claim is true: the time mention that governs a stretch of words, and the days it gives.
 *
 *     On Thursday, Iraqi troops entered Bartella.     ->  2016-10-20 to 2016-10-20, clause
 *     Since Monday, 14 villages have been taken.      ->  2016-10-17 to the report's day, clause
 *
 * Nearest first: the words themselves, their sentence, their caption's own date; else the report's day bounds
 * an undated past from above. What is planned or foretold without a date has neither end: that is the
 * caller's to say, who knows the modality.
 */
import type { Basis } from '../../model/claim.ts'
import type { TimeMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'
import { covers, overlaps, type Span } from '../../model/span.ts'

/** The days of a claim, how they were found, and by which mention. */
export interface When {
  readonly from: Day | null
  readonly to: Day | null
  readonly basis: Basis
  readonly mention: TimeMention | null
}

/**
 * Days of what is told in `span` (a clause or a predicate with its arguments) of `sentence`.
 * @param open true when the claim looks ahead (planned, predicted, demanded): undated, it has no days at all
 */
export function when(reading: Reading, span: Span, sentence: Span, open = false): When {
  const { times, report, passages } = reading
  const published = report.published.date
  const placed = times.filter((t) => covers(sentence, t) && isPlaced(t))
  const inside = nearest(
    placed.filter((t) => overlaps(span, t)),
    span,
  )
  if (inside) return { ...days(inside, published), basis: 'clause', mention: inside }
  const beside = nearest(placed, span)
  if (beside) return { ...days(beside, published), basis: 'sentence', mention: beside }
  const caption = passages.find((p) => p.date !== undefined && overlaps(p, span))
  if (caption?.date) return { from: caption.date, to: caption.date, basis: 'caption', mention: null }
  return { from: null, to: open ? null : published, basis: published && !open ? 'report' : 'none', mention: null }
}

/** Can the mention date a claim? Durations without an anchor, recurrences and vague pointers cannot. */
const isPlaced = (t: TimeMention): boolean =>
  (t.type === 'date' || t.type === 'time' || t.type === 'duration') &&
  !t.value.endsWith('_REF') &&
  (t.interval.from !== null || t.interval.to !== null)

/** The mention closest to the span; inside it, the first. Dates before durations. */
function nearest(times: readonly TimeMention[], span: Span): TimeMention | null {
  const distance = (t: TimeMention): number =>
    (t.start >= span.end ? t.start - span.end : t.end <= span.start ? span.start - t.end : 0) +
    (t.type === 'duration' ? 1000 : 0)
  return times.reduce<TimeMention | null>((best, t) => (best && distance(best) <= distance(t) ? best : t), null)
}

/** Days a mention gives to what it governs. */
function days({ interval: { from, to }, relation }: TimeMention, published: Day | null): Pick<When, 'from' | 'to'> {
  if (relation === 'since') return { from, to: published ?? null }
  if (relation === 'until' || relation === 'by') return { from: null, to }
  if (relation === 'before') return { from: null, to: from }
  if (relation === 'after') return { from: to, to: published }
  return { from, to }
}
