/**
 * Verbatim repeats inside one report: a caption printed twice, a pull quote, a last sentence pasted again.
 *
 *     ... polluted air.   People in the town are in danger.
 *     People in the town are in danger.
 *     ^ repeatOf: the first one's start
 *
 * Only a whole passage can be a repeat. Linear: every sentence-like piece is looked up once.
 */
import type { Passage } from '../../model/text.ts'

/** Shorter passages ("Source: Reuters") repeat without meaning anything. */
const LEAST = 30
const PIECE_END = /[.!?]["”’)]*\s+/g

/** Marks each passage whose words stand earlier in the text. */
export function markRepeats(text: string, passages: readonly Passage[]): Passage[] {
  const seen = new Map<string, number>()
  return passages.map((passage) => {
    const words = text.slice(passage.start, passage.end)
    const pieces = piecesOf(words)
    const first = words.length < LEAST ? undefined : seen.get(pieces[0]!.text)
    for (const piece of pieces)
      if (piece.text.length >= LEAST && !seen.has(piece.text)) seen.set(piece.text, passage.start + piece.start)
    return first !== undefined && text.startsWith(words, first) ? { ...passage, repeatOf: first } : passage
  })
}

function piecesOf(words: string): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = []
  let start = 0
  for (const end of words.matchAll(PIECE_END)) {
    pieces.push({ text: words.slice(start, end.index + end[0].trimEnd().length), start })
    start = end.index + end[0].length
  }
  pieces.push({ text: words.slice(start), start })
  return pieces.filter((piece) => piece.text !== '' || piece.start === 0)
}
