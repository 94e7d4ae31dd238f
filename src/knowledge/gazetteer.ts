/**
 * The gazetteer: all the places that a name can mean.
 *
 *     "Mosul" ─▶ user's own file, hand-made pack, world index ─▶ Place[]  (most trusted first)
 *
 * One view over three sources, so that reading does not care where a place comes
 * from. It knows names, points, sizes and what contains what; which of the places
 * a report means is decided in read/places/.
 */
import type { Location, PlaceMention } from '../model/mention.ts'
import { dropArticle, foldKey, foldName } from './fold.ts'
import { FEATURES, type Feature, type GazetteerBytes, LOOSE } from './gazetteer-format.ts'
import type { Point } from './geodesy.ts'

/** A place in the world. Degrees WGS 84, kilometres. */
export interface Place extends Point {
  /** "geonames:99072", "admin1:IQ.15", "admin2:US.LA.079", "country:IQ", "pack:karama-mosul", "pcode:IQ180501". */
  readonly id: string
  readonly name: string
  readonly kind: PlaceMention['kind']
  readonly precision: Location['precision']
  readonly radiusKm: number
  readonly country: string | null
  /** "IQ.15"; null for countries and what spans several. */
  readonly admin1: string | null
  readonly population: number
  readonly partOf: readonly string[]
  readonly source: 'user' | 'pack' | 'gazetteer'
  /** True when it was found under one of its lesser names. */
  readonly alternate: boolean
}

/** Look places up by name or id. */
export interface Gazetteer {
  /** Every place known under the name, in no order of likelihood. Case, accents and the Arabic article do not matter. */
  find(name: string): readonly Place[]
  /** Every place known under a name that may be this one in another romanisation: "Salehia" for Salihiyah. */
  findLoosely(name: string): readonly Place[]
  /** The place with this id, if it is one of the pack's, the user's, a country or a first-order area. */
  get(id: string): Place | undefined
  /** Towns of the world index in a box of degrees, the most populous first; a box across the date line holds none. */
  towns(box: Box): readonly Place[]
}

/** A box of degrees WGS 84. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Places held in memory: the pack and the user's own. */
export interface PlaceList {
  readonly find: (key: string) => readonly Place[]
  readonly findLoosely: (key: string) => readonly Place[]
  readonly all: readonly Place[]
}

const KIND: Readonly<Record<Feature, PlaceMention['kind']>> = {
  PCLI: 'country',
  ADM1: 'admin',
  ADM2: 'admin',
  PPLC: 'town',
  PPLA: 'town',
  PPLA2: 'town',
  PPLA3: 'town',
  PPLA4: 'town',
  PPL: 'town',
  PPLX: 'quarter',
}

/** Index a list of places under their names; a later list's keys come after an earlier one's. */
export function placeList(entries: readonly { place: Place; names: readonly string[] }[]): PlaceList {
  const byKey = new Map<string, Place[]>()
  const byLooseKey = new Map<string, Place[]>()
  const byId = new Map<string, Place>()
  for (const { place, names } of entries) {
    byId.set(place.id, place)
    for (const name of [place.name, ...names]) {
      put(byKey, dropArticle(foldKey(name)), place)
      put(byLooseKey, foldName(name), place)
    }
  }
  return {
    find: (key) => byKey.get(key) ?? [],
    findLoosely: (key) => byLooseKey.get(key) ?? [],
    all: [...byId.values()],
  }
}

function put(index: Map<string, Place[]>, key: string, place: Place): void {
  const known = index.get(key)
  if (!known) index.set(key, [place])
  else if (!known.some((other) => other.id === place.id)) known.push(place)
}

