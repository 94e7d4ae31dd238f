/**
 * Learns the weights by which a claim's place is chosen: `node scripts/train-where.ts GOLD_DIR`.
 *
 *     hand-coded claims ─▶ candidates of each (where/candidates.ts) ─▶ softmax regression ─▶ src/read/claims/where/weights.ts
 *
 * GOLD_DIR holds reports.json, reports/ID.txt and claims.jsonl. Only sets whose
 * licence allows it are learned from; a fifth of the reports is kept back to
 * choose the number of rounds, the others are scored as unseen sets.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { reader } from '../src/engine/read.ts'
import { foldKey, foldName } from '../src/knowledge/fold.ts'
import { given, UNDATED } from '../src/model/report.ts'
import { candidatesFor } from '../src/read/claims/where/candidates.ts'

const OPEN = new Set(['fa-kes', 're3d', 'wikinews', 'gum'])
const [directory] = process.argv.slice(2)
if (!directory) throw new RangeError('usage: node scripts/train-where.ts GOLD_DIR')

const plain = (name: string): string =>
  foldKey(name)
    .replace(/\b(?:governorate)\b/g, 'province')
    .split(/[ ;]+/)
    .filter((word) => !/^(?:of|and|in|near|around|al|the|area|city|town|village)$/.test(word))
    .map(foldName)
    .sort()
    .join(' ')
const same = (gold: string | null, said: string): boolean => plain(gold ?? '') === plain(said)

interface Example {
  readonly set: string
  readonly kept: boolean
  readonly candidates: readonly (readonly number[])[]
  readonly right: ReadonlySet<number>
}
const index = new Map<string, number>()
const number = (feature: string): number => {
  const known = index.get(feature) ?? index.size
  index.set(feature, known)
  return known
}

const read = reader(['passages', 'sentences', 'tokens', 'names', 'places'])
const examples: Example[] = []
let unreachable = 0
const lines = readFileSync(`${directory}/claims.jsonl`, 'utf8').trim().split('\n')
const claims = Map.groupBy(
  lines.map((line) => JSON.parse(line)),
  (claim) => claim.report as string,
)
for (const { id, published, publisher, set } of JSON.parse(readFileSync(`${directory}/reports.json`, 'utf8'))) {
  const text = readFileSync(`${directory}/reports/${id}.txt`, 'utf8')
  const reading = read({ id, text, publisher, published: published ? given(published) : UNDATED })
  const kept = hash(id) % 5 === 0
  for (const { quote, place } of claims.get(id) ?? []) {
    const start = text.indexOf(quote)
    const sentence = reading.sentences.find((one) => one.end > start)
    if (start < 0 || !sentence) continue
    const candidates = candidatesFor(reading, { start, end: start + quote.length }, sentence)
    const right = new Set(candidates.flatMap(({ name }, i) => (same(place ?? null, name) ? [i] : [])))
    if (right.size === 0) unreachable++
    examples.push({ set, kept, right, candidates: candidates.map(({ features }) => features.map(number)) })
  }
}

const weights = new Float64Array(index.size)
const squares = new Float64Array(index.size).fill(1e-6)
const scores = (example: Example) => example.candidates.map((ids) => ids.reduce((sum, id) => sum + weights[id]!, 0))
/** Each set has the same say, whatever its size. */
const sizes = Map.groupBy(examples, ({ set }) => set)
const say = (set: string): number => Math.min(2, 600 / sizes.get(set)!.length)
const accuracy = (part: readonly Example[]): string => {
  const right = part.filter((example) => {
    const all = scores(example)
    return example.right.has(all.indexOf(Math.max(...all)))
  })
  return `${((100 * right.length) / part.length).toFixed(1)} % of ${part.length}`
}
const learned = examples.filter(({ set, kept, right }) => OPEN.has(set) && !kept && right.size > 0)
for (let round = 1; round <= 12; round++) {
  for (const example of learned) {
    const all = scores(example)
    const most = Math.max(...all)
    const odds = all.map((score) => Math.exp(score - most))
    const total = odds.reduce((sum, odd) => sum + odd, 0)
    const good = [...example.right].reduce((sum, i) => sum + odds[i]!, 0)
    const step = new Map<number, number>()
    for (const [i, ids] of example.candidates.entries()) {
      const slope = say(example.set) * (odds[i]! / total - (example.right.has(i) ? odds[i]! / good : 0))
      for (const id of ids) step.set(id, (step.get(id) ?? 0) + slope)
    }
    for (const [id, slope] of step) {
      const gradient = slope + 5e-4 * weights[id]!
      squares[id]! += gradient * gradient
      weights[id]! -= (0.1 * gradient) / Math.sqrt(squares[id]!)
    }
  }
  if (round % 4 === 0)
    console.log(
      [...sizes].map(([set, part]) => `${set} ${accuracy(part.filter((e) => !OPEN.has(set) || e.kept))}`).join('; '),
      `round ${round}: learned ${accuracy(learned)}, kept back ${accuracy(examples.filter((e) => OPEN.has(e.set) && e.kept))}, other sets ${accuracy(examples.filter((e) => !OPEN.has(e.set)))}`,
    )
}
console.log(`${unreachable} of ${examples.length} claims name a place that the reading does not have`)
const table = [...index]
  .map(([feature, id]) => [feature, Math.round(weights[id]! * 100) / 100] as const)
  .filter(([, weight]) => weight !== 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  new URL('../src/read/claims/where/weights.ts', import.meta.url),
  `/** Weights of the features of where/candidates.ts, learned by scripts/train-where.ts; the card is models/where.md. */
export const WEIGHTS: ReadonlyMap<string, number> = new Map([
${table.map(([feature, weight]) => `  ['${feature}', ${weight}],`).join('\n')}
])
`,
)

function hash(id: string): number {
  let value = 7
  for (const letter of id) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003
  return value
}
