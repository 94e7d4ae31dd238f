/**
 * Names that no list holds and that are places all the same, by the words around them or by the name tagger.
 *
 *     the village of Tokhar      al-Sinaah district      near Tokhar, where
 */
import { foldKey } from '../../knowledge/fold.ts'
import type { PlaceWords } from '../../knowledge/places.ts'
import type { Name } from '../../model/mention.ts'
import { firstAfter } from '../../model/span.ts'
import { governed, introduced, isDescribed, isFallen, isFeature, isWon } from './around.ts'
import type { Spot, SpotContext } from './spot.ts'
import type { Word } from './words.ts'

/** Names that no list holds and that the report calls a place somewhere: they are that place wherever they stand. */
export function namedBefore(context: SpotContext): ReadonlySet<string> {
  const keys = new Set<string>()
  for (let index = 0; index < context.words.length; index++) {
    const spot = unlistedAt(context, index, NONE)
    if (spot && spot.candidates.length === 0 && spot.key.length > 4) keys.add(spot.key)
  }
  return keys
}

const NONE: ReadonlySet<string> = new Set()

/**
 * A name that no list holds, where the words around it or the tagger say that it is a place:
 * "the village of Tokhar", "al-Sinaah district". Its candidates are what it may be in another romanisation.
 */
export function unlistedAt(context: SpotContext, first: number, known: ReadonlySet<string>): Spot | null {
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
    isFallen(text, end) ||
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

/** No word of another name, no day and no people. */
const isFree = (names: readonly Name[], { start, lower }: Word, { around, demonyms }: PlaceWords): boolean =>
  !around.calendar.has(lower) &&
  !demonyms.has(lower) &&
  !around.institution.has(lower) &&
  names[firstAfter(names, start)]?.start !== start

/** "al-", "Ash-": an article that begins a name. */
export const isArticle = (words: readonly Word[], index: number): boolean =>
  /^(?:al|el|ad|an|ar|as|ash|at|az)$/.test(words[index]!.lower) &&
  words[index + 1]?.gap === '-' &&
  words[index + 1]?.capital === true
