/**
 * Scores the reading on the evaluation sets that lie beside the repository (`../shared`).
 *
 *     npm run bench                      score everything, print a table, compare with bench/scores.json
 *     npm run bench -- times places      only these
 *     npm run bench -- --write           keep the new scores: the ratchet
 *
 * Exits with 1 when a score is more than half a point under the committed one. The sets may be
 * measured with, never copied: nothing of them is written but numbers.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { GOLD, goldScores, SHARED } from './gold.ts'
import { modeScores } from './modes.ts'
import { nameScores } from './names.ts'
import { passageScores } from './passages.ts'

const bin = fileURLToPath(new URL('../bin/recount.js', import.meta.url))
const committed = new URL('scores.json', import.meta.url)

/** What answers a task, and the metrics worth keeping of it. */
const TASKS: Readonly<Record<string, { readonly args: readonly string[]; readonly keep: readonly string[] }>> = {
  times: { args: ['annotate', '--layer', 'times', '-'], keep: ['value_f1', 'relaxed_f1'] },
  places: { args: ['annotate', '--layer', 'places', '-'], keep: ['acc161_of_gold', 'recognition_f1'] },
  attributions: { args: ['annotate', '--layer', 'attributions', '-'], keep: ['content_source_f1', 'content_f1'] },
  casualties: { args: ['annotate', '--layer', 'claims', '-'], keep: ['both_exact'] },
  codes: { args: ['annotate', '--layer', 'code', '-'], keep: ['accuracy', 'macro_f1'] },
  plover: { args: ['annotate', '--layer', 'code', '-'], keep: ['accuracy'] },
  stories: { args: ['sort', '-'], keep: ['b3_f1', 'wrongly_merged'] },
  copies: { args: ['sort', '-'], keep: ['f1_at_50', 'f1_at_90'] },
  parse: {
    args: ['annotate', '--layer', 'sentences', '--layer', 'tokens', '-'],
    keep: ['las', 'uas', 'upos', 'token_f1', 'sentence_f1'],
  },
  article: { args: ['annotate', '--layer', 'text', '-'], keep: ['f1'] },
}

/** Metrics where less is better. */
const LESS = /wrongly_merged/
/** A smaller drop is noise. */
const SLACK = 0.005

type Scores = Record<string, number>

function taskScores(task: string): Scores {
  const { args, keep } = TASKS[task]!
  const run = [join(SHARED, 'eval/run.mjs'), task, '--json', '--', process.execPath, bin, ...args]
  const { stdout } = spawnSync(process.execPath, run, { encoding: 'utf8', maxBuffer: 1e8 })
  const result: { scores: Record<string, Scores>; perSecond: number; exit: number } = JSON.parse(stdout)
  if (result.exit !== 0) throw new Error(`${task}: the command ended with ${result.exit}`)
  console.error(`${task}: ${result.perSecond} reports/s`)
  const out: Scores = {}
  for (const [set, metrics] of Object.entries(result.scores))
    for (const name of keep) if (metrics[name] !== undefined) out[`${task}/${set}/${name}`] = metrics[name]
  return out
}

function score(name: string): Scores {
  if (OWN[name]) return Object.fromEntries(Object.entries(OWN[name]()).map(([key, share]) => [`${name}/${key}`, share]))
  if (name.startsWith('gold-')) return goldScores(name.slice(5), bin, mkdtempSync(join(tmpdir(), 'recount-')))
  if (TASKS[name]) return taskScores(name)
  throw new RangeError(`There is no task "${name}"; there are ${ALL.join(', ')}`)
}

/** Measured in this process, on sets of this repository or without a task in the kit. */
const OWN: Readonly<Record<string, () => Scores>> = { modes: modeScores, names: nameScores, passages: passageScores }

const ALL = [...Object.keys(OWN), ...Object.keys(TASKS), ...GOLD.map((set) => `gold-${set}`)]

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } })
if (!existsSync(SHARED)) {
  console.log('The evaluation sets are not beside the repository; nothing was scored.')
  process.exit(0)
}
const before: Scores = existsSync(committed) ? JSON.parse(readFileSync(committed, 'utf8')) : {}
const now: Scores = Object.assign({}, ...(positionals.length > 0 ? positionals : ALL).map(score))
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
let dropped = 0
for (const [name, share] of Object.entries(now)) {
  const old = before[name]
  const worse = old !== undefined && (LESS.test(name) ? share - old : old - share) > SLACK
  if (worse) dropped++
  const was = old === undefined ? '' : `  was ${percent(old)}${worse ? '  DROPPED' : ''}`
  console.log(`${name.padEnd(44)}${percent(share)}${was}`)
}
if (values.write) {
  const all = Object.entries({ ...before, ...now }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(committed, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`)
} else if (dropped > 0) process.exitCode = 1
