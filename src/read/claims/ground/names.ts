/**
 * Names in a phrase: the proper name that a token belongs to, listed or not.
 *
 *     the Bab al-Sohl district     "Bab al-Sohl": no list has it, the phrase says that it is a place
 *     the Islamic State in Iraq    no place, though Iraq is one
 *
 * Whether the phrase is asked for its place is decided elsewhere.
 */
import { directionOf } from '../../../knowledge/directions.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Scene } from '../frames.ts'
import { sortOf } from './nouns.ts'

/** A proper name that stands for a place. */
export interface Proper {
  readonly name: string
  /** The listed place of that name, where there is one. */
  readonly mention: PlaceMention | null
  /** Its last token. */
  readonly last: number
}

/** The name that the token is part of; "other" when it names no place but somebody or something else; null for common words. */
export function properAt(scene: Scene, at: number): Proper | 'other' | null {
  const { reading, place, actor, view } = scene
  const token = view.tokens[at]
  if (!token) return null
  const found = place[at]! >= 0 ? reading.places[place[at]!]! : null
  // "Eastern districts of Tarin" heads a phrase of its own: only sides are read into the name beforehand.
  const mention = found && token.upos === 'NOUN' && headsPhrase(scene, at, found) ? null : found && grounded(found)
  const who = actor[at]! >= 0 ? reading.actors[actor[at]!]! : null
  const whole = who !== null && mention !== null && who.start <= mention.start && who.end >= mention.end
  if (who && who.kind !== 'person' && who.kind !== 'country' && (!mention || whole)) return 'other'
  if (mention && mention.kind !== 'demonym') {
    const [first, last] = runAround(scene, at)
    const start = view.tokens[first]!.start
    const end = view.tokens[last]!.end
    const longer =
      last - first < 6 &&
      token.upos === 'PROPN' &&
      (start < mention.start || end > mention.end) &&
      mention.source !== 'relative'
    if (longer && !holdsOthers(scene, first, last, mention))
      return { name: words(reading.report.text, start, end), mention: null, last }
    const inner = innerOf(scene, found!)
    const { name } = inner ?? mention
    return { name, mention: inner ?? mention, last: Math.max(at, last) }
  }
  if (mention?.kind === 'demonym') return 'other'
  if (token.upos !== 'PROPN') return null
  return unlisted(scene, at)
}

/** Is the noun the head of a phrase around the name, as in "districts of Tarin", and not a part of the name, as in "Tarin district"? */
function headsPhrase({ view }: Scene, at: number, mention: PlaceMention): boolean {
  const token = view.tokens[at]!
  const sort = sortOf(token)
  if (!sort) return false
  // "30 km east of Tarin" is a point off Tarin, no eastern Tarin.
  if (sort === 'side') return mention.source !== 'relative'
  return token.end !== mention.end && !isPart(mention)
}

/** Is the mention a side or an outskirt of another place? */
export const isPart = ({ id, name }: PlaceMention): boolean =>
  id?.includes('/') === true || directionOf(name.split(' ')[0]!) !== null

/** The name right in front of a noun: "Bab al-Sohl" of "Bab al-Sohl district"; null when none stands there. */
export function ownName(scene: Scene, noun: number): Proper | null {
  const { tokens } = scene.view
  let at = noun - 1
  while (at >= 0 && noun - at < 4 && /^(?:NOUN|ADJ)$/.test(tokens[at]!.upos) && tokens[at]!.head === noun) at--
  const token = tokens[at]
  if (token?.upos !== 'PROPN' || token.sentence !== tokens[noun]!.sentence) return null
  const found = properAt(scene, at)
  if (!found || found === 'other') return null
  return { ...found, last: at }
}

