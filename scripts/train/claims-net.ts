/**
 * Learning the network of read/claims/net.ts from evidence that names no word.
 *
 * The coders marked a passage and a type. So some word of the passage tells it (the chance that none does is made
 * small), and no word outside of a passage of that type does. Words of the codebook are shown beside them, each
 * alone with its type: what no report has taught, the codebook does. Adam, dropout of words, slots and hidden units.
 */
import type { ClaimNet } from '../../src/knowledge/claim-net.ts'
import type { Vectors } from '../../src/language/vectors.ts'
import { SLOTS } from '../../src/read/claims/slots.ts'
import { optimiser } from './adam.ts'
import { type Entry, flat, GAIN, type Lesson, type Row, shownOf, type Vote } from './claims-lessons.ts'
import { random, shuffle } from './perceptron.ts'
import { softmax } from './softmax.ts'

export interface NetSettings {
  readonly hidden: number
  readonly epochs: number
  readonly rate: number
  /** Weights are drawn towards zero by this share of each step. */
  readonly decay: number
  /** Shares of the hidden units, of the slots and of the candidates' frames left out of a step. */
  readonly dropout: { readonly hidden: number; readonly slot: number; readonly frames: number }
  /** How much more a seldom coded type counts: its share to the power of this. */
  readonly balance: number
  readonly batch: number
  readonly seed: number
}

/** Words of the codebook shown with every batch. */
const SHOWN = 64

