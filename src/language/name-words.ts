/**
 * What the words around a word say about the name it is in: kinds of words, and runs of capitals.
 *
 *     the  Saudi  Interior  Ministry  of  the  Interior  said
 *          └────────────── one run ──────────────────┘          Ministry: government
 *
 * A run is what a name may be as a whole; its last word says more about it than its first.
 * Which part of a run is a name is for names.ts.
 */
import { hash } from './features.ts'
import type { Word } from './words.ts'

/** Hash of a word in lower case → hash of its kind. */
export type NameWords = ReadonlyMap<number, number>

/** Read data/language/name-words.tsv: kind, tab, words between bars. Throws `RangeError` on a word with two kinds. */
export function nameWords(source: string): NameWords {
  const kinds = new Map<number, number>()
  for (const line of source.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue
    const [kind = '', words = ''] = line.split('\t')
    for (const word of words.split('|')) {
      if (kinds.has(hash(word))) throw new RangeError(`name-words.tsv: "${word}" has two kinds`)
      kinds.set(hash(word), hash(kind))
    }
  }
  return kinds
}

export const isCapitalised = (form: string): boolean => CAPITAL.test(form)

const CAPITAL = /^\p{Lu}/u
const INSIDE = /^(?:-|of|al|de|bin|&|['’])$/

/** Runs of capitalised words of a sentence, joined by "of", "of the", hyphens and the like: for each token its run, -1 outside. */
export interface Runs {
  readonly first: Int32Array
  readonly last: Int32Array
}

export function runs(words: readonly Word[]): Runs {
  const n = words.length
  const first = new Int32Array(n).fill(-1)
  const last = new Int32Array(n).fill(-1)
  const capital = (i: number): boolean => i < n && isCapitalised(words[i]!.form)
  for (let start = 0; start < n; start++) {
    if (!capital(start)) continue
    let end = start
    for (;;) {
      if (capital(end + 1)) end++
      else if (capital(end + 2) && INSIDE.test(words[end + 1]!.form)) end += 2
      else if (capital(end + 3) && words[end + 1]!.form === 'of' && words[end + 2]!.form === 'the') end += 3
      else break
    }
    first.fill(start, start, end + 1)
    last.fill(end, start, end + 1)
    start = end
  }
  return { first, last }
}
