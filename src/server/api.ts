/**
 * The HTTP API. Routes are described by their schemas (`routes.ts`), so that `/api/openapi.json` and what the server does
 * cannot drift apart. One error shape everywhere: `{ error: { code, message, hint? } }`.
 *
 * Nothing is kept between requests but answers of the source (`kept.ts`). Who may ask is `app.ts`'s business.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Source } from '../engine/source.ts'
import { UserError } from '../model/diagnostic.ts'
import type { Clocks } from '../model/ledger.ts'
import type { Day } from '../model/report.ts'
import type { PageData } from '../present/page.ts'
import { failed, unknown } from './errors.ts'
import { kept } from './kept.ts'
import {
  addRoute,
  claimsRoute,
  earlierRoute,
  MOST_BYTES,
  pageRoute,
  pictureRoute,
  reportRoute,
  tileRoute,
  tilesRoute,
} from './routes.ts'
import type { Tiles } from './tiles.ts'

/** The pages of a source, each made once. */
export type Pages = (clocks: Required<Clocks>) => Promise<PageData>

export function createApi(source: Source, pages: Pages, tiles?: Tiles): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const { path, message } = result.error.issues[0]!
      return c.json({ error: { code: 'request/invalid', message: `${path.join('.')}: ${message}` } }, 400)
    },
  })
  const earlier = kept(source, (on: Day | null) => source.earlier(on))
  const pageOf = (asked: { on?: Day; as_of?: Day }) => pages({ on: asked.on ?? null, asOf: asked.as_of ?? null })
  // One upload after another: each reads and relates everything given so far.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }
  app.openapi(pageRoute, async (c) => c.json((await pageOf(c.req.valid('query'))) as never, 200))
  app.openapi(pictureRoute, async (c) => c.json((await pageOf(c.req.valid('query'))).picture as never, 200))
  app.openapi(earlierRoute, async (c) => c.json((await earlier(c.req.valid('query').on ?? null)) as never, 200))
  app.openapi(claimsRoute, async (c) => {
    const { q = '', offset, limit, ...clocks } = c.req.valid('query')
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    const { picture } = await pageOf(clocks)
    const found = picture.claims.filter((claim) => {
      const text = JSON.stringify(claim).toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return c.json({ total: found.length, claims: found.slice(offset, offset + limit) } as never, 200)
  })
  app.openapi(reportRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { reports } = await pageOf({})
    const report = reports.find((one) => one.id === id)
    if (!report) return c.json({ error: { code: 'report/unknown', message: `There is no report "${id}".` } }, 404)
    return c.json(report as never, 200)
  })
  app.openapi(tilesRoute, (c) => c.json({ tiles: tiles ? { ...tiles.set, layers: [...tiles.set.layers] } : null }, 200))
  app.openapi(tileRoute, async (c) => {
    const { z, x, y } = c.req.valid('param')
    const tile = await tiles?.get(z, x, y)
    return tile ? c.body(tile.bytes, 200, { 'content-type': tile.type }) : c.body(null, 204)
  })
  app.use('/api/reports', bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json(TOO_LARGE, 413) }))
  app.openapi(addRoute, async (c) => {
    const form = await c.req.parseBody({ all: true })
    const files = [form.files ?? []].flat().filter((file) => file instanceof File)
    if (files.length === 0)
      throw new UserError('request/invalid', 'No files were sent.', { hint: 'Send them as "files" in a form.' })
    const uploads = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    const diagnostics = await inTurn(() => source.add(uploads))
    return c.json({ diagnostics: [...diagnostics], revision: source.revision } as never, 200)
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Recount',
      version: '1',
      description: 'The picture of a crisis, with the sentence behind every statement.',
    },
  })
  app.notFound(unknown)
  app.onError(failed)
  return app
}

const TOO_LARGE = {
  error: {
    code: 'request/too-large',
    message: `More than ${MOST_BYTES / 1e6} MB at once.`,
    hint: 'Drop fewer files, or read the folder with `recount serve PATH`.',
  },
}
