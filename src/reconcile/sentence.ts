/**
 * A claim in its own sentence: who and what that sentence names itself, and what was brought to it from elsewhere.
 *
 *     Danu fell on Friday. They then took the bridge.
 *                          ^ names nobody and no place: both are inherited
 *
 * A reader fills in what a sentence leaves out, and is wrong most often there. So whatever makes a bold line of the
 * picture is asked here whether its words name it.
 */
import type { ActorKind } from '../model/mention.ts'
import type { Account } from './account.ts'
import type { Names } from './names.ts'

const STOP = /[.!?]["”]?\s+(?=["“]?\p{Lu}|$)|\n/gu
const END = /[.!?]["”]?(?:\s|$)|\n/
/** How far a sentence is looked for before and after a claim, in characters. */
const REACH = 300

/** Where the sentence (or sentences) around `start` to `end` begins and ends. */
export function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  const left = text.slice(Math.max(0, start - REACH), start)
  const right = text.slice(end, end + REACH)
  const begins = Array.from(left.matchAll(STOP), (stop) => stop.index + stop[0].length).at(-1) ?? 0
  const ends = right.search(END)
  return [start - left.length + begins, end + (ends < 0 ? right.length : ends)]
}

/** Where the sentence of a claim begins and ends in its report. */
export const sentenceSpan = ({ claim, report }: Account): readonly [number, number] =>
  sentenceAround(report.report.text, claim.start, claim.end)

/** The sentence a claim stands in, without a dateline. */
export function sentenceOf(account: Account): string {
  const [from, to] = sentenceSpan(account)
  return account.report.report.text
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\p{Lu}{2,}[^—–]{0,40} [—–] /u, '')
}

/** A definite noun that stands for a place named before. */
const MEANT =
  /\b(?:the|this|that) (?:\p{L}+[- ]){0,2}(?:city|town|village|suburb|area|district|neighbou?rhood|quarter|enclave|province|region|governorate|camp|base|airport|air ?base|capital|stronghold|east|west|north|south)\b|\b(?:there|it)\b/iu
/** How far before its sentence a place may have been named that "the town" stands for, in characters. */
const NEAR = 400
/** "a fighter from Danu": where somebody comes from. */
const FROM = /\bfrom (?:the )?(?:\p{L}+ )?$/u

/**
 * How a claim's place is given: named in its sentence, meant by a word of it that stands for a place named shortly
 * before, or only inherited. Where the report's places are not known, the claim's own word is taken.
 */
export function placeIn(account: Account, names: Names): 'named' | 'meant' | 'inherited' {
  const { claim, report, place } = account
  if (claim.placeBasis === 'caption') return 'named'
  if (report.places.length === 0 || place === null)
    return claim.placeBasis === 'clause' || claim.placeBasis === 'sentence' ? 'named' : 'inherited'
  const [from, to] = sentenceSpan(account)
  const isIt = (one: (typeof report.places)[number]) =>
    one.id !== null && names.place({ place: one.name, placeId: one.id }) === place
  const { near, name } = names.places.get(place)!
  const own = report.places.filter((one) => one.start < to && one.end > from)
  if (own.some(isIt) || report.report.text.slice(from, to).includes(name)) return 'named'
  // "the western half", told of western Danu.
  const side = /\/(north|south|east|west)$/.exec(place)?.[1]
  if (side && new RegExp(`\\b${side}(?:ern)?\\b`, 'i').test(report.report.text.slice(from, to))) return 'named'
  // "villages of Danu", "west of Danu": Danu is named.
  if (near !== null && own.some((one) => one.id === near)) return 'named'
  const before = report.places.filter((one) => one.end <= from && one.start >= from - NEAR && isIt(one)).at(-1)
  if (before && FROM.test(report.report.text.slice(Math.max(0, before.start - 30), before.start))) return 'inherited'
  return before && MEANT.test(report.report.text.slice(from, to)) ? 'meant' : 'inherited'
}

