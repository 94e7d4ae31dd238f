/**
 * Shingles: a report as the set of its runs of five words, each a 32-bit hash.
 *
 *     The bridge was shelled on Monday night
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 ...
 *
 * Case, punctuation and spacing do not count; the title is part of the report.
 * Two sets of a few hundred 32-bit hashes collide about once in 10,000 pairs,
 * which moves a share by less than .005. What the sets are compared for is
 * `copies.ts`'s business.
 */
import type { Report } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { wordSpans } from './words.ts'

/** Words in a shingle. */
const WIDTH = 5

/** A report's words by position: `starts` and `ends` are -1 for words of the title. */
export interface Words {
  readonly hashes: Uint32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Mix one hash into another (MurmurHash3's step), so that word order counts. */
const mix = (seed: number, value: number): number => {
  let h = Math.imul(value, 0xcc9e2d51)
  h = Math.imul((h << 15) | (h >>> 17), 0x1b873593) ^ seed
  h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64
  return h >>> 0
}

/** Finish a hash so that every bit of the input reaches every bit of the output. */
const finish = (hash: number): number => {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit hash of a string. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h)
}

/** The words of title and text, in order. */
export function words({ title = '', text }: Pick<Report, 'title' | 'text'>): Words {
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const [source, inText] of [
    [title, false],
    [text, true],
  ] as const) {
    const spans = wordSpans(source)
    for (let i = 0; i < spans.length; i += 2) {
      hashes.push(hash32(source.slice(spans[i], spans[i + 1]).toLowerCase()))
      starts.push(inText ? spans[i]! : -1)
      ends.push(inText ? spans[i + 1]! : -1)
    }
  }
  return { hashes: Uint32Array.from(hashes), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** The shingle that begins at each word; fewer than five words give none. */
export function shingles({ hashes }: Words): Uint32Array {
  const count = Math.max(0, hashes.length - WIDTH + 1)
  const all = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let h = WIDTH
    for (let j = i; j < i + WIDTH; j++) h = mix(h, hashes[j]!)
    all[i] = finish(h)
  }
  return all
}

/** Sorted, each once: the form in which two reports are compared in linear time. */
export function asSet(values: Uint32Array): Uint32Array {
  const sorted = values.toSorted()
  let kept = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return sorted.slice(0, kept)
}

/** How many values two sets (sorted, each once) share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! < b[j]!) i++
    else if (a[i]! > b[j]!) j++
    else {
      count++
      i++
      j++
    }
  }
  return count
}

/**
 * Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003): the least hash of every window of `window` shingles.
 * Any run of `window + 4` words that two reports share gives both at least one fingerprint in common,
 * while only about 2 in `window + 1` shingles are kept.
 */
export function fingerprints(all: Uint32Array, window = 8): Uint32Array {
  const kept: number[] = []
  let last = -1
  for (let start = 0; start + window <= Math.max(window, all.length); start++) {
    let least = start
    const end = Math.min(all.length, start + window)
    for (let i = start + 1; i < end; i++) if (all[i]! <= all[least]!) least = i
    if (least < all.length && least !== last) {
      kept.push(all[least]!)
      last = least
    }
  }
  return asSet(Uint32Array.from(kept))
}

/** How much of a span's words stand in shingles that `other` has too, 0 to 1; 0 for fewer than five words. */
export function coverage(own: Words, ownShingles: Uint32Array, other: ReadonlySet<number>, span: Span): number {
  let first = 0
  while (first < own.starts.length && own.starts[first]! < span.start) first++
  let end = first
  while (end < own.starts.length && own.ends[end]! <= span.end) end++
  if (end - first < WIDTH) return 0
  let covered = 0
  let upTo = first
  for (let i = first; i + WIDTH <= end; i++)
    if (other.has(ownShingles[i]!)) {
      covered += i + WIDTH - Math.max(i, upTo)
      upTo = i + WIDTH
    }
  return covered / (end - first)
}
