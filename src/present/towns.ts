/**
 * Towns for bearings: what lies around the places of a picture, so that its map can be read where nothing is told of.
 *
 *     +-----+-----+-----+
 *     |  o  |     |   o |     the largest town of each cell of a grid over the picture's places;
 *     |     |  o  | o   |     the map leaves out those that it shows a place of its own near
 *     +-----+-----+-----+
 */
import type { Box, Gazetteer } from '../knowledge/gazetteer.ts'
import type { Location } from '../model/mention.ts'
import type { Picture } from '../model/picture.ts'

/** A town. Degrees WGS 84. */
export interface Town {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
}

/** Cells to a side. */
const GRID = 14
/** Share of the places that the box leaves out on either side, so that one far-off place does not empty the map. */
const OUTER = 0.05
/** How much larger than its places the box is, as a share of its sides, and at least in degrees. */
const MARGIN = 0.6
const LEAST = 0.7

/** At most one town a cell, the most populous first; none when the picture has no place. */
export function townsAround(picture: Picture, gazetteer: Gazetteer): Town[] {
  const places = picture.places.flatMap(({ location }) =>
    location && location.precision !== 'country' && location.precision !== 'admin' ? [location] : [],
  )
  if (places.length === 0) return []
  const box = boxOf(places)
  const [wide, high] = [(box.east - box.west) / GRID, (box.north - box.south) / GRID]
  const cell = ({ lat, lon }: { lat: number; lon: number }) =>
    `${Math.floor((lon - box.west) / wide)} ${Math.floor((lat - box.south) / high)}`
  const taken = new Set<string>()
  const towns: Town[] = []
  for (const { name, lat, lon, population } of gazetteer.towns(box)) {
    if (taken.has(cell({ lat, lon }))) continue
    taken.add(cell({ lat, lon }))
    towns.push({ name, lat, lon, population })
  }
  return towns
}

function boxOf(places: readonly Location[]): Box {
  const span = (along: (location: Location) => number): [number, number] => {
    const sorted = places.map(along).toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!
    const [low, high] = [at(OUTER), at(1 - OUTER)]
    const margin = Math.max(LEAST, (high - low) * MARGIN)
    return [low - margin, high + margin]
  }
  const [[west, east], [south, north]] = [span(({ lon }) => lon), span(({ lat }) => lat)]
  return { west, south, east, north }
}
