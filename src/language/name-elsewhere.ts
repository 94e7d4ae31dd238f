/**
 * The same capitalised word elsewhere in the report: what stands around it there often says what it is.
 *
 *     Tarmal was quiet. ...   in Tarmal, ...   Mayor of Tarmal
 *     └ asked about           └ "in" before    └ "of" before
 *
 * It only collects; what it means is learned (names.ts). The last few places of a form are kept.
 */

import type { NameInput } from './name-features.ts'
import { isCapitalised } from './name-words.ts'

/** Where a form stands in a report. */
export interface Occurrence {
  readonly sentence: number
  readonly token: number
}

export interface Elsewhere {
  /** Where a capitalised form stands, in order. */
  readonly of: (form: string) => readonly Occurrence[]
  /** Is the form written in lower case somewhere? */
  readonly isLower: (form: string) => boolean
}

/** Index the sentences of a report. */
export function elsewhere(sentences: readonly NameInput[]): Elsewhere {
  const occurrences = new Map<string, Occurrence[]>()
  const lower = new Set<string>()
  for (const [sentence, { words }] of sentences.entries())
    for (const [token, { form }] of words.entries()) {
      if (!isCapitalised(form)) lower.add(form)
      else {
        const known = occurrences.get(form)
        if (known) known.push({ sentence, token })
        else occurrences.set(form, [{ sentence, token }])
      }
    }
  return { of: (form) => occurrences.get(form) ?? [], isLower: (form) => lower.has(form.toLowerCase()) }
}