/** The user's file over the pack over the world: the same id is answered once, by the most trusted. */
export function gazetteer(world: GazetteerBytes, lists: readonly PlaceList[]): Gazetteer {
  const areaRow = new Map<string, number>()
  const last = FEATURES.indexOf('ADM1')
  const { rows, feature, id } = world
  for (let row = 0; row < rows; row++) if (feature[row]! <= last) areaRow.set(world.areas[world.area[row]!]!, row)

  const place = (row: number, alternate: boolean): Place => {
    const feature = FEATURES[world.feature[row]!]!
    const code = world.areas[world.area[row]!]!
    const [country = '', first] = code.split('.')
    const population = world.population[row]!
    const admin1 = first === undefined ? null : `${country}.${first}`
    const area = feature === 'PCLI' ? 'country' : feature === 'ADM1' ? 'admin1' : feature === 'ADM2' ? 'admin2' : null
    const partOf = [
      area === null && code.split('.').length > 2 ? `admin2:${code}` : null,
      area !== 'admin1' && admin1 ? `admin1:${admin1}` : null,
      area !== 'country' ? `country:${country}` : null,
    ]
    return {
      id: area ? `${area}:${code}` : `geonames:${world.id[row]}`,
      name: world.name(row),
      kind: population > 0 && population < 5000 && feature.startsWith('PPL') ? 'village' : KIND[feature],
      precision: area === 'country' ? 'country' : area ? 'admin' : feature === 'PPLX' ? 'area' : 'town',
      radiusKm: area === 'country' ? 400 : area === 'admin1' ? 100 : area ? 30 : townRadius(population),
      lat: world.lat(row),
      lon: world.lon(row),
      country,
      admin1,
      population,
      partOf: partOf.filter((id) => id !== null),
      source: 'gazetteer',
      alternate,
    }
  }

  // A listed place that the world index holds too gets its population from there.
  const listed = new Map<string, Place>()
  for (const list of lists) for (const own of list.all) if (!listed.has(own.id)) listed.set(own.id, own)
  const numbers = new Set(
    [...listed.keys()].filter((id) => id.startsWith('geonames:')).map((id) => Number(id.slice(9))),
  )
  // Most rows are told apart by 16 bits of their number, half a million questions to a set saved.
  const marks = new Uint8Array(1 << 16)
  for (const number of numbers) marks[number & 0xffff] = 1
  for (let row = 0; row < rows; row++) {
    if (!marks[id[row]! & 0xffff] || !numbers.has(id[row]!)) continue
    const own = listed.get(`geonames:${id[row]}`)!
    listed.set(own.id, { ...own, population: world.population[row]! })
  }
  for (const [code, row] of areaRow) {
    const own = listed.get(`admin1:${code}`)
    if (own) listed.set(own.id, { ...own, population: world.population[row]! })
  }

  const once = (found: readonly Place[]): Place[] => {
    const seen = new Set<string>()
    return found.map((one) => listed.get(one.id) ?? one).filter(({ id }) => !seen.has(id) && seen.add(id))
  }
  const inWorld = (key: string): Place[] => world.find(key).map((posting) => place(posting >> 1, posting % 2 === 1))

  return {
    find(name) {
      const key = foldKey(name)
      const bare = dropArticle(key)
      const found: Place[] = []
      for (const list of lists) for (const { id } of list.find(bare)) found.push(listed.get(id)!)
      found.push(...inWorld(key))
      if (bare !== key) found.push(...inWorld(bare))
      else if (found.length === 0) found.push(...inWorld(`al ${key}`))
      return once(found)
    },
    findLoosely(name) {
      const key = foldName(name)
      if (key.length < 4) return []
      const found: Place[] = []
      for (const list of lists) for (const { id } of list.findLoosely(key)) found.push(listed.get(id)!)
      found.push(...inWorld(LOOSE + key))
      return once(found).map((one) => ({ ...one, alternate: true }))
    },
    get(id) {
      const row = areaRow.get(id.replace(/^(?:country|admin1):/, ''))
      return listed.get(id) ?? (row === undefined ? undefined : place(row, false))
    },
    towns({ west, south, east, north }) {
      const rows: number[] = []
      for (let row = 0; row < world.rows; row++) {
        if (KIND[FEATURES[world.feature[row]!]!] !== 'town' || world.population[row]! === 0) continue
        const lat = world.lat(row)
        if (lat < south || lat > north) continue
        const lon = world.lon(row)
        if (lon >= west && lon <= east) rows.push(row)
      }
      rows.sort((a, b) => world.population[b]! - world.population[a]! || world.id[a]! - world.id[b]!)
      return rows.map((row) => place(row, false))
    },
  }
}

/** Radius of a town from its population: 3 km for 50,000 people, 12 km for 3 million. */
const townRadius = (population: number): number => Math.max(1.5, Math.round(0.84 * Math.cbrt(population)) / 10)
