/**
 * Which place lies in which, by the words between two names and by what the gazetteer holds of them.
 *
 *     Paris, Texas      Solan in northern Ostland
 */
import type { Place } from '../../knowledge/gazetteer.ts'
import type { Spot } from './spot.ts'

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
