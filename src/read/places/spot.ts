/**
 * Spotting: the stretches of text that may name a place, and how much speaks for it.
 *
 *     Jordan said the town of Bartella, east of Mosul, ...
 *     ^^^^^^ -1              ^^^^^^^^ +4         ^^^^^ +4
 *
 * The longest name known to the gazetteer at each capital letter, scored by the
 * words around it and by the name tagger. Which of the places of that name is
 * meant is resolve.ts's business.
 */
import { foldKey } from '../../knowledge/fold.ts'
import type { Gazetteer, Place } from '../../knowledge/gazetteer.ts'
import type { PlaceWords } from '../../knowledge/places.ts'
import type { Name } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import { introduced, isDescribed, isTaken, MOUNT } from './around.ts'
import { evidenceFor, surnames } from './evidence.ts'
import { isArticle, namedBefore, unlistedAt } from './unlisted.ts'
import type { Word } from './words.ts'

/** A stretch that may name a place. */
export interface Spot extends Span {
  readonly text: string
  /** Folded name: spots with the same key mean the same place. */
  readonly key: string
  readonly candidates: readonly Place[]
  readonly demonym: boolean
  /** Words it covers, `[first, last)` of the word list. */
  readonly first: number
  readonly last: number
  /** Sum of what speaks for (positive) and against a place; log-odds by feel, tuned on the development set. */
  readonly evidence: number
}

/** What spotting asks about the report. */
export interface SpotContext {
  readonly text: string
  readonly words: readonly Word[]
  readonly names: readonly Name[]
  readonly gazetteer: Gazetteer
  readonly lexicon: PlaceWords
}

