/**
 * The user's own places: a GeoNames country dump or an OCHA P-code table, made into a list that is trusted most.
 *
 *     IQ.txt                         99072⇥Mosul⇥...                        geonames:99072
 *     irq_admin3.csv                 ADM3_EN,ADM3_PCODE,...,Lat,Lon         pcode:IQ180501
 *
 * Rows without a name or a point are counted and left out. Reading the files is the engine's business.
 */
import type { PlaceMention } from '../model/mention.ts'
import { type Place, type PlaceList, placeList } from './gazetteer.ts'
import { parseGeoNames } from './geonames.ts'

/** A list, and how many rows could not be used. */
export interface OwnPlaces {
  readonly list: PlaceList
  readonly used: number
  readonly skipped: number
}

const KIND: Readonly<Record<string, PlaceMention['kind']>> = {
  A: 'admin',
  H: 'river',
  L: 'region',
  P: 'town',
  R: 'road',
  S: 'other',
  T: 'other',
  V: 'region',
}
/** Radius taken for a feature class, km. */
const RADIUS: Readonly<Record<string, number>> = { A: 20, H: 10, L: 5, P: 2, R: 5, S: 0.5, T: 3, V: 5 }

/** Read a GeoNames dump (19 columns, tab separated). */
export function ownGeoNames(text: string): OwnPlaces {
  let skipped = 0
  const entries: { place: Place; names: readonly string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    if (!line) continue
    const record = parseGeoNames(line)
    if (!record) {
      skipped++
      continue
    }
    const { id, name, ascii, alternates, lat, lon, featureClass, feature, country, admin1, population } = record
    const place: Place = {
      id:
        feature === 'ADM1'
          ? `admin1:${country}.${admin1}`
          : feature === 'PCLI'
            ? `country:${country}`
            : `geonames:${id}`,
      name: ascii,
      kind: feature === 'PCLI' ? 'country' : feature === 'PPLX' ? 'quarter' : (KIND[featureClass] ?? 'other'),
      precision:
        feature === 'PCLI' ? 'country' : featureClass === 'A' ? 'admin' : featureClass === 'P' ? 'town' : 'point',
      radiusKm: RADIUS[featureClass] ?? 2,
      lat,
      lon,
      country: country || null,
      admin1: admin1 ? `${country}.${admin1}` : null,
      population,
      partOf: [
        admin1 && feature !== 'ADM1' ? `admin1:${country}.${admin1}` : '',
        country && feature !== 'PCLI' ? `country:${country}` : '',
      ].filter(Boolean),
      source: 'user',
      alternate: false,
    }
    entries.push({
      place,
      names: [name, ...alternates.filter((other) => /^[\p{Script=Latin}\p{M}\s'’.-]{3,}$/u.test(other))],
    })
  }
  return { list: placeList(entries), used: entries.length, skipped }
}

/** Which columns of a table hold what; null where there is none. */
export interface PlaceColumns {
  readonly name: string
  readonly code: string | null
  readonly lat: string
  readonly lon: string
  readonly country: string | null
  /** Other spellings, each in a column of its own. */
  readonly others: readonly string[]
}

const find = (header: readonly string[], ...patterns: RegExp[]): string | null => {
  for (const pattern of patterns) {
    const hits = header.filter((column) => pattern.test(column))
    if (hits.length > 0) return hits.toSorted().at(-1)!
  }
  return null
}

/** Guess the columns of a P-code or other gazetteer table: the finest ADMn_EN and ADMn_PCODE, Lat and Lon. Null when it has no name or no point. */
export function guessColumns(header: readonly string[]): PlaceColumns | null {
  const name = find(
    header,
    /^adm\d_(?:en|name|ref_name)$/i,
    /^admin\dname(?:_en)?$/i,
    /^(?:name|place|village|settlement)(?:_en)?$/i,
    /name/i,
  )
  const lat = find(header, /^lat(?:itude)?$/i, /^y(?:_?coord)?$/i, /center_lat|point_y|lat/i)
  const lon = find(header, /^lon(?:g|gitude)?$/i, /^lng$/i, /^x(?:_?coord)?$/i, /center_lon|point_x|lon/i)
  if (!name || !lat || !lon) return null
  const code = find(header, /^adm\d_pcode$/i, /^admin\dpcode$/i, /p-?code/i, /^(?:code|id)$/i)
  const country = find(header, /^(?:adm0_pcode|admin0pcode|iso2|country_?code)$/i)
  const level = /\d/.exec(name)?.[0]
  const others = header.filter(
    (column) => column !== name && (!level || column.includes(level)) && /alt|ref|other|alias/i.test(column),
  )
  return { name, code, lat, lon, country, others }
}

/** Make a list of a table's rows, by the columns given. */
export function ownTable(rows: readonly Readonly<Record<string, string>>[], columns: PlaceColumns): OwnPlaces {
  let skipped = 0
  const entries: { place: Place; names: readonly string[] }[] = []
  for (const row of rows) {
    const name = row[columns.name]?.trim()
    const [lat, lon] = [row[columns.lat], row[columns.lon]].map((cell) => (cell?.trim() ? Number(cell) : Number.NaN))
    if (!name || !(Math.abs(lat!) <= 90 && Math.abs(lon!) <= 180)) {
      skipped++
      continue
    }
    const code = (columns.code && row[columns.code]?.trim()) || name
    const country = (columns.country && row[columns.country]?.trim().slice(0, 2).toUpperCase()) || null
    const level = Number(/\d/.exec(columns.name)?.[0] ?? 4)
    const place: Place = {
      id: `pcode:${code}`,
      name,
      kind: level <= 2 ? 'admin' : 'town',
      precision: level <= 2 ? 'admin' : 'town',
      radiusKm: level <= 1 ? 60 : level === 2 ? 20 : 5,
      lat: lat!,
      lon: lon!,
      country,
      admin1: null,
      population: 0,
      partOf: country ? [`country:${country}`] : [],
      source: 'user',
      alternate: false,
    }
    entries.push({ place, names: columns.others.flatMap((column) => row[column]?.split(/[;|]/) ?? []).filter(Boolean) })
  }
  return { list: placeList(entries), used: entries.length, skipped }
}
