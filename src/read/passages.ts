/**
 * Passages: splits a report into parts with a role each.
 *
 *     headline    Dam gates opened after third breach
 *     dateline    KARUM, Estland (Agency) —
 *     body        Engineers opened the gates on Monday ...
 *     caption     Engineers at the dam, Monday, May 4, 2015. (Agency Photo/J. Doe)
 *
 * One passage is one paragraph-like block (passages/blocks.ts); its role comes from its
 * own words and its neighbours (passages/roles.ts). A dateline or a glued caption is cut
 * off its paragraph. Captions and datelines carry the day they state. Where nothing is
 * known a block is body: a claim read from furniture is found out, a claim never read is lost.
 */
import type { Report } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { Passage } from '../model/text.ts'
import { blocks } from './passages/blocks.ts'
import { dateline, isStamp } from './passages/dateline.ts'
import { explicitDay } from './passages/day.ts'
import { markRepeats } from './passages/repeats.ts'
import { roles } from './passages/roles.ts'
import type { Stage } from './stage.ts'

export const passages: Stage<unknown, 'passages'> = {
  name: 'passages',
  needs: [],
  gives: ['passages'],
  run: ({ report }) => ({ passages: split(report) }),
}

/** The passages of a report, in text order, never overlapping; together they hold all that is not white space. */
export function split({ text, title }: Pick<Report, 'text' | 'title'>): Passage[] {
  const parts = blocks(text).flatMap((block) => cut(text, block))
  const found = roles(text, parts, title)
  const marked = parts.map((part, i): Passage => {
    const role = found[i]!
    const date =
      role === 'caption' || role === 'dateline' ? explicitDay(text.slice(part.start, part.end))?.day : undefined
    return date ? { ...part, role, date } : { ...part, role }
  })
  return markRepeats(text, marked)
}

/** Cuts a dateline off the front, and a labelled caption off the text that was glued to it. */
function cut(text: string, block: Span): Span[] {
  const words = text.slice(block.start, Math.min(block.end, block.start + 600))
  if (isStamp(text.slice(block.start, block.end))) return [block]
  const found = dateline(words)
  const glued = found
    ? null
    : /^(?:Photo |Image |Picture )?Caption\s*:[\s\S]*?[^.].[.!?]["”’)]?(?=\s+["“‘]?\p{Lu})/iu.exec(words)
  const length = found?.length ?? glued?.[0].length ?? 0
  if (!length || block.start + length >= block.end) return [block]
  let start = block.start + length
  while (start < block.end && /\s/.test(text[start]!)) start++
  return [
    { start: block.start, end: block.start + length },
    { start, end: block.end },
  ]
}
