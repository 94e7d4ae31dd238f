/**
 * The HTTP API and the app that uses it. Routes are described by their schemas (`routes.ts`), so that
 * `/api/openapi.json` and what the server does cannot drift apart.
 *
 * One error shape everywhere: `{ error: { code, message, hint? } }`. Nothing is kept between
 * requests but the source's pictures, one for each pair of clocks last asked for.
 *
 * The source may still be reading. The app itself is served at once; the API makes whoever asks wait for a while, then
 * answers 503 with how far the reading is.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Progress, Source } from '../engine/source.ts'
import { UserError } from '../model/diagnostic.ts'
import type { PageData } from '../present/page.ts'
import { guard, hostsOnly, sameSite } from './guards.ts'
import {
  addRoute,
  claimsRoute,
  MOST_BYTES,
  pageRoute,
  pictureRoute,
  reportRoute,
  tileRoute,
  tilesRoute,
} from './routes.ts'
import type { Tiles } from './tiles.ts'

/** The built browser app, as read from disk. */
export interface Assets {
  readonly html: string
  readonly script: string
  /** The map's library, asked for when there is a map to draw. */
  readonly map: string
  readonly style: string
}

export interface AppOptions {
  /** Required in `Authorization: Bearer` or `?token=` when set; used whenever the server is bound beyond loopback. */
  readonly token?: string
  /** Names under which the server may be asked for; any other `Host` is refused. Every name when left out. */
  readonly hosts?: readonly string[]
  /** A map of the user's own to draw under the marks. */
  readonly tiles?: Tiles
  /** How far the reading of a source to come is. */
  readonly progress?: () => Progress
}

/** Pictures kept per revision: dragging a clock to and fro should not reconcile again. */
const KEPT = 32

/** Milliseconds that a request waits for reports that are being read before it is told how far they are. */
const PATIENCE = 2000

export function createApp(
  source: Source | Promise<Source>,
  assets: Assets,
  { token, hosts, tiles, progress }: AppOptions = {},
): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const { path, message } = result.error.issues[0]!
      return c.json({ error: { code: 'request/invalid', message: `${path.join('.')}: ${message}` } }, 400)
    },
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'blob:', ...(tiles?.origin ? [tiles.origin] : [])],
        workerSrc: ['blob:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      crossOriginEmbedderPolicy: false,
    }),
  )
  if (hosts) app.use(hostsOnly(hosts))
  app.use(sameSite())
  if (token) {
    // On the way to another machine bytes are dear; on this one packing them takes longer than sending them.
    app.use(compress())
    app.use('/api/*', guard(token))
  }
  app.use('/api/*', etag())

  let pages: Pages = NOT_YET
  let add: Source['add'] = NOT_YET
  let revision: () => string = NOT_YET
  const open = (read: Source): void => {
    pages = pageCache(read)
    add = (files) => read.add(files)
    revision = () => read.revision
    // Made now, so that the first page need not wait for it; what goes wrong is said to whoever asks.
    pages({}).catch(() => {})
  }
  if (source instanceof Promise) {
    const opened = source.then(open).then(() => 'open' as const)
    // Whoever started the reading hears of its failure, too.
    opened.catch(() => {})
    app.use('/api/*', async (c, next) => {
      if (pages !== NOT_YET) return next()
      const late = new Promise<'late'>((done) => setTimeout(done, PATIENCE, 'late').unref())
      if ((await Promise.race([opened, late])) === 'open') return next()
      const error = { code: 'server/reading', message: 'The reports are still being read.' }
      return c.json({ error, ...(progress && { progress: progress() }) }, 503)
    })
  } else open(source)
  // One upload after another: each reads and relates everything given so far.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }
  app.openapi(pageRoute, async (c) => c.json((await pages(c.req.valid('query'))) as never, 200))
  app.openapi(pictureRoute, async (c) => c.json((await pages(c.req.valid('query'))).picture as never, 200))
  app.openapi(claimsRoute, async (c) => {
    const { q = '', offset, limit, ...clocks } = c.req.valid('query')
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    const { picture } = await pages(clocks)
    const found = picture.claims.filter((claim) => {
      const text = JSON.stringify(claim).toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return c.json({ total: found.length, claims: found.slice(offset, offset + limit) } as never, 200)
  })
  app.openapi(reportRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { reports } = await pages({})
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
    const diagnostics = await inTurn(() => add(uploads))
    return c.json({ diagnostics: [...diagnostics], revision: revision() } as never, 200)
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Recount',
      version: '1',
      description: 'The picture of a crisis, with the sentence behind every statement.',
    },
  })

  app.get('/', (c) => c.html(assets.html))
  const script = (text: string) => (c: Context) =>
    c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  app.get('/app.js', script(assets.script))
  app.get('/map.js', script(assets.map))
  app.get('/app.css', (c) => c.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.notFound((c) =>
    c.json({ error: { code: 'request/unknown', message: `There is nothing at ${c.req.path}.` } }, 404),
  )
  app.onError((error, c) => {
    if (error instanceof UserError)
      return c.json({ error: { code: error.code, message: error.message, hint: error.hint } }, 400)
    if (error instanceof HTTPException)
      return c.json({ error: { code: 'request/invalid', message: `${error.message}.` } }, error.status)
    console.error(error)
    return c.json({ error: { code: 'server/failed', message: 'The server failed to answer; its log says why.' } }, 500)
  })
  return app
}

const TOO_LARGE = {
  error: {
    code: 'request/too-large',
    message: `More than ${MOST_BYTES / 1e6} MB at once.`,
    hint: 'Drop fewer files, or read the folder with `recount serve PATH`.',
  },
}

type Pages = (clocks: { on?: string; as_of?: string }) => Promise<PageData>

const NOT_YET = (): never => {
  throw new RangeError('The reports were asked for before they had been read')
}

/** Remember the last pages asked for, until the reports change. */
function pageCache(source: Source): Pages {
  let revision = source.revision
  const kept = new Map<string, Promise<PageData>>()
  return async ({ on = null, as_of: asOf = null }) => {
    if (revision !== source.revision) {
      revision = source.revision
      kept.clear()
    }
    const key = `${on} ${asOf}`
    const page = kept.get(key) ?? (async () => source.page({ on, asOf }))()
    page.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, page)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return page
  }
}
