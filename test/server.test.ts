/** The API: its routes, its one error shape, its token, and what it lets a browser do. No socket is opened. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { Source } from '../src/engine/source.ts'
import type { Clocks } from '../src/model/ledger.ts'
import type { PageData } from '../src/present/page.ts'
import { createApp } from '../src/server/app.ts'
import { LOOPBACK } from '../src/server/guards.ts'
import { MOST_BYTES } from '../src/server/routes.ts'

const asked: Clocks[] = []
const source: Source = {
  revision: 'r1',
  page(clocks) {
    asked.push(clocks)
    const claims = [
      { id: 'c1', quote: 'Police said 4 were hurt.' },
      { id: 'c2', quote: 'Rebels took the bridge.' },
    ]
    return {
      version: 1,
      name: 'Test',
      picture: { version: 1, claims },
      reports: [{ id: 'a', text: 'x', passages: [] }],
    } as unknown as PageData
  },
  earlier: () => ({ e1: [{ day: '2016-10-20', words: 'Bartella: entered' }] }),
  add: async (files) =>
    files.map(({ name, bytes }) => ({ code: 'test', severity: 'warning', message: `${bytes.length}`, file: name })),
}
const assets = { html: '<!doctype html>', script: 'let a', map: 'let b', style: 'a{}' }
const app = createApp(source, assets)
const get = async (path: string, init?: RequestInit) => {
  const answer = await app.request(path, init)
  const body = (await answer.json()) as { diagnostics?: unknown; paths?: Record<string, object> }
  return { status: answer.status, headers: answer.headers, body }
}

test('the clocks reach the picture', async () => {
  expect((await get('/api/picture?on=2016-10-20&as_of=2016-10-24')).status).toBe(200)
  expect(asked.at(-1)).toEqual({ on: '2016-10-20', asOf: '2016-10-24' })
})

test('what statements were called on earlier days is asked for apart', async () => {
  expect((await get('/api/earlier?on=2016-10-20')).body).toEqual({
    e1: [{ day: '2016-10-20', words: expect.any(String) }],
  })
  expect((await get('/api/page')).body).not.toHaveProperty('earlier')
})

test('claims are filtered and paged', async () => {
  expect((await get('/api/claims?q=BRIDGE')).body).toMatchObject({ total: 1, claims: [{ id: 'c2' }] })
  expect((await get('/api/claims?limit=1&offset=1')).body).toMatchObject({ total: 2, claims: [{ id: 'c2' }] })
})

test('the policy lets in the style that a document brings for its first paint, and no other', async () => {
  const html = '<!doctype html><style>b{}</style>'
  const answer = await createApp(source, { ...assets, html }).request('/')
  const hash = createHash('sha256').update('b{}').digest('base64')
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}';`)
})

test.each([
  ['/api/picture?on=yesterday', 400, 'request/invalid'],
  ['/api/picture?as_of=2016-02-30', 400, 'request/invalid'],
  ['/api/claims?limit=0', 400, 'request/invalid'],
  ['/api/reports/none', 404, 'report/unknown'],
  ['/api/nothing', 404, 'request/unknown'],
])('%s answers %i with the one error shape', async (path, status, code) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual({ error: { code, message: expect.any(String) } })
})

test('whoever asks while the reports are read waits, and is told how far they are', async () => {
  vi.useFakeTimers()
  try {
    const coming = Promise.withResolvers<Source>()
    const app = createApp(coming.promise, assets, { progress: () => ({ done: 3, total: 15 }) })
    expect((await app.request('/')).status).toBe(200)
    const early = app.request('/api/page')
    await vi.advanceTimersByTimeAsync(2000)
    expect((await early).status).toBe(503)
    expect(await (await early).json()).toMatchObject({
      error: { code: 'server/reading' },
      progress: { done: 3, total: 15 },
    })
    const patient = app.request('/api/page')
    coming.resolve(source)
    expect((await patient).status).toBe(200)
  } finally {
    vi.useRealTimers()
  }
})

test('a reading that failed is an answer, too', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = createApp(Promise.reject(new RangeError('broken')), assets)
  expect((await app.request('/api/page')).status).toBe(500)
  vi.restoreAllMocks()
})

test('files can be added', async () => {
  const form = new FormData()
  form.append('files', new File(['twelve bytes'], 'a.txt'))
  form.append('files', new File(['b'], 'b.txt'))
  const { body } = await get('/api/reports', { method: 'POST', body: form })
  expect(body.diagnostics).toMatchObject([
    { file: 'a.txt', message: '12' },
    { file: 'b.txt', message: '1' },
  ])
})

test('a token, where one is set, is needed for the API', async () => {
  const guarded = createApp(source, assets, { token: 'secret' })
  expect((await guarded.request('/api/picture')).status).toBe(401)
  expect((await guarded.request('/api/picture?token=wrong!')).status).toBe(401)
  expect((await guarded.request('/api/picture?token=secret')).status).toBe(200)
  expect((await guarded.request('/api/picture', { headers: { authorization: 'Bearer secret' } })).status).toBe(200)
})

test('the policy allows no foreign script, and answers can be cached', async () => {
  const page = await app.request('/')
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  const { headers } = await get('/api/picture')
  const again = await app.request('/api/picture', { headers: { 'if-none-match': headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('on loopback only its own names are answered to', async () => {
  const local = createApp(source, assets, { hosts: LOOPBACK })
  const ask = (host: string) => local.request('/api/picture', { headers: { host } })
  expect((await ask('localhost:4000')).status).toBe(200)
  expect((await ask('127.0.0.1:4000')).status).toBe(200)
  const answer = await ask('rebound.example:4000')
  expect(answer.status).toBe(421)
  expect(await answer.json()).toEqual({ error: { code: 'request/host', message: expect.any(String) } })
})

test('another site cannot add reports; the page itself and programs can', async () => {
  const post = (headers: Record<string, string>) => {
    const body = new FormData()
    body.append('files', new File(['x'], 'a.txt'))
    return app.request('http://localhost:4000/api/reports', { method: 'POST', body, headers })
  }
  expect((await post({})).status).toBe(200)
  expect((await post({ origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ origin: 'null' })).status).toBe(403)
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('uploads are taken one after another, and one that fails does not stop the next', async () => {
  const log: string[] = []
  const slow = createApp(
    {
      ...source,
      add: async ([file]) => {
        log.push(`start ${file!.name}`)
        await new Promise((done) => setImmediate(done))
        log.push(`end ${file!.name}`)
        if (file!.name === 'a.txt') throw new Error('broken')
        return []
      },
    },
    assets,
  )
  const post = (name: string) => {
    const body = new FormData()
    body.append('files', new File(['x'], name))
    return slow.request('/api/reports', { method: 'POST', body })
  }
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  const answers = await Promise.all([post('a.txt'), post('b.txt')])
  quiet.mockRestore()
  expect(answers.map(({ status }) => status)).toEqual([500, 200])
  expect(log).toEqual(['start a.txt', 'end a.txt', 'start b.txt', 'end b.txt'])
})

test('what is too large, or no file at all, is refused with the one error shape', async () => {
  const empty = await get('/api/reports', { method: 'POST', body: new FormData() })
  expect(empty.status).toBe(400)
  expect(empty.body).toMatchObject({ error: { code: 'request/invalid' } })
  const text = await get('/api/reports', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })
  expect(text.status).toBe(415)
  expect(text.body).toMatchObject({ error: { code: 'request/invalid' } })
  const headers = { 'content-length': String(MOST_BYTES + 1), 'content-type': 'multipart/form-data; boundary=x' }
  const large = await get('/api/reports', { method: 'POST', body: '--x--', headers })
  expect(large.status).toBe(413)
  expect(large.body).toMatchObject({ error: { code: 'request/too-large' } })
})

test('docs/api.md names every route', async () => {
  const docs = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8')
  const { body } = await get('/api/openapi.json')
  for (const [path, methods] of Object.entries(body.paths!))
    for (const method of Object.keys(methods)) expect(docs).toContain(`\`${method.toUpperCase()} ${path}\``)
})
