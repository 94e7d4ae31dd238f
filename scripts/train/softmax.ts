/** Multinomial logistic regression over hashed features, by AdaGrad: what read/claims/weigh.ts scores with is learned here. */
import type { Table } from '../../src/language/weights.ts'

/** One decision: its features come in two parts, so that a sentence's share can be summed once. */
export interface Regression {
  readonly width: number
  /** Add the weights of the features to `sums`. */
  add(features: Int32Array, sums: Float64Array): void
  /** Take a step against the gradient (one number a class) on the features. */
  step(features: Int32Array, gradient: Float64Array): void
  /** Leave features that were counted fewer than `least` times out of everything from now on. */
  count(features: Int32Array): void
  readonly table: () => Table
}

export function regression(bits: number, classes: readonly string[], rate: number, decay: number, least: number): Regression {
  const width = classes.length
  const mask = (1 << bits) - 1
  const weights = new Float32Array((1 << bits) * width)
  const squares = new Float32Array((1 << bits) * width)
  const counts = new Uint8Array(1 << bits)
  return {
    width,
    add(features, sums) {
      for (let i = 0; i < features.length; i++) {
        const row = features[i]! & mask
        if (counts[row]! < least) continue
        const at = row * width
        for (let k = 0; k < width; k++) sums[k]! += weights[at + k]!
      }
    },
    step(features, gradient) {
      const live: number[] = []
      for (let k = 0; k < width; k++) if (Math.abs(gradient[k]!) > 0.001) live.push(k)
      for (let i = 0; i < features.length; i++) {
        const row = features[i]! & mask
        if (counts[row]! < least) continue
        const at = row * width
        for (const k of live) {
          const g = gradient[k]! + decay * weights[at + k]!
          const s = (squares[at + k]! += g * g)
          weights[at + k]! -= (rate * g) / Math.sqrt(s + 1e-2)
        }
      }
    },
    count(features) {
      for (let i = 0; i < features.length; i++) {
        const row = features[i]! & mask
        if (counts[row]! < 255) counts[row]!++
      }
    },
    table: () => ({ bits, classes, weights }),
  }
}

/** Log odds to probabilities, in place. */
export function softmax(sums: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY
  for (const s of sums) if (s > max) max = s
  let total = 0
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp(sums[k]! - max)
  for (let k = 0; k < sums.length; k++) sums[k]! /= total
}
