/**
 * Trains models/figures.json: how sure a figure is.
 *
 *     node scripts/train/figures.ts [--gold ../shared/gold] [--out models/figures.json]
 *
 * Learns only from sets whose licence allows it (fa-kes, re3d, wikinews, gum); the others are for measuring.
 * Prints, for those others, the probability said and the share that was right. Same input, same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reader } from '../../src/engine/read.ts'
import { loadResources } from '../../src/engine/resources.ts'
import { type FigureModel, probability } from '../../src/knowledge/figure-model.ts'
import { given } from '../../src/model/report.ts'
import { tellingSentences } from '../../src/read/claims/base.ts'
import { features } from '../../src/read/claims/figures/confidence.ts'
import { choices } from '../../src/read/claims/figures/sentence.ts'

const { values: options } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    out: { type: 'string', default: 'models/figures.json' },
  },
})
const SHIPS = new Set(['fa-kes', 're3d', 'wikinews', 'gum'])

interface Example {
  readonly names: readonly string[]
  readonly right: boolean
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

/** What the frames say in each report, and whether the coders said the same. */
function examples(folder: string, ships: boolean): Example[] {
  const reports = JSON.parse(readFileSync(`${folder}/reports.json`, 'utf8')) as {
    id: string
    published: string
    set?: string
  }[]
  const lines = readFileSync(`${folder}/claims.jsonl`, 'utf8').trim().split('\n')
  const gold = lines.map((line) => JSON.parse(line) as Gold).filter(({ kind }) => kind === 'figure')
  return reports
    .filter(({ set }) => SHIPS.has(set ?? '') === ships)
    .flatMap(({ id, published }) => {
      const text = readFileSync(`${folder}/reports/${id}.txt`, 'utf8')
      const open = gold
        .filter(({ report }) => report === id)
        .map((claim) => ({ ...claim, start: text.indexOf(claim.quote), used: false }))
      const reading = read({ id, text, published: given(published) })
      return tellingSentences(reading).flatMap((sentence) => {
        const quantities = reading.numbers.filter((q) => q.start >= sentence.start && q.end <= sentence.end)
        return choices(reading, sentence, quantities, resources).flatMap(({ candidate, kind, framed }): Example[] => {
          if (!framed) return []
          const { span, low, high } = candidate
          const hit = open.find(
            (claim) =>
              !claim.used &&
              claim.measure === framed.measure &&
              claim.low === low &&
              claim.high === high &&
              claim.start < span.end &&
              span.start < claim.start + claim.quote.length,
          )
          if (hit) hit.used = true
          return [{ names: features(candidate, kind, framed), right: hit !== undefined }]
        })
      })
    })
}

/** Logistic regression by plain gradient steps, pulled towards zero. */
function train(data: readonly Example[], rounds = 400, step = 2, pull = 0.002): FigureModel {
  const model = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const slope = new Map<string, number>()
    for (const { names, right } of data) {
      const error = probability(model, names) - (right ? 1 : 0)
      for (const name of names) slope.set(name, (slope.get(name) ?? 0) + error / data.length)
    }
    for (const [name, value] of slope) {
      const weight = model.get(name) ?? 0
      model.set(name, weight - step * (value + (name === 'bias' ? 0 : pull * weight)))
    }
  }
  return model
}

function reliability(model: FigureModel, data: readonly Example[]): void {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0, count: 0 }))
  for (const { names, right } of data) {
    const p = probability(model, names)
    const bin = bins[Math.min(9, Math.floor(p * 10))]!
    bin.said += p
    bin.count++
    if (right) bin.right++
  }
  console.log('said  right  figures')
  for (const { said, right, count } of bins)
    if (count) console.log(`${(said / count).toFixed(2)}  ${(right / count).toFixed(2)}   ${count}`)
}

const ours = examples(`${options.gold}/train`, true)
const model = train(ours)
const rows = [...model].map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const).sort()
writeFileSync(options.out, `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`)
console.log(`${options.out}: ${model.size} weights from ${ours.length} figures`)
console.log('the sets it learned from')
reliability(model, ours)
console.log('sets it never saw: the rest of train, dev, seeds')
reliability(
  model,
  [`train`, `dev`, `seeds`].flatMap((folder) => examples(`${options.gold}/${folder}`, false)),
)
