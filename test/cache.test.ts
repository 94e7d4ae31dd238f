/** Readings kept between runs: found again only when nothing they follow from has changed, never in the way, never anybody else's. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { type Cache, cacheFolder, cacheIn, openCache } from '../src/engine/cache.ts'
import { digestOf, READING, RECONCILING } from '../src/engine/digest.ts'
import { gather } from '../src/engine/gather.ts'
import { openProject, projectOf } from '../src/engine/project.ts'
import { meansOf, readAll } from '../src/engine/read-all.ts'
import { loadResources } from '../src/engine/resources.ts'
import { makeRoom } from '../src/engine/store.ts'
import type { Resources } from '../src/knowledge/resources.ts'
import { given, type Report } from '../src/model/report.ts'
import { brief } from '../src/present/brief.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'

const root = mkdtempSync(join(tmpdir(), 'recount-cache-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())
const bin = fileURLToPath(new URL('../bin/recount.js', import.meta.url))

const resources = loadResources()
const reports = ['Four people were killed in Tarsen on Friday, medics said.', 'Rebels took the village of Sohl.'].map(
  (text, i): Report => ({ id: `r${i}`, text, published: given('2031-05-07'), file: `leads/r${i}.txt` }),
)
const PROGRAM = { reads: 'reads', reconciles: 'reconciles' }
const entries = (folder: string): string[] => globSync('**/*', { cwd: folder }).filter((name) => /\.zst/.test(name))

/** A fresh folder, and a way to read with its cache that counts what had to be read. */
function shelf(name: string, places: readonly string[] = []) {
  const folder = join(root, name)
  mkdirSync(folder)
  const open = (): Cache => cacheIn(folder, PROGRAM, places)
  const readWith = async (some: readonly Report[], cache = open()) => {
    let read = 0
    const keep: Cache['keep'] = (reading) => {
      read++
      cache.keep(reading)
    }
    const readings = await readAll(some, {
      ...(await meansOf(places.length > 0 ? { places } : { resources })),
      cache: { ...cache, keep },
    })
    return { text: JSON.stringify(readings), read }
  }
  return { folder, open, readWith }
}

test('what is found is what would be read, byte for byte, and needs no models', async () => {
  const { folder, open, readWith } = shelf('same')
  const without = JSON.stringify(await readAll(reports, await meansOf({ resources })))
  expect(await readWith(reports)).toEqual({ text: without, read: 2 })
  expect(entries(folder)).toHaveLength(2)
  const refused = () => Promise.reject(new Error('nothing was missing'))
  expect(JSON.stringify(await readAll(reports, { resources: refused, cache: open() }))).toBe(without)
})

test('another text, date or title is another report; another place on disk is not', async () => {
  const { readWith } = shelf('changed')
  const [one, two] = reports as [Report, Report]
  await readWith(reports)
  const changes: Partial<Report>[] = [
    { text: `${one.text} ` },
    { published: given('2031-05-08') },
    { title: 'A title' },
    { publisher: 'A wire' },
    { id: 'another' },
  ]
  for (const change of changes) expect((await readWith([{ ...one, ...change }, two])).read).toBe(1)
  const moved = { ...one, file: 'elsewhere/r0.txt' }
  expect(await readWith([moved])).toEqual({
    read: 0,
    text: JSON.stringify(await readAll([moved], await meansOf({ resources }))),
  })
})

test('an entry that is cut off, damaged, empty or of another report is read anew and mended', async () => {
  const { folder, readWith } = shelf('broken')
  const { text } = await readWith(reports)
  const [path, other] = entries(folder).map((name) => join(folder, name)) as [string, string]
  const whole = readFileSync(path)
  const flipped = Buffer.from(whole)
  flipped[whole.length - 9]! ^= 1
  for (const bytes of [whole.subarray(0, 60), flipped, '', 'no frame', readFileSync(other)]) {
    writeFileSync(path, bytes)
    expect(await readWith(reports)).toEqual({ text, read: 1 })
    expect(readFileSync(path)).toEqual(whole)
  }
})

test('a reading in which something failed is not kept, nor a picture of it', async () => {
  const { folder, open } = shelf('failed')
  const cannot = () => {
    throw new Error('too many open files')
  }
  const lacking: Resources = Object.defineProperty({ ...resources }, 'measures', { get: cannot })
  const read = async (packs: Resources) => readAll(reports, { resources: async () => packs, cache: open() })
  const failed = await read(lacking)
  expect(failed.flatMap(({ diagnostics }) => diagnostics)).toContainEqual(
    expect.objectContaining({ code: 'read/claims', severity: 'error' }),
  )
  open().picture(failed, () => reconcile(ledger(failed)))
  expect(entries(folder)).toEqual([])
  open().picture(await read(resources), () => reconcile(ledger(failed)))
  expect(entries(folder)).toHaveLength(3)
})

