/**
 * A claim in its own sentence: who and what that sentence names itself, and what was brought to it from elsewhere.
 *
 *     Danu fell on Friday. They then took the bridge.
 *                          ^ names nobody and no place: both are inherited
 *
 * A reader fills in what a sentence leaves out, and is wrong most often there. So whatever makes a bold line of the
 * picture is asked here whether its words name it. What the words are was found in reading (`Wording`).
 */
import type { ActorKind } from '../model/mention.ts'
import type { Sign } from '../model/wording.ts'
import type { Account } from './account.ts'
import type { Names } from './names.ts'

/** Do a claim's words say this of it? */
export const says = ({ claim }: Account, sign: Sign): boolean => claim.wording.signs.includes(sign)

/** The places that a claim's sentence names, in order of text. */
export function placesIn({ claim, report }: Account) {
  const { start, end } = claim.wording.sentence
  return report.places.filter((one) => one.start < end && one.end > start)
}

/** Whom it names, pronouns aside, in order of text. */
export function mentionsIn({ claim, report }: Account) {
  const { start, end } = claim.wording.sentence
  return (report.mentions ?? []).filter((one) => one.start < end && one.end > start && one.basis !== 'pronoun')
}

/** How far before its sentence a place may have been named that "the town" stands for, in characters. */
const NEAR = 400

/**
 * How a claim's place is given: named in its sentence, meant by a word of it that stands for a place named shortly
 * before, or only inherited. Where the report's places are not known, the claim's own word is taken.
 */
export function placeIn(account: Account, names: Names): 'named' | 'meant' | 'inherited' {
  const { claim, report, place } = account
  if (claim.placeBasis === 'caption') return 'named'
  if (report.places.length === 0 || place === null || place.startsWith('joint:'))
    return claim.placeBasis === 'clause' || claim.placeBasis === 'sentence' ? 'named' : 'inherited'
  const isIt = (one: (typeof report.places)[number]) =>
    one.id !== null && names.place({ place: one.name, placeId: one.id }) === place
  const own = placesIn(account)
  if (own.some(isIt) || (says(account, 'named') && names.place(claim) === place)) return 'named'
  // "the western half", told of western Danu.
  const side = sideOf(place)
  if (side !== null && claim.wording.sides?.some((one) => one === side)) return 'named'
  // "villages of Danu", "west of Danu": Danu is named.
  const { near } = names.places.get(place)!
  if (near !== null && own.some((one) => one.id === near)) return 'named'
  const { start } = claim.wording.sentence
  const before = report.places.filter((one) => one.end <= start && one.start >= start - NEAR && isIt(one)).at(-1)
  return before && before.use !== 'origin' && claim.wording.meant ? 'meant' : 'inherited'
}

/** The side of a town that a place is, by its key; null when it is none. */
export const sideOf = (key: string): string | null => /\/(north|south|east|west)$/.exec(key)?.[1] ?? null

/** "In the western half", "in parts of the east": the side of this town that words place something in; null when none or two. */
export function sideMeant(town: string, { claim }: Account, names: Names): string | null {
  const { side } = claim.wording
  return side && names.places.has(`${town}/${side}`) ? `${town}/${side}` : null
}

/**
 * The place that a sentence means, when the reader took a side or a quarter of a town from elsewhere: the town where it
 * says "the city", the side it names where it names one. Null when the place stays as it is.
 */
export function placeMeant(account: Account, names: Names): string | null {
  if (account.place === null || account.report.places.length === 0 || placeIn(account, names) === 'named') return null
  const place = names.places.get(account.place)!
  const own = sideOf(place.key)
  const side = own === null ? null : sideMeant(place.key.slice(0, -own.length - 1), account, names)
  if (side !== null) return side
  const town = place.kind === 'town' || place.kind === 'village' ? undefined : place.partOf[0]
  if (town === undefined || !/^(?:geonames|pack|own):[^/]+$/.test(town) || !names.places.has(town)) return null
  return account.claim.wording.meant === 'town' ? town : null
}

/** Does "while" or "hours after" stand between two places of a claim's sentence? Then they tell of two happenings. */
export const isApart = ({ claim }: Account, from: number, to: number): boolean =>
  claim.wording.breaks?.some((at) => at >= Math.min(from, to) && at < Math.max(from, to)) ?? false

/** Does a claim's sentence name this actor? Yes where mentions are not known. */
export const namesActor = (account: Account, actor: string, names: Names): boolean =>
  !account.report.mentions?.length || mentionsIn(account).some(({ name }) => names.actor(name) === actor)

/** Who fights. */
export const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>(['armed-group', 'state-force'])

/** The armed actors that a claim's sentence names, each once. */
export const armedIn = (account: Account, names: Names, until = Number.POSITIVE_INFINITY): string[] => [
  ...new Set(
    mentionsIn(account).flatMap(({ kind, name, start }) => (ARMED.has(kind) && start < until ? names.actor(name) : [])),
  ),
]

/** Those of them that it names before its verb. */
export const armedBefore = (account: Account, names: Names): string[] =>
  armedIn(account, names, account.claim.reason.trigger.start)
