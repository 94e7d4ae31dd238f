/**
 * Trains models/claims.br, the weights that weigh claims of control and events
 * (a maintainer's task: `npm run train:claims`, about two minutes).
 *
 *     node scripts/train-claims.ts [--report]
 *
 * Weights are learned from the open collections of the hand-coded reports only, those of the
 * rivals in a sentence on the third that the words were not learned from; the other sets and
 * the dev part set the thresholds. `--report` prints the F1 of events by cut.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants, zstdCompressSync } from 'node:zlib'
import { loadVectors } from '../src/engine/codebook.ts'
import { HOME } from '../src/engine/home.ts'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { type ClaimModel, TRUST } from '../src/knowledge/claim-model.ts'
import { type ClaimNet, packClaimNet, readClaimNet } from '../src/knowledge/claim-net.ts'
import { EVENT_TYPES, STATUSES } from '../src/knowledge/codebook.ts'
import { pack, type Table } from '../src/language/weights-file.ts'
import { gives } from '../src/read/claims/features.ts'
import { rivalry, tells } from '../src/read/claims/rival.ts'
import { evidence, stretchesOf } from '../src/read/claims/told.ts'
import { rivals, votesOf } from '../src/read/claims/weigh.ts'
import { type Example, learn } from './train/claims-model.ts'
import { type Entry, learnNet } from './train/claims-net.ts'
import { type CodedReport, codedReports, OPEN_SETS } from './train/gold.ts'
import { type Judged, learnRivalry } from './train/rivals.ts'
import { matched, thresholds, type Verdict } from './train/thresholds.ts'

const { values: options } = parseArgs({ options: { report: { type: 'boolean', default: false } } })
const CLASSES = ['none', ...EVENT_TYPES, ...STATUSES.map((status) => `control:${status}`)]
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

const resources = loadResources()
const read = reader(
  ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
  resources,
)

/** A coded report, read, with its sentences as examples. */
const prepare = (coded: CodedReport) => {
  const reading = read(coded.report)
  const { scene, stretches } = stretchesOf(reading, resources)
  const examples = stretches.map((stretch): Example => {
    const sentence = reading.sentences[stretch.sentence]!
    const tokens = stretch.candidates.map(({ token }) => reading.tokens[token]!)
    return {
      stretch,
      spans: tokens,
      lemmas: tokens.map(({ lemma, upos }) => `${lemma.toLowerCase()}/${upos}`),
      claims: coded.claims
        .filter(({ start, end, label }) => CLASSES.includes(label) && start < sentence.end && end > sentence.start)
        .map(({ start, end, label }) => ({ start, end, label: CLASSES.indexOf(label) })),
    }
  })
  return { coded, reading, scene, examples }
}
type Prepared = ReturnType<typeof prepare>

/** What a model may tell of the reports, each with whether the coders told it, too. */
function verdicts(reports: readonly Prepared[], model: ClaimModel): (Verdict & Judged)[] {
  return reports.flatMap(({ coded, reading, scene, examples }) => {
    const said = examples.flatMap(({ stretch }) => {
      const sentence = reading.sentences[stretch.sentence]!
      const found = rivals(stretch, model, scene)
      const features = rivalry(found, scene.view, { ...sentence, index: stretch.sentence })
      return found.map(({ token, label, score }, i) => ({
        ...evidence(scene, token, sentence, []),
        label: CLASSES[label]!,
        probability: score,
        features: features[i]!,
      }))
    })
    return matched(said, coded.claims)
  })
}

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

