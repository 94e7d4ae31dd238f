/**
 * GeoNames' dump: 19 tab-separated columns a line, as in IQ.txt or cities500.txt.
 *
 *     99072⇥Mosul⇥Mosul⇥Mossoul,Mosul⇥36.335⇥43.11889⇥P⇥PPLA⇥IQ⇥⇥15⇥…
 *
 * Used for the user's own file and to build the committed index. Lines that do
 * not fit are counted, not thrown. What to do with a record is not its business.
 */

/** One record of the dump. Degrees WGS 84; empty codes are empty strings. */
export interface GeoNamesRecord {
  readonly id: number
  readonly name: string
  readonly ascii: string
  readonly alternates: readonly string[]
  readonly lat: number
  readonly lon: number
  /** One letter: P populated place, A area, H water, T mountain, S building, R road, L region ... */
  readonly featureClass: string
  readonly feature: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  readonly population: number
}

const COLUMNS = 19

/** Read one line; null when it is not a record. */
export function parseGeoNames(line: string): GeoNamesRecord | null {
  const cells = line.split('\t')
  if (cells.length < COLUMNS - 1) return null
  const [id, name, ascii, alternates, lat, lon, featureClass, feature, country, , admin1, admin2, , , population] =
    cells as string[]
  const point = { lat: Number(lat), lon: Number(lon) }
  if (!name || !lat || !lon || !(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180)) return null
  return {
    id: Number(id),
    name,
    ascii: ascii || name,
    alternates: alternates ? alternates.split(',') : [],
    ...point,
    featureClass: featureClass ?? '',
    feature: feature ?? '',
    country: country ?? '',
    admin1: admin1 ?? '',
    admin2: admin2 ?? '',
    population: Number(population) || 0,
  }
}
