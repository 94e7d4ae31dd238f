/**
 * Trains models/claims.br, the weights that weigh claims of control and events
 * (a maintainer's task: `npm run train:claims`, about five minutes).
 *
 *     node scripts/train-claims.ts [--judge] [--report]
 *
 * Weights are learned from the open collections of the hand-coded reports only, those of the
 * judge (read/claims/judge.ts) on the third that the words were not learned from; the other sets and
 * the dev part set the thresholds. `--judge` learns the judge and the thresholds of events anew and leaves
 * the words and all of control as they are. `--report` prints the F1 of events by cut.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { brotliCompressSync, brotliDecompressSync, constants, zstdCompressSync } from 'node:zlib'
import { loadVectors } from '../src/engine/codebook.ts'
import { HOME } from '../src/engine/home.ts'
import type { ClaimModel } from '../src/knowledge/claim-model.ts'
import { type ClaimNet, packClaimNet, readClaimNet } from '../src/knowledge/claim-net.ts'
import { EVENT_TYPES } from '../src/knowledge/codebook.ts'
import { pack, type Table, withHeader } from '../src/language/weights-file.ts'
import { tells } from '../src/read/claims/rival.ts'
import { votesOf } from '../src/read/claims/weigh.ts'
import type { Entry } from './train/claims-lessons.ts'
import { learn } from './train/claims-model.ts'
import { learnNet } from './train/claims-net.ts'
import { CLASSES, isEvent, type Prepared, prepare, resources, verdicts } from './train/claims-reports.ts'
import { codedReports, OPEN_SETS } from './train/gold.ts'
import { type Judged, learnRivalry } from './train/rivals.ts'
import { thresholds, type Verdict } from './train/thresholds.ts'
import { trustIn } from './train/trust.ts'

const { values: options } = parseArgs({
  options: { judge: { type: 'boolean', default: false }, report: { type: 'boolean', default: false } },
})
const FOLDS = 3
const SETTINGS = { bits: 18, rounds: 2, epochs: 6, rate: 0.1, decay: 0, least: 3, dropout: 0.3 }

const NET = {
  hidden: 64,
  epochs: 12,
  rate: 3e-3,
  decay: 0.01,
  dropout: { hidden: 0.3, slot: 0.15, frames: 0.1 },
  balance: 0.3,
  batch: 48,
  seed: 7,
}

/**
 * Control is told from lower probabilities on than the word alone deserves: without a place that belongs to it nothing is
 * told (read/claims/control.ts), and with one it is right as often as at higher ones.
 */
const PLACED: Readonly<Record<string, number>> = {
  'control:held': 0.1,
  'control:contested': 0.1,
  'control:cleared': 0.12,
  'control:encircled': 0.15,
}

/** A loss needs to be likelier than not: below that its place is more often the wrong one (measured through the whole reading). */
const LOSS = 0.5

/** From which probability on an event is told that coders noted too seldom: half of what a frame that matches is trusted. */
const SELDOM = 0.3

const train = codedReports('train')
const dev = codedReports('dev')
const seeds = codedReports('seeds')
if (!train || !dev || !seeds) {
  console.log('The hand-coded reports (../shared/gold) are not here: nothing was trained.')
  process.exit(0)
}
const prepared = train.map(prepare)
const open = prepared.filter(({ coded }) => OPEN_SETS.has(coded.set))
const others = [
  ...prepared.filter(({ coded }) => !OPEN_SETS.has(coded.set)),
  ...dev.map(prepare),
  ...seeds.map(prepare),
]
/** Events that coders noted fewer than a dozen times ("retraction"): too few to learn from, so a frame that matches is believed. */
const few: ReadonlySet<string> = new Set(
  EVENT_TYPES.filter(
    (type) => open.flatMap(({ coded }) => coded.claims.filter(({ label }) => label === type)).length < 12,
  ),
)
const vectors = loadVectors(HOME)
const entries = resources.codebook.frames.flatMap(({ triggers, label }) =>
  triggers.map(({ lemmas }): Entry => ({ lemmas, label: CLASSES.indexOf(label) - 1 })),
)

