/**
 * Resolving: which of the places of a name the report means.
 *
 *     Paris, Texas          "Texas" holds one Paris of the seven
 *     Tripoli ... Beirut    the Tripoli 70 km away, not the larger one
 *
 * Size speaks first, then what the rest of the report is about: countries and
 * first-order areas that its other names vote for, the distance to what is
 * already settled, and "X, Y". One name means one place in one report.
 */
import { foldKey } from '../../knowledge/fold.ts'
import type { Place } from '../../knowledge/gazetteer.ts'
import { distanceKm } from '../../knowledge/geodesy.ts'
import type { Spot } from './spot.ts'
import { contains, liesElsewhere, qualifies } from './within.ts'

/** A name with its place. `confidence` 0 to 1; `place` null where nothing may be believed. */
export interface Resolved {
  readonly place: Place | null
  readonly confidence: number
}

/** Weights in natural logarithms of odds, set on the development set. */
const W = {
  country: 6,
  area: 1,
  areaOfTown: -4,
  alternate: -2,
  pack: 2,
  votesCountry: 1.2,
  votesArea: 2,
  voteCap: 4,
  near: 3,
  nearKm: 100,
  company: 2,
  companyCap: 2,
  qualified: 30,
}

/** Resolve every key of the spots. `prior` are votes from outside the text: the publisher's country, the title. */
export function resolvePlaces(
  text: string,
  spots: readonly Spot[],
  prior: ReadonlyMap<string, number>,
): Map<string, Resolved> {
  const holding = new Map<string, Set<Place>>()
  const strange = new Set<string>()
  for (const [index, spot] of spots.entries()) {
    const outer = spots[index + 1]
    if (outer && liesElsewhere(text, spot, outer)) strange.add(spot.key)
    if (!outer || !qualifies(text, spot, outer)) continue
    const known = holding.get(spot.key)
    if (known) for (const place of outer.candidates) known.add(place)
    else holding.set(spot.key, new Set(outer.candidates))
  }
  const byKey = new Map<string, Spot>()
  for (const spot of spots)
    if (!byKey.has(spot.key)) byKey.set(spot.key, strange.has(spot.key) ? { ...spot, candidates: [] } : spot)
  const holders = new Map([...holding].map(([key, known]) => [key, [...known]]))

  // First look: every name votes for its candidates' areas by their share of its people; then for what was chosen.
  const ballots = new Map<string, ReadonlyMap<string, number>>()
  for (const [key, spot] of byKey) {
    const held = holders.get(key)
    const likely = held ? spot.candidates.filter((place) => held.some((holder) => contains(holder, place))) : []
    ballots.set(key, shares(likely.length > 0 ? likely : spot.candidates))
  }
  const company = companyOf(byKey)
  let chosen = new Map<string, Resolved>()
  for (let round = 0; round < 2; round++) {
    const votes = new Map(prior)
    for (const ballot of ballots.values()) count(votes, ballot, 1)
    const next = new Map<string, Resolved>()
    for (const [key, spot] of byKey) {
      const settled: Place[] = []
      for (const [other, { place }] of chosen)
        if (other !== key && place && place.kind !== 'country' && settled.length < MOST_SETTLED) settled.push(place)
      count(votes, ballots.get(key)!, -1)
      next.set(
        key,
        choose(key, spot.candidates, votes, settled, holders.get(key) ?? [], (place) => company(key, place)),
      )
      count(votes, ballots.get(key)!, 1)
    }
    chosen = next
    for (const [key, { place }] of chosen) if (place) ballots.set(key, shares([place]))
  }
  return new Map([...chosen].map(([key, found]) => [key, believed(key, byKey.get(key)!, found, chosen, holders)]))
}

/** Places that a name's nearness is measured to: more than any story has, and few enough for a list of all towns. */
const MOST_SETTLED = 500

/** Places this large are believed wherever the story is. */
const KNOWN_EVERYWHERE = 300_000
/** Other places that make a focus. */
const FOCUS = 3
/** Kilometres over which another place of the report supports a belief. */
const NEIGHBOURHOOD = 300

/** The focus prior: a small place in a country of which nothing else is said, far from all else, is not believed on its name alone. */
function believed(
  key: string,
  spot: Spot,
  found: Resolved,
  chosen: ReadonlyMap<string, Resolved>,
  holders: ReadonlyMap<string, readonly Place[]>,
): Resolved {
  const { place } = found
  if (!place || place.kind === 'country' || place.kind === 'region' || spot.demonym) return found
  if (place.population >= KNOWN_EVERYWHERE && !place.alternate) return found
  if (place.source !== 'gazetteer' && (place.kind === 'town' || place.kind === 'admin')) return found
  if (holders.get(key)?.some((holder) => contains(holder, place))) return found
  const others = [...chosen].filter(([other, { place: there }]) => other !== key && there)
  if (others.length < (place.alternate ? 1 : FOCUS)) return { ...found, confidence: found.confidence / 2 }
  const supported = others.some(
    ([, { place: there }]) =>
      there!.country === place.country || (there!.kind !== 'country' && distanceKm(there!, place) < NEIGHBOURHOOD),
  )
  return supported ? found : { place: null, confidence: 0 }
}

