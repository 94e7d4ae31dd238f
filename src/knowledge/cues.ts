/**
 * Cues of modality, as a typed view of data/codebook/modality.tsv: which word, standing where,
 * says that something is not simply so.
 *
 *     planned   intend, aim, vow   comp      "vowed to retake Tarin": retake hangs on vow
 *
 * What several cues add up to is decided in read/claims/modality.ts.
 */
import { readTable } from './tsv.ts'

const SENSES = [
  'future', 'predicted', 'possible', 'demanded', 'planned', 'tried', 'purpose', 'condition', 'supposed', 'question', 'negative', 'absent',
  'retracted', 'belief', 'begun',
] as const // biome-ignore format: a list
export type Sense = (typeof SENSES)[number]

const SCOPES = ['aux', 'comp', 'noun', 'mod', 'mark', 'adv', 'neg', 'end', 'said'] as const
/** Where a cue must stand, seen from the word it bears on. */
export type Scope = (typeof SCOPES)[number]

/** From a lemma to its senses, for each scope. */
export type Cues = ReadonlyMap<Scope, ReadonlyMap<string, Sense>>

/** Read the table. Throws `RangeError` when a row names an unknown sense or scope, or a word stands twice in a scope. */
export function readCues(source: string, file: string): Cues {
  const cues = new Map<Scope, Map<string, Sense>>(SCOPES.map((scope) => [scope, new Map()]))
  for (const { sense, words = '', scope } of readTable(source, file)) {
    const known = SENSES.find((name) => name === sense)
    const place = cues.get(scope as Scope)
    if (!known || !place) throw new RangeError(`${file}: "${sense}" in scope "${scope}" is not a cue`)
    for (const word of words.split(',').map((part) => part.trim())) {
      if (place.has(word)) throw new RangeError(`${file}: "${word}" stands twice in scope "${scope}"`)
      place.set(word, known)
    }
  }
  return cues
}
