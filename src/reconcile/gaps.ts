/**
 * Gaps: what is not known, said as plainly as what is.
 *
 *     stale          nobody has spoken of it for days, though the operation goes on
 *     single-origin  how many of the large numbers rest on one source, and which: one gap for all
 *     one-sided      told by the side that gains by it alone
 *     missing        fighting whose dead nobody has counted; reports without a date
 *
 * Only what an analyst would chase is listed: large numbers, places that changed
 * hands. The limits are below.
 */

import { count, writeDay } from '../language/write.ts'
import type { LedgerReport } from '../model/ledger.ts'
import type { ControlPeriod, Gap, Operation, PictureFigure } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { daysBetween, greatest, hull, least } from './days.ts'
import { UNNAMED } from './summaries.ts'

/** A gap before it has a reference. */
export interface GapDraft extends Omit<Gap, 'id'> {
  readonly key: string
}

/** Days without news after which a number or a contested place is stale. */
const STALE_DAYS = 7
/** Numbers from here on should not rest on one source; outside an operation, from ten times that on. */
export const LARGE: Readonly<Partial<Record<PictureFigure['measure'], number>>> = {
  killed: 10,
  wounded: 50,
  casualties: 50,
  captured: 50,
  missing: 20,
  displaced: 1000,
  trapped: 1000,
  in_need: 1000,
  strength: 1000,
  evacuated: 1000,
}

interface Known {
  readonly figures: readonly PictureFigure[]
  readonly control: readonly ControlPeriod[]
  readonly operations: readonly Operation[]
  /** The last day a report named each place, or a part of it. */
  readonly named: ReadonlyMap<string, Day>
  readonly undated: readonly LedgerReport[]
  readonly today: Day | null
}

/** How a place stood when it was last heard of. */
const THEN: Readonly<Partial<Record<ControlPeriod['status'], string>>> = {
  advancing: 'an advance on it was under way',
  encircled: 'it was encircled',
  entered: 'it had been entered',
  cut: 'a road to it was cut',
}

/** All gaps, most telling first. */
export function draftGaps({ figures, control, operations, named, undated, today }: Known): GapDraft[] {
  const gaps: GapDraft[] = []
  const gap = (
    kind: Gap['kind'],
    about: { id: string; claims: readonly string[]; from: Day | null; to: Day | null; known: Day | null },
    summary: string,
  ) => {
    const { id, claims, from, to, known } = about
    gaps.push({ key: `${kind}\n${id}`, kind, summary, about: [id], claims, from, to, known })
  }
  const active = new Set(
    operations
      .filter(({ to }) => today !== null && to !== null && daysBetween(to, today) <= 2 * STALE_DAYS)
      .map(({ id }) => id),
  )
  const counted = new Set(
    figures.flatMap(({ measure, operation }) =>
      operation !== null && (measure === 'killed' || measure === 'casualties') ? operation : [],
    ),
  )
  for (const operation of operations)
    if (!counted.has(operation.id) && !UNNAMED.test(operation.name))
      gap('missing', operation, `No count of the dead for the ${operation.name}`)
  for (const period of control)
    if (period.oneSided && period.status === 'captured' && period.grade.word !== 'discounted')
      gap('one-sided', period, `Only the side that gains says so: ${period.summary}`)
  const weighty: PictureFigure[] = []
  for (const figure of figures) {
    const size = figure.high ?? figure.best ?? figure.low ?? 0
    const large = LARGE[figure.measure] ?? Number.POSITIVE_INFINITY
    if (figure.modality !== 'asserted' || size < (figure.operation === null ? 10 * large : large)) continue
    weighty.push(figure)
    if (
      today !== null &&
      figure.to !== null &&
      figure.operation !== null &&
      active.has(figure.operation) &&
      daysBetween(figure.to, today) > STALE_DAYS
    )
      gap('stale', figure, `${count(daysBetween(figure.to, today), 'day')} old: ${figure.summary}`)
  }
  const single = weighty.filter(({ origins }) => origins.length === 1)
  if (single.length > 0)
    gaps.push({
      key: 'single-origin',
      kind: 'single-origin',
      summary: `${single.length} of ${count(weighty.length, 'large figure')} ${single.length === 1 ? 'rests' : 'rest'} on one origin only`,
      about: single.map(({ id }) => id),
      claims: [...new Set(single.flatMap(({ claims }) => claims))],
      ...hull(single),
      known: least(single.map(({ known }) => known)),
    })
  const latest = new Map<string, ControlPeriod>()
  for (const period of control) latest.set(period.place, period)
  for (const period of latest.values()) {
    const since = greatest([period.to, named.get(period.place) ?? null])
    if (
      period.state === 'contested' &&
      !UNNAMED.test(period.place) &&
      today !== null &&
      since !== null &&
      daysBetween(since, today) > STALE_DAYS
    )
      gap(
        'stale',
        period,
        `No news of ${period.place} since ${writeDay(since)}${since === period.to ? `; ${THEN[period.status] ?? 'it was being fought for'}` : ''}`,
      )
  }
  if (undated.length > 0)
    gaps.push({
      key: 'missing\nundated',
      kind: 'missing',
      summary: `${count(undated.length, 'report')} without a date left out of a picture as of a day`,
      about: undated.map(({ report }) => report.id),
      claims: [],
      from: null,
      to: null,
      known: null,
    })
  const order: readonly Gap['kind'][] = ['missing', 'one-sided', 'stale', 'single-origin']
  return gaps.sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1),
  )
}