test('other places of the user’s own make other readings', async () => {
  const table = join(root, 'places.csv')
  const write = (lat: number) => writeFileSync(table, `name,lat,lon\nTarsen,${lat},37.1\nSohl,48.2,37.2\n`)
  write(48.5)
  const { readWith } = shelf('places', [table])
  const { text } = await readWith(reports)
  expect((await readWith(reports)).read).toBe(0)
  write(48.6)
  const after = await readWith(reports)
  expect(after.read).toBe(2)
  expect(after.text).not.toBe(text)
})

test('what comes through a pipe or by way of the page leaves nothing behind', async () => {
  const folder = join(root, 'pipe')
  vi.stubEnv('RECOUNT_CACHE', folder)
  const piped = reports.map(({ file: _, ...report }) => report)
  const project = await projectOf(['-'], { reports: piped, diagnostics: [] }, { resources, cache: true })
  const bytes = new TextEncoder().encode('Police arrested nine protesters in Tarsen on Sunday.')
  await project.add([{ name: 'three.txt', bytes }])
  expect(project.readings).toHaveLength(3)
  expect(entries(folder)).toEqual([])
})

test('reports given before are not read again when one is added', async () => {
  const folder = join(root, 'added')
  vi.stubEnv('RECOUNT_CACHE', folder)
  const project = await projectOf(['leads'], { reports, diagnostics: [] }, { resources, cache: true })
  const before = project.readings
  expect(entries(folder)).toHaveLength(2)
  await project.add([{ name: 'three.txt', bytes: new TextEncoder().encode('Nine were hurt in Tarsen on Sunday.') }])
  expect(project.readings.slice(0, 2).map((reading, i) => reading === before[i])).toEqual([true, true])
  expect(entries(folder)).toHaveLength(2)
})

test('a folder that cannot be written to, or is open to others, is not used and no error', async () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  const open = join(root, 'open')
  mkdirSync(join(open, 'kept'), { recursive: true, mode: 0o755 })
  for (const folder of [file, join(file, 'in'), open, '/proc/recount']) {
    vi.stubEnv('RECOUNT_CACHE', folder)
    expect(await openCache()).toBeNull()
  }
  const { text } = await shelf('read-only').readWith(reports)
  expect(await shelf('x').readWith(reports, cacheIn(file, PROGRAM))).toEqual({ text, read: 2 })
})

test('the folder is the user’s alone, where XDG_CACHE_HOME and RECOUNT_CACHE say', async () => {
  vi.stubEnv('RECOUNT_CACHE', '')
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'xdg'))
  if (process.platform === 'linux') expect(await cacheFolder()).toBe(join(root, 'xdg/recount'))
  vi.stubEnv('RECOUNT_CACHE', join(root, 'own'))
  expect(await cacheFolder()).toBe(join(root, 'own'))
  await openCache()
  if (process.platform !== 'win32') expect(statSync(join(root, 'own/kept')).mode & 0o777).toBe(0o700)
  vi.stubEnv('RECOUNT_CACHE', 'off')
  expect([await cacheFolder(), await openCache()]).toEqual([null, null])
})

test('it stays under its bound: what was used longest ago goes, and what was not used for a month', () => {
  const all = join(root, 'full')
  const path = (name: string): string => join(all, name)
  const write = (name: string, days: number): void => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), 'x'.repeat(100))
    const used = Date.now() / 1000 - days * 86_400
    utimesSync(path(name), used, used)
  }
  for (const [name, days] of Object.entries({ 'a/1.zst': 5, 'a/2.zst': 1, 'b/3.zst': 3, 'c/4.zst': 40 }))
    write(name, days)
  makeRoom(all, 250, 30)
  expect(entries(all).toSorted()).toEqual(['a/2.zst', 'b/3.zst'])
  expect(readdirSync(all).toSorted()).toEqual(['a', 'b'])
})

test('what is used is not old', async () => {
  const { folder, readWith } = shelf('used')
  await readWith(reports)
  const path = join(folder, entries(folder)[0]!)
  utimesSync(path, 1e9, 1e9)
  expect((await readWith(reports)).read).toBe(0)
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000)
})

