/**
 * Learns the weights by which a claim's place is chosen: `node scripts/train-where.ts GOLD_DIR [MORE_DIRS]`.
 *
 *     claims as read ─▶ paired with hand-coded ones ─▶ candidates of each (where/candidates.ts) ─▶ softmax regression ─▶ models/where.json
 *
 * A folder holds reports.json, reports/ID.txt and claims.jsonl. Only sets whose
 * licence allows it are learned from. Scores are those of weights learned without a
 * fifth of their reports, on that fifth and on the other sets; what is written is learned from all of them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { reader } from '../src/engine/read.ts'
import { foldKey, foldName } from '../src/knowledge/fold.ts'
import type { Key } from '../src/knowledge/where-model.ts'
import type { Claim } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { given, UNDATED } from '../src/model/report.ts'
import { type Asked, candidatesFor } from '../src/read/claims/where/candidates.ts'

const OPEN = new Set(['fa-kes', 're3d', 'wikinews', 'gum'])
const ROUNDS = 8
const RATE = 0.06
const SHRINK = 0.01
const RARE = 10
const directories = process.argv.slice(2)
if (!directories.length) throw new RangeError('usage: node scripts/train-where.ts GOLD_DIR [MORE_DIRS]')

/** A feature as it is written into the model. */
const spelled: Key<string> = (pieces, ...between) => String.raw(pieces, ...between)

const plain = (name: string): string =>
  foldKey(name)
    .replace(/\b(?:governorate)\b/g, 'province')
    .split(/[ ;]+/)
    .filter((word) => !/^(?:of|and|in|near|around|al|the|area|city|town|village|territory|territories)$/.test(word))
    .map(foldName)
    .sort()
    .join(' ')

interface Coded {
  readonly kind: Claim['kind']
  readonly quote: string
  readonly place: string | null
  readonly type?: string
  readonly measure?: string
  readonly status?: string
  readonly low?: number | null
  readonly high?: number | null
}

interface Example {
  readonly set: string
  readonly kind: string
  readonly kept: boolean
  /** The claim was read, and not only coded by hand. */
  readonly read: boolean
  /** Features of each candidate. */
  readonly candidates: readonly (readonly string[])[]
  readonly right: ReadonlySet<number>
}

const read = reader(['claims'])
const examples: Example[] = []
for (const directory of directories) {
  const lines = readFileSync(`${directory}/claims.jsonl`, 'utf8').trim().split('\n')
  const coded = Map.groupBy(
    lines.map((line): Coded & { report: string } => JSON.parse(line)),
    (claim) => claim.report,
  )
  for (const { id, published, publisher, set } of JSON.parse(readFileSync(`${directory}/reports.json`, 'utf8'))) {
    const text = readFileSync(`${directory}/reports/${id}.txt`, 'utf8')
    const reading = read({ id, text, publisher, published: published ? given(published) : UNDATED })
    const taken = new Set<Claim>()
    for (const gold of coded.get(id) ?? []) {
      const start = text.indexOf(gold.quote)
      const ours = reading.claims.find(
        (claim) =>
          !taken.has(claim) && claim.start < start + gold.quote.length && claim.end > start && alike(gold, claim),
      )
      if (ours) taken.add(ours)
      const asked = ours ? askedBy(reading, ours) : askedByCoder(reading, gold, start)
      if (!asked) continue
      const candidates = candidatesFor(reading, asked, spelled)
      const place = plain(gold.place ?? '')
      examples.push({
        set: set ?? directory.split('/').at(-1),
        kind: gold.kind,
        kept: hash(id) % 5 === 0,
        read: ours !== undefined,
        right: new Set(candidates.flatMap(({ name }, i) => (plain(name) === place ? [i] : []))),
        candidates: candidates.map(({ features }) => features().flat()),
      })
    }
  }
}

/** Does the claim as read tell what the hand-coded one does, its place apart? */
function alike(gold: Coded, claim: Claim): boolean {
  if (claim.kind === 'figure')
    return (
      gold.kind === 'figure' && gold.measure === claim.measure && gold.low === claim.low && gold.high === claim.high
    )
  if (claim.kind === 'control') return gold.kind === 'control' && gold.status === claim.status
  return gold.kind === 'event' && gold.type === claim.type
}

/** What was asked when the claim's place was chosen. */
function askedBy({ sentences }: Reading, claim: Claim): Asked {
  const { trigger } = claim.reason
  const at = claim.kind === 'figure' ? claim.start : trigger.start
  const sentence = sentences.find((one) => one.end > at)!
  if (claim.kind === 'figure')
    return { span: { start: claim.start, end: claim.end }, trigger, sentence, kind: 'figure', label: claim.measure }
  return { trigger, sentence, kind: claim.kind, label: claim.kind === 'control' ? claim.status : claim.type }
}

