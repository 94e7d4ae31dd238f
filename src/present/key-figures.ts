/**
 * Which figures of a picture come first on a first screen, and in what order they are read there.
 *
 *     chosen by      whom it is about, how many tell it, how large it is, how new it is
 *     read in order  the dead, the wounded, the missing, the displaced ... what is damaged, who fights; forecasts last
 *
 * Nothing is computed or worded here.
 */
import { daysBetween } from '../model/interval.ts'
import type { Picture, PictureFigure } from '../model/picture.ts'
import { type Day, publicationDays } from '../model/report.ts'
import { countries, within } from './within.ts'

/** Figures of one measure, so that one kind does not crowd out the rest. */
const ALIKE = 4
/** Figures that another is compared with before it leads. */
const COMPARED = 40

/** How much a measure matters on a first screen: people's lives first, things last. In the order in which they are read. */
const WEIGHT: Readonly<Record<PictureFigure['measure'], number>> = {
  killed: 9,
  casualties: 7,
  wounded: 7,
  missing: 7,
  infected: 7,
  displaced: 8,
  evacuated: 5,
  returned: 4,
  trapped: 7,
  in_need: 7,
  captured: 3,
  damaged: 5,
  strength: 6,
  population: 2,
  strikes: 2,
  sites: 2,
  equipment: 0,
  other: 0,
}
const READ = Object.keys(WEIGHT)

/** What was over so many days before it was first told is background, not news. */
const HISTORY_DAYS = 365
/** Days within which two figures of one number are one figure told twice. */
const SAME_DAYS = 10

/** What happened in fewer days is an incident, of which there may be another. */
const INCIDENT_DAYS = 3
/** So many are of a war or a whole calamity, whatever day they are told of. */
const WAR = 10_000

/** Of these few matter as much as many of the others. */
const HARM: ReadonlySet<string> = new Set(['killed', 'casualties', 'wounded', 'missing', 'infected', 'captured'])

/** What an uprooted or needy person is called does not make another count of them. */
const ANYBODY: ReadonlySet<string> = new Set(['displaced', 'evacuated', 'returned', 'in_need', 'trapped'])

/** Figures in the order a first screen wants them. What no measure fits (litres, shares) is left out unless it is disputed. */
export const leadingFigures = (picture: Picture): PictureFigure[] => Object.values(ranked(picture)).flat()

/** The `room` that lead, as they are read: each told once, and saying something by itself. */
export function keyFigures(picture: Picture, room: number): PictureFigure[] {
  const disputed = disputedIn(picture)
  const { first, crowded } = ranked(picture)
  return [...first, ...crowded]
    .filter((figure) => isTelling(figure) || disputed.has(figure.id))
    .slice(0, room)
    .toSorted(asRead)
}

/** Figures by their weight: those that lead, those of a measure that has its room, those that tell again what another tells. */
function ranked(picture: Picture): Record<'first' | 'crowded' | 'retold', PictureFigure[]> {
  const disputed = disputedIn(picture)
  const today = picture.asOf ?? publicationDays(picture.reports.map(({ published }) => published)).at(-1) ?? null
  const all = picture.figures
    .filter(({ id, grade, measure }) => disputed.has(id) || (grade.word !== 'discounted' && measure !== 'other'))
    .map((figure) => ({ figure, score: score(figure, disputed.has(figure.id), today) }))
    .toSorted((a, b) => b.score - a.score || (a.figure.id < b.figure.id ? -1 : 1))
  const isRetold = retelling(picture)
  const ranks: ReturnType<typeof ranked> = { first: [], crowded: [], retold: [] }
  for (const { figure } of all) {
    const alike = ranks.first.filter(
      ({ measure, modality }) => measure === figure.measure && modality === figure.modality,
    )
    const isFirst = ranks.first.length < COMPARED && alike.length < ALIKE
    const rank = alike.some((one) => isRetold(figure, one)) ? 'retold' : isFirst ? 'first' : 'crowded'
    ranks[rank].push(figure)
  }
  return ranks
}

