/**
 * Changes: what each day's reports brought: new events and figures, places that changed hands, numbers that moved,
 * disagreements, withdrawals. Dated by publication, so that "what changed between two dates" is a slice of the list.
 */
import { daysBetween } from '../model/interval.ts'
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
import { figureSummary } from './figure-summary.ts'
import { LARGE } from './gaps.ts'
import { UNNAMED } from './summaries.ts'
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
const isTelling = ({ measure, subject, modality, high, best, low, place }: PictureFigure, disputed: boolean): boolean =>
  disputed ||
  (place !== null &&
    (modality === 'asserted' || modality === 'predicted') &&
    !/^(?:some of the|other) /.test(subject ?? '') &&
    (high ?? best ?? low ?? 0) >= (LARGE[measure] ?? Number.POSITIVE_INFINITY))

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
export function draftChanges(known: Known, setting: Setting): ChangeDraft[] {
  const changes = [
    ...turns(known),
    ...newNumbers(known, setting),
    ...begun(known),
    ...incidents(known),
    ...ofDisagreements(known),
  ]
  return changes.sort((a, b) =>
    a.day < b.day
      ? -1
      : a.day > b.day
        ? 1
        : ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
          b.claims.length - a.claims.length ||
          (a.key < b.key ? -1 : 1),
  )
}

const ORDER: readonly Change['kind'][] = ['retraction', 'control', 'disagreement', 'figure', 'event']

/** The change that a day brought about one thing; none without a day. */
function changeOf(
  kind: Change['kind'],
  day: Day | null,
  summary: string,
  { id, claims, from, to }: Pick<ChangeDraft, 'claims' | 'from' | 'to'> & { readonly id: string },
  cited = claims,
): ChangeDraft[] {
  if (day === null) return []
  return [
    { key: `${kind}\n${id}\n${day}\n${summary}`, day, kind, summary, about: [id], claims: cited, from, to, known: day },
  ]
}

/** Places that changed hands. */
const turns = ({ control }: Known): ChangeDraft[] =>
  control
    .filter(
      ({ status, grade, place, begins, to, known }) =>
        TURNS.has(status) &&
        grade.word !== 'discounted' &&
        !UNNAMED.test(place) &&
        isNews({ to: begins.latest ?? to, known }),
    )
    .flatMap((period) => changeOf('control', period.known, period.summary, period))

/** Each day's new numbers of a figure, unless a disagreement that the day brought tells them. */
function newNumbers({ figures, disagreements }: Known, setting: Setting): ChangeDraft[] {
  const brought = new Set(disagreements.flatMap(({ about, known }) => about.map((id) => `${id} ${known}`)))
  const disputed = new Set(disagreements.flatMap(({ about }) => about))
  return figures
    .filter((figure) => isTelling(figure, disputed.has(figure.id)) && isNews(figure))
    .flatMap((figure) => {
      const byDay = new Map<Day, FigureTestimony[]>()
      for (const testimony of figure.testimonies) {
        const { published } = testimony
        if (published !== null && !brought.has(`${figure.id} ${published}`))
          byDay.set(published, [...(byDay.get(published) ?? []), testimony])
      }
      return Array.from(byDay, ([day, said]) => {
        const then = { ...figure, testimonies: asOn(said, figure.testimonies) }
        const cited = said.flatMap(({ claims }) => claims)
        return changeOf('figure', day, figureSummary(then, setting), figure, cited)
      }).flat()
    })
}

/** Campaigns of which a day tells first. */
const begun = ({ operations }: Known): ChangeDraft[] =>
  operations
    .filter((operation) => isNews(operation) && !UNNAMED.test(operation.name))
    .flatMap((operation) => {
      const how = / offensive, /.test(operation.name) ? 'Begun' : 'First told'
      return changeOf('event', operation.known, `${how}: ${operation.name}`, operation)
    })

/** Incidents that are told with who, where and when. */
const incidents = ({ events, plain }: Known): ChangeDraft[] =>
  events
    .filter(
      (event) =>
        event.modality === 'asserted' &&
        TOLD.has(event.type) &&
        plain.has(event.id) &&
        event.actor !== null &&
        event.place !== null &&
        event.from !== null &&
        daysBetween(event.from, event.to ?? event.from) <= INCIDENT_DAYS &&
        isNews(event),
    )
    .flatMap((event) => changeOf('event', event.known, event.summary, event))

/** Disagreements, and statements that were taken back. */
const ofDisagreements = ({ disagreements }: Known): ChangeDraft[] =>
  disagreements.flatMap((disagreement) => {
    const fallen = disagreement.kind === 'happened' && disagreement.sides.some(({ says }) => says === 'withdrawn')
    const kind = fallen ? 'retraction' : 'disagreement'
    return changeOf(kind, disagreement.known, disagreement.summary, disagreement)
  })
