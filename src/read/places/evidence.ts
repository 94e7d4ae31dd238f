/**
 * Evidence: what the words around a name say about its being a place.
 *
 *     Mr. Jordan      a title: -3          in Jordan        a preposition: +2
 *     Jordan said     a verb of speech     Amman, Jordan    held by the next name: +4
 *
 * Sums of small weights, read as log-odds and set by hand on the development set;
 * the lists of words are data/language/place-words.tsv.
 */
import type { Place } from '../../knowledge/gazetteer.ts'
import type { PlaceCues } from '../../knowledge/place-cues.ts'
import { firstAfter } from '../../model/span.ts'
import { governed, isDescribed, isFeature, isTaken } from './around.ts'
import type { Spot, SpotContext } from './spot.ts'
import { qualifies } from './within.ts'
import type { Word } from './words.ts'

/** Words that are parts of persons' names in this report: all but the first word of a full name, and what follows a title. */
export function surnames({ text, words, names, lexicon: { around } }: SpotContext): ReadonlySet<string> {
  const people = new Set<string>()
  for (const name of names)
    if (name.type === 'PER')
      for (const part of text.slice(name.start, name.end).toLowerCase().split(/\s+/).slice(1)) people.add(part)
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!
    const before = words[index - 1]!
    if (word.capital && before.capital && around.title.has(before.lower) && /^\.? $/.test(word.gap))
      people.add(word.lower)
  }
  return people
}

/** Sum what speaks for and against a place at this spot; `before` and `after` are its neighbours. */
export function evidenceFor(
  spot: Spot,
  before: Spot | undefined,
  after: Spot | undefined,
  context: SpotContext,
  people: ReadonlySet<string>,
): number {
  const { text, words, names, lexicon } = context
  const { around } = lexicon
  if (spot.demonym) return 3
  const top = spot.candidates.reduce((most, place) => Math.max(most, weight(place)), UNLISTED)
  let sum = top
  const single = spot.last - spot.first === 1
  if (!single) sum += 1.2
  const word = words[spot.first]!
  const country = spot.candidates.some((place) => place.kind === 'country')
  if (single && around.faith.has(word.lower)) sum -= 8
  if (single && lexicon.ordinary.has(word.lower) && !country) sum -= word.first ? 3.5 : 2
  if (spot.key.length <= 3 && !country) sum -= 1

  const previous = words[spot.first - 1]
  const next = words[spot.last]
  const titled = previous && /^\.? $/.test(word.gap) && previous.capital && around.title.has(previous.lower)
  const near = previous && /^[\s"“‘'(-]{1,2}$/.test(word.gap) ? previous : undefined
  if (titled) sum -= country ? 4 : 3
  if (near && !near.capital) {
    const [one, two] = [near.lower, words[spot.first - 2]?.lower ?? '']
    if (around.locative.has(one)) sum += 2
    else if (one === 'of' && around.kind.has(two)) sum += single && around.settlement.has(two) ? 6 : 3
    else if (one === 'of') sum += words[spot.first - 2]?.capital ? 2 : 0.8
    else if (around.direction.has(one)) sum += 1.5
    else if (one === 'the' && !country) sum -= 0.7
  } else if (near && !near.first && !(before && before.last === spot.first)) {
    if (!titled && !around.direction.has(near.lower) && !around.calendar.has(near.lower) && word.gap === ' ') sum -= 2
  }

  if (next?.gap === ' ') {
    if (!next.capital) {
      if (around.after.has(next.lower)) sum += 1.5
      else if (single && !country && around.speech.has(next.lower)) sum -= 1.5
    } else if (around.institution.has(next.lower)) sum += 1
    else if (single && !around.calendar.has(next.lower)) sum -= country ? 1 : 1.8
  }
  if (
    spot.candidates.length === 0 &&
    (governed(context, spot.first, spot.end) || isFeature(context, spot.first, spot.last))
  )
    sum += 4
  if (isDescribed(context, spot.end) || isTaken(context, spot)) sum += 6
  // "The regional capital, X,": what it is stands before it.
  if (word.gap === ', ' && /^[,.]/.test(text.slice(spot.end)) && around.kind.has(previous?.lower ?? '')) sum += 3
  if (single && continues(next, words[spot.last + 1], around) && after?.first !== spot.last) sum -= 3
  if (single && before && !before.demonym && before.last === spot.first && word.gap === ' ') sum -= 2.5
  if (word.first && /^(?:,[^.]{0,40})?(?: \([^)]{2,20}\))? ?(?:--|[—–]| -) ?/.test(text.slice(spot.end, spot.end + 70)))
    sum += 3
  if (after && qualifies(text, spot, after)) sum += 4
  if (before && qualifies(text, before, spot)) sum += 4
  if (single && people.has(word.lower) && !country) sum -= 3
  for (let n = firstAfter(names, spot.start); n < names.length && names[n]!.start < spot.end; n++) {
    const name = names[n]!
    if (name.type === 'LOC') sum += 2.5
    // Whoever the district is called after, it is a place.
    else if (name.type === 'PER') sum -= AREA.test(text.slice(name.end, spot.end)) ? 0 : 4
    else if (name.end > spot.end || name.start < spot.start) sum += 1
  }
  return sum
}

/** Does the name go on: "Bab el-Oued", "Port-au-Prince"? "London-based" does not. */
const continues = (next: Word | undefined, then: Word | undefined, { article }: PlaceCues): boolean =>
  next !== undefined &&
  ((next.gap === '-' && (next.capital || article.has(next.lower))) ||
    (next.gap === ' ' && article.has(next.lower) && then?.gap === '-' && then.capital))

const AREA = /\b(?:district|province|governorate|county|region|valley)$/i

/** Prior of a name that no list holds. */
const UNLISTED = -1

/** Prior of a place to be in the news at all. */
function weight(place: Place): number {
  if (place.kind === 'country' || place.kind === 'region') return 3
  if (place.source !== 'gazetteer') return 2
  const size = place.population > 1e6 ? 1.5 : place.population > 1e5 ? 0.7 : place.population > 15000 ? 0 : -0.8
  return (place.precision === 'admin' ? Math.max(size, 0.5) : size) - (place.alternate ? 1 : 0)
}