const LONGEST = 6
const JOINT = /^(?: |-|\. |['’]|, (?=D\.C))$/

/** All spots of a report in text order, without overlaps; those with too little evidence are left out. */
export function spotPlaces(context: SpotContext): Spot[] {
  const { words } = context
  const cache = new Map<string, readonly Place[]>()
  const people = surnames(context)
  const unlisted = namedBefore(context)
  const spots: Spot[] = []
  for (let index = 0; index < words.length; ) {
    const listed = longestAt(context, cache, index)
    const spot = listed
      ? withTail(context, rather(context, listed, index, unlisted))
      : unlistedAt(context, index, unlisted)
    if (!spot) {
      index++
      continue
    }
    spots.push(spot)
    index = spot.last
  }
  const scored = spots.map((spot, position) => ({
    ...spot,
    evidence: evidenceFor(spot, spots[position - 1], spots[position + 1], context, people),
  }))
  return agree(scored, context)
}

/** The longest known name that starts at this word. */
function longestAt(context: SpotContext, cache: Map<string, readonly Place[]>, first: number): Spot | null {
  const { words, text, gazetteer, lexicon } = context
  const { around } = lexicon
  const head = words[first]!
  const article = !head.capital && isArticle(words, first)
  if (!head.capital && !article) return null
  let limit = first + 1
  while (limit < words.length && limit - first < LONGEST && JOINT.test(words[limit]!.gap)) limit++
  for (let last = limit; last > first; last--) {
    const tail = words[last - 1]!
    // "US$5 million" is money.
    if (!tail.capital || text[tail.end] === '$') continue
    if (words.slice(first + 1, last).some((word) => !word.capital && !around.particle.has(word.lower))) continue
    const surface = text.slice(head.start, tail.end)
    const base = { start: head.start, end: tail.end, text: surface, first, last, evidence: 0 }
    const state = abbreviation(context, surface, tail, first)
    if (state)
      return { ...base, end: state.end, key: foldKey(state.place.name), candidates: [state.place], demonym: false }
    if (last - first === 1 && (around.calendar.has(head.lower) || around.direction.has(head.lower))) continue
    const key = foldKey(surface)
    if (key.length < 2 || (key.length === 2 && !/^(?:us|uk)$/i.test(key))) continue
    if (surface === 'us' || surface === 'Us') continue
    const country = lexicon.demonyms.get(key)
    const nation = country ? gazetteer.get(`country:${country}`) : undefined
    if (nation) return { ...base, key: `demonym ${country}`, candidates: [nation], demonym: true }
    let candidates = cache.get(key)
    if (!candidates) cache.set(key, (candidates = gazetteer.find(surface)))
    if (candidates.length > 0) return { ...base, key, candidates, demonym: false }
    const owner = last - first === 1 && key.length > 4 && key.endsWith('s') ? gazetteer.find(key.slice(0, -1)) : []
    if (owner.some(eminent))
      return { ...base, key: key.slice(0, -1), candidates: owner.filter(eminent), demonym: false }
  }
  return null
}

/** "Ribeira" of "Ribeira da Costa": the list's short name, called by its whole one. */
function withTail({ words, text }: SpotContext, spot: Spot): Spot {
  const [link, tail] = [words[spot.last], words[spot.last + 1]]
  if (spot.demonym || !link || !tail?.capital || !TAIL.test(link.lower)) return spot
  if (link.gap !== ' ' || tail.gap !== ' ') return spot
  const whole = text.slice(spot.start, tail.end)
  return { ...spot, end: tail.end, text: whole, key: foldKey(whole), last: spot.last + 2 }
}

/** Words that join the parts of one name in Portuguese, Spanish, French and Italian. */
export const TAIL = /^(?:da|das|do|dos|de|del|di|du)$/

/** Known well enough that "Syrias" and "Aleppos" are its genitive, as texts have it that lost their apostrophes. */
const eminent = (place: Place): boolean =>
  place.kind === 'country' || (!place.alternate && (place.source !== 'gazetteer' || place.population > 500_000))

/** The listed name, or a longer one that no list holds where the words around it say that a place is named. */
function rather(context: SpotContext, listed: Spot, index: number, unlisted: ReadonlySet<string>): Spot {
  const whole = unlistedAt(context, index, unlisted)
  if (!whole || whole.end <= listed.end) return listed
  const told =
    isDescribed(context, whole.end) ||
    MOUNT.test(context.words[index]!.lower) ||
    (obscure(listed) && unlisted.has(whole.key))
  return told || (obscure(listed) && introduced(context, index)) ? whole : listed
}

const obscure = (spot: Spot): boolean =>
  !spot.demonym && spot.candidates.every((place) => place.source === 'gazetteer' && place.population < 100_000)

/** "Tex." and "TX" count after a comma, with their full stop or as two capitals; "W.Va." and "S.C." anywhere. */
function abbreviation(
  context: SpotContext,
  surface: string,
  tail: Word,
  first: number,
): { place: Place; end: number } | null {
  const { lexicon, words, text, gazetteer } = context
  const stop = text[tail.end] === '.' ? `${surface}.` : surface
  const code = lexicon.abbreviations.get(stop) ?? lexicon.abbreviations.get(surface)
  const place = code ? gazetteer.get(`admin1:${code}`) : undefined
  if (!place) return null
  const afterComma = /^,\s$/.test(words[first]!.gap)
  const dotted = surface.includes('.')
  if (!afterComma && !(dotted && surface.length > 3)) return null
  return { place, end: lexicon.abbreviations.has(stop) && !dotted ? tail.end + stop.length - surface.length : tail.end }
}

/**
 * One sense a discourse: a name that is surely a place once is a place again, and the other way round.
 * Where the report says what it is ("the town of X"), a tagger that took it for a person elsewhere was wrong.
 */
function agree(spots: readonly Spot[], context: SpotContext): Spot[] {
  const best = new Map<string, number>()
  const told = new Set<string>()
  for (const spot of spots) {
    best.set(spot.key, Math.max(best.get(spot.key) ?? -9, spot.evidence))
    if (introduced(context, spot.first) || isDescribed(context, spot.end) || isTaken(context, spot)) told.add(spot.key)
  }
  return spots.filter(
    ({ key, evidence }) =>
      evidence > 0 || (told.has(key) ? best.get(key)! > 0 && evidence > -5.5 : best.get(key)! > 2 && evidence > -1.5),
  )
}
