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
import { daysBetween } from '../model/interval.ts'
import type { LedgerReport } from '../model/ledger.ts'
import type { ControlPeriod, Gap, Operation, PictureFigure } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { isStock } from './counted.ts'
import { greatest, hull, least } from './days.ts'
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
  const weighty = figures.filter(isWeighty)
  const gaps = [
    ...uncounted(figures, operations),
    ...oneSided(control),
    ...oldFigures(weighty, operations, today),
    ...ofOneOrigin(weighty),
    ...unheardOf(control, named, today),
    ...withoutDate(undated),
  ]
  const isPast = ({ to }: GapDraft): boolean => to !== null && today !== null && daysBetween(to, today) > PAST_DAYS
  return gaps.sort(
    (a, b) =>
      Number(isPast(a)) - Number(isPast(b)) ||
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      b.claims.length - a.claims.length ||
      (a.key < b.key ? -1 : 1),
  )
}

/** What ended longer before the last report is asked for after what goes on. */
const PAST_DAYS = 90

const ORDER: readonly Gap['kind'][] = ['missing', 'one-sided', 'stale', 'single-origin']

/** A gap about one thing. */
function gapOf(
  kind: Gap['kind'],
  { id, claims, from, to, known }: Pick<GapDraft, 'claims' | 'from' | 'to' | 'known'> & { readonly id: string },
  summary: string,
): GapDraft {
  return { key: `${kind}\n${id}`, kind, summary, about: [id], claims, from, to, known }
}

/** Campaigns whose dead nobody counts. */
function uncounted(figures: Known['figures'], operations: Known['operations']): GapDraft[] {
  const counted = new Set(
    figures.flatMap(({ measure, operation }) =>
      operation !== null && (measure === 'killed' || measure === 'casualties') ? operation : [],
    ),
  )
  return operations
    .filter(({ id, name }) => !counted.has(id) && !UNNAMED.test(name))
    .map((operation) => gapOf('missing', operation, `No count of the dead for the ${operation.name}`))
}

/** Captures that only the taker tells. */
const oneSided = (control: Known['control']): GapDraft[] =>
  control
    .filter((period) => period.oneSided && period.status === 'captured' && period.grade.word !== 'discounted')
    .map((period) => gapOf('one-sided', period, `Only the side that gains says so: ${period.summary}`))

/** Large enough to be missed when nobody else tells it, or nobody tells it anew. */
function isWeighty({ modality, measure, operation, high, best, low }: PictureFigure): boolean {
  const large = LARGE[measure] ?? Number.POSITIVE_INFINITY
  return modality === 'asserted' && (high ?? best ?? low ?? 0) >= (operation === null ? 10 * large : large)
}

/** Days from which on a count may still grow; what happened in fewer is over. */
const INCIDENT_DAYS = 3

const isIncident = ({ measure, from, to }: PictureFigure): boolean =>
  !isStock(measure) && from !== null && to !== null && daysBetween(from, to) <= INCIDENT_DAYS

/** Figures of a campaign that goes on which are old by now. */
function oldFigures(weighty: readonly PictureFigure[], operations: Known['operations'], today: Day | null): GapDraft[] {
  if (today === null) return []
  const age = ({ to }: { readonly to: Day | null }): number => (to === null ? 0 : daysBetween(to, today))
  const active = new Set(operations.filter((one) => one.to !== null && age(one) <= 2 * STALE_DAYS).map(({ id }) => id))
  return weighty
    .filter((figure) => figure.operation !== null && active.has(figure.operation) && age(figure) > STALE_DAYS)
    .filter((figure) => !isIncident(figure))
    .map((figure) => gapOf('stale', figure, `${count(age(figure), 'day')} old: ${figure.summary}`))
}

/** How many of the large figures rest on one origin; says nothing where there is only one. */
function ofOneOrigin(weighty: readonly PictureFigure[]): GapDraft[] {
  if (new Set(weighty.flatMap(({ origins }) => origins)).size < 2) return []
  const single = weighty.filter(({ origins }) => origins.length === 1)
  if (single.length === 0) return []
  const summary = `${single.length} of ${count(weighty.length, 'large figure')} ${single.length === 1 ? 'rests' : 'rest'} on one origin only`
  return [
    {
      key: 'single-origin',
      kind: 'single-origin',
      summary,
      about: single.map(({ id }) => id),
      claims: [...new Set(single.flatMap(({ claims }) => claims))],
      ...hull(single),
      known: least(single.map(({ known }) => known)),
    },
  ]
}

/** Contested places of which no report has told for long. */
function unheardOf(control: Known['control'], named: Known['named'], today: Day | null): GapDraft[] {
  const latest = new Map(control.map((period) => [period.place, period]))
  return [...latest.values()].flatMap((period) => {
    const since = greatest([period.to, named.get(period.place) ?? null])
    if (period.state !== 'contested' || UNNAMED.test(period.place) || today === null || since === null) return []
    if (daysBetween(since, today) <= STALE_DAYS) return []
    const then = since === period.to ? `; ${THEN[period.status] ?? 'it was being fought for'}` : ''
    return [gapOf('stale', period, `No news of ${period.place} since ${writeDay(since)}${then}`)]
  })
}

/** Reports that a picture as of a day cannot use. */
const withoutDate = (undated: Known['undated']): GapDraft[] =>
  undated.length === 0
    ? []
    : [
        {
          key: 'missing\nundated',
          kind: 'missing',
          summary: `${count(undated.length, 'report')} without a date left out of a picture as of a day`,
          about: undated.map(({ report }) => report.id),
          claims: [],
          from: null,
          to: null,
          known: null,
        },
      ]
