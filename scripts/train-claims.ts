/**
 * Trains models/claims.br, the weights that weigh claims of control and events
 * (a maintainer's task: `npm run train:claims`, about two minutes).
 *
 *     node scripts/train-claims.ts [--report]
 *
 * Weights are learned from the open collections of the hand-coded reports only; the others
 * and the dev part set the thresholds. `--report` also scores a model that was trained
 * without every fourth report on those reports.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { type ClaimModel, TRUST } from '../src/knowledge/claim-model.ts'
import { EVENT_TYPES, STATUSES } from '../src/knowledge/codebook.ts'
import { pack, type Table } from '../src/language/weights.ts'
import { gives } from '../src/read/claims/features.ts'
import { evidence, stretchesOf } from '../src/read/claims/told.ts'
import { tellings } from '../src/read/claims/weigh.ts'
import { type Example, learn } from './train/claims-model.ts'
import { type CodedReport, codedReports, OPEN_SETS } from './train/gold.ts'
import { matched, thresholds, type Verdict } from './train/thresholds.ts'

const { values: options } = parseArgs({ options: { report: { type: 'boolean', default: false } } })
const CLASSES = ['none', ...EVENT_TYPES, ...STATUSES.map((status) => `control:${status}`)]
const SETTINGS = { bits: 18, rounds: 2, epochs: 6, rate: 0.1, decay: 0, least: 3, dropout: 0.3 }

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

/** What a model says of the reports, each with whether the coders said so, too. */
function verdicts(reports: readonly Prepared[], model: ClaimModel): Verdict[] {
  return reports.flatMap(({ coded, reading, scene, examples }) => {
    const said = examples.flatMap(({ stretch }) =>
      tellings(stretch, model, scene.view).map(({ token, label, probability }) => ({
        ...evidence(scene, token, reading.sentences[stretch.sentence]!, []),
        label: CLASSES[label]!,
        probability,
      })),
    )
    return matched(said, coded.claims)
  })
}

/** A table as the reader of claims sees it, without thresholds. */
function plain(table: Table, trust: ClaimModel['trust']): ClaimModel {
  const sums = new Float64Array(CLASSES.length)
  const mask = (1 << table.bits) - 1
  return {
    classes: CLASSES,
    scale: 1,
    trust,
    threshold: CLASSES.map(() => 0.03),
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
  for (const [key, { n, right, label }] of counts)
    trust[key] = Number(((right + 4 * ofClass(label)) / (n + 4)).toFixed(3))
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
const examples = (reports: readonly Prepared[]) => reports.flatMap((report) => report.examples)

if (options.report) {
  const back = open.filter((_, i) => i % 4 === 0)
  const rest = open.filter((_, i) => i % 4)
  const model = plain(learn(examples(rest), CLASSES, SETTINGS), trustIn(rest))
  const asked = back.flatMap(({ coded }) => coded.claims).filter(({ label }) => CLASSES.includes(label)).length
  for (const cut of [0.1, 0.15, 0.2, 0.25, 0.3]) {
    const said = verdicts(back, { ...model, threshold: CLASSES.map(() => cut) })
    const right = said.filter((one) => one.right).length
    console.log(`kept back, cut ${cut}: F1 ${((200 * right) / (asked + said.length)).toFixed(1)} of ${asked} claims`)
  }
}

const table = learn(examples(open), CLASSES, SETTINGS)
const trust = trustIn(open)
const found = thresholds(verdicts(others, plain(table, trust)), CLASSES)
const threshold = CLASSES.map((label, i) => Math.min(found[i]!, PLACED[label] ?? 1))
let max = 0
for (const weight of table.weights) max = Math.max(max, Math.abs(weight))
const bytes = pack([table], { scale: max / (127 * 127), threshold, trust })
writeFileSync(
  new URL('../models/claims.br', import.meta.url),
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } }),
)
console.log(`models/claims.br written: ${open.length} reports, thresholds from ${others.length}`)
