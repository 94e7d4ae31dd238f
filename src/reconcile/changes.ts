/**
 * Changes: what each day's reports brought: new events and figures, places that changed hands, numbers that moved,
 * disagreements, withdrawals. Dated by publication, so that "what changed between two dates" is a slice of the list.
 */
import type {
  Change,
  ControlPeriod,
  Disagreement,
  FigureTestimony,
  Operation,
  PictureEvent,
  PictureFigure,
} from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { daysBetween } from './days.ts'
import { LARGE } from './gaps.ts'
import { figureSummary, UNNAMED } from './summaries.ts'
import type { Setting } from './voices.ts'

/** A change before it has a reference. */
export interface ChangeDraft extends Omit<Change, 'id'> {
  readonly key: string
}

interface Known {
  readonly events: readonly PictureEvent[]
  readonly figures: readonly PictureFigure[]
  readonly control: readonly ControlPeriod[]
  readonly operations: readonly Operation[]
  readonly disagreements: readonly Disagreement[]
  /** Ids of events whose day and place a sentence gives. */
  readonly plain: ReadonlySet<string>
}

/** A change of hands, and what comes near one. */
const TURNS: ReadonlySet<string> = new Set(['captured', 'cleared', 'lost', 'entered', 'encircled', 'cut'])
/** Events worth a line of their own; captures stand with control, speech and the course of fighting are left to the list. */
const TOLD: ReadonlySet<string> = new Set([
  'suicide_bombing',
  'uprising',
  'surrender',
  'withdrawal',
  'abduction',
  'killing',
])
/** Events told of more days than this are courses of things. */
const INCIDENT_DAYS = 3
/** What happened longer before it was told is history, not news. */
const NEWS_DAYS = 30

/** Did it happen not long before it was first told? */
const isNews = ({ to, known }: { to: Day | null; known: Day | null }): boolean =>
  known === null || to === null || daysBetween(to, known) <= NEWS_DAYS

/** Is the number disputed, or large enough that a reader would want to hear of it? */
const isTelling = ({ measure, high, best, low, place }: PictureFigure, disputed: boolean): boolean =>
  disputed || (place !== null && (high ?? best ?? low ?? 0) >= (LARGE[measure] ?? Number.POSITIVE_INFINITY))

/** A day's numbers as they stood on it, what a later day replaced among them, and beside them what they replace. */
function asOn(said: readonly FigureTestimony[], all: readonly FigureTestimony[]): FigureTestimony[] {
  const isBy = ({ status, by }: FigureTestimony): boolean =>
    status === 'superseded' && by !== null && said.some(({ claims }) => claims.includes(by))
  const stood = said.map((one) =>
    one.status === 'superseded' && !isBy(one) ? { ...one, status: 'stands' as const, by: null } : one,
  )
  return [...stood, ...all.filter((one) => isBy(one) && !said.includes(one))]
}

/** All changes, oldest first; within a day the weightier kinds, and what rests on more claims, first. */
export function draftChanges(
  { events, figures, control, operations, disagreements, plain }: Known,
  setting: Setting,
): ChangeDraft[] {
  const brought = new Set(disagreements.flatMap(({ about, known }) => about.map((id) => `${id} ${known}`)))
  const disputed = new Set(disagreements.flatMap(({ about }) => about))
  const changes: ChangeDraft[] = []
  const change = (
    kind: Change['kind'],
    day: Day | null,
    summary: string,
    item: { id: string; claims: readonly string[]; from: Day | null; to: Day | null },
    cited = item.claims,
  ) => {
    if (day === null) return
    changes.push({
      key: `${kind}\n${item.id}\n${day}\n${summary}`,
      day,
      kind,
      summary,
      about: [item.id],
      claims: cited,
      from: item.from,
      to: item.to,
      known: day,
    })
  }
  for (const period of control)
    if (
      TURNS.has(period.status) &&
      period.grade.word !== 'discounted' &&
      !UNNAMED.test(period.place) &&
      isNews({ to: period.begins.latest ?? period.to, known: period.known })
    )
      change('control', period.known, period.summary, period)
  for (const figure of figures) {
    if (!isTelling(figure, disputed.has(figure.id))) continue
    // Each day's new numbers of a figure are one change.
    const byDay = new Map<Day, FigureTestimony[]>()
    const cited = new Map<Day, string[]>()
    for (const testimony of figure.testimonies) {
      if (testimony.published === null) continue
      // A disagreement that this day brought tells the numbers.
      if (brought.has(`${figure.id} ${testimony.published}`)) continue
      byDay.set(testimony.published, [...(byDay.get(testimony.published) ?? []), testimony])
      cited.set(testimony.published, [...(cited.get(testimony.published) ?? []), ...testimony.claims])
    }
    for (const [day, said] of byDay)
      change(
        'figure',
        day,
        figureSummary({ ...figure, testimonies: asOn(said, figure.testimonies) }, setting),
        figure,
        cited.get(day)!,
      )
  }
  for (const operation of operations)
    if (isNews(operation) && !UNNAMED.test(operation.name))
      change(
        'event',
        operation.known,
        `${/ offensive, /.test(operation.name) ? 'Begun' : 'First told'}: ${operation.name}`,
        operation,
      )
  for (const event of events)
    if (
      event.modality === 'asserted' &&
      TOLD.has(event.type) &&
      plain.has(event.id) &&
      event.actor !== null &&
      event.place !== null &&
      event.from !== null &&
      daysBetween(event.from, event.to ?? event.from) <= INCIDENT_DAYS &&
      isNews(event)
    )
      change('event', event.known, event.summary, event)
  for (const disagreement of disagreements) {
    const fallen = disagreement.kind === 'happened' && disagreement.sides.some(({ says }) => says === 'withdrawn')
    change(fallen ? 'retraction' : 'disagreement', disagreement.known, disagreement.summary, disagreement)
  }
  const order: readonly Change['kind'][] = ['retraction', 'control', 'disagreement', 'figure', 'event']
  return changes.sort((a, b) =>
    a.day < b.day
      ? -1
      : a.day > b.day
        ? 1
        : order.indexOf(a.kind) - order.indexOf(b.kind) ||
          b.claims.length - a.claims.length ||
          (a.key < b.key ? -1 : 1),
  )
}
