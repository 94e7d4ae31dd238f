/**
 * A map of the user's own under the marks: one PMTiles file on this machine, or a server of tiles by its address.
 *
 *     region.pmtiles                            read here, piece by piece; the browser sees /api/tiles/{z}/{x}/{y}
 *     http://localhost:8080/{z}/{x}/{y}.png     the browser asks that server itself, and the page's policy allows it
 *
 * Nothing else is fetched from anywhere: without `--tiles` the map is drawn from what comes with Recount.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { PMTiles, type Source as TileSource, TileType } from 'pmtiles'
import { UserError } from '../model/diagnostic.ts'

/** What the app must know to draw them. */
export interface TileSet {
  /** Address of a tile, with {z}, {x} and {y} in it. */
  readonly url: string
  readonly kind: 'raster' | 'vector'
  readonly minzoom: number
  readonly maxzoom: number
  /** Names of the layers of vector tiles. */
  readonly layers: readonly string[]
  readonly attribution: string
}

export interface Tiles {
  readonly set: TileSet
  /** Another server that the browser must be let ask, if any. */
  readonly origin: string | null
  /** One tile and its media type; null where there is none. Tiles of another server are never asked for here. */
  get(z: number, x: number, y: number): Promise<{ readonly bytes: ArrayBuffer; readonly type: string } | null>
}

const MEDIA: Partial<Record<TileType, string>> = {
  [TileType.Mvt]: 'application/x-protobuf',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
}

/** Open a PMTiles file, or take an address with {z}, {x} and {y} in it. Throws `UserError` when it is neither. */
export async function openTiles(given: string): Promise<Tiles> {
  if (/^https?:/.test(given)) return elsewhere(given)
  const file = await open(given).catch(() => {
    throw new UserError('tiles/unreadable', 'The map file could not be opened.', {
      path: given,
      hint: 'Give a PMTiles file that you may read, or an address such as http://localhost:8080/{z}/{x}/{y}.png.',
    })
  })
  const archive = new PMTiles(fromFile(file, given))
  try {
    const { tileType, minZoom, maxZoom } = await archive.getHeader()
    const { attribution, vector_layers: layers } = (await archive.getMetadata()) as Metadata
    const type = MEDIA[tileType]
    if (type === undefined) throw new Error(`tiles of type ${tileType}`)
    return {
      set: {
        url: '/api/tiles/{z}/{x}/{y}',
        kind: tileType === TileType.Mvt ? 'vector' : 'raster',
        minzoom: minZoom,
        maxzoom: maxZoom,
        layers: (layers ?? []).map(({ id }) => id),
        attribution: attribution ?? '',
      },
      origin: null,
      async get(z, x, y) {
        if (z < minZoom || z > maxZoom) return null
        const tile = await archive.getZxy(z, x, y)
        return tile ? { bytes: tile.data, type } : null
      },
    }
  } catch (error) {
    await file.close()
    throw new UserError('tiles/unreadable', `The file is no PMTiles archive (${(error as Error).message}).`, {
      path: given,
      hint: 'Give one of version 3, or an address such as http://localhost:8080/{z}/{x}/{y}.png.',
    })
  }
}

interface Metadata {
  readonly attribution?: string
  readonly vector_layers?: readonly { readonly id: string }[]
}

/** Images of another server. */
function elsewhere(url: string): Tiles {
  if (!URL.canParse(url) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    throw new UserError('tiles/unreadable', 'The address of a tile server has {z}, {x} and {y} in it.', { path: url })
  return {
    set: { url, kind: 'raster', minzoom: 0, maxzoom: 19, layers: [], attribution: new URL(url).host },
    origin: new URL(url).origin,
    get: () => Promise.resolve(null),
  }
}

/** Pieces of a file, as the archive asks for them. */
const fromFile = (file: FileHandle, path: string): TileSource => ({
  getKey: () => path,
  async getBytes(offset, length) {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await file.read(bytes, 0, length, offset)
    return { data: bytes.buffer.slice(0, bytesRead) }
  },
})
