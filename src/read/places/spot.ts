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
import * as cues from './cues.ts'
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
  const spots: Spot[] = []
  for (let index = 0; index < words.length; ) {
    const spot = longestAt(context, cache, index)
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
  return agree(scored)
}

/** The longest known name that starts at this word. */
function longestAt(context: SpotContext, cache: Map<string, readonly Place[]>, first: number): Spot | null {
  const { words, text, gazetteer, lexicon } = context
  const head = words[first]!
  const article = !head.capital && isArticle(words, first)
  if (!head.capital && !article) return null
  let limit = first + 1
  while (limit < words.length && limit - first < LONGEST && JOINT.test(words[limit]!.gap)) limit++
  for (let last = limit; last > first; last--) {
    const tail = words[last - 1]!
    if (!tail.capital) continue
    if (words.slice(first + 1, last).some((word) => !word.capital && !cues.PARTICLE.has(word.lower))) continue
    const surface = text.slice(head.start, tail.end)
    const base = { start: head.start, end: tail.end, text: surface, first, last, evidence: 0 }
    const state = abbreviation(context, surface, tail, first)
    if (state)
      return { ...base, end: state.end, key: foldKey(state.place.name), candidates: [state.place], demonym: false }
    if (last - first === 1 && cues.CALENDAR.has(head.lower)) continue
    const key = foldKey(surface)
    if (key.length < 2 || (key.length === 2 && !/^(?:us|uk)$/i.test(key))) continue
    if (surface === 'us' || surface === 'Us') continue
    const country = lexicon.demonyms.get(key)
    const nation = country ? gazetteer.get(`country:${country}`) : undefined
    if (nation) return { ...base, key: `demonym ${country}`, candidates: [nation], demonym: true }
    let candidates = cache.get(key)
    if (!candidates) cache.set(key, (candidates = gazetteer.find(surface)))
    if (candidates.length > 0) return { ...base, key, candidates, demonym: false }
  }
  return null
}

const isArticle = (words: readonly Word[], index: number): boolean =>
  /^(?:al|el|ad|an|ar|as|ash|at|az)$/.test(words[index]!.lower) &&
  words[index + 1]?.gap === '-' &&
  words[index + 1]?.capital === true

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

/** Second words of "First Last" pairs that are not preceded by a preposition: surnames used alone later. */
function surnames({ words, names }: SpotContext): ReadonlySet<string> {
  const people = new Set<string>()
  for (const name of names)
    if (name.type === 'PER')
      for (const word of words) if (word.start > name.start && word.end <= name.end) people.add(word.lower)
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!
    const before = words[index - 1]!
    if (word.capital && before.capital && cues.TITLE.has(before.lower) && /^\.? $/.test(word.gap))
      people.add(word.lower)
  }
  return people
}

function evidenceFor(
  spot: Spot,
  before: Spot | undefined,
  after: Spot | undefined,
  { text, words, names, lexicon }: SpotContext,
  people: ReadonlySet<string>,
): number {
  if (spot.demonym) return 3
  const top = Math.max(...spot.candidates.map((place) => weight(place)))
  let sum = top
  const single = spot.last - spot.first === 1
  if (!single) sum += 1.2
  const word = words[spot.first]!
  const country = spot.candidates.some((place) => place.kind === 'country')
  if (single && lexicon.ordinary.has(word.lower) && !country) sum -= word.first ? 3.5 : 2
  if (spot.key.length <= 3 && !country) sum -= 1

  const previous = words[spot.first - 1]
  const next = words[spot.last]
  const titled = previous && /^\.? $/.test(word.gap) && previous.capital && cues.TITLE.has(previous.lower)
  const near = previous && /^[\s"“‘'(-]{1,2}$/.test(word.gap) ? previous : undefined
  if (titled) sum -= country ? 4 : 3
  if (near && !near.capital) {
    const [one, two] = [near.lower, words[spot.first - 2]?.lower ?? '']
    if (cues.LOCATIVE.has(one)) sum += 2
    else if (one === 'of' && cues.KIND_OF.has(two)) sum += 3
    else if (one === 'of') sum += words[spot.first - 2]?.capital ? 2 : 0.8
    else if (cues.DIRECTION.has(one)) sum += 1.5
    else if (one === 'the' && !country) sum -= 0.7
  } else if (near && !near.first && !(before && before.last === spot.first)) {
    if (!titled && !cues.DIRECTION.has(near.lower) && !cues.CALENDAR.has(near.lower) && word.gap === ' ') sum -= 2
  }

  if (next?.gap === ' ') {
    if (!next.capital) {
      if (cues.AFTER.has(next.lower)) sum += 1.5
      else if (single && !country && cues.SPEECH.has(next.lower)) sum -= 1.5
    } else if (cues.INSTITUTION.has(next.lower)) sum += 1
    else if (single && !cues.CALENDAR.has(next.lower)) sum -= country ? 1 : 1.8
  }
  if (single && before && !before.demonym && before.last === spot.first && word.gap === ' ') sum -= 2.5
  if (word.first && /^(?:,[^.]{0,40})?(?: \([^)]{2,20}\))? ?(?:--|[—–]| -) ?/.test(text.slice(spot.end, spot.end + 70)))
    sum += 3
  if (after && qualifies(text, spot, after)) sum += 4
  if (before && qualifies(text, before, spot)) sum += 4
  if (single && people.has(word.lower) && !country) sum -= 3
  for (const name of names)
    if (name.start < spot.end && spot.start < name.end) {
      if (name.type === 'LOC') sum += 2.5
      else if (name.type === 'PER') sum -= 4
      else if (name.end > spot.end || name.start < spot.start) sum -= 0.5
    }
  return sum
}

/** Prior of a place to be in the news at all. */
function weight(place: Place): number {
  if (place.kind === 'country' || place.kind === 'region') return 3
  if (place.source !== 'gazetteer') return 2
  const size = place.population > 1e6 ? 1.5 : place.population > 1e5 ? 0.7 : place.population > 15000 ? 0 : -0.8
  return (place.precision === 'admin' ? Math.max(size, 0.5) : size) - (place.alternate ? 1 : 0)
}

/** Does `inner`, `outer` read as "Paris, Texas": a comma, and the second holds one of the first's candidates? */
export function qualifies(text: string, inner: Spot, outer: Spot): boolean {
  if (inner.demonym || outer.demonym) return false
  const gap = text.slice(inner.end, outer.start)
  if (!/^(?:, ?| \(|, in | in )$/.test(gap)) return false
  return inner.candidates.some((place) => outer.candidates.some((holder) => contains(holder, place)))
}

/** Does the one hold the other, by country or first-order area? */
export const contains = (holder: Place, place: Place): boolean =>
  holder.id !== place.id &&
  (place.partOf.includes(holder.id) ||
    (holder.kind === 'country' && holder.country === place.country && place.kind !== 'country'))

/** One sense a discourse: a name that is surely a place once is a place again, and the other way round. */
function agree(spots: readonly Spot[]): Spot[] {
  const best = new Map<string, number>()
  for (const spot of spots) best.set(spot.key, Math.max(best.get(spot.key) ?? -9, spot.evidence))
  return spots.filter((spot) => spot.evidence > 0 || (spot.evidence > -1.5 && best.get(spot.key)! > 2))
}
