/**
 * Words that say how a claim is meant, as a typed view of data/language/wording.tsv.
 *
 *     rose   rise ~ to | climb ~ to       under "rise": { rest: ['~', 'to'], sense: 'rose' }
 *
 * Where a sense must stand to count is decided in read/claims/wording/.
 */
import { fields, list } from './tsv.ts'

const SENSES = [
  'taking', 'again', 'former', 'nearly', 'partly', 'fighting', 'begin', 'operation', 'aim', 'if', 'along',
  'town', 'ground', 'settlement', 'part', 'small', 'district', 'many', 'much', 'whole', 'beside', 'surrounds', 'stretch', 'half', 'seat', 'voice',
  'everybody', 'whoever', 'the others', 'more', 'include', 'fighters', 'has', 'about', 'muster', 'takes part',
  'other time', 'onset', 'earlier', 'count', 'contrast', 'rose', 'meanwhile',
  'accuse', 'blame', 'deny', 'denying', 'charge', 'author', 'often', 'not', 'not deny', 'undone', 'statement', 'it', 'retract',
  'deed', 'strikes',
] as const // biome-ignore format: a list
export type WordSense = (typeof SENSES)[number]

/** One entry: the words after its first ("~": up to two of any), what it means, and what a deed is called. */
export interface Phrase {
  readonly rest: readonly string[]
  readonly sense: WordSense
  readonly called: string
  /** Its row of the table: of deeds the first listed is the most particular. */
  readonly rank: number
}

/** Entries by their first word: a lemma, or a form in lower case. */
export type WordingWords = ReadonlyMap<string, readonly Phrase[]>

/** Read the table. Throws `RangeError` on a row of an unknown sense or without words. */
export function wordingWords(source: string): WordingWords {
  const phrases = new Map<string, Phrase[]>()
  let rank = 0
  for (const [name, words, called = ''] of fields(source, 'wording.tsv', 2)) {
    const sense = SENSES.find((one) => one === name)
    const entries = list(words)
    if (!sense || entries.length === 0) throw new RangeError(`wording.tsv: "${name}" is no sense, or has no words`)
    for (const entry of entries) {
      const [first, ...rest] = entry.split(' ')
      const phrase = { rest, sense, called, rank }
      const known = phrases.get(first!)
      if (known) known.push(phrase)
      else phrases.set(first!, [phrase])
    }
    rank++
  }
  return phrases
}

/** Is a single word, a lemma or a form in lower case, of the sense? */
export const isOfSense = (words: WordingWords, sense: WordSense, word: string): boolean =>
  words.get(word)?.some((phrase) => phrase.sense === sense && phrase.rest.length === 0) ?? false
