/**
 * What the words around a name say of its being a place: read by whoever looks for names that no list holds (unlisted.ts), and
 * weighed by `evidence.ts`.
 *
 *     the village of Tokhar      introduced          Tokhar, a market town      described
 *     near Tokhar, where         governed            rebels retook Tokhar       taken
 */
import type { PlaceCues } from '../../knowledge/place-cues.ts'
import { firstAfter } from '../../model/span.ts'
import type { Spot, SpotContext } from './spot.ts'

/** "Tokhar, a market town on the border": what follows the name says that it is a place. */
export const isDescribed = ({ text, lexicon: { around } }: SpotContext, end: number): boolean =>
  text[end] === ',' && around.apposition.test(text.slice(end, end + 80))

/** "Tokhar fell to": told of towns, hardly of people. */
const FELL =
  /^ (?:(?:has |had )?(?:fell|fallen|falls) to\b|(?:was|were|has been|had been|is|are) (?:\w+ly )?(?:retaken|recaptured|overrun|liberated|besieged|encircled)\b|(?:is|are|was|remains?|remained|stays?) (?:now |still |firmly )?(?:under (?:\w+ )?(?:control|siege)|in (?:our|their|rebel|government|army) hands)\b)/i
const RETAKEN = /^(?:retakes?|retook|retaken|recaptured?|recaptures|overran|overrun)$/
/** Has it fallen, by what follows the name? */
export const isFallen = (text: string, end: number): boolean => FELL.test(text.slice(end, end + 40))

/** "Tokhar fell to", "retook Tokhar", "the brigade took Tokhar". */
export const isTaken = (context: SpotContext, { first, end }: Pick<Spot, 'first' | 'end'>): boolean =>
  isFallen(context.text, end) ||
  (context.words[first]!.gap === ' ' && RETAKEN.test(context.words[first - 1]?.lower ?? '')) ||
  isWon(context, first, end)

/** "The brigade took Tokhar", "Tokhar fell on Monday": what men at arms of the same sentence win, enter or give up. */
export function isWon({ text, words, names }: SpotContext, first: number, end: number): boolean {
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

/** Does "the village of" or the like stand before this word? */
export const introduced = ({ words, lexicon: { around } }: SpotContext, index: number): boolean =>
  words[index]!.gap === ' ' && words[index - 1]?.lower === 'of' && around.settlement.has(words[index - 2]?.lower ?? '')

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

/** What a mountain's or a cape's name begins with. */
export const MOUNT = /^(?:mount|mt|cape)$/

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
