/**
 * Terms: a report as weighted words, for telling stories apart.
 *
 * Weight is (1 + log count) x log(reports / reports with the word), names count
 * for more. A word is a name when the reports mostly write it with a capital in
 * mid-sentence: this needs no name tagger, works in any field, and is right
 * often enough to weigh words by. It never decides who somebody is.
 */
import type { Report } from '../model/report.ts'
import { wordSpans } from './words.ts'

/** What a term is: a name, a number, or any other word. */
export type TermKind = 'name' | 'number' | 'word'

/** Reports as sparse vectors over one vocabulary. */
export interface Terms {
  readonly kinds: readonly TermKind[]
  /** For each report, the ids of its terms, ascending. */
  readonly ids: readonly Uint32Array[]
  /** How often each of those terms stands in the report. */
  readonly counts: readonly Uint16Array[]
}

/** How much more a name weighs than another word (chosen on the development stories). */
const NAME_WEIGHT = 2.5

const STOP = new Set(
  (
    'a about after also an and are as at be been before but by can could for from had has have he her his in into is it its ' +
    'more no not of on one or over said say says she than that the their then there they this to two under was were what when ' +
    'where which who will with would s t n ve d'
  ).split(' '),
)

/** A crude stem: enough to join "attacks" with "attacked". */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly)$/, '') : word.replace(/s$/, '')

/** A written form: its term (-1 for words too common to tell anything), and whether it is in lower case. */
interface Form {
  readonly id: number
  readonly lower: boolean
}

/** Count the words of each report, title included, and say of each word what it is. */
export function terms(reports: readonly Pick<Report, 'title' | 'text'>[]): Terms {
  const vocabulary = new Map<string, number>()
  const forms = new Map<string, Form>()
  const capital: number[] = []
  const lower: number[] = []
  const ids: Uint32Array[] = []
  const counts: Uint16Array[] = []
  const read = (word: string): Form => {
    const folded = word.toLowerCase()
    if (STOP.has(folded)) return { id: -1, lower: true }
    const key = stem(folded)
    let id = vocabulary.get(key)
    if (id === undefined) {
      id = vocabulary.size
      vocabulary.set(key, id)
      capital.push(0)
      lower.push(0)
    }
    return { id, lower: /^\p{Ll}/u.test(word) }
  }
  for (const { title = '', text } of reports) {
    const own = new Map<number, number>()
    for (const source of [title, text]) {
      const spans = wordSpans(source)
      for (let i = 0; i < spans.length; i += 2) {
        const word = source.slice(spans[i], spans[i + 1])
        let form = forms.get(word)
        if (!form) {
          form = read(word)
          forms.set(word, form)
        }
        if (form.id < 0) continue
        own.set(form.id, (own.get(form.id) ?? 0) + 1)
        if (form.lower) lower[form.id]!++
        else if (inMidSentence(source, spans[i]!)) capital[form.id]!++
      }
    }
    const sorted = Uint32Array.from(own.keys()).sort()
    ids.push(sorted)
    counts.push(Uint16Array.from(sorted, (id) => Math.min(own.get(id)!, 65535)))
  }
  const kinds = Array.from(vocabulary.keys(), (word, id): TermKind => {
    if (/^\p{N}/u.test(word)) return 'number'
    return capital[id]! > lower[id]! ? 'name' : 'word'
  })
  return { kinds, ids, counts }
}

/** Does a word follow a small letter or a comma and a space, so that a capital means a name? */
const inMidSentence = (source: string, start: number): boolean =>
  /[\p{Ll},]\s$/u.test(source.slice(Math.max(0, start - 2), start))

/** A sparse vector of length 1: term ids ascending, with their weights. */
export interface Vector {
  readonly ids: Uint32Array
  readonly weights: Float64Array
}

/**
 * Vectors of some of the reports, weighed by how rare each term is among these alone. Terms of one report only, or of
 * nearly all, say nothing about who belongs with whom and are left out. `counted`: whether saying it more often counts.
 */
export function vectors(all: Terms, members: readonly number[], counted: boolean): Vector[] {
  const spread = new Map<number, number>()
  for (const member of members) for (const id of all.ids[member]!) spread.set(id, (spread.get(id) ?? 0) + 1)
  return members.map((member) => {
    const ids: number[] = []
    const weights: number[] = []
    let square = 0
    for (const [at, id] of all.ids[member]!.entries()) {
      const reports = spread.get(id)!
      if (reports < 2 || (!counted && reports > 0.9 * members.length)) continue
      const weight =
        (counted ? 1 + Math.log(all.counts[member]![at]!) : 1) *
        Math.log(members.length / reports) *
        (all.kinds[id] === 'name' ? NAME_WEIGHT : 1)
      if (weight <= 0) continue
      ids.push(id)
      weights.push(weight)
      square += weight * weight
    }
    const length = Math.sqrt(square) || 1
    return { ids: Uint32Array.from(ids), weights: Float64Array.from(weights, (weight) => weight / length) }
  })
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const d = a.ids[i]! - b.ids[j]!
    if (d < 0) i++
    else if (d > 0) j++
    else sum += a.weights[i++]! * b.weights[j++]!
  }
  return sum
}
