/**
 * Places: the spans that name somewhere, and where that is.
 *
 *     words ─▶ spots (read/places/spot.ts) ─▶ resolved (resolve.ts) ─▶ PlaceMention[]
 *
 * The gazetteer proposes, the report disposes: nothing far from what the story is
 * about is believed on its name alone, and what stays unresolved says so.
 */
import type { Gazetteer } from '../knowledge/gazetteer.ts'
import type { Resources } from '../knowledge/resources.ts'
import type { PlaceMention } from '../model/mention.ts'
import { isLand } from './places/around.ts'
import { type Part, partAround, partOfWhole } from './places/parts.ts'
import { offsetBefore, relativeTo } from './places/relative.ts'
import { type Resolved, resolvePlaces } from './places/resolve.ts'
import { spellings } from './places/spelling.ts'
import { type Spot, spotPlaces } from './places/spot.ts'
import { withUses } from './places/use.ts'
import { contains } from './places/within.ts'
import { wordsOf } from './places/words.ts'
import type { Stage } from './stage.ts'

/** Evidence that makes a name a place although no place of that name may be believed. */
const SURE = 2

export const places: Stage<Resources, 'places'> = {
  name: 'places',
  needs: ['passages', 'sentences', 'tokens', 'names'],
  gives: ['places'],
  run(reading, { gazetteer, placeWords, wording }) {
    const { report, sentences, names } = reading
    const { text } = report
    const words = wordsOf(text, sentences)
    const spots = spotPlaces({ text, words, names, gazetteer, lexicon: placeWords })
    const resolved = resolvePlaces(text, spots, new Map())
    const spelling = spellings(spots, resolved)
    const mentions: PlaceMention[] = []
    for (const [index, spot] of spots.entries()) {
      // Known by name only, and not believed there: a place of its own, or more likely none.
      const doubted = spot.candidates.length > 0 && !resolved.get(spot.key)?.place
      if (doubted && spot.evidence < SURE) continue
      const floor = mentions.at(-1)?.end ?? 0
      const ceiling = spots[index + 1]?.start ?? text.length
      const part =
        spot.demonym || (!resolved.get(spot.key)?.place && spot.candidates.length > 0)
          ? null
          : partAround(text, spot.start, spot.end, floor, ceiling)
      const found = called(mentionOf(spot, meant(spot, part, resolved.get(spot.key))), spelling)
      const named =
        found.source === 'none' && isLand(found.name, placeWords.around) ? { ...found, kind: 'region' as const } : found
      const whole = part ? listedPart(partOfWhole(named, part), gazetteer) : named
      const offset = spot.demonym || part?.direction ? null : offsetBefore(text, whole.start, floor)
      mentions.push(offset ? relativeTo(whole, offset) : whole)
    }
    return { places: withUses(mentions, reading, wording) }
  },
}

/** The place under the name that the report gives it. */
const called = (mention: PlaceMention, spelling: ReadonlyMap<string, string>): PlaceMention => ({
  ...mention,
  name: (mention.id !== null && spelling.get(mention.id)) || mention.name,
})

/** A part that the pack or the user's file knows by its own name, "Tabqa dam", is that place. */
function listedPart(part: PlaceMention, gazetteer: Gazetteer): PlaceMention {
  if (part.id && !part.id.includes('/')) return part
  const place = gazetteer
    .find(part.name)
    .find(({ source, country }) => source !== 'gazetteer' && country === part.country)
  if (!place) return part
  const { start, end } = part
  return mentionOf({ start, end, text: part.name, demonym: false }, { place, confidence: part.confidence })
}

/** The place that the words next to the name ask for: "Idlib province" is the area, "Idlib city" the town. */
function meant(spot: Spot, part: Part | null, resolved: Resolved = { place: null, confidence: 0 }): Resolved {
  const { place } = resolved
  const wanted = part?.says
  if (!place || !wanted || (wanted === 'area') === (place.precision === 'admin')) return resolved
  const near = spot.candidates.find(
    (other) =>
      (other.precision === 'admin') === (wanted === 'area') && (contains(other, place) || contains(place, other)),
  )
  return near ? { ...resolved, place: near } : resolved
}

function mentionOf(
  { start, end, text, demonym }: Pick<Spot, 'start' | 'end' | 'text' | 'demonym'>,
  { place, confidence }: Resolved,
): PlaceMention {
  if (!place) {
    const unknown = { id: null, location: null, country: null, population: 0, partOf: [], source: 'none' } as const
    return { start, end, name: text, ...unknown, confidence, kind: 'other' }
  }
  const { id, name, lat, lon, radiusKm, precision, country, population, partOf, source, kind } = place
  const location = { lat, lon, radiusKm, precision }
  const mention = { start, end, name, id, location, country, population, partOf, source, confidence }
  return { ...mention, kind: demonym ? 'demonym' : kind }
}