/** A table and a network as the reader of claims sees them, without thresholds. */
function plain(table: Table, trust: ClaimModel['trust'], net: ClaimNet | null): ClaimModel {
  const sums = new Float64Array(CLASSES.length)
  const mask = (1 << table.bits) - 1
  return {
    classes: CLASSES,
    scale: 1,
    trust,
    threshold: [],
    rivalry: [],
    few: [],
    net,
    score: (features, n) => {
      sums.fill(0)
      for (let i = 0; i < n; i++)
        for (let k = 0, at = (features[i]! & mask) * CLASSES.length; k < sums.length; k++)
          sums[k]! += table.weights[at + k]!
      return sums
    },
  }
}

/** All that is learned of words from some reports. */
function learned(reports: readonly Prepared[]) {
  const trust = trustIn(reports, { types: few, least: 2 * SELDOM })
  const table = learn(
    reports.flatMap(({ examples }) => examples),
    CLASSES,
    SETTINGS,
  )
  const model = plain(table, trust, null)
  const lessons = reports.flatMap(({ scene, examples }) =>
    examples.map((example) => ({
      ...example,
      scene,
      votes: example.stretch.candidates.map((candidate) => votesOf(candidate, model)),
    })),
  )
  const bytes = packClaimNet(learnNet(lessons, CLASSES.length - 1, vectors, entries, NET))
  return { table, trust, bytes, model: plain(table, trust, readClaimNet(bytes, vectors)) }
}

/** F1 in per cent of the events told from `cut` on. */
function f1(events: readonly (Verdict & Judged)[], weights: readonly number[], cut: number, asked: number): string {
  const said = events.filter(({ features, label }) => tells(features, CLASSES.indexOf(label), weights) >= cut)
  return ((200 * said.filter(({ right }) => right).length) / (asked + said.length)).toFixed(1)
}
const events = (reports: readonly Prepared[]) =>
  reports.flatMap(({ coded }) => coded.claims).filter(({ label }) => isEvent(label)).length

// What the words' weights say of reports they were not learned from: only there is it known what rivals are worth.
const kept = Array.from({ length: FOLDS }, (_, fold) => {
  const rest = open.filter((_, i) => i % FOLDS !== fold)
  const back = open.filter((_, i) => i % FOLDS === fold)
  return verdicts(back, learned(rest).model)
})
  .flat()
  .filter(({ label }) => isEvent(label))
const rivalry = learnRivalry(kept, CLASSES)

const words = options.judge ? null : learned(open)
const judged = verdicts(others, words?.model ?? resources.claimModel)
const beside = thresholds(
  judged
    .filter(({ label }) => isEvent(label))
    .map((one) => ({ ...one, probability: tells(one.features, CLASSES.indexOf(one.label), rivalry) })),
  CLASSES,
  0.3,
  2,
)
const ofControl = words
  ? thresholds(
      judged.filter(({ label }) => !isEvent(label)),
      CLASSES,
      0.33,
      1,
    ).map((cut, i) => (CLASSES[i] === 'control:lost' ? LOSS : Math.min(cut, PLACED[CLASSES[i]!] ?? 1)))
  : resources.claimModel.threshold
const threshold = CLASSES.map((label, i) => (few.has(label) ? SELDOM : isEvent(label) ? beside[i]! : ofControl[i]!))
if (options.report)
  for (const cut of [0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.34])
    console.log(
      `cut ${cut}: F1 of events kept back ${f1(kept, rivalry, cut, events(open))}, of the other sets ${f1(
        judged.filter(({ label }) => isEvent(label)),
        rivalry,
        cut,
        events(others),
      )}`,
    )

const file = new URL('models/claims.br', HOME)
const judge = { threshold, rivalry, few: [...few].map((label) => CLASSES.indexOf(label)) }
let bytes: Uint8Array
if (words) {
  let max = 0
  for (const weight of words.table.weights) max = Math.max(max, Math.abs(weight))
  bytes = pack([words.table], { scale: max / (127 * 127), trust: words.trust, ...judge })
  writeFileSync(new URL('models/claims-net.zst', HOME), zstdCompressSync(words.bytes))
} else bytes = withHeader(brotliDecompressSync(readFileSync(file)), judge)
writeFileSync(
  file,
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }),
)
console.log(
  `models/claims.br written${words ? ', and claims-net.zst' : ''}: ${open.length} reports, thresholds from ${others.length}`,
)
