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
import type { PlaceCues } from '../../knowledge/place-cues.ts'
import type { PlaceWords } from '../../knowledge/places.ts'
import type { Name } from '../../model/mention.ts'
import { firstAfter, type Span } from '../../model/span.ts'
import { evidenceFor, surnames } from './evidence.ts'
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

/** "Tokhar, a market town on the border": what follows the name says that it is a place. */
export const isDescribed = ({ text, lexicon: { around } }: SpotContext, end: number): boolean =>
  text[end] === ',' && around.apposition.test(text.slice(end, end + 80))

/** "Tokhar fell to", "retook Tokhar": told of towns, hardly of people. */
const FELL =
  /^ (?:(?:has |had )?(?:fell|fallen|falls) to\b|(?:was|were|has been|had been|is|are) (?:\w+ly )?(?:retaken|recaptured|overrun|liberated|besieged|encircled)\b|(?:is|are|was|remains?|remained|stays?) (?:now |still |firmly )?(?:under (?:\w+ )?(?:control|siege)|in (?:our|their|rebel|government|army) hands)\b)/i
const RETAKEN = /^(?:retakes?|retook|retaken|recaptured?|recaptures|overran|overrun)$/
export const isTaken = (context: SpotContext, { first, end }: Pick<Spot, 'first' | 'end'>): boolean =>
  FELL.test(context.text.slice(end, end + 40)) ||
  (context.words[first]!.gap === ' ' && RETAKEN.test(context.words[first - 1]?.lower ?? '')) ||
  isWon(context, first, end)

