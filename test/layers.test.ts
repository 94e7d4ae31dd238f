/**
 * The shape of the source tree: data flows one way.
 *
 * ORDER lists the folders of src/ from the ground up. Code may lean on what stands under it and on its
 * neighbours in the same folder, never on what stands above; up to and including `present` it touches no
 * machine: no files, no clock, no chance. Reconciling reads no report: what words say of a claim stands in its wording.
 * ARCHITECTURE.md says what each folder is for.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ORDER = 'model language knowledge read relate reconcile present ingest engine server cli'.split(' ')
const PURE = new Set(ORDER.slice(0, ORDER.indexOf('present') + 1))
const MACHINE = /\b(?:Math\.random|Date\.now|new Date\(\)|performance\.now|process\.)/

/** The one file of reconcile/ that takes words of a report, to show them. */
const QUOTED = 'reconcile/quoted.ts'

const src = fileURLToPath(new URL('../src', import.meta.url))
const folderOf = (path: string): string => path.slice(0, path.indexOf('/'))

/** Module names that a file mentions in static or dynamic imports and re-exports. */
const mentioned = (code: string): string[] =>
  [...code.matchAll(/\b(?:from|import)\b\s*\(?\s*'([^']+)'/g)].map((found) => found[1]!)

describe.each(globSync('*/**/*.ts', { cwd: src }).toSorted())('src/%s', (path) => {
  const code = readFileSync(join(src, path), 'utf8')
  const own = folderOf(path)

  test('stands in a folder that has a place in the order', () => expect(ORDER).toContain(own))

  test('leans on nothing above it', () => {
    const above = mentioned(code)
      .filter((name) => name.startsWith('.'))
      .map((name) => join(dirname(path), name))
      .filter((target) => ORDER.indexOf(folderOf(target)) > ORDER.indexOf(own))
    expect(above).toEqual([])
  })

  if (own === 'reconcile' && path !== QUOTED)
    test('decides on what was read, and reads no words', () => {
      expect(code).not.toMatch(/\.text\b|\bquote\(|\.quote\s*[.[]|\.(?:test|exec)\([^)]*quote/)
    })

  if (PURE.has(own))
    test('touches no machine', () => {
      expect(mentioned(code).filter((name) => name.startsWith('node:'))).toEqual([])
      expect(code).not.toMatch(MACHINE)
    })
})