/** What would be asked for a hand-coded claim that was not read: its trigger is the head of its quote. */
function askedByCoder({ sentences, tokens }: Reading, gold: Coded, quoteStart: number): Asked | null {
  const sentence = sentences.find((one) => one.end > quoteStart)
  if (!sentence) return null
  const start = Math.max(quoteStart, sentence.start)
  const end = Math.min(quoteStart + gold.quote.length, sentence.end)
  const head = tokens.slice(sentence.first, sentence.last).find((token) => {
    const above = tokens[token.head]
    return token.start >= start && token.end <= end && (!above || above.start < start || above.end > end)
  })
  if (!head) return null
  const label = gold.measure ?? gold.status ?? gold.type ?? ''
  const trigger = { start: head.start, end: head.end }
  return { ...(gold.kind === 'figure' ? { span: { start, end } } : {}), trigger, sentence, kind: gold.kind, label }
}

type Weights = ReadonlyMap<string, number>
const scores = ({ candidates }: Example, weights: Weights): number[] =>
  candidates.map((features) => features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0))

/** Softmax regression by AdaGrad; the weights of all rounds are averaged. Features seen fewer than `RARE` times are left out. */
function learn(learned: readonly Example[]): Weights {
  const seen = new Map<string, number>()
  for (const { candidates } of learned)
    for (const feature of new Set(candidates.flat())) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const kept = [...seen].filter(([, count]) => count >= RARE).map(([feature]) => feature)
  const weights = new Map(kept.map((feature) => [feature, 0]))
  const sums = new Map(weights)
  const squares = new Map(kept.map((feature) => [feature, 1e-6]))
  for (let round = 1; round <= ROUNDS; round++) {
    for (const example of learned) {
      const all = scores(example, weights)
      const most = Math.max(...all)
      const odds = all.map((score) => Math.exp(score - most))
      const total = odds.reduce((sum, odd) => sum + odd, 0)
      const good = [...example.right].reduce((sum, i) => sum + odds[i]!, 0)
      const step = new Map<string, number>()
      for (const [i, features] of example.candidates.entries()) {
        const slope = odds[i]! / total - (example.right.has(i) ? odds[i]! / good : 0)
        for (const feature of features) if (weights.has(feature)) step.set(feature, (step.get(feature) ?? 0) + slope)
      }
      for (const [feature, slope] of step) {
        const gradient = slope + SHRINK * weights.get(feature)!
        const square = squares.get(feature)! + gradient * gradient
        squares.set(feature, square)
        weights.set(feature, weights.get(feature)! - (RATE * gradient) / Math.sqrt(square))
      }
    }
    for (const [feature, weight] of weights) sums.set(feature, sums.get(feature)! + weight / ROUNDS)
  }
  return sums
}

const accuracy = (part: readonly Example[], weights: Weights): string => {
  const right = part.filter((example) => {
    const all = scores(example, weights)
    return example.right.has(all.indexOf(Math.max(...all)))
  })
  return ((100 * right.length) / Math.max(1, part.length)).toFixed(1)
}
const open = examples.filter(({ set, right }) => OPEN.has(set) && right.size > 0)
const trial = learn(open.filter(({ kept }) => !kept))
const unseen = examples.filter(({ set, kept, read }) => read && (!OPEN.has(set) || kept))
for (const [set, part] of Map.groupBy(unseen, ({ set }) => set)) {
  const kinds = ['figure', 'control', 'event'].map(
    (kind) =>
      `${kind} ${accuracy(
        part.filter((one) => one.kind === kind),
        trial,
      )}`,
  )
  const reachable = ((100 * part.filter((one) => one.right.size > 0).length) / part.length).toFixed(0)
  console.log(
    `${set.padEnd(9)} ${kinds.join(' ')} all ${accuracy(part, trial)} of ${part.length}, reachable ${reachable} %`,
  )
}
const table = [...learn(open)]
  .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const)
  .filter(([, weight]) => Math.abs(weight) >= 0.02)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  new URL('../models/where.json', import.meta.url),
  `{\n${table.map(([feature, weight]) => `  ${JSON.stringify(feature)}: ${weight}`).join(',\n')}\n}\n`,
)
console.log(`models/where.json written: ${table.length} weights`)

function hash(id: string): number {
  let value = 7
  for (const letter of id) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003
  return value
}
