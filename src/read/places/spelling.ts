/**
 * Spelling: a place of the world index goes by the name that the report gives it.
 *
 *     "Shusha ... Shushi ... Shusha"     the index's Susa is called Shusha here
 *     "Aleppo city"                      Aleppo: the index's own name and more
 *
 * The index writes romanised names in one way, English papers in another. Countries, provinces and the places
 * of a hand-made list keep their names: those are written in English. Which place is meant is not decided here.
 */
import { foldKey } from '../../knowledge/fold.ts'
import type { Place } from '../../knowledge/gazetteer.ts'
import type { Resolved } from './resolve.ts'
import { type Spot, TAIL } from './spot.ts'

/** What the index names in English. */
const ENGLISH: ReadonlySet<Place['precision']> = new Set(['country', 'admin'])

/** The name of each town of the world index as the report spells it most often, by the place's id. */
export function spellings(
  spots: readonly Spot[],
  resolved: ReadonlyMap<string, Resolved>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { key, text, demonym } of spots) {
    const place = resolved.get(key)?.place
    if (place?.source !== 'gazetteer' || ENGLISH.has(place.precision) || demonym) continue
    const known = counts.get(place.id) ?? new Map<string, number>()
    counts.set(place.id, known)
    const name = spelt(text, place)
    known.set(name, (known.get(name) ?? 0) + 1)
  }
  return new Map(
    [...counts].map(([id, known]) => [id, [...known].reduce((best, one) => (one[1] > best[1] ? one : best))[0]]),
  )
}

/** The report's words, unless they only add to the place's name or are set in capitals. */
function spelt(text: string, { name }: Place): string {
  const own = foldKey(text)
  const known = foldKey(name)
  if (own.startsWith(`${known} `) && TAIL.test(own.slice(known.length + 1).split(' ')[0]!)) return text
  return own === known || own.startsWith(`${known} `) || own === `${known}s` || text === text.toUpperCase()
    ? name
    : text
}
