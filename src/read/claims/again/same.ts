/**
 * Same: does one event of a report tell another of it once more?
 *
 *     Car bomb kills four in Danu.             type, place and toll of the headline, told below
 *     A car bomb killed four people in Danu.   ▲ points: the place 1.5, the toll 2.5, the lead 1 ... told again
 *     Another went off in Sohl.                another: never
 *
 * Some things rule it out: another type, place, day or actor, and words that say so. For the rest there are points, which were
 * set by eye on some three hundred events of reports from Syria and checked on others (docs/claims.md).
 */
import { distanceKm } from '../../../knowledge/geodesy.ts'
import type { Claim, EventClaim } from '../../../model/claim.ts'
import { daysBetween } from '../../../model/interval.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Day } from '../../../model/report.ts'
import type { Telling } from './telling.ts'

/** From how many points on two tellings are of one event. */
const ENOUGH = 1.5

/** What is known of the report beside its tellings. */
export interface Ground {
  /** Its places by id. */
  readonly places: ReadonlyMap<string, PlaceMention>
  /** Index of the first sentence that tells of anything. */
  readonly lead: number
}

/** What speaks for two tellings being of one event: words for `recount why`; null where too little does. */
export interface Match {
  readonly points: number
  readonly because: readonly string[]
}

/** Does `later` tell once more what `earlier` told? */
export function same(earlier: Telling, later: Telling, ground: Ground): Match | null {
  const [a, b] = [earlier.claim, later.claim]
  const kin = kinship(earlier, later)
  if (kin === 0 || a.modality !== b.modality || later.another || (later.turns && !later.definite)) return null
  if (areTwo(earlier, later, ground)) return null
  const gap = later.sentence - earlier.sentence
  const place = placesOf(a, b, ground)
  const days = daysOf(a, b)
  if (gap === 0 && (kin < 2 || later.listed || (earlier.lemma !== later.lemma && !later.fused))) return null

  let points = 0
  const because: string[] = []
  const add = (when: boolean, worth: number, word: string): void => {
    if (!when) return
    points += worth
    if (word) because.push(word)
  }
  const isLead = a.role === 'headline' || earlier.sentence === ground.lead
  const told = gap === 0 ? later.fused : [...later.tolls].some((toll) => earlier.tolls.has(toll))
  const isCounted = [...later.measures].some((measure) => earlier.measures.has(measure))
  const alike = likeness(earlier.words, later.words)
  add(kin === 1, told || later.definite ? -0.7 : -1.2, '')
  add(place !== null, PLACE[place ?? 'running'], PLACE[place ?? 'running'] > 0 ? 'the place' : '')
  add(days === 'same', 1, 'the day')
  add(Boolean(a.actor && b.actor) && shares(a.actor!, b.actor!), 0.5, 'the actor')
  add(
    Boolean(a.target && b.target) && shares(a.target!, b.target!),
    ANYBODY.test(a.target ?? '') ? 0.3 : 0.5,
    'the target',
  )
  add(areApart(a.target, b.target), -0.7, '')
  add(earlier.lemma === later.lemma, 0.5, 'the word')
  add(told, 2.5, 'the toll')
  add(!told && isCounted && (b.source[0] ?? '') === (a.source[0] ?? ''), a.role === 'headline' ? -0.5 : -1.5, '')
  add(later.definite, 1.2, 'that it points back')
  add(later.indefinite, -1, '')
  add(later.counted && !told, -1, '')
  add(isLead && gap > 0 && gap <= LEADS, 1, 'that the report leads with it')
  add(gap > FAR && !later.definite, -0.7, '')
  add(earlier.lasting !== later.lasting && !told, -0.7, '')
  add(later.definite && gap > 0 && gap <= 2, kin === 2 ? 1 : 0.4, '')
  add(later.bare && gap > 0 && gap <= 2, 0.5, '')
  add(gap === 0, -0.5, '')
  add(gap > 0 && alike >= 0.4, alike >= 0.6 ? 1.5 : 0.7, 'most of the words')
  add(COURSES.has(b.type) || WAR.test(later.lemma), -0.9, '')
  return points >= ENOUGH ? { points, because } : null
}

/** Does somebody else do it, or is it done elsewhere or on another day? */
export function areTwo(earlier: Telling, later: Telling, ground: Ground): boolean {
  const [a, b] = [earlier.claim, later.claim]
  if (a.actor && b.actor && !shares(a.actor, b.actor) && !ARMED.test(a.actor) && !ARMED.test(b.actor)) return true
  if (daysOf(a, b) === 'apart') return true
  // "The blast hit Sohl", right after a blast: the place was read wrong, or told more closely.
  const isNext = later.definite && later.sentence - earlier.sentence <= 2
  return !isNext && placesOf(a, b, ground) === 'apart'
}