/** Learn. Deterministic. */
export function learnNet(
  lessons: readonly Lesson[],
  classes: number,
  vectors: Vectors,
  entries: readonly Entry[],
  settings: NetSettings,
): ClaimNet {
  const { hidden, batch, epochs, dropout } = settings
  const next = random(settings.seed)
  const inputs = SLOTS * vectors.dims
  const rows = lessons.filter(({ stretch }) => stretch.candidates.length).map((lesson) => flat(lesson, vectors))
  const shown = shownOf(entries, vectors)
  const coded = new Float64Array(classes).fill(5)
  for (const { claims } of rows) for (const { label } of claims) coded[label]!++
  const weight = balanced(coded, settings.balance)
  const total = coded.reduce((a, b) => a + b, 0)
  const at = parameters(inputs + 2 * classes, hidden, classes)
  const w = new Float32Array(at.size)
  for (let i = 0; i < at.bias; i++) w[i] = normal(next) / Math.sqrt(inputs + 2 * classes)
  for (let i = at.types; i < at.typeBias; i++) w[i] = 0.05 * normal(next)
  for (let k = 0; k < classes; k++) w[at.typeBias + k] = 0.5 * Math.log(coded[k]! / total)
  for (let h = 0; h < hidden; h++) w[at.told + h] = 0.05 * normal(next)
  w.set([-2, 3, 1, 1], at.toldBias)
  const g = new Float32Array(at.size)
  const adam = optimiser(
    w,
    g,
    (i) => i < at.bias || (i >= at.types && i < at.typeBias) || (i >= at.told && i < at.toldBias),
  )
  const order = rows.map((_, i) => i)
  const steps = epochs * Math.ceil(rows.length / batch)
  const layer = new Float32Array(hidden)
  const kept = new Float32Array(hidden)
  const back = new Float32Array(hidden)
  const drop = (share: number): number => (next() >= share ? 1 / (1 - share) : 0)

  /** Hidden layer of an input: `slots` says which slots count and how much, votes come after the words. */
  const forward = (x: Float32Array, from: number, slots: Float32Array, votes: readonly Vote[]) => {
    layer.set(w.subarray(at.bias, at.bias + hidden))
    for (let s = 0; s < slots.length; s++) {
      if (!slots[s]) continue
      for (let i = s * vectors.dims; i < (s + 1) * vectors.dims; i++) {
        const value = x[from + i]! * slots[s]!
        if (value) for (let h = 0, row = i * hidden; h < hidden; h++) layer[h]! += value * w[row + h]!
      }
    }
    for (const { k, trust } of votes) {
      const row = (inputs + k) * hidden
      const match = (inputs + classes + k) * hidden
      for (let h = 0; h < hidden; h++) layer[h]! += trust * w[row + h]! + w[match + h]!
    }
    for (let h = 0; h < hidden; h++) {
      kept[h] = layer[h]! > 0 ? drop(dropout.hidden) : 0
      layer[h]! *= kept[h]!
    }
  }
  /** The gradient of an input from that of what follows: `odds` of the types and `told`. */
  const backward = (
    x: Float32Array,
    from: number,
    slots: Float32Array,
    votes: readonly Vote[],
    odds: Float64Array,
    told: number,
    h1: Float32Array,
    k1: Float32Array,
  ) => {
    for (let h = 0; h < hidden; h++) {
      let sum = told * w[at.told + h]!
      g[at.told + h]! += told * h1[h]!
      for (let k = 0, row = at.types + h * classes; k < classes; k++) {
        sum += odds[k]! * w[row + k]!
        g[row + k]! += odds[k]! * h1[h]!
      }
      back[h] = sum * k1[h]!
      g[at.bias + h]! += back[h]!
    }
    for (let s = 0; s < slots.length; s++) {
      if (!slots[s]) continue
      for (let i = s * vectors.dims; i < (s + 1) * vectors.dims; i++) {
        const value = x[from + i]! * slots[s]!
        if (value) for (let h = 0, row = i * hidden; h < hidden; h++) g[row + h]! += value * back[h]!
      }
    }
    for (const { k, trust } of votes) {
      const row = (inputs + k) * hidden
      const match = (inputs + classes + k) * hidden
      for (let h = 0; h < hidden; h++) {
        g[row + h]! += trust * back[h]!
        g[match + h]! += back[h]!
      }
    }
  }

  const learnRow = ({ x, votes: all, claims, inside }: Row) => {
    const states = all.map((own, c) => {
      const slots = Float32Array.from({ length: SLOTS }, () => drop(dropout.slot))
      const votes = next() >= dropout.frames ? own : []
      forward(x, c * inputs, slots, votes)
      const best = votes.reduce((top, { trust }) => Math.max(top, trust), 0)
      let told = w[at.toldBias]! + w[at.direct + 2]! * best
      const odds = Float64Array.from(w.subarray(at.typeBias, at.typeBias + classes))
      for (let h = 0; h < hidden; h++) {
        if (!layer[h]) continue
        told += layer[h]! * w[at.told + h]!
        for (let k = 0, row = at.types + h * classes; k < classes; k++) odds[k]! += layer[h]! * w[row + k]!
      }
      for (const { k, trust } of votes) odds[k]! += w[at.direct]! * trust + w[at.direct + 1]!
      const chance = 1 / (1 + Math.exp(-told))
      softmax(odds)
      const p = odds.map((share) => Math.min(0.999, share * chance))
      // Of every class that is not coded around the candidate, it should be unlikely.
      const slope = p.map((value, k) => (inside[c]![k] ? 0 : weight[k]! / (1 - value)))
      return { slots, votes, best, chance, odds, p, slope, h1: layer.slice(), k1: kept.slice() }
    })
    for (const { label, options } of claims) {
      const none = options.reduce((product, c) => product * (1 - states[c]!.p[label]!), 1)
      const pull = (weight[label]! * none) / Math.max(1 - none, 1e-4)
      for (const c of options) states[c]!.slope[label]! -= pull / (1 - states[c]!.p[label]!)
    }
    for (const [c, { slots, votes, best, chance, odds, p, slope, h1, k1 }] of states.entries()) {
      let sum = 0
      for (let k = 0; k < classes; k++) sum += slope[k]! * p[k]!
      const told = sum * (1 - chance)
      const gradient = slope.map((value, k) => value * p[k]! - odds[k]! * sum)
      for (let k = 0; k < classes; k++) g[at.typeBias + k]! += gradient[k]!
      g[at.toldBias]! += told
      g[at.direct + 2]! += told * best
      for (const { k, trust } of votes) {
        g[at.direct]! += gradient[k]! * trust
        g[at.direct + 1]! += gradient[k]!
      }
      backward(x, c * inputs, slots, votes, gradient, told, h1, k1)
    }
  }
  const learnShown = () => {
    const slots = new Float32Array(1).fill(1)
    for (let i = 0; i < SHOWN; i++) {
      const { x, label } = shown[Math.floor(next() * shown.length)]!
      forward(x, 0, slots, [])
      const odds = new Float64Array(classes)
      for (let h = 0; h < hidden; h++)
        if (layer[h])
          for (let k = 0, row = at.types + h * classes; k < classes; k++) odds[k]! += layer[h]! * w[row + k]!
      softmax(odds)
      odds[label]! -= 1
      backward(x, 0, slots, [], odds, 0, layer, kept)
    }
  }
  for (let step = 0; step < steps; step++) {
    const from = (step * batch) % (Math.ceil(rows.length / batch) * batch)
    if (from === 0) shuffle(order, next)
    g.fill(0)
    for (const i of order.slice(from, from + batch)) learnRow(rows[i]!)
    learnShown()
    for (let i = 0; i < g.length; i++) g[i]! /= batch / 2
    adam(settings.rate * Math.min(1, 1.5 * (1 - (step + 1) / steps) + 0.02), settings.decay)
  }
  return {
    vectors,
    hidden,
    slots: SLOTS,
    classes,
    words: w.slice(0, inputs * hidden).map((value) => value * GAIN),
    frames: w.slice(inputs * hidden, at.bias),
    bias: w.slice(at.bias, at.types),
    types: w.slice(at.types, at.typeBias),
    typeBias: w.slice(at.typeBias, at.told),
    told: w.slice(at.told, at.toldBias),
    toldBias: w[at.toldBias]!,
    direct: [w[at.direct]!, w[at.direct + 1]!, w[at.direct + 2]!],
  }
}

/** Where each part begins among all weights. */
function parameters(inputs: number, hidden: number, classes: number) {
  const bias = inputs * hidden
  const types = bias + hidden
  const typeBias = types + hidden * classes
  const told = typeBias + classes
  const toldBias = told + hidden
  return { bias, types, typeBias, told, toldBias, direct: toldBias + 1, size: toldBias + 4 }
}

/** Weight of each class: seldom coded ones more, the mean over all claims 1. */
function balanced(coded: Float64Array, power: number): Float64Array {
  const total = coded.reduce((a, b) => a + b, 0)
  const raw = coded.map((n) => (total / coded.length / n) ** power)
  const mean = raw.reduce((sum, value, k) => sum + value * coded[k]!, 0) / total
  return raw.map((value) => value / mean)
}

/** A normally distributed number (Box and Muller 1958). */
const normal = (next: () => number): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
