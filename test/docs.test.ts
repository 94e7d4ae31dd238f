/** The documentation says what is there: every command and option, every route, and outputs as they are printed. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { pages, withOutputs } from '../scripts/docs.ts'
import { program } from '../src/cli/program.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

describe('docs/cli.md', async () => {
  for (const command of (await program()).commands) {
    test(`recount ${command.name()} and its options`, () => {
      const section = read('docs/cli.md')
        .split(/^## /m)
        .find((part) => part.startsWith(`recount ${command.name()}`))
      expect(section, `docs/cli.md has no section "recount ${command.name()}"`).toBeDefined()
      for (const { long } of command.options) expect(section).toContain(`\`${long}`)
    })
  }
})

test.each(pages())('%s shows what its commands print', (page) => {
  const text = read(page)
  expect(withOutputs(text)).toBe(text)
})

test('docs/README.md leads to every page of the folder', () => {
  const index = read('docs/README.md')
  for (const page of pages().filter((page) => page.startsWith('docs/') && page !== 'docs/README.md'))
    expect(index).toContain(`(${page.slice('docs/'.length)})`)
})

test('links between the pages lead somewhere', () => {
  for (const page of [...pages(), 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
    for (const [, to] of read(page).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(new URL(`../${dirname(page)}/${to}`, import.meta.url)), `${page}: ${to}`).toBe(true)
})

test('docs/claims.md names every field and every value of a claim', () => {
  const docs = read('docs/claims.md')
  const [line] = execFileSync(process.execPath, ['bin/recount.js', 'annotate', '-'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    encoding: 'utf8',
    input: '{"text":"Rebels took Harim on Monday. Police arrested 12 people in Harim."}',
  }).split('\n')
  const { claims } = JSON.parse(line!) as { claims: Record<string, unknown>[] }
  const kinds = new Set(claims.map(({ kind }) => kind))
  expect(kinds).toEqual(new Set(['control', 'event', 'figure']))
  for (const field of claims.flatMap((claim) => Object.keys(claim))) expect(docs).toContain(`\`${field}\``)
  const schema = JSON.parse(read('docs/picture.schema.json'))
  const enums = JSON.stringify(schema.properties.claims).matchAll(
    /"(measure|status|type|modality|timeBasis)":\{"enum":(\[.*?\])/g,
  )
  const values = Array.from(enums, ([, , list]) => JSON.parse(list!) as string[]).flat()
  expect(values.length).toBeGreaterThan(60)
  for (const value of values) expect(docs).toContain(`\`${value}\``)
})

test('every example set is described', () => {
  expect(read('examples/README.md')).toContain('`mosul/`')
})