/** "The brigade took Tokhar", "Tokhar fell on Monday": what men at arms of the same sentence win, enter or give up. */
function isWon({ text, words, names }: SpotContext, first: number, end: number): boolean {
  const { start } = words[first]!
  if (!/\p{Ll}/u.test(text.slice(start, end))) return false
  const verb = words[first - 1]?.lower ?? ''
  const name = names[firstAfter(names, start)]
  const person = name?.type === 'PER' && name.start < end
  if (person && (SEIZED.test(verb) || /\s/.test(text.slice(start, name.end)))) return false
  if (/^ (?:\p{Lu}|who\b|whom\b|said\b|['’])/u.test(text.slice(end, end + 6))) return false
  if (words[first]!.gap === ' ' && WON.test(verb)) return ARMED.test(sentenceBefore(text, start))
  // "Shells fell on the town": no name.
  if (words[first]!.first && !(name && name.start < end)) return false
  const about = sentenceBefore(text, start) + text.slice(end, end + 120)
  return SANK.test(text.slice(end, end + 16)) && (ARMED.test(about) || TOWN.test(about))
}

const WON =
  /^(?:took|taken|occupied|occupy|abandoned|besieged|besiege|encircled|encircle|surrounded|reached|entered|lost|seized|captured|capture)$/
/** Done to people, too. */
const SEIZED = /^(?:captured?|seized|lost|surrounded)$/
const SANK = /^ (?:fell|surrendered|capitulated) (?:on|in|without|after|last|at|yesterday|to)\b/
const TOWN = /\b(?:towns?|city|cities|villages?|capital|strongholds?)\b/i
const ARMED =
  /\b(?:troops|forces|rebels?|army|fighters|soldiers|militants|insurgents|militia(?:men)?|units|battalions?|brigades?|regiment|marines|paratroopers|guerrillas|gunmen|separatists|garrison|jihadists|commandos|tanks)\b/i

/** What its sentence says before `at`, at most 160 characters. */
const sentenceBefore = (text: string, at: number): string =>
  /[^.!?\n]*$/.exec(text.slice(Math.max(0, at - 160), at))![0]

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

/** Names that no list holds and that the report calls a place somewhere: they are that place wherever they stand. */
function namedBefore(context: SpotContext): ReadonlySet<string> {
  const keys = new Set<string>()
  for (let index = 0; index < context.words.length; index++) {
    const spot = unlistedAt(context, index, NONE)
    if (spot && spot.candidates.length === 0 && spot.key.length > 4) keys.add(spot.key)
  }
  return keys
}

const NONE: ReadonlySet<string> = new Set()

/** Does "the village of" or the like stand before this word? */
const introduced = ({ words, lexicon: { around } }: SpotContext, index: number): boolean =>
  words[index]!.gap === ' ' && words[index - 1]?.lower === 'of' && around.settlement.has(words[index - 2]?.lower ?? '')

const obscure = (spot: Spot): boolean =>
  !spot.demonym && spot.candidates.every((place) => place.source === 'gazetteer' && place.population < 100_000)

/**
 * A name that no list holds, where the words around it or the tagger say that it is a place:
 * "the village of Tokhar", "al-Sinaah district". Its candidates are what it may be in another romanisation.
 */
function unlistedAt(context: SpotContext, first: number, known: ReadonlySet<string>): Spot | null {
  const { words, text, names, gazetteer, lexicon } = context
  const { around } = lexicon
  const head = words[first]!
  if (!head.capital && !isArticle(words, first)) return null
  if (around.calendar.has(head.lower) || lexicon.demonyms.has(head.lower)) return null
  if (head.first && around.locative.has(head.lower)) return null
  let last = first + 1
  while (last < words.length && last - first < 4 && /^[ -]$/.test(words[last]!.gap)) {
    const word = words[last]!
    if (
      !word.capital &&
      !(around.article.has(word.lower) && words[last + 1]?.capital && /^[ -]$/.test(words[last + 1]!.gap))
    )
      break
    last++
  }
  while (last > first + 1 && !words[last - 1]!.capital) last--
  const [start, end] = [head.start, words[last - 1]!.end]
  const next = words[last]
  const said =
    introduced(context, first) ||
    isDescribed(context, end) ||
    FELL.test(text.slice(end, end + 40)) ||
    (isWon(context, first, end) && !lexicon.ordinary.has(head.lower)) ||
    isFeature(context, first, last) ||
    (next?.gap === ' ' && around.settlement.has(next.lower) && !(head.first && lexicon.ordinary.has(head.lower)))
  const name = names[firstAfter(names, start)]
  const tagged = name?.type === 'LOC' && name.start === start && name.end >= head.end ? name : undefined
  const before = head.gap === ' ' ? (words[first - 1]?.lower ?? '') : ''
  const stands = around.within.has(before) || (tagged && around.taken.has(before))
  const free = !name || name.start >= end || (name.type === 'PER' && before === 'near')
  const untagged =
    free && governed(context, first, end) && !lexicon.ordinary.has(head.lower) && /\p{Ll}/u.test(head.text)
  const again = known.has(foldKey(text.slice(start, end)))
  if (!said && !again && !untagged && !(stands && tagged)) return null
  if (around.facility.has(words[last - 1]!.lower)) return null
  // The tagger may stop short of the last word of a name: "Roca | Sales".
  const cut = tagged && words[last - 2]?.end === tagged.end && isFree(names, words[last - 1]!, lexicon)
  const until = tagged && !said && !again && !cut ? Math.min(end, tagged.end) : end
  const surface = text.slice(start, until)
  const key = foldKey(surface)
  if (key.length < 3) return null
  while (last > first + 1 && words[last - 1]!.start >= until) last--
  return {
    start,
    end: until,
    text: surface,
    key,
    first,
    last,
    evidence: 0,
    demonym: false,
    candidates: gazetteer.findLoosely(surface),
  }
}

/** "Through the Argun Gorge", "on Mount Tokhar": the name itself says that the land is called so. */
export const isFeature = ({ words, lexicon: { around } }: SpotContext, first: number, last: number): boolean =>
  last - first > 1 &&
  (MOUNT.test(words[first]!.lower) ||
    (around.feature.has(words[last - 1]!.lower) &&
      [first - 1, first - 2].some((at) => around.locative.has(words[at]?.lower ?? '') || words[at]?.lower === 'of')))

/** Does a name that no list holds say that it is land: "Mount Tokhar", "Argun Gorge"? */
export function isLand(name: string, { feature }: PlaceCues): boolean {
  const [first = '', ...rest] = name.toLowerCase().split(' ')
  return rest.length > 0 && (MOUNT.test(first) || feature.has(rest.at(-1)!))
}
const MOUNT = /^(?:mount|mt|cape)$/

/** "Near X", "towards X", "residents of X", "bombed X, where": words that hardly anything but a place follows or precedes. */
export function governed({ words, text, lexicon: { around } }: SpotContext, first: number, end: number): boolean {
  if (words[first]!.gap !== ' ') return false
  const before = words[first - 1]?.lower ?? ''
  return (
    /^(?:near|towards?)$/.test(before) ||
    (before === 'of' && around.resident.has(words[first - 2]?.lower ?? '')) ||
    (around.taken.has(before) && text.startsWith(', where', end))
  )
}

/** No word of another name, no day and no people. */
const isFree = (names: readonly Name[], { start, lower }: Word, { around, demonyms }: PlaceWords): boolean =>
  !around.calendar.has(lower) &&
  !demonyms.has(lower) &&
  !around.institution.has(lower) &&
  names[firstAfter(names, start)]?.start !== start

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

/** "in", "in the north of", "in northern": what lies between a place and what it lies in. */
const WITHIN = /^,? in (?:the )?(?:(?:north|south|east|west|cent)[\p{Ll}-]* (?:of (?:the )?)?)?$/u

/** Does `inner`, `outer` read as "Paris, Texas": a comma or "in", and the second holds one of the first's candidates? */
export function qualifies(text: string, inner: Spot, outer: Spot): boolean {
  if (inner.demonym || outer.demonym) return false
  const gap = text.slice(inner.end, outer.start)
  if (!/^(?:, ?| \()$/.test(gap) && !WITHIN.test(gap)) return false
  return inner.candidates.some((place) => outer.candidates.some((holder) => contains(holder, place)))
}

/** "Solan in northern Ostland", where the list has a Solan in other countries only: it is none of those. */
export function liesElsewhere(text: string, inner: Spot, outer: Spot): boolean {
  const holders = outer.candidates.filter((place) => place.kind === 'country')
  if (inner.demonym || holders.length === 0 || !WITHIN.test(text.slice(inner.end, outer.start))) return false
  return inner.candidates.every(
    (place) =>
      place.kind !== 'country' && place.kind !== 'region' && !holders.some((holder) => contains(holder, place)),
  )
}

/** Does the one hold the other, by country or first-order area? */
export const contains = (holder: Place, place: Place): boolean =>
  holder.id !== place.id &&
  (place.partOf.includes(holder.id) ||
    (holder.kind === 'country' && holder.country === place.country && place.kind !== 'country'))

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
