/**
 * Blocks: the paragraph-like pieces of a text, before anyone says what part each plays.
 *
 *     Headline here↵ ↵KABUL (Agency) — First paragraph.   Second paragraph.↵
 *     ^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
 *
 * A line is a block. Two exceptions: text wrapped at a fixed width, where blank
 * lines and indents part the blocks, and paragraphs run together in one line,
 * where a tab or a wide gap after a full stop parts them. Roles are not decided here.
 */
import type { Span } from '../../model/span.ts'

/** Lines of a hard-wrapped text are about this long. */
const WRAP = { least: 45, most: 100 }

/** The blocks of a text: trimmed, in order, never empty, never overlapping. Linear in the text. */
export function blocks(text: string): Span[] {
  const lines = linesOf(text)
  const parts = isWrapped(text, lines) ? joined(text, lines) : lines.filter(({ start, end }) => end > start)
  return parts.flatMap((part) => unglued(text, part))
}

/** Every line, trimmed; an empty line has `start === end`. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  const breaks = /\r\n|[\n\r\u2028\u2029\f\v]/g
  let start = 0
  for (;;) {
    const found = breaks.exec(text)
    lines.push(trimmed(text, start, found ? found.index : text.length))
    if (!found) return lines
    start = breaks.lastIndex
  }
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)

/** Is the text wrapped at a fixed width? Then most breaks fall after a full line and inside a sentence. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  let full = 0
  let inside = 0
  let breaks = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const { start, end } = lines[i]!
    const next = lines[i + 1]!
    if (end === start || next.end === next.start) continue
    breaks++
    const length = end - start
    if (length < WRAP.least || length > WRAP.most) continue
    full++
    if (!/[.!?:"”’)\]]/.test(text[end - 1]!)) inside++
  }
  return breaks >= 2 && full >= breaks * 0.7 && inside >= full * 0.6
}

/** Joins wrapped lines into paragraphs; a blank line or a deeper indent starts a new one. */
function joined(text: string, lines: readonly Span[]): Span[] {
  const out: Span[] = []
  let fresh = true
  for (const line of lines) {
    const blank = line.end === line.start
    const indented = /[ \t]{2}$/.test(text.slice(Math.max(0, line.start - 2), line.start))
    if (!blank) out.push({ start: fresh || indented ? line.start : out.pop()!.start, end: line.end })
    fresh = blank
  }
  return out
}

/** Paragraphs run together in one line: a tab, or three spaces and more after the end of a sentence. */
function unglued(text: string, block: Span): Span[] {
  const words = text.slice(block.start, block.end)
  const out: Span[] = []
  let start = 0
  if (!/\t| {3}/.test(words)) return [block]
  for (const gap of words.matchAll(/[^\S\n]+/gu)) {
    const wide = gap[0].includes('\t') || (gap[0].length >= 3 && /[.!?"”’)]/.test(words[gap.index - 1]!))
    if (!wide) continue
    if (
      !gap[0].includes('\t') &&
      !/["“‘(]?\p{Lu}/uy.test(words.slice(gap.index + gap[0].length, gap.index + gap[0].length + 3))
    )
      continue
    out.push({ start: block.start + start, end: block.start + gap.index })
    start = gap.index + gap[0].length
  }
  out.push({ start: block.start + start, end: block.end })
  return out.filter((part) => part.end > part.start)
}
