/**
 * Small PMTiles archives for the tests, packed by version 3 of the format.
 *
 *     head (127 bytes) | root directory | metadata | tiles
 *
 * `tinyTiles` is the smallest there is, one picture of the world; `vectorTiles` are as tools write them: many zooms, layers
 * under Protomaps' names, directory and tiles gzipped.
 */
import { gzipSync } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Geometry } from 'geojson'
import { zxyToTileId } from 'pmtiles'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Archive {
  /** Tiles by their number along the Hilbert curve. */
  readonly tiles: readonly (readonly [id: number, bytes: Uint8Array])[]
  readonly metadata: object
  /** Of the format: 1 vector, 2 PNG. */
  readonly type: number
  readonly zooms: readonly [number, number]
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  readonly gzip: boolean
}

function archive({ tiles, metadata, type, zooms, bounds, gzip }: Archive): Uint8Array {
  const squeeze = (bytes: Uint8Array) => (gzip ? gzipSync(bytes) : bytes)
  const sorted = tiles.toSorted(([a], [b]) => a - b).map(([id, bytes]) => ({ id, bytes: squeeze(bytes) }))
  // Columns of the directory: how many; steps between ids; run lengths; lengths; offsets, 0 for "right after the last".
  const root = squeeze(
    Buffer.concat(
      [
        sorted.length,
        ...sorted.map(({ id }, i) => id - (sorted[i - 1]?.id ?? 0)),
        ...sorted.map(() => 1),
        ...sorted.map(({ bytes }) => bytes.length),
        ...sorted.map((_, i) => (i === 0 ? 1 : 0)),
      ].map(varint),
    ),
  )
  const about = squeeze(Buffer.from(JSON.stringify(metadata)))
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes))
  const head = Buffer.alloc(127)
  head.write('PMTiles')
  head[7] = 3
  const at = [127, root.length, 127 + root.length, about.length, 0, 0, 127 + root.length + about.length, data.length]
  for (const [i, number] of [...at, sorted.length, sorted.length, sorted.length].entries())
    head.writeBigUInt64LE(BigInt(number), 8 + 8 * i)
  const squeezed = gzip ? 2 : 1
  head.set([1, squeezed, squeezed, type, ...zooms], 96)
  for (const [i, degrees] of bounds.entries()) head.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i)
  return Buffer.concat([head, root, about, data])
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(number: number): Uint8Array {
  const bytes: number[] = []
  let left = number
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128)
  return Uint8Array.from([...bytes, left])
}

export const tinyTiles = ({ attribution = 'Test' } = {}): Uint8Array =>
  archive({
    tiles: [[0, PIXEL]],
    ...{ metadata: { attribution }, type: 2, zooms: [0, 0], bounds: [-180, -85, 180, 85], gzip: false },
  })

type Bounds = readonly [west: number, south: number, east: number, north: number]

const ZOOMS = [0, 9] as const

/** A lake over all of `bounds` and a road across it. */
export function vectorTiles(bounds: Bounds): Uint8Array {
  const [west, south, east, north] = bounds
  const [low, high] = [
    [west, south],
    [east, north],
  ]
  const ring = [low, [east, south], high, [west, north], low]
  const layers: Record<string, Geometry> = {
    water: { type: 'Polygon', coordinates: [ring] },
    roads: { type: 'LineString', coordinates: [low, high] },
  }
  const cut = Object.entries(layers).map(([name, geometry]) => {
    const feature = { type: 'Feature', geometry, properties: { kind: name } } as const
    return [name, new GeoJSONVT(feature, { maxZoom: ZOOMS[1], indexMaxZoom: 0 })] as const
  })
  const tiles: [number, Uint8Array][] = []
  for (let z = ZOOMS[0]; z <= ZOOMS[1]; z++) {
    const [left, top] = tileOf(z, west, north)
    const [right, bottom] = tileOf(z, east, south)
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) {
        const there = cut.flatMap(([name, index]) => {
          const tile = index.getTile(z, x, y)
          return tile ? [[name, tile] as const] : []
        })
        if (there.length > 0)
          tiles.push([zxyToTileId(z, x, y), fromGeojsonVt(Object.fromEntries(there), { version: 2, extent: 4096 })])
      }
  }
  const metadata = { attribution: 'Lake', vector_layers: Object.keys(layers).map((id) => ({ id, fields: {} })) }
  return archive({ tiles, metadata, type: 1, zooms: [...ZOOMS], bounds, gzip: true })
}

/** The tile of Web Mercator that a point lies in. */
function tileOf(z: number, lon: number, lat: number): [x: number, y: number] {
  const angle = (lat * Math.PI) / 180
  const [u, v] = [(lon + 180) / 360, (1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2]
  return [Math.floor(u * 2 ** z), Math.floor(v * 2 ** z)]
}
