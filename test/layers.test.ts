/** The folders, lowest first. A file may import its own folder and any folder before it; the pure ones do no input or output. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

const PURE = ['model', 'language', 'knowledge', 'read', 'relate', 'reconcile', 'present']
const LAYERS = [...PURE, 'ingest', 'store', 'assist', 'engine', 'server', 'cli']
const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g
const root = new URL('../src/', import.meta.url)
const files = (readdirSync(root, { recursive: true }) as string[]).filter((path) => path.endsWith('.ts'))

test.each(files.filter((path) => path.includes('/')))('%s imports only its own layer and those below', (path) => {
  const from = path.split('/')[0]!
  expect(LAYERS, `${from}/ is not a layer: add it to LAYERS and ARCHITECTURE.md`).toContain(from)
  for (const [, target] of readFileSync(new URL(path, root), 'utf8').matchAll(IMPORT)) {
    if (target!.startsWith('.')) {
      const to = posix.normalize(posix.join(posix.dirname(path), target!)).split('/')[0]!
      expect(LAYERS.indexOf(to), `src/${path} reaches up into ${to}/`).toBeLessThanOrEqual(LAYERS.indexOf(from))
    } else if (PURE.includes(from)) expect(target, `src/${path} does I/O through ${target}`).not.toMatch(/^node:/)
  }
})

test.each(files.filter((path) => PURE.includes(path.split('/')[0]!)))('%s knows no clock and no chance', (path) => {
  expect(readFileSync(new URL(path, root), 'utf8')).not.toMatch(
    /Math\.random|Date\.now|new Date\(\)|performance\.now|process\./,
  )
})
