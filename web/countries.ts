/**
 * Where each country lies, as spans along rows of latitude, cut when the app is built: enough to put its name into it.
 *
 *     36.25 N   ·····[35.9 Syria 42.2][42.3 Iraq 45.1][45.2 Iran ...
 *     35.75 N   ····[35.8 Syria 41.4][41.5 Iraq ...
 *
 * From Natural Earth by way of world-atlas, names as it has them.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'
import type { Countries } from './src/countries.ts'

/** Degrees between two rows. */
const STEP = 0.5
/** Rows run from here to the south; beyond them nobody lives. */
const [NORTH, SOUTH] = [80, -56]
/** Narrower spans hold no name at any zoom that a crisis is looked at. */
const LEAST = 0.3

/** Rows from north to south, each with its spans; an odd number of crossings, as at the 180th meridian, is left out. */
export function cutCountries(): Countries {
  const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const topology = JSON.parse(readFileSync(atlas, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>
  }>
  const { features } = feature(topology, topology.objects.countries)
  const rows = new Map<number, number[]>()
  for (const [index, { geometry }] of features.entries()) {
    const rings = ringsOf(geometry as Polygon | MultiPolygon)
    for (let lat = NORTH - STEP / 2; lat > SOUTH; lat -= STEP) {
      const crossings = rings
        .filter(({ south, north }) => south <= lat && lat <= north)
        .flatMap(({ ring }) => crossed(ring, lat))
        .toSorted((a, b) => a - b)
      if (crossings.length % 2 === 1) continue
      for (let i = 0; i < crossings.length; i += 2) {
        const [from, to] = [crossings[i]!, crossings[i + 1]!]
        if (to - from < LEAST) continue
        const row = rows.get(lat) ?? []
        row.push(index, Number(from.toFixed(2)), Number(to.toFixed(2)))
        rows.set(lat, row)
      }
    }
  }
  return { names: features.map(({ properties }) => properties.name), step: STEP, rows: [...rows] }
}

interface Ring {
  readonly ring: readonly (readonly number[])[]
  readonly south: number
  readonly north: number
}

function ringsOf(geometry: Polygon | MultiPolygon): Ring[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.map((ring) => {
    const lats = ring.map(([, lat]) => lat!)
    return { ring, south: Math.min(...lats), north: Math.max(...lats) }
  })
}

/** Longitudes at which a ring crosses a latitude. */
const crossed = (ring: Ring['ring'], lat: number): number[] =>
  ring.slice(1).flatMap(([x, y], i) => {
    const [u, v] = ring[i]!
    return y! > lat === v! > lat ? [] : [u! + ((x! - u!) * (lat - v!)) / (y! - v!)]
  })

/** Gives them to the app as the module `virtual:countries`. */
export const countriesPlugin: Plugin = {
  name: 'countries',
  resolveId: (id) => (id === 'virtual:countries' ? `\0${id}` : null),
  load: (id) => (id === '\0virtual:countries' ? `export default ${JSON.stringify(cutCountries())}` : null),
}
