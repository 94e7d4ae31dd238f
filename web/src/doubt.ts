/** Where a place may lie that is told only by about where: a circle, or a wedge seen from another place. Pure geometry. */
import type { Location } from '../../src/model/mention.ts'
import type { Point } from './features.ts'

/**
 * The area a vague place may lie in, as a ring: a circle, or for
 * "45 km south of X" the wedge it leaves open, seen from X. A town's own extent is not doubt.
 */
export function doubt(location: Location): Point[] | null {
  const { radiusKm, precision, bearing, spread = 0 } = location
  if ((precision !== 'area' && precision !== 'sector') || radiusKm < 3) return null
  // A stated distance is given with two fifths of doubt, ten kilometres at least (read/places/relative.ts).
  const distance = radiusKm / 0.4
  return precision === 'sector' && bearing !== undefined && spread < 45 && radiusKm > 10
    ? wedge(move(location, bearing + 180, distance), bearing, spread, distance - radiusKm, distance + radiusKm)
    : arc(location, 0, 360, radiusKm)
}

interface At {
  readonly lat: number
  readonly lon: number
}

/** The point so many kilometres off on a bearing; flat, which is near enough within 100 km. */
function move({ lat, lon }: At, bearing: number, km: number): At {
  const angle = (bearing * Math.PI) / 180
  return {
    lat: lat + (km / 110.57) * Math.cos(angle),
    lon: lon + (km / (111.32 * Math.cos((lat * Math.PI) / 180))) * Math.sin(angle),
  }
}

const arc = (from: At, start: number, end: number, km: number): Point[] =>
  Array.from({ length: 33 }, (_, i) => move(from, start + ((end - start) * i) / 32, km)).map(({ lat, lon }) => [
    lon,
    lat,
  ])

const wedge = (apex: At, bearing: number, spread: number, near: number, far: number): Point[] => [
  ...arc(apex, bearing - spread, bearing + spread, far),
  ...arc(apex, bearing + spread, bearing - spread, near),
]
