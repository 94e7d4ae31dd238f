/**
 * Places: the spans that name somewhere, and where that is.
 *
 *     words ─▶ spots (read/places/spot.ts) ─▶ resolved (resolve.ts) ─▶ PlaceMention[]
 *
 * The gazetteer proposes, the report disposes: nothing far from what the story is
 * about is believed on its name alone, and what stays unresolved says so.
 */
import type { Resources } from '../knowledge/resources.ts'
import type { PlaceMention } from '../model/mention.ts'
import { resolvePlaces } from './places/resolve.ts'
import { spotPlaces } from './places/spot.ts'
import { wordsOf } from './places/words.ts'
import type { Stage } from './stage.ts'

export const places: Stage<Resources, 'places'> = {
  name: 'places',
  needs: ['passages', 'sentences', 'tokens', 'names'],
  gives: ['places'],
  run({ report, sentences, names }, { gazetteer, placeWords }) {
    const { text } = report
    const words = wordsOf(text, sentences)
    const spots = spotPlaces({ text, words, names, gazetteer, lexicon: placeWords })
    const resolved = resolvePlaces(text, spots, new Map())
    const mentions = spots.map((spot): PlaceMention => {
      const { place, confidence } = resolved.get(spot.key) ?? { place: null, confidence: 0 }
      const { start, end } = spot
      if (!place)
        return {
          start,
          end,
          name: spot.text,
          id: null,
          location: null,
          country: null,
          partOf: [],
          source: 'none',
          confidence,
          kind: 'other',
        }
      const { id, name, lat, lon, radiusKm, precision, country, partOf, source } = place
      return {
        start,
        end,
        name,
        id,
        location: { lat, lon, radiusKm, precision },
        country,
        partOf,
        source,
        confidence,
        kind: spot.demonym ? 'demonym' : place.kind,
      }
    })
    return { places: mentions }
  },
}