/** What follows the name of a place that stands for those who speak or act there: "Harat has denied", "Harat, whose army". */
export const SPEAKS =
  /^(?:['’]s)?,? (?:(?:(?:has|had|have) (?:\p{L}+ )?)?(?:denied|said|blamed|accused|rejected|dismissed|insisted|claimed|warned|urged|published|refused|ordered|confirmed)|denies|says|blames|accuses|rejects|insists|claims|warns|urges|refuses|whose)\b/u

/** "the city": a town named before. */
export const TOWN = /\b(?:the|this|that) (?:\p{L}+[- ]){0,2}(?:city|town)\b/iu

const SIDES = ['north', 'south', 'east', 'west'] as const

/** The sides that words name: "the eastern half". */
export const sidesIn = (words: string): string[] =>
  SIDES.filter((side) => new RegExp(`\\b${side}(?:ern)?\\b`, 'i').test(words))

/** "in the western half", "in parts of the east": the side of this town that words place something in; null when none or two. */
export function sideMeant(town: string, words: string, names: Names): string | null {
  const placed =
    words.match(
      /\b(?:in|into|inside|of|across|from)\b[^.,;]{0,24}\b(?:north|south|east|west)(?:ern)?\b|\b(?:north|south|east|west)ern (?:half|side|part|sector|districts|quarters)\b/gi,
    ) ?? []
  const [side, ...more] = sidesIn(placed.join(' '))
  return side && more.length === 0 && names.places.has(`${town}/${side}`) ? `${town}/${side}` : null
}

/**
 * The place that a sentence means, when the reader took a side or a quarter of a town from elsewhere: the town where it
 * says "the city", the side it names where it names one. Null when the place stays as it is.
 */
export function placeMeant(account: Account, names: Names): string | null {
  if (account.place === null || account.report.places.length === 0 || placeIn(account, names) === 'named') return null
  const place = names.places.get(account.place)!
  const [from, to] = sentenceSpan(account)
  const words = account.report.report.text.slice(from, to)
  const base = /^(.*)\/(?:north|south|east|west)$/.exec(place.key)?.[1]
  const side = base === undefined ? null : sideMeant(base, words, names)
  if (side !== null) return side
  const town = place.kind === 'town' || place.kind === 'village' ? undefined : place.partOf[0]
  if (town === undefined || !/^(?:geonames|pack|own):[^/]+$/.test(town) || !names.places.has(town)) return null
  return TOWN.test(words) ? town : null
}

/** What sets one happening of a sentence apart from another. */
export const MEANWHILE = /\b(?:hours|days|minutes|weeks|shortly|just) (?:after|before)\b|\bwhile\b|\bmeanwhile\b/i

/** Words that stand for an actor named elsewhere; "US" is none. */
const PRONOUN = /^(?:[Ii]ts?|[Tt]he(?:y|ir|m)|[Hh](?:e|is|im|er)|[Ss]he|[Ww]e|[Oo]ur|[Uu]s|[Ww]ho|[Ww]hich|[Tt]hat)$/

/** Who a claim's sentence names, pronouns aside, in order of text. */
export const mentionsIn = (account: Account) => {
  const [from, to] = sentenceSpan(account)
  const { text } = account.report.report
  return (account.report.mentions ?? []).filter(
    (one) => one.start < to && one.end > from && !PRONOUN.test(text.slice(one.start, one.end)),
  )
}

/** Does a claim's sentence name this actor? Yes where mentions are not known. */
export function namesActor(account: Account, actor: string, names: Names): boolean {
  if (!account.report.mentions?.length) return true
  return mentionsIn(account).some(({ name }) => names.actor(name) === actor) || sentenceOf(account).includes(actor)
}

const WITH = /^,?(?: and,?)? (?:(?:along|together) with|alongside)(?: the)?(?: \p{Lu}[\p{L}-]*)? $/u
const AND_WITH = /,? (?:(?:along|together) with|alongside)(?: the)? $/

/**
 * Who acts beside an actor before the verb: "Harat, along with Ostland's army, took Danu", "Harat drove them from the
 * hills and, along with the army, took Danu". The subject of the sentence is the first it names.
 */
export function companions(account: Account, actor: string, names: Names): string[] {
  const { text } = account.report.report
  const armed = mentionsIn(account).filter(
    ({ kind, end }) => ARMED.has(kind) && end <= account.claim.reason.trigger.start,
  )
  const own = armed.findLast(({ name }) => names.actor(name) === actor)
  if (!own) return []
  const next = armed.filter(({ start }) => start >= own.end)[0]
  const beside = next && WITH.test(text.slice(own.end, next.start)) ? [names.actor(next.name)] : []
  const first = armed[0]!
  return AND_WITH.test(text.slice(0, own.start)) && first !== own ? [...beside, names.actor(first.name)] : beside
}

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
