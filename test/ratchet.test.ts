/** Accuracy is a ratchet: the quick hand-coded sets must not fall under the committed scores. `npm run bench` does the long ones. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { goldScores, SHARED } from '../bench/gold.ts'

const bin = fileURLToPath(new URL('../bin/recount.js', import.meta.url))
const committed: Record<string, number> = JSON.parse(
  readFileSync(new URL('../bench/scores.json', import.meta.url), 'utf8'),
)

describe.skipIf(!existsSync(SHARED))('scores (skipped: the evaluation sets are not beside the repository)', () => {
  test.each(['seeds', 'dev'])('of claims on gold/%s are at least the committed ones', (set) => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-ratchet-'))
    const now = goldScores(set, bin, folder)
    rmSync(folder, { recursive: true })
    for (const kind of ['figure', 'control', 'event']) {
      const name = `gold/${set}/${kind}`
      expect(now[name], name).toBeGreaterThanOrEqual(committed[name]! - 0.005)
    }
  })
})
