/**
 * Which events of a picture come first on a first screen: what happened lately, by somebody or to somebody, each once.
 *
 *     Airstrike by Ostland in Danu, 3 Apr          kept
 *     Airstrike by Ostland in Harat, 3 Apr         Danu is in Harat: told already
 *     Displacement of people in Danu, 3 Apr        its sentences give the number: a figure tells it
 *
 * Nothing is computed or worded here.
 */
import { SPEECH_ACTS } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import type { Picture, PictureEvent } from '../model/picture.ts'
import { anyAkin } from '../relate/sides.ts'
import { countries, type Within, within } from './within.ts'

type Type = PictureEvent['type']

/** Types of events by how much they matter on a first screen; those not listed count least. */
const GRAVITY: Readonly<Partial<Record<Type, number>>> = {
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

const CALAMITY = 4

/** Captures and losses are told as control, speech and "other" in the list of events, but for earthquakes, floods and the like. */
const ELSEWHERE: ReadonlySet<string> = new Set([...SPEECH_ACTS, 'other', 'capture', 'loss'])
/** Of these one wants to know how many: where a sentence gives the number, the figure tells them. */
const COUNTED: ReadonlySet<Type> = new Set<Type>(['displacement', 'evacuation', 'damage'])
/** The same where nobody is said to have done it. */
const SUFFERED: ReadonlySet<Type> = new Set<Type>(['killing', 'arrest', 'abduction'])
/** What says little unless it says by name who did it to whom. */
const VAGUE: ReadonlySet<Type> = new Set<Type>([
  'damage',
  'aid',
  'shortage',
  'support',
  'deployment',
  'discovery',
  'evacuation',
])
const isName = (who: string | null): boolean => who !== null && /^\p{Lu}/u.test(who) && !ANYBODY.test(who)
const ANYBODY = /^(?:people|civilians|residents)$/i

/** An event of one origin leads only when one of its claims is at least this sure; see docs/limits.md. */
const SURE = 0.6
/** What was over so many days before it was first told is background, not news. */
const NEWS_DAYS = 30
/** What lasted longer is a course of things. */
const LONGEST = 31
/** Events that another is compared with before it leads. */
const COMPARED = 60

/** Events that may lead, what matters most first: asserted, told by several origins or surely, of somebody, somewhere, on a day, each once. */
export function leadingEvents(picture: Picture): PictureEvent[] {
  const claims = new Map(picture.claims.map((claim) => [claim.id, claim]))
  const surest = (event: PictureEvent) => Math.max(...event.claims.map((id) => claims.get(id)?.confidence ?? 0))
  const sentences = (event: PictureEvent) =>
    event.claims.flatMap((id) => {
      const claim = claims.get(id)
      return claim ? `${claim.report} ${claim.wording.sentence.start}` : []
    })
  const numbered = new Set(
    picture.claims.flatMap(({ kind, report, wording }) =>
      kind === 'figure' ? `${report} ${wording.sentence.start}` : [],
    ),
  )
  const lands = countries(picture)
  const isCalamity = (event: PictureEvent) =>
    event.claims.some((id) => {
      const claim = claims.get(id)
      return claim?.kind === 'event' && claim.calamity === true
    })
  const leads = (event: PictureEvent) =>
    isTold(event) &&
    (isCalamity(event) || (!ELSEWHERE.has(event.type) && !isCourse(event))) &&
    !isVague(event) &&
    (event.origins.length > 1 || (surest(event) >= SURE && isOfSomebody(event))) &&
    !(isCounted(event) && sentences(event).some((one) => numbered.has(one)))
  const score = (event: PictureEvent) =>
    3 * event.origins.length +
    (isCalamity(event) ? CALAMITY : (GRAVITY[event.type] ?? 0)) +
    4 * surest(event) +
    (event.from === null ? 0 : 1) -
    (lands.has(event.place!) ? 4 : 0)
  const ranked = picture.events
    .filter(leads)
    .map((event) => ({ event, score: score(event) }))
    .toSorted((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1))
  const inside = within(picture)
  const kept: PictureEvent[] = []
  const told = new Set<string>()
  for (const { event } of ranked) {
    const own = sentences(event)
    const isTwice = own.filter((one) => told.has(one)).length * 2 >= own.length
    if (isTwice || kept.slice(0, COMPARED).some((other) => isOne(event, other, inside))) continue
    kept.push(event)
    for (const one of own) told.add(one)
  }
  return kept
}

/** The `room` events that matter most, in order of time. */
export function keyEvents(picture: Picture, room: number): PictureEvent[] {
  const day = ({ from, to }: PictureEvent) => from ?? to!
  return leadingEvents(picture)
    .slice(0, room)
    .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** News of somebody, somewhere, on a day or in a few weeks. */
const isTold = ({ modality, grade, actor, target, place, from, to, known }: PictureEvent): boolean =>
  modality === 'asserted' &&
  grade.word !== 'discounted' &&
  (actor ?? target) !== null &&
  !isAgainstItself(actor, target) &&
  place !== null &&
  (from ?? to) !== null &&
  (known === null || daysBetween(to ?? from!, known) <= NEWS_DAYS)

/** Floods and outbreaks last; of what people do, weeks of it are no event. */
const isCourse = ({ from, to }: PictureEvent): boolean =>
  from !== null && to !== null && daysBetween(from, to) >= LONGEST

/** "Bombing of people" is of anybody: several must tell it. */
const isOfSomebody = ({ actor, target }: PictureEvent): boolean => actor !== null || target?.toLowerCase() !== 'people'

const isCounted = ({ type, actor }: PictureEvent): boolean =>
  COUNTED.has(type) || (actor === null && SUFFERED.has(type))

const isVague = ({ type, actor, target }: PictureEvent): boolean =>
  VAGUE.has(type) && !(isName(actor) && isName(target))

/** "Attack" is said of any of these. */
const ATTACKS: ReadonlySet<Type> = new Set<Type>(['attack', 'airstrike', 'shelling', 'bombing', 'suicide_bombing'])
const isOneDeed = (a: PictureEvent, b: PictureEvent): boolean =>
  a.type === b.type
    ? a.place !== b.place
    : (a.type === 'attack' || b.type === 'attack') && ATTACKS.has(a.type) && ATTACKS.has(b.type)

/** Two events of one type, days and sides, in one place or one in the other's: told twice. */
function isOne(a: PictureEvent, b: PictureEvent, inside: Within): boolean {
  const goes = (x: string | null, y: string | null) => x === null || y === null || anyAkin(x.split('; '), y.split('; '))
  return (
    isOneDeed(a, b) &&
    (inside(a.place!, b.place!) || inside(b.place!, a.place!)) &&
    (a.from ?? a.to!) <= (b.to ?? b.from!) &&
    (b.from ?? b.to!) <= (a.to ?? a.from!) &&
    goes(a.actor, b.actor) &&
    goes(a.target, b.target)
  )
}

/** "Clash between the army and government forces": two names of one side, of which one was read wrongly. */
const isAgainstItself = (actor: string | null, target: string | null): boolean =>
  actor !== null && target !== null && anyAkin(actor.split('; '), target.split('; '))