/** "Tarin" of "Tarin, Aramo" and of "Tarin, 30 km east of Sohl": the first of two where the second holds the first or says where it lies. */
function innerOf({ reading: { places, report } }: Scene, mention: PlaceMention): PlaceMention | null {
  const before = places[places.indexOf(mention) - 1]
  if (!before || report.text.slice(before.end, mention.start) !== ', ' || before.kind === 'demonym') return null
  const held = mention.id !== null && before.partOf.includes(mention.id)
  const lies = mention.source === 'relative' && before.source !== 'relative'
  return held || lies || (mention.kind === 'country' && before.country === mention.country) ? before : null
}

const words = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/[\u200e\u200f]/g, '')

/** A name that no list has: not somebody's, not a people's, not a day's. */
function unlisted({ reading, view }: Scene, at: number): Proper | 'other' | null {
  const [first, last] = runAround({ view }, at)
  if (first === last && sortOf(view.tokens[at]!)) return null
  const start = view.tokens[first]!.start
  const end = view.tokens[last]!.end
  const name = words(reading.report.text, start, end)
  const person = reading.names.some(
    (one) => one.type !== 'LOC' && one.start <= start && one.end >= end && /\s/.test(name),
  )
  const known = reading.actors.some(
    (one) => one.start <= start && one.end >= end && one.kind === 'person' && one.name !== name,
  )
  const day = reading.times.some((one) => one.start < end && one.end > start)
  if (person || known || day || name.split(' ').length > 3 || view.tokens[last]!.xpos === 'NNPS') return 'other'
  return /^(?:\p{Lu}\p{Ll}{2}|(?:al|as|ash|el)-)/iu.test(name) && !/^\p{Lu}+s?$/u.test(name)
    ? { name, mention: null, last }
    : 'other'
}

/** First and last token of the run of proper names around a token, hyphens inside it included; nouns of place at its end are not. */
function runAround({ view: { tokens } }: Pick<Scene, 'view'>, at: number): [number, number] {
  const fits = (i: number): boolean => tokens[i]?.upos === 'PROPN' && tokens[i]!.sentence === tokens[at]!.sentence
  const touches = (i: number): boolean =>
    /^[-’']$/.test(tokens[i]?.text ?? '') &&
    tokens[i]!.start === tokens[i - 1]?.end &&
    tokens[i]!.end === tokens[i + 1]?.start
  let first = at
  let last = at
  for (;;) {
    if (fits(first - 1)) first--
    else if (touches(first - 1) && fits(first - 2)) first -= 2
    else break
  }
  for (;;) {
    if (fits(last + 1)) last++
    else if (touches(last + 1) && fits(last + 2)) last += 2
    else break
  }
  while (last > first && /^(?:settlement|quarter|land|area)$/.test(sortOf(tokens[last]!) ?? '')) last--
  while (last > first && (/^[-’']$/.test(tokens[last]!.text) || WEEKDAY.test(tokens[last]!.text))) last--
  return [first, last]
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/** Does the run hold more than the one place: another place, a demonym, an actor, a direction? */
function holdsOthers(
  { reading, place, actor, view }: Scene,
  first: number,
  last: number,
  mention: PlaceMention,
): boolean {
  for (let i = first; i <= last; i++) {
    const other = place[i]! >= 0 ? reading.places[place[i]!]! : null
    if (other && other !== mention && (other.kind === 'demonym' || other.source !== 'none')) return true
    if (actor[i]! >= 0 && reading.actors[actor[i]!]!.kind !== 'person') return true
    const { text, start, end } = view.tokens[i]!
    if (
      /^(?:north|south|east|west|central|new|old|upper|lower|greater|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/i.test(
        text,
      ) &&
      (start < mention.start || end > mention.end)
    )
      return true
  }
  return false
}

/** A mention as the ground a claim is about: "8 km from Tarin" is about Tarin, which is all that is known of where. */
export function grounded(mention: PlaceMention): PlaceMention {
  if (mention.source !== 'relative') return mention
  const name = mention.name.replace(/^.*?\b(?:of|from)\s+/, '')
  return { ...mention, name, id: mention.id?.replace(/\/@.*$/, '') ?? null }
}
