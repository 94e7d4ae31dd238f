/**
 * Home: the country and the capitals that a report means without naming them.
 *
 *     As the Taliban gain ground, embassies close.     in Afghanistan
 *     The Aramian capital fell.                        what countries.tsv has
 *
 * A country is meant where a frame of the codebook says so (role "home"), and no more once the report has told who holds what within it.
 */
import type { Place } from '../../../knowledge/gazetteer.ts'
import type { Resources } from '../../../knowledge/resources.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Told } from '../told.ts'
import type { Where } from '../where.ts'
import { argumentsOf } from '../who/choose.ts'
import type { Ground, Land } from './ground.ts'

/** The country of whoever gains ground or takes power; null where a frame does not say that it may be meant, or it is not known. */
export function homeOf({ scene, said, country }: Land, one: Told, resources: Resources): Where | null {
  if (!one.frame?.target.includes('home')) return null
  const { actor, target } = argumentsOf(scene.reading, resources).get(one)!
  const who = actor ?? target
  const mention = who && scene.reading.actors[scene.actor[who.token]!]
  if (!mention?.country || !/^(?:armed-group|government|person)$/.test(mention.kind)) return null
  const place = country(mention.country)
  const within = ({ mention: told }: Ground): boolean => told?.country === mention.country && told.kind !== 'country'
  if (!place || said.flat().some(within)) return null
  const { name, id, location } = place
  return { place: name, placeId: id, location, basis: 'report', mention: place, head: null }
}

/** Capitals as mentions: as the report names them, else as the gazetteer has them. */
export function capitals({ places }: Reading, { gazetteer, placeWords }: Resources): Land['capital'] {
  return (country) => {
    const name = placeWords.capitals.get(country)
    if (!name) return null
    const named = places.find((one) => one.name === name && one.kind === 'town')
    if (named) return named
    const place = gazetteer.find(name).find((one) => one.country === country && one.kind === 'town')
    return place ? mentionOf(place, 0.8) : null
  }
}

/** Towns that provinces are named after, as mentions. */
export const seats =
  ({ gazetteer }: Resources): Land['seat'] =>
  ({ name, id, country }) => {
    const place = gazetteer
      .find(name.replace(/ (?:province|governorate|state|region|oblast|county)$/i, ''))
      .find((one) => one.kind === 'town' && one.country === country && id !== null && one.partOf.includes(id))
    return place ? mentionOf(place, 0.7) : null
  }

/** Countries as mentions, by their codes. */
export const countries =
  ({ gazetteer }: Resources): Land['country'] =>
  (code) => {
    const place = gazetteer.get(`country:${code}`)
    return place ? mentionOf(place, 0.5) : null
  }

/** A place of the gazetteer as if the report had named it. */
function mentionOf(place: Place, confidence: number): PlaceMention {
  const { id, name, lat, lon, radiusKm, precision, population, partOf, source, kind, country } = place
  const location = { lat, lon, radiusKm, precision }
  return { start: -1, end: -1, name, id, location, country, population, partOf, source, confidence, kind }
}
