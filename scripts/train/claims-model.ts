/**
 * Learning which word tells of which claim from evidence that names no word: the coders
 * marked a passage and a type, not a trigger. So the trigger is guessed, a model learned,
 * the guess mended with the model, and so on ("hard" expectation-maximisation).
 */

import type { Table } from '../../src/language/weights-file.ts'
import type { Span } from '../../src/model/span.ts'
import type { Stretch } from '../../src/read/claims/features.ts'
import { gives } from '../../src/read/claims/features.ts'
import { random } from './perceptron.ts'
import { type Regression, type RegressionSettings, regression, softmax } from './softmax.ts'

/** A sentence to learn from: its candidates, where they stand, and the claims whose evidence touches it. */
export interface Example {
  readonly stretch: Stretch
  readonly spans: readonly Span[]
  readonly lemmas: readonly string[]
  readonly claims: readonly (Span & { readonly label: number })[]
}

export interface Settings extends RegressionSettings {
  readonly rounds: number
  readonly epochs: number
}

/** An example with its features as rows of the model. */
interface Rows {
  readonly bag: Int32Array
  readonly candidates: readonly Int32Array[]
}

/** Learn. Deterministic. */
export function learn(examples: readonly Example[], classes: readonly string[], settings: Settings): Table {
  const lists = examples.flatMap(({ stretch }) => [stretch.bag, ...stretch.candidates.map(({ features }) => features)])
  const guess = firstGuess(examples, classes)
  let labels = examples.map((example) => assign(example, guess(example)))
  for (let round = 1; ; round++) {
    const model = regression(lists, classes, settings)
    const rows = examples.map(
      ({ stretch }): Rows => ({
        bag: model.rows(stretch.bag),
        candidates: stretch.candidates.map(({ features }) => model.rows(features)),
      }),
    )
    train(model, rows, labels, round === settings.rounds ? settings.epochs : Math.max(2, settings.epochs >> 1))
    if (round === settings.rounds) return model.table()
    labels = examples.map((example, i) => assign(example, byModel(model, rows[i]!)))
  }
}

/** Score of class `label` for candidate `at`, as a first guess: frames that give it, and words that go with it. */
function firstGuess(examples: readonly Example[], classes: readonly string[]) {
  const word = new Map<string, number>()
  const pair = new Map<string, number>()
  let total = 0
  const perClass = new Float64Array(classes.length)
  for (const { spans, lemmas, claims } of examples)
    for (const [at, span] of spans.entries()) {
      total++
      word.set(lemmas[at]!, (word.get(lemmas[at]!) ?? 0) + 1)
      for (const label of new Set(
        claims.filter((claim) => claim.start < span.end && span.start < claim.end).map((c) => c.label),
      )) {
        perClass[label]!++
        const key = `${label} ${lemmas[at]}`
        pair.set(key, (pair.get(key) ?? 0) + 1)
      }
    }
  return ({ stretch, lemmas }: Example) =>
    (at: number, label: number): number => {
      const both = (pair.get(`${label} ${lemmas[at]}`) ?? 0) + 0.5 * (perClass[label]! / total)
      const lift = Math.log((both * total) / (((word.get(lemmas[at]!) ?? 0) + 0.5) * (perClass[label]! + 1)))
      const vote = stretch.candidates[at]!.matches.some((match) => gives(match) === classes[label]) ? 3 : 0
      return lift + vote
    }
}

function byModel(model: Regression, { bag, candidates }: Rows) {
  const p = candidates.map((rows) => {
    const sums = new Float64Array(model.width)
    model.add(bag, sums)
    model.add(rows, sums)
    softmax(sums)
    return sums
  })
  return (at: number, label: number): number => Math.log(p[at]![label]! + 1e-6)
}

/** Give every claim its best free candidate inside its evidence; the rest tell of nothing (0). */
function assign({ spans, claims }: Example, score: (at: number, label: number) => number): Int32Array {
  const labels = new Int32Array(spans.length)
  const pairs = claims.flatMap((claim, index) =>
    spans.flatMap((span, at) =>
      claim.start < span.end && span.start < claim.end
        ? [{ index, at, label: claim.label, value: score(at, claim.label) }]
        : [],
    ),
  )
  pairs.sort((a, b) => b.value - a.value)
  const done = new Set<number>()
  for (const { index, at, label } of pairs) {
    if (done.has(index) || labels[at]) continue
    labels[at] = label
    done.add(index)
  }
  return labels
}

function train(model: Regression, examples: readonly Rows[], labels: readonly Int32Array[], epochs: number): void {
  const next = random(11)
  const order = examples.map((_, i) => i)
  const sums = new Float64Array(model.width)
  const share = new Float64Array(model.width)
  const common = new Float64Array(model.width)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { bag, candidates } = examples[i]!
      const part = model.drop(bag)
      share.fill(0)
      model.add(part, share)
      common.fill(0)
      for (const [at, all] of candidates.entries()) {
        const rows = model.drop(all)
        sums.set(share)
        model.add(rows, sums)
        softmax(sums)
        sums[labels[i]![at]!]! -= 1
        model.step(rows, sums)
        for (let k = 0; k < sums.length; k++) common[k]! += sums[k]!
      }
      model.step(part, common)
    }
  }
}
