/** The routes of the API, described once: what the server checks and what `/api/openapi.json` says. */
import { createRoute, z } from '@hono/zod-openapi'

/** Most that one upload may hold, in bytes. */
export const MOST_BYTES = 50_000_000

const day = z.iso.date('a date is a day of the calendar, written year-month-day').openapi({ example: '2016-10-24' })

const clocks = z.object({
  on: day.optional().openapi({ description: 'The day looked at; every day when left out.' }),
  as_of: day.optional().openapi({ description: 'The day known up to; everything published when left out.' }),
})

const failure = z
  .object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }) })
  .openapi('Error')

/** The shape of these is docs/picture.schema.json; they are not described twice. */
const picture = z
  .looseObject({ version: z.literal(1) })
  .openapi('Picture', { description: 'See docs/picture.schema.json.' })
const claim = z.looseObject({ id: z.string(), report: z.string(), quote: z.string() }).openapi('Claim')
const report = z
  .looseObject({ id: z.string(), text: z.string(), passages: z.array(z.looseObject({ role: z.string() })) })
  .openapi('ReportText')

const town = z.object({ name: z.string(), lat: z.number(), lon: z.number(), population: z.number() }).openapi('Town')

const earlier = z.record(z.string(), z.array(z.object({ day, words: z.string() }))).openapi('EarlierWords')

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const bad = {
  400: json(failure, 'The request is wrong; the message says where.'),
  401: json(failure, 'The token is missing or wrong.'),
}

export const pageRoute = createRoute({
  method: 'get',
  path: '/api/page',
  summary: 'The picture with the texts of its reports',
  request: { query: clocks },
  responses: {
    200: json(
      z.object({
        version: z.literal(1),
        name: z.string(),
        picture,
        reports: z.array(report),
        towns: z.array(town),
      }),
      'What the app shows.',
    ),
    ...bad,
  },
})

export const pictureRoute = createRoute({
  method: 'get',
  path: '/api/picture',
  summary: 'The picture, on a day, as of a day',
  request: { query: clocks },
  responses: { 200: json(picture, 'As in picture.json.'), ...bad },
})

export const earlierRoute = createRoute({
  method: 'get',
  path: '/api/earlier',
  summary: 'What statements were called on earlier days',
  request: { query: clocks.pick({ on: true }) },
  responses: { 200: json(earlier, 'By id, oldest first. Empty for large sets.'), ...bad },
})

export const claimsRoute = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'Claims, filtered by words',
  request: {
    query: clocks.extend({
      q: z.string().optional().openapi({ description: 'Words that must all occur in the claim.' }),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: { 200: json(z.object({ total: z.number(), claims: z.array(claim) }), 'One page of claims.'), ...bad },
})

export const reportRoute = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  summary: 'One report: its text and passages',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(report, 'Offsets are half-open UTF-16.'), 404: json(failure, 'No such report.') },
})

const tileSet = z
  .object({
    url: z.string(),
    kind: z.enum(['raster', 'vector']),
    minzoom: z.number(),
    maxzoom: z.number(),
    layers: z.array(z.string()),
    attribution: z.string(),
  })
  .openapi('TileSet')

export const tilesRoute = createRoute({
  method: 'get',
  path: '/api/tiles',
  summary: 'The map given with --tiles',
  responses: { 200: json(z.object({ tiles: tileSet.nullable() }), 'Null when none was given.'), 401: bad[401] },
})

const place = z.coerce.number().int().min(0)

export const tileRoute = createRoute({
  method: 'get',
  path: '/api/tiles/{z}/{x}/{y}',
  summary: 'One tile of the PMTiles file given with --tiles',
  request: { params: z.object({ z: place.max(26), x: place, y: place }) },
  responses: {
    200: { description: 'An image or a vector tile.', content: { 'application/octet-stream': { schema: z.any() } } },
    204: { description: 'Nothing is drawn there.' },
    ...bad,
  },
})

export const addRoute = createRoute({
  method: 'post',
  path: '/api/reports',
  summary: 'Add reports; the picture changes at once',
  request: {
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            files: z
              .custom((files) => files !== undefined, 'no files were sent')
              .openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(
      z.object({
        revision: z.string(),
        diagnostics: z.array(z.looseObject({ code: z.string(), message: z.string() })),
      }),
      'What was doubtful about them.',
    ),
    ...bad,
    403: json(failure, 'A page of another site asks.'),
    413: json(failure, 'Too much at once.'),
  },
})
