/** What sort of thing a noun counts, by data/measures/counted.tsv. */
import type { Counted, CountedClass, Measures } from '../../../knowledge/measures.ts'
import type { Sentence, Token } from '../../../model/text.ts'

/** The counted noun behind a token, by lemma, form, or the form without its plural ending. */
function countedNoun({ lemma, text }: Token, { counted }: Measures): Counted | null {
  const form = text.toLowerCase()
  return (
    counted.get(lemma.toLowerCase()) ??
    counted.get(form) ??
    counted.get(form.replace(/s$/, '')) ??
    counted.get(form.replace(/es$/, '')) ??
    counted.get(form.replace(/ies$/, 'y')) ??
    counted.get(form.replace(/men$/, 'man')) ??
    counted.get(form.slice(form.lastIndexOf('-') + 1).replace(/s$/, '')) ??
    null
  )
}

/** Does a report name a disease, twice or more? */
export const tellsOfDisease = (tokens: readonly Token[], measures: Measures): boolean =>
  diseasesOf(tokens, measures).length > 1

/** Does a sentence name a disease? */
export const namesDisease = (tokens: readonly Token[], { first, last }: Sentence, measures: Measures): boolean =>
  diseasesOf(tokens, measures).some((at) => at >= first && at < last)

const known = new WeakMap<readonly Token[], readonly number[]>()

/** The tokens of a report that name diseases. Found once a report. */
function diseasesOf(tokens: readonly Token[], { counted }: Measures): readonly number[] {
  let found = known.get(tokens)
  if (!found) {
    found = tokens.flatMap(({ lemma }, at) => (counted.get(lemma.toLowerCase())?.class === 'disease' ? at : []))
    known.set(tokens, found)
  }
  return found
}

/** The row of the noun at `at`, with the word before it where the table knows the two together: "car bombs", "barrel bombs". */
export function countedAt(tokens: readonly Token[], at: number, measures: Measures): Counted | null {
  const [noun, before] = [tokens[at]!, tokens[at - 1]]
  if (before && before.sentence === noun.sentence) {
    const start = `${before.text.toLowerCase()} `
    const whole = measures.counted.get(start + noun.lemma.toLowerCase())
    if (whole) return whole
  }
  return countedNoun(noun, measures)
}

/** Its class, or null for a noun that the table does not know. */
export const classAt = (tokens: readonly Token[], at: number, measures: Measures): CountedClass | null =>
  countedAt(tokens, at, measures)?.class ?? null
