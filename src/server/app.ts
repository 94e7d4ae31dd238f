/**
 * What `recount serve` answers with: the browser app's own files, and the API that they use.
 *
 *     /  /app.js  /app.css  /map.js     at once
 *     /api/…                            once the reports have been read (`api.ts`)
 *
 * Who may ask, and what a page may do in a browser, is settled here for both. The source may still be reading: whoever asks
 * the API waits for a while, and is then answered 503 with how far the reading is.
 */
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import type { Progress, Source } from '../engine/source.ts'
import type { Clocks } from '../model/ledger.ts'
import { failed, unknown } from './errors.ts'
import { guard, hostsOnly, sameSite } from './guards.ts'
import { kept } from './kept.ts'
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

/** The inline styles of a built page, by which its policy knows them. */
const stylesIn = (html: string): string[] =>
  Array.from(
    html.matchAll(/<style>(.*?)<\/style>/gs),
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  )

/** Milliseconds that a request waits for reports that are being read before it is told how far they are. */
const PATIENCE = 2000

export function createApp(
  source: Source | Promise<Source>,
  assets: Assets,
  { token, hosts, tiles, progress }: AppOptions = {},
): Hono<{ Bindings: object }> {
  const app = new Hono<{ Bindings: object }>()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...stylesIn(assets.html)],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ['data:'],
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

  const read = Promise.resolve(source).then((opened) => {
    const pages = kept(opened, (clocks: Required<Clocks>) => opened.page(clocks))
    // Made now, so that the first page need not wait for it; what goes wrong is said to whoever asks.
    pages({ on: null, asOf: null }).catch(() => {})
    return { opened, pages }
  })
  // Whoever started the reading hears of its failure, too.
  read.catch(() => {})
  // What describes and checks the API takes as long to load as all else here together, and is first asked for by the page.
  const loadApi = async () => {
    const [{ createApi }, { opened, pages }] = await Promise.all([import('./api.ts'), read])
    return createApi(opened, pages, tiles)
  }
  let api: ReturnType<typeof loadApi> | undefined
  app.all('/api/*', async (c) => {
    api ??= loadApi()
    const late = new Promise<null>((done) => setTimeout(done, PATIENCE, null).unref())
    const ready = await Promise.race([api, late])
    if (ready) return ready.fetch(c.req.raw, c.env)
    const error = { code: 'server/reading', message: 'The reports are still being read.' }
    return c.json({ error, ...(progress && { progress: progress() }) }, 503)
  })

  app.get('/', (c) => c.html(assets.html))
  const script = (text: string) => (c: Context) =>
    c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  app.get('/app.js', script(assets.script))
  app.get('/map.js', script(assets.map))
  app.get('/app.css', (c) => c.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.notFound(unknown)
  app.onError(failed)
  return app
}