test('the digest of a program changes with any of its files, also when size and date stay', async () => {
  const folder = join(root, 'program')
  mkdirSync(join(folder, 'data/deep'), { recursive: true })
  const file = join(folder, 'data/deep/table.tsv')
  const write = (text: string): void => {
    writeFileSync(file, text)
    utimesSync(file, 1e9, 1e9)
  }
  const seen = new Set<string>()
  const changes = [
    () => write('killed\t1\n'),
    () => write('killed\t22\n'),
    () => write('killed\t33\n'),
    () => writeFileSync(join(folder, 'data/more.tsv'), ''),
    () => rmSync(file),
  ]
  for (const change of changes) {
    change()
    seen.add(digestOf([pathToFileURL(`${folder}/`)]))
    // The clock of a file system may tick but a hundred times a second.
    await new Promise((done) => setTimeout(done, 20))
  }
  expect(seen.size).toBe(changes.length)
})

test('the digest covers every module that a thread which reads may load', () => {
  const src = fileURLToPath(new URL('../src/', import.meta.url))
  const reached = new Set<string>()
  const follow = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    const code = readFileSync(path, 'utf8').replace(/^import type .*$/gm, '')
    for (const [, name] of code.matchAll(/\b(?:from|import)\b\s*\(?\s*'(\.[^']+)'/g)) follow(join(dirname(path), name!))
  }
  follow(join(src, 'engine/worker.ts'))
  const folders = new Set([...reached].map((path) => path.slice(src.length).split('/')[0]!))
  expect(reached.size).toBeGreaterThan(100)
  expect([...folders].filter((name) => !READING.includes(name as never))).toEqual([])
  follow(join(src, 'relate/ledger.ts'))
  follow(join(src, 'reconcile/picture.ts'))
  const all = new Set([...reached].map((path) => path.slice(src.length).split('/')[0]!))
  expect([...all].filter((name) => ![...READING, ...RECONCILING].includes(name as never))).toEqual([])
})

test('the picture that is kept is the one that would be made; with a report more or a clock it is made anew', async () => {
  const folder = join(root, 'picture')
  vi.stubEnv('RECOUNT_CACHE', folder)
  const example = fileURLToPath(new URL('../examples/mosul', import.meta.url))
  const said = async (cache: boolean) => {
    const project = await openProject([example], { resources, cache })
    const picture = project.picture()
    const page = JSON.stringify(await project.page({}))
    return { page, brief: brief(picture, project.diagnostics), json: JSON.stringify(picture) }
  }
  const without = await said(false)
  expect(await said(true)).toEqual(without)
  const count = entries(folder).length
  expect(await said(true)).toEqual(without)
  const project = await openProject([example], { resources, cache: true })
  project.picture({ asOf: '2016-10-20' })
  expect(entries(folder)).toHaveLength(count)
  const { reports } = await gather([example])
  const fewer = await projectOf([example], { reports: reports.slice(1), diagnostics: [] }, { resources, cache: true })
  expect(fewer.picture().reports).toHaveLength(reports.length - 1)
  expect(entries(folder)).toHaveLength(count + 1)
})

const story = join(root, 'story.txt')
writeFileSync(story, 'At least 12 people were killed in Harim on Monday, police said.')

test('two commands at once share a folder; each prints what one without it prints', { timeout: 60_000 }, async () => {
  const folder = join(root, 'two')
  const plain = execFileSync(process.execPath, [bin, 'read', story, '--no-cache'], { encoding: 'utf8' })
  const both = Array.from({ length: 2 }, async () => {
    const child = spawn(process.execPath, [bin, 'read', story], { env: { ...process.env, RECOUNT_CACHE: folder } })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
    await once(child, 'close')
    return out
  })
  expect(await Promise.all(both)).toEqual([plain, plain])
  const whole = expect.stringMatching(/^kept\/\w{16}\/\w{40}\.zst$/)
  expect(entries(folder)).toEqual([whole, whole])
})

test('--no-cache and RECOUNT_CACHE=off leave nothing behind, and the help says where readings lie', () => {
  const home = join(root, 'home')
  const run = (args: readonly string[], env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [bin, ...args], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: home, ...env },
    })
  for (const [args, env] of [
    [['read', story, '--no-cache'], { RECOUNT_CACHE: join(home, 'recount') }],
    [['read', story], { RECOUNT_CACHE: 'off' }],
    [['annotate', story], { RECOUNT_CACHE: join(home, 'recount') }],
  ] as const)
    expect(run(args, env).status).toBe(0)
  expect(existsSync(home)).toBe(false)
  expect(run(['show', '--help'], { RECOUNT_CACHE: '/there' }).stdout).toMatch(/kept in \/there .*RECOUNT_CACHE/s)
})
