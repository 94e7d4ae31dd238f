/**
 * Borders that are no matter of training: what always parts, and what never ends a sentence.
 *
 *     Some 40,000 | Chadian troops left, Brig. | Gen. Rahil said.
 *                 ^ a number of thousands    ^ the full stop of a title: no sentence ends
 */

import type { Span } from '../model/span.ts'
import type { Stretch } from './segment.ts'

/** Decisions between two atoms. */
export const BORDERS = ['same', 'token', 'sentence'] as const
export const SAME = 0
export const TOKEN = 1
export const SENTENCE = 2

/** Titles whose full stop shortens them: a name follows, never a sentence. */
const TITLE =
  /^(?:gen|col|maj|brig|lt|capt|sgt|cpl|pvt|adm|cmdr|cdr|spc|pfc|mr|mrs|ms|dr|prof|sen|rep|gov|rev|hon|messrs)$/i

const isTitle = (text: string, { start, end }: Span): boolean => TITLE.test(text.slice(start, end))

/** The decision at the border before atom i where it is open to no doubt: blank lines, plain lower-case words, the full stop of a title; else -1. */
export function settled({ atoms, plain, text }: Stretch, i: number): number {
  const { gap, start, end } = atoms[i]!
  if (gap === 2) return SENTENCE
  if (gap === 1) return plain[i - 1] && plain[i] ? TOKEN : -1
  return text.slice(start, end) === '.' && isTitle(text, atoms[i - 1]!) && atoms[i + 1]?.gap === 1 ? SAME : -1
}

/** Can a sentence end before atom i? Not inside a line after a number of thousands, nor at a title's full stop: "40,000 | Chadian", "Brig. | Gen. Rahil". */
export function mayEnd({ atoms, text }: Stretch, i: number): boolean {
  const last = atoms[i - 1]!
  const before = atoms[i - 2]
  if (atoms[i]!.gap === 2 || !before || before.end !== last.start) return true
  const mark = text.slice(last.start, last.end)
  if (mark === '.') return !isTitle(text, before)
  return !(/^\p{N}{3}$/u.test(mark) && text[before.start] === ',')
}
