/**
 * Trains models/figures.json: which measure a number has, or that it is no figure.
 *
 *     node scripts/train/figures.ts [--gold ../shared/gold] [--out models/figures.json] [--folds 5]
 *
 * Learns only from sets whose licence allows it (fa-kes, re3d, wikinews, gum); all others are for measuring.
 * With --folds it prints cross-validated accuracy and how well the probabilities are calibrated, and writes nothing.
 * Same input, same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reader } from '../../src/engine/read.ts'
import { loadResources } from '../../src/engine/resources.ts'
import { type FigureModel, probabilities } from '../../src/knowledge/figure-model.ts'
import { given } from '../../src/model/report.ts'
import { tellingSentences } from '../../src/read/claims/base.ts'
import { features } from '../../src/read/claims/figures/features.ts'
import { situations } from '../../src/read/claims/figures/sentence.ts'

const { values: options } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    out: { type: 'string', default: 'models/figures.json' },
    folds: { type: 'string' },
    rounds: { type: 'string', default: '12' },
  },
})
const SHIPS = new Set(['fa-kes', 're3d', 'wikinews', 'gum'])

interface Example {
  readonly report: string
  readonly names: readonly string[]
  readonly label: string
  readonly frames: string
}
interface Gold {
  readonly report: string
  readonly kind: string
  readonly quote: string
  readonly measure: string
  readonly low: number | null
  readonly high: number | null
}

const resources = loadResources()
const read = reader(['passages', 'sentences', 'tokens', 'names', 'numbers'], resources)

function examples(folder: string, ships: boolean): Example[] {
  const reports = JSON.parse(readFileSync(`${folder}/reports.json`, 'utf8')) as {
    id: string
    published: string
    set?: string
  }[]
  const gold = readFileSync(`${folder}/claims.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold)
  return reports
    .filter(({ set }) => SHIPS.has(set ?? '') === ships)
    .flatMap(({ id, published }) => {
      const text = readFileSync(`${folder}/reports/${id}.txt`, 'utf8')
      const wanted = gold
        .filter((claim) => claim.kind === 'figure' && claim.report === id)
        .map((claim) => ({ ...claim, start: text.indexOf(claim.quote), used: false }))
        .sort((a, b) => a.quote.length - b.quote.length)
      const reading = read({ id, text, published: given(published) })
      return tellingSentences(reading).flatMap((sentence) => {
        const quantities = reading.numbers.filter((q) => q.start >= sentence.start && q.end <= sentence.end)
        let previous: Parameters<typeof features>[0]['previous'] = null
        return situations(reading, sentence, quantities, resources).map((situation): Example => {
          const { candidate, framed } = situation
          const { span, low, high } = candidate
          const hit =
            wanted.find(
              (w) =>
                !w.used &&
                w.low === low &&
                w.high === high &&
                w.start <= span.start &&
                span.end <= w.start + w.quote.length,
            ) ??
            wanted.find(
              (w) =>
                !w.used &&
                w.low === low &&
                w.high === high &&
                w.start < span.end &&
                span.start < w.start + w.quote.length,
            )
          if (hit) hit.used = true
          const label = hit?.measure ?? 'none'
          const names = features({ ...situation, previous })
          previous = { candidate, measure: label }
          return { report: id, names, label, frames: framed?.measure ?? 'none' }
        })
      })
    })
}

/** Logistic regression by AdaGrad with an L1 cut at the end of each round. */
function train(data: readonly Example[], rounds: number): FigureModel {
  const labels = [...new Set(data.map(({ label }) => label))].sort()
  const count = new Map<string, number>()
  for (const { names } of data) for (const name of new Set(names)) count.set(name, (count.get(name) ?? 0) + 1)
  const index = new Map([...count].filter(([, n]) => n > 1).map(([name], i) => [name, i]))
  const L = labels.length
  const w = new Float64Array(index.size * L)
  const g = new Float64Array(index.size * L).fill(1e-6)
  const rows = data.map(({ names, label }) => ({
    ids: [...new Set(names)].flatMap((name) => index.get(name) ?? []),
    gold: labels.indexOf(label),
  }))
  let seed = 7
  for (let round = 0; round < rounds; round++) {
    for (let k = rows.length - 1; k > 0; k--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      const j = seed % (k + 1)
      ;[rows[k], rows[j]] = [rows[j]!, rows[k]!]
    }
    for (const { ids, gold } of rows) {
      const p = new Float64Array(L)
      for (const id of ids) for (let c = 0; c < L; c++) p[c]! += w[id * L + c]!
      const top = Math.max(...p)
      let sum = 0
      for (let c = 0; c < L; c++) sum += p[c] = Math.exp(p[c]! - top)
      for (let c = 0; c < L; c++) {
        const error = p[c]! / sum - (c === gold ? 1 : 0)
        if (Math.abs(error) < 1e-3) continue
        for (const id of ids) {
          const at = id * L + c
          const slope = error + 2e-4 * w[at]!
          g[at]! += slope * slope
          w[at]! -= (0.15 * slope) / Math.sqrt(g[at]!)
        }
      }
    }
  }
  const weights = new Map<string, number[]>()
  for (const [name, id] of index) {
    const row: number[] = []
    for (let c = 0; c < L; c++) if (Math.abs(w[id * L + c]!) >= 0.03) row.push(c, w[id * L + c]!)
    if (row.length) weights.set(name, row)
  }
  return { labels, weights }
}

