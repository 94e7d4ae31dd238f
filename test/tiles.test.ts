/** The user's own map: a PMTiles file is served tile by tile, an address is let through, all else is refused in plain words. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Source } from '../src/engine/source.ts'
import { createApp } from '../src/server/app.ts'
import { openTiles, type Tiles } from '../src/server/tiles.ts'
import { tinyTiles, vectorTiles } from './pmtiles.ts'

const assets = { html: '', script: '', map: '', style: '' }
const source = { revision: '1', page: () => ({}), add: async () => [] } as unknown as Source
const app = (tiles?: Tiles, token?: string) => createApp(source, assets, { tiles, token })

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-tiles-'))
  file = join(folder, 'world.pmtiles')
  await writeFile(file, tinyTiles())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a PMTiles file: what it holds, its tiles, and nothing beyond them', async () => {
  const served = app(await openTiles(file))
  expect(await (await served.request('/api/tiles')).json()).toEqual({
    tiles: { url: '/api/tiles/{z}/{x}/{y}', kind: 'raster', minzoom: 0, maxzoom: 0, layers: [], attribution: 'Test' },
  })
  const tile = await served.request('/api/tiles/0/0/0')
  expect([tile.status, tile.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(
    Buffer.from(await tile.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect((await served.request('/api/tiles/4/3/3')).status).toBe(204)
  expect((await served.request('/api/tiles/0/-1/0')).status).toBe(400)
  expect((await served.request('/')).headers.get('content-security-policy')).toContain("connect-src 'self' blob:;")
})

test('vector tiles, gzipped as tools write them, are named by their layers and given as they lie', async () => {
  const lake = join(folder, 'lake.pmtiles')
  await writeFile(lake, vectorTiles([32, 15, 33, 16]))
  const served = app(await openTiles(lake))
  expect(await (await served.request('/api/tiles')).json()).toEqual({
    tiles: {
      ...{ url: '/api/tiles/{z}/{x}/{y}', kind: 'vector', minzoom: 0, maxzoom: 9, attribution: 'Lake' },
      layers: ['water', 'roads'],
    },
  })
  const world = await served.request('/api/tiles/0/0/0')
  expect([world.status, world.headers.get('content-type')]).toEqual([200, 'application/x-protobuf'])
  expect(Buffer.from(await world.arrayBuffer()).toString('latin1')).toContain('water')
  // Zoom 9: column 302 holds 32.3 to 33.0 degrees east; the other side of the world is empty.
  expect((await served.request('/api/tiles/9/302/233')).status).toBe(200)
  expect((await served.request('/api/tiles/9/10/233')).status).toBe(204)
})

test('without one there is none, and a token guards it as all else', async () => {
  expect(await (await app().request('/api/tiles')).json()).toEqual({ tiles: null })
  expect((await app().request('/api/tiles/0/0/0')).status).toBe(204)
  const guarded = app(await openTiles(file), 'secret')
  expect((await guarded.request('/api/tiles/0/0/0')).status).toBe(401)
  expect((await guarded.request('/api/tiles/0/0/0?token=secret')).status).toBe(200)
})

test('an address opens the policy to that server alone', async () => {
  const tiles = await openTiles('http://localhost:8080/{z}/{x}/{y}.png')
  expect(tiles.set.url).toBe('http://localhost:8080/{z}/{x}/{y}.png')
  const policy = (await app(tiles).request('/')).headers.get('content-security-policy')
  expect(policy).toContain("connect-src 'self' blob: http://localhost:8080;")
})

test.each([
  ['no-such.pmtiles', 'could not be opened'],
  ['http://localhost:8080/tiles', 'has {z}, {x} and {y}'],
])('%s is refused', async (given, words) => {
  await expect(openTiles(given)).rejects.toMatchObject({
    code: 'tiles/unreadable',
    message: expect.stringContaining(words),
  })
})

test('a file that is no archive is refused', async () => {
  const other = join(folder, 'other.pmtiles')
  await writeFile(other, 'This is a report.')
  await expect(openTiles(other)).rejects.toMatchObject({ code: 'tiles/unreadable' })
})
