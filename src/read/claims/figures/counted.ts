/** What sort of thing a noun counts, by data/measures/counted.tsv. */
import type { Counted, CountedClass, Measures } from '../../../knowledge/measures.ts'
import type { Token } from '../../../model/text.ts'

/** The counted noun behind a token, by lemma, form, or the form without its plural ending. */
export function countedNoun({ lemma, text }: Token, { counted }: Measures): Counted | null {
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

/** Its class, or null for a noun that the table does not know. */
export const classOf = (token: Token, measures: Measures): CountedClass | null =>
  countedNoun(token, measures)?.class ?? null