/** For how many sentences a lead is told again, and from how many on what was told is far away. */
const LEADS = 5
const FAR = 6

const PLACE = { same: 1.5, within: 0.7, wide: 0.3, running: 0.3, differ: -1.5, apart: -1 } as const

/** What goes on for long or is told of many times, so that the next telling is easily of another. */
const COURSES: ReadonlySet<string> = new Set(
  'support uprising other displacement shortage aid damage deployment protest'.split(' '),
)
const WAR = /^(?:war|conflict|violence|revolution|fight|crisis|resistance|insurgency)$/
/** Actors that only their arms name. */
const ARMED = /^(?:warplanes?|jets?|aircraft|planes?|helicopters?|drones?|gunm[ae]n|attackers?|assailants?|bombers?)$/
const ANYBODY = /^(?:civilians|people)$/

/** Types that are easily told for one another. */
const KIN: readonly (readonly [string, string])[] = [
  ['bombing', 'suicide_bombing'], ['airstrike', 'shelling'], ['airstrike', 'bombing'], ['shelling', 'bombing'],
  ['clash', 'offensive'], ['evacuation', 'displacement'],
] // biome-ignore format: a table
const FORCE: ReadonlySet<string> = new Set(
  'airstrike shelling bombing suicide_bombing clash offensive killing attack'.split(' '),
)
/** Words by which any deed of force is called. */
const ATTACK =
  /^(?:attack|strike|raid|assault|incident|blast|explosion|bombing|bombardment|shelling|ambush|massacre|violence)$/

/** 2: of one type; 1: of types that are told for one another, or one an "attack"; else 0. */
function kinship(a: Telling, b: Telling): 0 | 1 | 2 {
  const [x, y] = [a.claim.type, b.claim.type]
  if (x === y) return 2
  if (KIN.some((pair) => pair.includes(x) && pair.includes(y))) return 1
  const calls = (one: Telling, other: string): boolean =>
    one.claim.type === 'attack' && ATTACK.test(one.lemma) && FORCE.has(other)
  return calls(a, y) || calls(b, x) ? 1 : 0
}

const shares = (a: string, b: string): boolean => b.split('; ').some((name) => a.split('; ').includes(name))

/** Both named, neither in general, and nobody in common. */
const areApart = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !shares(a, b) && !ANYBODY.test(a) && !ANYBODY.test(b)

/** Share of the shorter sentence's words that the other has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / Math.max(1, Math.min(a.size, b.size))
}

const OWN: ReadonlySet<string> = new Set(['clause', 'sentence'])

/** Kilometres beyond their own extent from which on two places are certainly two. */
const APART_KM = 15

/** How two places stand to each other; null where nothing can be said. */
function placesOf(a: Claim, b: Claim, { places }: Ground): keyof typeof PLACE | null {
  if (!a.place || !b.place) return null
  const own = OWN.has(a.placeBasis) && OWN.has(b.placeBasis)
  if (a.place === b.place) return !own ? 'running' : isWide(a) ? 'wide' : 'same'
  if (!own) return null
  const within = isCountry(a) || isCountry(b) ? 'wide' : 'within'
  const parents = (claim: Claim): readonly string[] => places.get(claim.placeId ?? '')?.partOf ?? []
  if (parents(a).includes(b.placeId ?? '-') || parents(b).includes(a.placeId ?? '-')) return within
  if (!a.location || !b.location) return 'differ'
  const extent = Math.max(a.location.radiusKm, b.location.radiusKm)
  const far = distanceKm(a.location, b.location)
  return far <= Math.max(extent, 3) ? within : far > APART_KM + extent ? 'apart' : 'differ'
}

const isCountry = ({ location }: Claim): boolean => location?.precision === 'country'
const isWide = (claim: Claim): boolean => isCountry(claim) || claim.location?.precision === 'admin'

/** How their days stand to each other: 'apart' too where one is a day and the other a course of weeks. */
function daysOf(a: EventClaim, b: EventClaim): 'same' | 'apart' | null {
  const [own, others] = [stretch(a), stretch(b)]
  if (!own || !others) return (own ?? others ?? 0) > 40 ? 'apart' : null
  if (a.from === b.from && a.to === b.to) return own <= 3 ? 'same' : null
  if (a.from! > (b.to ?? LAST) || b.from! > (a.to ?? LAST)) return 'apart'
  const [long, short] = [Math.max(own, others), Math.min(own, others)]
  return long > 7 && long > 5 * short ? 'apart' : null
}

const LAST: Day = '9999-12-31'

/** How many days it is told of, in words of its own; null where it gives none. */
const stretch = ({ from, to, timeBasis }: EventClaim): number | null =>
  from === null || !OWN.has(timeBasis) ? null : to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1
