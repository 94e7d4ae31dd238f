/**
 * Learning which word tells of which claim from evidence that names no word: the coders
 * marked a passage and a type, not a trigger. So the trigger is guessed, a model learned,
 * the guess mended with the model, and so on ("hard" expectation-maximisation).
 */
import { random } from './perceptron.ts'
import type { Stretch } from '../../src/read/claims/features.ts'
import { gives } from '../../src/read/claims/features.ts'
import type { Span } from '../../src/model/span.ts'
import { type Regression, regression, softmax } from './softmax.ts'

/** A sentence to learn from: its candidates, where they stand, and the claims whose evidence touches it. */
export interface Example {
  readonly stretch: Stretch
  readonly spans: readonly Span[]
  readonly lemmas: readonly string[]
  readonly claims: readonly (Span & { readonly label: number })[]
}

export interface Settings {
  readonly bits: number
  readonly rounds: number
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly least: number
}

/** Learn. Deterministic. */
export function learn(examples: readonly Example[], classes: readonly string[], settings: Settings): Regression {
  const { bits, rounds, epochs, rate, decay, least } = settings
  let model = regression(bits, classes, rate, decay, least)
  let labels = examples.map((example) => assign(example, firstGuess(examples, classes)(example)))
  for (let round = 0; round < rounds; round++) {
    model = regression(bits, classes, rate, decay, least)
    for (const { stretch } of examples) {
      model.count(stretch.bag)
      for (const { features } of stretch.candidates) model.count(features)
    }
    fit(model, examples, labels, round === rounds - 1 ? epochs : Math.max(2, epochs >> 1))
    if (round < rounds - 1) labels = examples.map((example) => assign(example, byModel(model, example)))
  }
  return model
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
      for (const label of new Set(claims.filter((claim) => claim.start < span.end && span.start < claim.end).map((c) => c.label))) {
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

function byModel(model: Regression, { stretch }: Example) {
  const p = stretch.candidates.map((candidate) => {
    const sums = new Float64Array(model.width)
    model.add(stretch.bag, sums)
    model.add(candidate.features, sums)
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
      claim.start < span.end && span.start < claim.end ? [{ index, at, label: claim.label, value: score(at, claim.label) }] : [],
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

function fit(model: Regression, examples: readonly Example[], labels: readonly Int32Array[], epochs: number): void {
  const next = random(11)
  const order = examples.map((_, i) => i)
  const sums = new Float64Array(model.width)
  const common = new Float64Array(model.width)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { stretch } = examples[i]!
      const share = new Float64Array(model.width)
      model.add(stretch.bag, share)
      common.fill(0)
      for (const [at, { features }] of stretch.candidates.entries()) {
        sums.set(share)
        model.add(features, sums)
        softmax(sums)
        sums[labels[i]![at]!]! -= 1
        model.step(features, sums)
        for (let k = 0; k < sums.length; k++) common[k]! += sums[k]!
      }
      model.step(stretch.bag, common)
    }
  }
}
