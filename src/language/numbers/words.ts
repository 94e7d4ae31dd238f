/**
 * A plain cut of a sentence into numerals, words and marks, for the number grammar alone:
 * it must not depend on how a treebank splits "5,000-7,000" or "47-year-old".
 *
 *     5,000-7,000 men   ->   5,000 | - | 7,000 | men
 */

/** A numeral, a word or a mark. `glued`: no space before it. */
export interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly glued: boolean
  /** Value of a numeral in digits. */
  readonly value?: number
}

const PIECE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[\p{L}\p{M}]+(?:['’][\p{L}]+)*|[^\s]/gu

/** The words of `text` between two offsets; offsets count from the start of `text`. */
export function words(text: string, start = 0, end = text.length): Word[] {
  const found: Word[] = []
  let last = -1
  for (const match of text.slice(start, end).matchAll(PIECE)) {
    const piece = match[0]
    const at = start + match.index
    const digit = piece.charCodeAt(0) >= 48 && piece.charCodeAt(0) <= 57
    found.push({
      text: piece,
      lower: piece.toLowerCase(),
      start: at,
      end: at + piece.length,
      glued: at === last,
      ...(digit ? { value: Number(piece.replaceAll(',', '')) } : {}),
    })
    last = at + piece.length
  }
  return found
}
