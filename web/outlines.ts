/**
 * The outlines of the world, cut into vector tiles when the app is built: land and borders, from Natural Earth by way of
 * world-atlas.
 *
 *     one topology ──▶ 0/0/0 … 5/31/31      a browser that had to cut them itself would need a second of its processor
 *                                           and three megabytes between two threads before it could draw the first
 *
 * Finest are tiles of 11 degrees (150 m a step): one or two cover a crisis, and each costs drawing at every frame.
 * Tiles of nothing but sea are left out.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry, MultiPolygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, MultiPolygon as Stitched, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

export const FINEST = 5

/** A tile is 8192 steps wide; lines move by three eighths of a pixel at most, and run on over the edge by eight. */
const CUT = { maxZoom: FINEST, extent: 8192, tolerance: 6, buffer: 128, indexMaxZoom: FINEST, indexMaxPoints: 0 }

/** Tiles by "z/x/y", as vector tiles in base64; their layers are `land` and `borders`. */
export function cutOutlines(): Record<string, string> {
  const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const topology = JSON.parse(readFileSync(atlas, 'utf8')) as Topology<{
    land: GeometryCollection
    countries: GeometryCollection
  }>
  const [land] = topology.objects.land.geometries
  const layers = {
    land: new GeoJSONVT(unrolled(feature(topology, land as Stitched).geometry), CUT),
    borders: new GeoJSONVT(whole(mesh(topology, topology.objects.countries, (a, b) => a !== b)), CUT),
  }
  const tiles: Record<string, string> = {}
  for (let z = 0; z <= FINEST; z++)
    for (let x = 0; x < 1 << z; x++)
      for (let y = 0; y < 1 << z; y++) {
        const found = Object.entries(layers).flatMap(([name, layer]) => {
          const tile = layer.getTile(z, x, y)
          return tile?.features.length ? [[name, tile] as const] : []
        })
        if (found.length === 0) continue
        const bytes = fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: CUT.extent })
        tiles[`${z}/${x}/${y}`] = Buffer.from(bytes).toString('base64')
      }
  return tiles
}

const whole = (geometry: Geometry): Feature => ({ type: 'Feature', geometry, properties: {} })

/** Land that goes on over the 180th meridian, where the atlas jumps back to -180 and so would draw a line around the world. */
const unrolled = ({ coordinates }: MultiPolygon): Feature =>
  whole({ type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map(unroll)) })

function unroll(ring: readonly Position[]): Position[] {
  let turns = 0
  const out = ring.map(([lon, lat], i): Position => {
    const step = lon! - ring[Math.max(0, i - 1)]![0]!
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [lon! + 360 * turns, lat!]
  })
  if (turns === 0) return out
  // All the way around: Antarctica, which is closed by way of the pole.
  const [[first], [last]] = [out[0]!, out.at(-1)!]
  return [...out, [last!, -90], [first!, -90], out[0]!]
}

/** Gives them to the app as the module `virtual:outlines`. */
export const outlinesPlugin: Plugin = {
  name: 'outlines',
  resolveId: (id) => (id === 'virtual:outlines' ? `\0${id}` : null),
  load: (id) =>
    // Parsed as JSON, which is quicker than as script.
    id === '\0virtual:outlines' ? `export default JSON.parse(${JSON.stringify(JSON.stringify(cutOutlines()))})` : null,
}
