/**
 * Quotations: what stands between quotation marks, with the marks.
 *
 *     “We waited all night.      a paragraph that opens and does not close
 *     “Nobody came,” she said.   goes on in the next one when that opens too
 *
 * Paragraph by paragraph, not nested. Apostrophes are no marks; a mark that
 * never closes is none either.
 */
import type { Span } from '../model/span.ts'

/** Opening marks and what closes them. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”"“', '"': '"”', '«': '»', '„': '“”', '‘': '’', "'": "'" }
const LETTER = /[\p{L}\p{N}]/u

/** The quotations of a text, in order, without overlap. */
export function quotations(text: string): Span[] {
  const spans: Span[] = []
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g)) {
    let open = -1
    for (let i = 0; i < paragraph.length; i++) {
      if (open < 0) {
        if (opens(paragraph, i)) open = i
      } else if (closes(paragraph, i, paragraph[open]!)) {
        if (i - open > 1) spans.push({ start: index + open, end: index + i + 1 })
        open = -1
      }
    }
    const end = index + paragraph.length
    if (open >= 0 && '“"'.includes(paragraph[open]!) && /^\s*[“"]/.test(text.slice(end, end + 8)))
      spans.push({ start: index + open, end: index + paragraph.trimEnd().length })
  }
  return spans
}

/** An opening mark stands after a space, bracket or dash and before a word; a straight single one needs its partner in sight. */
function opens(line: string, i: number): boolean {
  const mark = line[i]!
  if (PAIRS[mark] === undefined) return false
  const before = line[i - 1] ?? ' '
  const after = line[i + 1] ?? ' '
  if (/\s/.test(after)) return false
  if (mark === '“' || mark === '«' || mark === '„') return true
  if (LETTER.test(before) || (mark === '"' && /[.,!?]/.test(before))) return false
  if (mark !== "'") return true
  return (
    /[\s(—–]/.test(before) && LETTER.test(after) && /[\p{L}.,!?…]'(?![\p{L}\p{N}])/u.test(line.slice(i + 2, i + 400))
  )
}

function closes(line: string, i: number, opener: string): boolean {
  const mark = line[i]!
  if (!PAIRS[opener]!.includes(mark)) return false
  if (mark === '“' && opener === '“') return !LETTER.test(line[i + 1] ?? ' ')
  return mark === '"' || mark === '”' || mark === '»' || !LETTER.test(line[i + 1] ?? ' ')
}
