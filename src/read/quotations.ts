/**
 * Quotations: what stands between quotation marks.
 *
 *     He said: “We left. “And we will not return.”
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a mark that opens again without closing goes on with the same quotation
 *
 * Spans include their marks. Paragraphs that open without closing run on into
 * the next only when that one opens too. Apostrophes are no marks.
 */
import type { Span } from '../model/span.ts'

const OPEN = '“«„'
const CLOSE = '”»'

/** The quotations of a text, in order, not nested. */
export function quotations(text: string): Span[] {
  const spans: Span[] = []
  let open = -1
  let kind = ''
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!
    if (open >= 0 && mark === '\n' && /\n\s*$/.test(text.slice(i, paragraphStart(text, i)))) {
      const next = text[paragraphStart(text, i)]
      if (next === undefined || !(next === kind || OPEN.includes(next))) open = -1
      else {
        spans.push({ start: open, end: i })
        open = -1
      }
      continue
    }
    if (open < 0) {
      if (
        OPEN.includes(mark) ||
        (mark === '"' && opens(text, i)) ||
        (mark === '‘' && opens(text, i)) ||
        (mark === "'" && opensSingle(text, i))
      ) {
        open = i
        kind = mark
      }
    } else if (closes(text, i, kind)) {
      spans.push({ start: open, end: i + 1 })
      open = -1
    }
  }
  return spans
}

const paragraphStart = (text: string, i: number): number => {
  let at = i
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

const before = (text: string, i: number): string => text[i - 1] ?? ' '
const opens = (text: string, i: number): boolean =>
  /[\s([—–\-,:/]/.test(before(text, i)) || !/[\s.,;:!?)]/.test(text[i + 1] ?? ' ')

/** A straight single mark opens only after a space and before a letter, with a closing one further on in the line. */
function opensSingle(text: string, i: number): boolean {
  if (!/[\s(—–]/.test(before(text, i)) || !/[\p{L}]/u.test(text[i + 1] ?? '')) return false
  const line = text.slice(i + 1, i + 1 + 400).split('\n')[0]!
  return /[\p{L}\p{N}.,!?…]'(?![\p{L}\p{N}])/u.test(line) && !/^(s|t|em|til|tis|twas|n|\d)\b/i.test(line)
}

function closes(text: string, i: number, kind: string): boolean {
  const mark = text[i]!
  if (kind === '"') return mark === '"' || mark === '”'
  if (kind === '‘') return mark === '’' && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ')
  if (kind === "'") return mark === "'" && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ')
  return CLOSE.includes(mark) || (mark === '"' && !/[\s([]/.test(before(text, i)))
}