function score(model: FigureModel, data: readonly Example[], bins: number[][]): number[] {
  const tally = [0, 0, 0, 0]
  for (const { names, label, frames } of data) {
    const p = probabilities(model, names)
    let best = 0
    for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i
    const said = model.labels[best]!
    if (said !== 'none') {
      tally[1]!++
      const bin = bins[Math.min(9, Math.floor(p[best]! * 10))]!
      bin[0]!++
      bin[1]! += p[best]!
      if (said === label) bin[2]!++
    }
    if (label !== 'none') tally[2]!++
    if (said === label && label !== 'none') tally[0]!++
    if (frames === label && label !== 'none') tally[3]!++
  }
  return tally
}

const started = Date.now()
const ours = examples(`${options.gold}/train`, true)
console.log(
  `${ours.length} candidates, ${ours.filter((e) => e.label !== 'none').length} of them figures, ${Date.now() - started} ms`,
)
const rounds = Number(options.rounds)
const f1 = ([hit, said, gold]: readonly number[]): string => ((200 * hit!) / (said! + gold!)).toFixed(1)
const bins = Array.from({ length: 10 }, () => [0, 0, 0])
const framesF1 = (data: readonly Example[]): string =>
  f1([
    data.filter((e) => e.frames === e.label && e.label !== 'none').length,
    data.filter((e) => e.frames !== 'none').length,
    data.filter((e) => e.label !== 'none').length,
  ])
const model = train(ours, rounds)
const others = {
  'held-out sets of train': examples(`${options.gold}/train`, false),
  dev: examples(`${options.gold}/dev`, false),
  seeds: examples(`${options.gold}/seeds`, false),
}
for (const [name, data] of Object.entries(others))
  console.log(
    `${name}: candidates F1 ${f1(score(model, data, bins))} (frames alone ${framesF1(data)}), ${data.length} candidates`,
  )
if (options.folds) {
  const folds = Number(options.folds)
  const ids = [...new Set(ours.map(({ report }) => report))]
  const total = [0, 0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(ids.filter((_, i) => i % folds === fold))
    const part = train(
      ours.filter(({ report }) => !held.has(report)),
      rounds,
    )
    score(
      part,
      ours.filter(({ report }) => held.has(report)),
      bins,
    ).forEach((n, i) => {
      total[i]! += n
    })
  }
  console.log(`${folds} folds of the training sets: F1 ${f1(total)} (frames alone ${framesF1(ours)})`)
} else {
  const scale = 100
  const rows = [...model.weights].map(([name, row]) => [name, row.map((v, i) => (i % 2 ? Math.round(v * scale) : v))])
  writeFileSync(options.out, `${JSON.stringify({ labels: model.labels, scale, weights: Object.fromEntries(rows) })}\n`)
  console.log(`${options.out}: ${model.weights.size} features`)
}
console.log('probability said, share right, number')
for (const [n, sum, right] of bins) if (n) console.log(`${(sum! / n).toFixed(2)}  ${(right! / n).toFixed(2)}  ${n}`)
