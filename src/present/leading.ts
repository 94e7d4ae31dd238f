/**
 * What leads: which figures, events, places and disagreements of a picture come first on a first screen.
 *
 * The brief of the terminal and the page choose by the same rules. Nothing is computed or worded here.
 */
import { SPEECH_ACTS } from '../model/claim.ts'
import type { ControlPeriod, Picture, PictureEvent, PictureFigure } from '../model/picture.ts'
import { UNNAMED } from '../reconcile/summaries.ts'
import { anyAkin } from '../relate/sides.ts'

/** Figures of one measure, so that one kind does not crowd out the rest. */
const ALIKE = 4

/** How much a measure matters on a first screen: people's lives first, things last. */
const WEIGHT: Readonly<Record<PictureFigure['measure'], number>> = {
  killed: 9,
  displaced: 8,
  strength: 7,
  trapped: 7,
  casualties: 6,
  wounded: 6,
  infected: 6,
  captured: 5,
  missing: 5,
  in_need: 5,
  evacuated: 4,
  returned: 4,
  population: 4,
  strikes: 3,
  sites: 2,
  equipment: 2,
  damaged: 2,
  other: 0,
}

/** Figures in the order a first screen wants them; what no measure fits (litres, shares) is left to the list: told by many, about people, disputed before undisputed, vague ones last. */
export function keyFigures(picture: Picture): PictureFigure[] {
  const disputed = new Set(picture.disagreements.flatMap(({ about }) => about))
  const size = ({ high, best, low }: PictureFigure) => Math.log10(1 + (best ?? high ?? low ?? 0))
  const vague = ({ testimonies }: PictureFigure) => testimonies.every(({ bound }) => bound === 'vague')
  const score = (figure: PictureFigure) =>
    WEIGHT[figure.measure] +
    3 * figure.origins.length +
    size(figure) +
    (disputed.has(figure.id) || figure.testimonies.some(({ status }) => status !== 'stands') ? 6 : 0) -
    (figure.modality === 'asserted' ? 0 : figure.modality === 'predicted' ? 3 : 8) -
    (vague(figure) ? 12 : 0) -
    (size(figure) === 0 ? 30 : 0)
  const ranked = picture.figures
    .filter(({ grade, id, measure }) => disputed.has(id) || (grade.word !== 'discounted' && measure !== 'other'))
    .map((figure) => ({ figure, score: score(figure) }))
    .toSorted((a, b) => b.score - a.score || (a.figure.id < b.figure.id ? -1 : 1))
    .map(({ figure }) => figure)
  const seen = new Map<string, number>()
  const crowded = ranked.map(({ measure, modality }) => {
    const key = `${measure} ${modality}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
    return seen.get(key)! > ALIKE
  })
  return [...ranked.filter((_, i) => !crowded[i]), ...ranked.filter((_, i) => crowded[i])]
}

/** Types of events by how much they matter on a first screen; those not listed count least, speech is left to the list of events. */
const GRAVITY: Readonly<Partial<Record<PictureEvent['type'], number>>> = {
  attack: 3,
  airstrike: 3,
  shelling: 3,
  bombing: 3,
  suicide_bombing: 3,
  killing: 3,
  offensive: 3,
  clash: 2,
  withdrawal: 2,
  displacement: 2,
  uprising: 2,
  surrender: 2,
  abduction: 2,
}

/** An event of one origin leads only when one of its claims is at least this sure; see docs/limits.md. */
const SURE = 0.6

/**
 * Events that may lead, what matters most first: asserted, told by several origins or surely, of somebody, somewhere, on a
 * day. Captures and losses are told as control, "other" in the list of events.
 */
export function leadingEvents(picture: Picture): PictureEvent[] {
  const sureness = new Map(picture.claims.map(({ id, confidence }) => [id, confidence]))
  const surest = ({ claims }: PictureEvent) => Math.max(...claims.map((id) => sureness.get(id) ?? 0))
  const leads = (event: PictureEvent) =>
    event.modality === 'asserted' &&
    event.grade.word !== 'discounted' &&
    !SPEECH_ACTS.has(event.type) &&
    !/^(?:other|capture|loss)$/.test(event.type) &&
    (event.actor ?? event.target) !== null &&
    !isAgainstItself(event) &&
    event.place !== null &&
    (event.from ?? event.to) !== null &&
    (event.origins.length > 1 || surest(event) >= SURE)
  const score = (event: PictureEvent) =>
    3 * event.origins.length + (GRAVITY[event.type] ?? 0) + 4 * surest(event) + (event.from === null ? 0 : 1)
  return picture.events
    .filter(leads)
    .map((event) => ({ event, score: score(event) }))
    .toSorted((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event)
}

/** The `room` events that matter most, in order of time. */
export function keyEvents(picture: Picture, room: number): PictureEvent[] {
  const day = ({ from, to }: PictureEvent) => from ?? to!
  return leadingEvents(picture)
    .slice(0, room)
    .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** "Clash between the army and government forces": two names of one side, of which one was read wrongly. */
const isAgainstItself = ({ actor, target }: PictureEvent): boolean =>
  actor !== null && target !== null && anyAkin(actor.split('; '), target.split('; '))

/** The latest known state of each place, the newest news first. What was withdrawn is no state. */
export function latestControl(picture: Picture): ControlPeriod[] {
  const latest = new Map<string, ControlPeriod>()
  const last = ({ begins, to }: ControlPeriod) => to ?? begins.latest ?? begins.earliest ?? ''
  for (const period of picture.control) {
    if (UNNAMED.test(period.place) || period.grade.word === 'discounted') continue
    const best = latest.get(period.place)
    if (!best || last(period) >= last(best)) latest.set(period.place, period)
  }
  return [...latest.values()].toSorted(
    (a, b) =>
      b.origins.length - a.origins.length ||
      (last(a) > last(b) ? -1 : last(a) < last(b) ? 1 : 0) ||
      (a.place < b.place ? -1 : 1),
  )
}

/** What was withdrawn, denied or means different people before numbers that differ; the most sources, then the newest, first. */
export const weighty = (list: Picture['disagreements']): Picture['disagreements'] => {
  const voices = ({ sides }: Picture['disagreements'][number]) =>
    new Set(sides.flatMap(({ origins, speakers }) => [...origins, ...speakers])).size
  return list.toSorted(
    (a, b) =>
      Number(a.kind === 'number') - Number(b.kind === 'number') ||
      voices(b) - voices(a) ||
      (a.known === b.known ? 0 : (a.known ?? '') > (b.known ?? '') ? -1 : 1) ||
      (a.id < b.id ? -1 : 1),
  )
}
