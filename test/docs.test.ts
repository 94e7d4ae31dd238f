/** The documentation says what is there: every command and option, every route, and outputs as they are printed. */
import { readFileSync } from 'node:fs'
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

test('every example set is described', () => {
  expect(read('examples/README.md')).toContain('`mosul/`')
})
