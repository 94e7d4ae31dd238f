/**
 * The country a report is about: what "the army", "the rebels" and "the government" belong to.
 * Counted over resolved places and names of countries; null when nothing stands out.
 */
import type { Reading } from '../../model/reading.ts'
import type { Found } from './aliases.ts'

/** Countries whose names turn up in everybody's news count less than the place where things happen. */
const ONLOOKER = 0.5

/** ISO code of the country, or null. Adjectives ("US officials") count half, places in full. */
export function focusCountry(reading: Reading, forms: readonly Found[]): string | null {
  const score = new Map<string, number>()
  const add = (country: string | null, weight: number): void => {
    if (country) score.set(country, (score.get(country) ?? 0) + weight)
  }
  for (const { country, kind, start } of reading.places)
    if (kind !== 'demonym') add(country, (kind === 'country' ? 1 : 1.5) * (start < 300 ? 2 : 1))
  const located = reading.places.length > 0
  for (const { form, start } of forms) {
    const weight = form.adjective ? ONLOOKER : form.actor.kind === 'country' ? (located ? 0 : 1) : ONLOOKER
    add(form.actor.country, weight * (start < 300 ? 2 : 1))
  }
  let best: string | null = null
  for (const [country, points] of score) if (best === null || points > score.get(best)!) best = country
  return best !== null && score.get(best)! >= 1 ? best : null
}