/** Fewer men than this are no force. */
const FORCE = 10

/** Does it tell a reader something by itself? Lorries, districts, "two of them", two policemen and a single arrest are left to the list. */
function isTelling(figure: PictureFigure): boolean {
  const { measure, subject, person } = figure
  if (measure === 'equipment' || isPart(figure)) return false
  if (measure === 'sites') return / taken$/.test(subject ?? '')
  if (measure === 'strength') return greatest(figure) >= FORCE
  return greatest(figure) > 1 || person || measure === 'killed' || measure === 'missing'
}

/** "Some of the people", "other people": see `counted.ts`. */
const isPart = ({ subject }: PictureFigure): boolean => /^(?:some of the|other) /.test(subject ?? '')

const disputedIn = ({ disagreements }: Picture): ReadonlySet<string> =>
  new Set(disagreements.flatMap(({ about }) => about))

const greatest = ({ high, best, low }: PictureFigure): number => best ?? high ?? low ?? 0

/** Told by many, about people, disputed before undisputed, new before old, vague ones last. */
function score(figure: PictureFigure, isDisputed: boolean, today: Day | null): number {
  const { measure, origins, modality, testimonies, to, known } = figure
  const size = (HARM.has(measure) ? 1.5 : 1) * Math.log10(1 + greatest(figure))
  const told = testimonies.reduce<Day | null>((last, { published }) => later(last, published), null)
  const age = told === null || today === null ? 0 : Math.max(0, daysBetween(told, today))
  return (
    WEIGHT[measure] +
    3 * Math.min(4, origins.length) +
    size -
    2 * Math.log10(1 + age / 7) +
    (isDisputed || testimonies.some(({ status }) => status !== 'stands') ? 5 : 0) -
    (modality === 'asserted' ? 0 : modality === 'predicted' ? 3 : 8) -
    (testimonies.every(({ bound }) => bound === 'vague') ? 12 : 0) -
    (isPart(figure) ? 6 : 0) -
    (to !== null && known !== null && daysBetween(to, known) > HISTORY_DAYS ? 25 : 0) -
    (size === 0 ? 30 : 0)
  )
}

const isIncident = (figure: PictureFigure): boolean =>
  figure.from !== null &&
  figure.to !== null &&
  daysBetween(figure.from, figure.to) <= INCIDENT_DAYS &&
  greatest(figure) < WAR

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a)

/**
 * Does a figure tell again what another one tells? "70 killed in the north of the province" and "70 killed in the
 * province", of the same days; two counts of all who were uprooted in one place, or of all the dead of one country's war.
 */
export function retelling(picture: Picture): (figure: PictureFigure, other: PictureFigure) => boolean {
  const inside = within(picture)
  const lands = countries(picture)
  return (a, b) => {
    if (a.measure !== b.measure || a.modality !== b.modality) return false
    const isSame = ANYBODY.has(a.measure) || a.subject === b.subject
    const isTotal = ANYBODY.has(a.measure) || (a.place !== null && lands.has(a.place))
    if (isSame && isTotal && a.place === b.place && !isIncident(a) && !isIncident(b)) return true
    const days = a.to !== null && b.to !== null ? Math.abs(daysBetween(a.to, b.to)) : 0
    return (
      isSame &&
      greatest(a) === greatest(b) &&
      days <= SAME_DAYS &&
      (a.place === null || b.place === null || inside(a.place, b.place) || inside(b.place, a.place))
    )
  }
}

/** Counts before forecasts, then by what they count; else as they were. */
const asRead = (a: PictureFigure, b: PictureFigure): number =>
  Number(a.modality !== 'asserted') - Number(b.modality !== 'asserted') ||
  READ.indexOf(a.measure) - READ.indexOf(b.measure)
