/** Reading on worker threads gives what reading here gives, in the order of the input, and knows the user's own places as well. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { meansOf, readAll } from '../src/engine/read-all.ts'
import { given, type Report } from '../src/model/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'recount-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const table = join(folder, 'places.csv')
writeFileSync(table, 'Name;Code;Lat;Lon\nOlbrovka;X1;48,5;37,1\nOlbrovka;X1;48.5;37.1\n')

const reports = Array.from(
  { length: 60 },
  (_, i): Report => ({
    id: `r${i}`,
    text: `Shelling killed ${i + 2} people in the village of Olbrovka on Monday, medics said.`,
    published: given('2031-05-07'),
  }),
)

test('sixty reports, here and on two threads', { timeout: 60_000 }, async () => {
  const far: number[] = []
  const here = await readAll(reports, await meansOf({ jobs: 1, places: [table] }))
  const there = await readAll(
    reports,
    await meansOf({ jobs: 2, places: [table], onProgress: (done) => far.push(done) }),
  )
  expect(there).toEqual(here)
  expect(far.at(-1)).toBe(60)
  expect(here.map(({ report }) => report.id)).toEqual(reports.map(({ id }) => id))
  const places = here.flatMap(({ places }) => places)
  expect(places).toHaveLength(60)
  for (const place of places)
    expect(place).toMatchObject({ id: 'pcode:X1', location: { lat: 48.5, lon: 37.1 }, source: 'user' })
})
