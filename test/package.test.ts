/** The package as others get it: what npm would pack, the built library, the built command from another folder. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpack } from '../src/present/page.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
let folder: string

/** The packed files, laid out as they would be installed: without src/, so that the built command is what runs. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-package-'))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root })
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder])
  execFileSync('ln', ['-s', join(root, 'node_modules'), join(folder, 'package/node_modules')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packed command reads the example from another working directory', async () => {
  const command = join(folder, 'package/bin/recount.js')
  const out = join(folder, 'out')
  const run = spawnSync(process.execPath, [command, 'read', join(root, 'examples/mosul'), '--out', out], {
    cwd: tmpdir(),
    encoding: 'utf8',
  })
  expect(run.stderr).toBe(`The page is at ${join(out, 'index.html')}\n`)
  expect(run.status).toBe(0)
  expect(run.stdout).toMatch(/^As of 20 Feb 2017: 15 reports/)
  const picture = JSON.parse(readFileSync(join(out, 'picture.json'), 'utf8'))
  const texts = new Map<string, string>()
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(
    readFileSync(join(out, 'index.html'), 'utf8'),
  )![1]!
  for (const { id, text } of (await unpack(JSON.parse(data))).reports) texts.set(id, text)
  expect(picture.claims.length).toBeGreaterThan(50)
  for (const { report, start, end, quote } of picture.claims) expect(texts.get(report)!.slice(start, end)).toBe(quote)
})

test('the packed library reads and reconciles', () => {
  const script = `
    import { read, reconcile, relate } from ${JSON.stringify(pathToFileURL(join(folder, 'package/dist/index.js')).href)}
    const readings = await read([{ id: 'a', text: 'At least 12 people were killed in Harim on Monday, police said.', published: '2013-01-02' }])
    console.log(JSON.stringify(reconcile(relate(readings), { asOf: '2013-01-03' }).figures.map(({ measure, low, high }) => [measure, low, high])))`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(JSON.parse(run.stdout)).toEqual([['killed', 12, null]])
})

test('nothing is packed that is not meant to be', () => {
  expect(readdirSync(join(folder, 'package')).toSorted()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'bin',
      'data',
      'dist',
      'docs',
      'examples',
      'models',
      'node_modules',
      'package.json',
    ].toSorted(),
  )
})
