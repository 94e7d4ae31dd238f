/**
 * Copies: which reports share passages, and how much of the shorter one.
 *
 *     wire      A A A A B B B C C
 *     rewrite         x A A A A y y B B B      share = shingles in common / shingles of the shorter
 *     stitched  z z C C
 *
 * The share is exact (sets of five-word shingles). Only pairs with a run of
 * twelve words in common are looked at, found through winnowed fingerprints, so
 * the time grows with the words read and the pairs found, not with the square of
 * the reports. Who copied whom is for `origins.ts`.
 */
import type { Report } from '../model/report.ts'
import { asSet, fingerprints, shared, shingles, words } from './shingles.ts'

/** Two reports (indexes into the list given, `a < b`) and the part of the shorter one found in the other. */
export interface Copy {
  readonly a: number
  readonly b: number
  /** 0 to 1. */
  readonly share: number
  /** How many shingles they share. */
  readonly common: number
}

/** A fingerprint that more reports share says little and costs much: each report is then paired with its `NEAR` neighbours only. */
const CROWD = 48
const NEAR = 4

/** Pairs that share at least `least` of the shorter report, in order of `a`, then `b`. Reports need no date and no order. */
export function copies(reports: readonly Pick<Report, 'title' | 'text'>[], least = 0.1): Copy[] {
  const sets: Uint32Array[] = []
  const keys: number[][] = []
  const size = 2 ** 21
  if (reports.length >= size) throw new RangeError(`${reports.length} reports; at most ${size - 1} can be compared`)
  for (const [index, report] of reports.entries()) {
    const all = shingles(words(report))
    sets.push(asSet(all))
    keys.push(Array.from(fingerprints(all), (print) => print * size + index))
  }
  const postings = new Float64Array(keys.reduce((sum, list) => sum + list.length, 0))
  let filled = 0
  for (const list of keys) for (const key of list) postings[filled++] = key
  postings.sort()

  const pairs = new Set<number>()
  for (let from = 0; from < postings.length; ) {
    const print = Math.floor(postings[from]! / size)
    let to = from + 1
    while (to < postings.length && Math.floor(postings[to]! / size) === print) to++
    const reach = to - from > CROWD ? NEAR : CROWD
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to && j <= i + reach; j++) pairs.add((postings[i]! % size) * size + (postings[j]! % size))
    from = to
  }

  const found: Copy[] = []
  for (const pair of pairs) {
    const a = Math.floor(pair / size)
    const b = pair % size
    const common = shared(sets[a]!, sets[b]!)
    const share = common / Math.min(sets[a]!.length, sets[b]!.length)
    if (share >= least) found.push({ a, b, share, common })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}
