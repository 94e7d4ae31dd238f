/**
 * Averaged perceptron over hashed features: what `language/weights.ts` scores with is learned here.
 *
 * A row holds only the classes it has ever moved, for most rows know few of many classes:
 *
 *     row 4711  ─▶  pool [ 3: +2.0 | 17: -1.0 | free ]      moved to the end of the pool when full
 */
import type { Score } from '../../src/language/weights.ts'
import type { Table } from '../../src/language/weights-file.ts'

export interface Perceptron {
  readonly score: Score
  /** Move the weights of the features towards `right` and away from `wrong`. */
  update(features: Int32Array, n: number, right: number, wrong: number): void
  /** Count one decision; the average runs over these. */
  tick(): void
  /** The averaged weights. Training can go on afterwards. */
  table(): Table
}

export function perceptron(bits: number, classes: readonly string[]): Perceptron {
  const rows = 1 << bits
  const width = classes.length
  const starts = new Int32Array(rows)
  const counts = new Uint8Array(rows)
  const rooms = new Uint8Array(rows)
  let pool = { classes: new Uint8Array(rows), weights: new Float32Array(rows), moments: new Float64Array(rows) }
  let used = 0
  let clock = 1
  const sums = new Float32Array(width)

  /** Where the weight of a class in a row stands; room is made when it has none. */
  function place(row: number, k: number): number {
    const start = starts[row]!
    const count = counts[row]!
    for (let at = start; at < start + count; at++) if (pool.classes[at] === k) return at
    if (count === rooms[row]) {
      const room = Math.min(width, Math.max(2, count * 2))
      if (used + room > pool.classes.length) pool = grown(pool)
      pool.classes.copyWithin(used, start, start + count)
      pool.weights.copyWithin(used, start, start + count)
      pool.moments.copyWithin(used, start, start + count)
      starts[row] = used
      rooms[row] = room
      used += room
    }
    const at = starts[row]! + count
    pool.classes[at] = k
    counts[row] = count + 1
    return at
  }

  function move(row: number, k: number, by: number): void {
    const at = place(row, k)
    pool.weights[at]! += by
    pool.moments[at]! += by * clock
  }

  return {
    score: (features, n) => {
      sums.fill(0)
      const { classes, weights } = pool
      for (let i = 0; i < n; i++) {
        const row = features[i]! & (rows - 1)
        for (let at = starts[row]!, end = at + counts[row]!; at < end; at++) sums[classes[at]!]! += weights[at]!
      }
      return sums
    },
    update: (features, n, right, wrong) => {
      for (let i = 0; i < n; i++) {
        const row = features[i]! & (rows - 1)
        move(row, right, 1)
        move(row, wrong, -1)
      }
    },
    tick: () => {
      clock++
    },
    table: () => {
      const weights = new Float32Array(rows * width)
      for (let row = 0; row < rows; row++)
        for (let at = starts[row]!, end = at + counts[row]!; at < end; at++)
          weights[row * width + pool.classes[at]!] = pool.weights[at]! - pool.moments[at]! / clock
      return { bits, classes, weights }
    },
  }
}

type Pool = { classes: Uint8Array<ArrayBuffer>; weights: Float32Array<ArrayBuffer>; moments: Float64Array<ArrayBuffer> }

/** The same pool with twice the room. */
function grown(pool: Pool): Pool {
  const size = pool.classes.length * 2
  const next = { classes: new Uint8Array(size), weights: new Float32Array(size), moments: new Float64Array(size) }
  next.classes.set(pool.classes)
  next.weights.set(pool.weights)
  next.moments.set(pool.moments)
  return next
}

/** Index of the largest value. */
export function best(values: ArrayLike<number>): number {
  let top = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[top]!) top = k
  return top
}

/** A reproducible source of numbers in [0, 1) (mulberry32). */
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