/** How often each frame's matches are claims of its class, drawn towards its class where they are few. */
function trustIn(reports: readonly Prepared[]): Record<string, number> {
  const counts = new Map<string, { n: number; right: number; label: string }>()
  const count = (key: string, label: string, right: boolean) => {
    const entry = counts.get(key) ?? { n: 0, right: 0, label }
    counts.set(key, { ...entry, n: entry.n + 1, right: entry.right + Number(right) })
  }
  for (const { coded, reading, scene, examples } of reports) {
    const seen = new Set<string>()
    const said = examples.flatMap(({ stretch }) =>
      stretch.candidates.flatMap(({ token, matches }) =>
        matches.flatMap((match) => {
          const label = gives(match)
          const key = `${scene.view.clause[token]} ${label}`
          if (seen.has(key)) return []
          seen.add(key)
          const span = evidence(scene, token, reading.sentences[stretch.sentence]!, [])
          return [{ ...span, label, probability: 1, frame: match.frame.id }]
        }),
      ),
    )
    for (const { frame, label, right } of matched(said, coded.claims)) {
      count(frame, label, right)
      count(`class ${label}`, label, right)
    }
  }
  const trust: Record<string, number> = {}
  const ofClass = (label: string): number => {
    const { n, right } = counts.get(`class ${label}`)!
    return (right + 4 * TRUST) / (n + 4)
  }
  for (const [key, { n, right, label }] of counts) {
    const counted = (right + 4 * ofClass(label)) / (n + 4)
    trust[key] = Number((few.has(label) ? Math.max(counted, 2 * SELDOM) : counted).toFixed(3))
  }
  return trust
}

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
const examples = (reports: readonly Prepared[]) => reports.flatMap((report) => report.examples)
const vectors = loadVectors(HOME)
const entries = resources.codebook.frames.flatMap(({ triggers, claim }) =>
  triggers.map(({ lemmas }): Entry => {
    const label = claim.kind === 'event' ? claim.type : `control:${claim.status}`
    return { lemmas, label: CLASSES.indexOf(label) - 1 }
  }),
)

/** All that is learned of words from some reports. */
function learned(reports: readonly Prepared[]) {
  const trust = trustIn(reports)
  const table = learn(examples(reports), CLASSES, SETTINGS)
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

/** Of the events in `judged`, F1 in per cent of those told from `cut` on. */
function f1(judged: readonly (Verdict & Judged)[], weights: readonly number[], cut: number, asked: number): string {
  const events = judged.filter(({ label }) => isEvent(label))
  const said = events.filter(({ features, label }) => tells(features, CLASSES.indexOf(label), weights) >= cut)
  return ((200 * said.filter(({ right }) => right).length) / (asked + said.length)).toFixed(1)
}
const isEvent = (label: string): boolean => EVENT_TYPES.some((type) => type === label)
const events = (reports: readonly Prepared[]) =>
  reports.flatMap(({ coded }) => coded.claims).filter(({ label }) => isEvent(label)).length

// What the words' weights say of reports they were not learned from: only there is it known what rivals are worth.
const kept = Array.from({ length: FOLDS }, (_, fold) => {
  const rest = open.filter((_, i) => i % FOLDS !== fold)
  const back = open.filter((_, i) => i % FOLDS === fold)
  return verdicts(back, learned(rest).model)
})
const weights = learnRivalry(kept.flat(), CLASSES)

const { table, trust, bytes: net, model } = learned(open)
const judged = verdicts(others, model)
const words = thresholds(
  judged.filter(({ label }) => !isEvent(label)),
  CLASSES,
  0.33,
  1,
)
const beside = thresholds(
  judged.flatMap((one) =>
    isEvent(one.label) ? [{ ...one, probability: tells(one.features, CLASSES.indexOf(one.label), weights) }] : [],
  ),
  CLASSES,
  0.28,
  2,
)
const threshold = CLASSES.map((label, i) =>
  few.has(label)
    ? SELDOM
    : isEvent(label)
      ? beside[i]!
      : label === 'control:lost'
        ? LOSS
        : Math.min(words[i]!, PLACED[label] ?? 1),
)
if (options.report)
  for (const cut of [0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.34])
    console.log(
      `cut ${cut}: F1 of events kept back ${f1(kept.flat(), weights, cut, events(open))}, of the other sets ${f1(judged, weights, cut, events(others))}`,
    )
let max = 0
for (const weight of table.weights) max = Math.max(max, Math.abs(weight))
const bytes = pack([table], {
  scale: max / (127 * 127),
  threshold,
  trust,
  rivalry: weights,
  few: [...few].map((label) => CLASSES.indexOf(label)),
})
writeFileSync(
  new URL('../models/claims.br', import.meta.url),
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } }),
)
writeFileSync(new URL('models/claims-net.zst', HOME), zstdCompressSync(net))
console.log(`models/claims.br and claims-net.zst written: ${open.length} reports, thresholds from ${others.length}`)
