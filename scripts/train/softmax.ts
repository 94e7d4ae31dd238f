/**
 * Multinomial logistic regression over hashed features, by AdaGrad with dropout of features:
 * what read/claims/weigh.ts scores with is learned here. Features seen fewer than `least`
 * times are left out before learning starts, which keeps the table small and the model honest.
 */
import type { Table } from '../../src/language/weights-file.ts'
import { random } from './perceptron.ts'

export interface Regression {
  readonly width: number
  /** The rows of features that are kept. */
  rows(features: Int32Array): Int32Array
  /** Add the weights of the rows to `sums`. */
  add(rows: Int32Array, sums: Float64Array): void
  /** A random part of the rows, for one step of learning. */
  drop(rows: Int32Array): Int32Array
  /** Step against the gradient (one number a class) on the rows. */
  step(rows: Int32Array, gradient: Float64Array): void
  table(): Table
}

export interface RegressionSettings {
  readonly bits: number
  readonly least: number
  readonly rate: number
  readonly decay: number
  /** Share of the features left out of each step. */
  readonly dropout: number
}

/** Prepare to learn over every feature list in `all`. */
export function regression(
  all: Iterable<Int32Array>,
  classes: readonly string[],
  settings: RegressionSettings,
): Regression {
  const { bits, least, rate, decay, dropout } = settings
  const width = classes.length
  const mask = (1 << bits) - 1
  const counts = new Uint16Array(1 << bits)
  for (const features of all)
    for (const feature of features) if (counts[feature & mask]! < 65535) counts[feature & mask]!++
  const dense = new Int32Array(1 << bits).fill(-1)
  let size = 0
  for (let row = 0; row < counts.length; row++) if (counts[row]! >= least) dense[row] = size++
  const weights = new Float32Array(size * width)
  const squares = new Float32Array(size * width).fill(0.01)
  const next = random(5)
  const live = new Int32Array(width)
  return {
    width,
    rows: (features) =>
      Int32Array.from(new Set(features.map((feature) => dense[feature & mask]!))).filter((row) => row >= 0),
    add(rows, sums) {
      for (let i = 0; i < rows.length; i++) {
        const at = rows[i]! * width
        for (let k = 0; k < width; k++) sums[k]! += weights[at + k]!
      }
    },
    drop: (rows) => rows.filter(() => next() >= dropout),
    step(rows, gradient) {
      let n = 0
      for (let k = 0; k < width; k++) if (Math.abs(gradient[k]!) > 0.003) live[n++] = k
      for (let i = 0; i < rows.length; i++) {
        const at = rows[i]! * width
        for (let j = 0; j < n; j++) {
          const cell = at + live[j]!
          const g = gradient[live[j]!]! + decay * weights[cell]!
          const s = (squares[cell]! += g * g)
          weights[cell]! -= (rate * g) / Math.sqrt(s)
        }
      }
    },
    table: () => {
      const full = new Float32Array((1 << bits) * width)
      const keep = 1 - dropout
      for (let row = 0; row < dense.length; row++) {
        if (dense[row]! < 0) continue
        for (let k = 0; k < width; k++) full[row * width + k] = weights[dense[row]! * width + k]! * keep
      }
      return { bits, classes, weights: full }
    },
  }
}

/** Log odds to probabilities, in place. */
export function softmax(sums: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY
  for (let k = 0; k < sums.length; k++) if (sums[k]! > max) max = sums[k]!
  let total = 0
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp(sums[k]! - max)
  for (let k = 0; k < sums.length; k++) sums[k]! /= total
}