function choose(
  key: string,
  candidates: readonly Place[],
  votes: ReadonlyMap<string, number>,
  settled: readonly Place[],
  holders: readonly Place[],
  company: (place: Place) => number,
): Resolved {
  let best: Place | null = null
  let top = -Infinity
  let second = -Infinity
  for (const place of candidates) {
    // "Beirut" alone is the town, not the governorate around it; "Moscow" not the oblast beside it.
    const town =
      place.precision === 'admin' &&
      candidates.some(
        (other) =>
          other.precision !== 'admin' && namesake(other, key) && (contains(place, other) || beside(place, other)),
      )
    // "Gaza" alone is the strip: the town in it is called Gaza City.
    const strip =
      place.precision === 'admin' &&
      place.source !== 'gazetteer' &&
      candidates.some(
        (other) => other.precision !== 'admin' && contains(place, other) && foldKey(other.name) !== key,
      ) &&
      !town
    const score =
      scoreOf(place, votes, settled, holders) +
      (town ? W.areaOfTown : strip ? -W.areaOfTown : 0) +
      W.company * Math.min(W.companyCap, company(place))
    if (score > top) {
      second = top
      top = score
      best = place
    } else if (score > second) second = score
  }
  const margin = candidates.length > 1 ? top - second : 4
  return { place: best, confidence: Math.round((100 * 0.95) / (1 + Math.exp(-margin / 2))) / 100 }
}

/** Does the area bear more than the name of a large town of its country? */
const beside = (area: Place, town: Place): boolean =>
  area.country === town.country && town.population > 500_000 && foldKey(area.name) !== foldKey(town.name)

/** The name is the place's own, not one of its lesser ones: "Gaza" is not Gaza City's. */
const namesake = (place: Place, key: string): boolean => !place.alternate && foldKey(place.name) === key

function scoreOf(
  place: Place,
  votes: ReadonlyMap<string, number>,
  settled: readonly Place[],
  holders: readonly Place[],
): number {
  let score = Math.log(place.population + 50)
  if (place.source !== 'gazetteer')
    score =
      Math.max(score, place.kind === 'region' || place.kind === 'river' ? 13 : 7) +
      (place.kind === 'admin' ? 0 : W.pack)
  if (place.kind === 'country') score += W.country
  else if (place.precision === 'admin') score += W.area
  if (place.alternate) score += W.alternate
  score += W.votesCountry * Math.min(W.voteCap, votes.get(place.country ?? '') ?? 0)
  if (place.admin1) score += W.votesArea * Math.min(W.voteCap, votes.get(place.admin1) ?? 0)
  if (place.kind !== 'country' && settled.length > 0) {
    let nearest = Infinity
    for (const other of settled) if (other.id !== place.id) nearest = Math.min(nearest, distanceKm(place, other))
    score += W.near * Math.exp(-nearest / W.nearKm)
  }
  if (holders.some((holder) => contains(holder, place))) score += W.qualified
  return score
}

/** A name's ballot: for each country and first-order area, the largest share that one of its places has of its people. */
function shares(candidates: readonly Place[]): ReadonlyMap<string, number> {
  const total = candidates.reduce((sum, place) => sum + place.population + 50, 0)
  const best = new Map<string, number>()
  for (const place of candidates)
    for (const area of [place.country, place.admin1])
      if (area) best.set(area, Math.max(best.get(area) ?? 0, (place.population + 50) / total))
  return best
}

function count(votes: Map<string, number>, ballot: ReadonlyMap<string, number>, weight: number): void {
  for (const [area, share] of ballot) votes.set(area, (votes.get(area) ?? 0) + weight * share)
}

/**
 * How many of the other names have a place near this one: each name counts once a
 * cell of one degree, the less the more cells it could be in.
 */
function companyOf(byKey: ReadonlyMap<string, Spot>): (key: string, place: Place) => number {
  const cells = new Map<number, Map<string, number>>()
  const cellOf = (lat: number, lon: number) => Math.round(lat) * 1000 + Math.round(lon)
  for (const [key, { candidates }] of byKey) {
    const own = new Set(candidates.filter((place) => place.radiusKm <= 60).map((place) => cellOf(place.lat, place.lon)))
    for (const cell of own) {
      let known = cells.get(cell)
      if (!known) cells.set(cell, (known = new Map()))
      known.set(key, 1 / own.size)
    }
  }
  return (key, place) => {
    if (place.radiusKm > 60) return 0
    const best = new Map<string, number>()
    for (let lat = -1; lat <= 1; lat++)
      for (let lon = -1; lon <= 1; lon++)
        for (const [other, weight] of cells.get(cellOf(place.lat + lat, place.lon + lon)) ?? [])
          if (other !== key) best.set(other, Math.max(best.get(other) ?? 0, weight))
    return [...best.values()].reduce((sum, weight) => sum + weight, 0)
  }
}
