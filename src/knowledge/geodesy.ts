/** Distances and bearings on a sphere of the Earth's mean radius: good to half a per cent, which is better than any report. */

/** A point in degrees WGS 84. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const EARTH_KM = 6371
const rad = (degrees: number): number => (degrees * Math.PI) / 180
const deg = (radians: number): number => (radians * 180) / Math.PI

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point `km` away from `from` in the direction `bearing` (degrees from north, clockwise). */
export function destination(from: Point, bearing: number, km: number): Point {
  const angle = km / EARTH_KM
  const lat = Math.asin(
    Math.sin(rad(from.lat)) * Math.cos(angle) + Math.cos(rad(from.lat)) * Math.sin(angle) * Math.cos(rad(bearing)),
  )
  const lon =
    rad(from.lon) +
    Math.atan2(
      Math.sin(rad(bearing)) * Math.sin(angle) * Math.cos(rad(from.lat)),
      Math.cos(angle) - Math.sin(rad(from.lat)) * Math.sin(lat),
    )
  return { lat: deg(lat), lon: ((deg(lon) + 540) % 360) - 180 }
}
