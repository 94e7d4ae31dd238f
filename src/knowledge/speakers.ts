/**
 * Nouns that can say something: persons, bodies, documents.
 * A typed, checked view of data/language/speakers.tsv.
 */
import { fields, list } from './tsv.ts'

/** What sort of speaker a noun is. */
export type SpeakerKind = 'person' | 'body' | 'document'

/** Speaker nouns by lemma. Throws `RangeError` on a bad row. */
export function speakerNouns(source: string): ReadonlyMap<string, SpeakerKind> {
  const nouns = new Map<string, SpeakerKind>()
  for (const [kind, words] of fields(source, 'speakers.tsv', 2)) {
    if (kind !== 'person' && kind !== 'body' && kind !== 'document')
      throw new RangeError(`speakers.tsv: unknown kind "${kind}"`)
    for (const word of list(words)) if (!nouns.has(word)) nouns.set(word, kind)
  }
  return nouns
}
