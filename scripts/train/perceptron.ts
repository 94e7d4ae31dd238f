/** Averaged perceptron over hashed features: what `language/weights.ts` scores with is learned here. */
import type { Score, Table } from '../../src/language/weights.ts'

export interface Perceptron {
  readonly score: Score
  /** Move the weights of the features towards `right` and away from `wrong`. */
  update(features: Int32Array, n: number, right: number, wrong: number): void
  /** Count one decision; the average runs over these. */
  tick(): void
  /** The averaged table. Training can go on afterwards. */
  table(): Table
}

export function perceptron(bits: number, classes: readonly string[]): Perceptron {
  const width = classes.length
  const mask = (1 << bits) - 1
  const weights = new Float32Array((1 << bits) * width)
  const moments = new Float64Array((1 << bits) * width)
  const sums = new Float32Array(width)
  let clock = 1
  return {
    score: (features, n) => {
      sums.fill(0)
      for (let i = 0; i < n; i++) {
        const at = (features[i]! & mask) * width
        for (let k = 0; k < width; k++) sums[k]! += weights[at + k]!
      }
      return sums
    },
    update: (features, n, right, wrong) => {
      for (let i = 0; i < n; i++) {
        const at = (features[i]! & mask) * width
        weights[at + right]! += 1
        moments[at + right]! += clock
        weights[at + wrong]! -= 1
        moments[at + wrong]! -= clock
      }
    },
    tick: () => {
      clock++
    },
    table: () => ({ bits, classes, weights: weights.map((w, i) => (w || moments[i] ? w - moments[i]! / clock : 0)) }),
  }
}

/** Index of the largest value. */
export function best(values: ArrayLike<number>): number {
  let top = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[top]!) top = k
  return top
}

/** A reproducible source of numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Shuffle in place. */
export function shuffle<T>(list: T[], next: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}
