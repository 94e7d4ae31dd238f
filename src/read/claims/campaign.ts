/**
 * The day on which the operation that a report tells of began.
 *
 *     The offensive was launched on Monday. ... Twelve villages have been taken.
 *         ^^^^^^^^^     ^^^^^^^^    ^^^^^^       since Monday, as nothing else is said
 *
 * What is told without a day in such a report happened since that day. Only operations of the last weeks are asked:
 * of a long war a report tells more than its course.
 */
import { daysBetween } from '../../model/interval.ts'
import type { TimeMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'

/** How long ago an operation may have begun, in days. */
const LATELY = 30
/** How far around a day its operation is looked for, in characters. */
const REACH = 90
const OPERATION = /\b(?:operations?|offensive|campaign|assault|push|battle)\b/i
const BEGAN = /\b(?:began|begun|started|launched)\b/i
const DAILY: ReadonlySet<TimeMention['granularity']> = new Set(['day', 'daypart', 'hour'])

const known = new WeakMap<Reading['times'], Day | null>()

/** The first day of the report's operation; null where it tells of none, or of one that began on its own day. */
export function campaignDay(reading: Reading): Day | null {
  const { times } = reading
  let day = known.get(times)
  if (day === undefined) known.set(times, (day = find(reading)))
  return day
}

function find({ times, sentences, report: { text, published } }: Reading): Day | null {
  const { date } = published
  if (!date) return null
  const days = times.flatMap(({ interval: { from }, granularity, type, start, end }) => {
    if (from === null || from >= date || type === 'duration' || !DAILY.has(granularity)) return []
    if (daysBetween(from, date) > LATELY) return []
    const home = sentences.find((one) => one.start <= start && start < one.end)
    if (!home) return []
    const around = text.slice(Math.max(home.start, start - REACH), Math.min(home.end, end + REACH))
    return OPERATION.test(around) && BEGAN.test(around) ? [from] : []
  })
  return days.toSorted()[0] ?? null
}
