/** The API: its routes, its one error shape, its token, and what it lets a browser do. No socket is opened. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Source } from '../src/engine/source.ts'
import type { Clocks } from '../src/model/ledger.ts'
import type { PageData } from '../src/present/page.ts'
import { createApp } from '../src/server/app.ts'

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
  add: async (files) =>
    files.map(({ name, bytes }) => ({ code: 'test', severity: 'warning', message: `${bytes.length}`, file: name })),
}
const assets = { html: '<!doctype html>', script: 'let a', style: 'a{}' }
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

test('claims are filtered and paged', async () => {
  expect((await get('/api/claims?q=BRIDGE')).body).toMatchObject({ total: 1, claims: [{ id: 'c2' }] })
  expect((await get('/api/claims?limit=1&offset=1')).body).toMatchObject({ total: 2, claims: [{ id: 'c2' }] })
})

test.each([
  ['/api/picture?on=yesterday', 400, 'request/invalid'],
  ['/api/claims?limit=0', 400, 'request/invalid'],
  ['/api/reports/none', 404, 'report/unknown'],
  ['/api/nothing', 404, 'request/unknown'],
])('%s answers %i with the one error shape', async (path, status, code) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual({ error: { code, message: expect.any(String) } })
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
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const { headers } = await get('/api/picture')
  const again = await app.request('/api/picture', { headers: { 'if-none-match': headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('docs/api.md names every route', async () => {
  const docs = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8')
  const { body } = await get('/api/openapi.json')
  for (const [path, methods] of Object.entries(body.paths!))
    for (const method of Object.keys(methods)) expect(docs).toContain(`\`${method.toUpperCase()} ${path}\``)
})
