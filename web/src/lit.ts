/**
 * Text cut at the spans that are to be lit, and the same words found in other reports. Pure.
 *
 *     text   Police said 12 people were killed in Hit.
 *     spans       [other]     [---- current -----]
 */
import type { Span } from '../../src/model/span.ts'
import type { PageReport } from '../../src/present/page.ts'

export interface Piece {
  readonly start: number
  readonly text: string
  /** `current` is the piece of evidence looked at, `other` another one of the same statement, `trigger` the word that set the machine off. */
  readonly lit: 'current' | 'other' | 'trigger' | null
}

/** Cut `text` between `from` and `to`; where spans overlap, the trigger wins, then the current one. */
export function pieces(
  text: string,
  from: number,
  to: number,
  current: Span | null,
  others: readonly Span[],
  trigger: Span | null,
): Piece[] {
  const all = [...(current ? [current] : []), ...(trigger ? [trigger] : []), ...others]
  const cuts = new Set([from, to])
  for (const { start, end } of all) for (const at of [start, end]) if (at > from && at < to) cuts.add(at)
  const sorted = [...cuts].toSorted((a, b) => a - b)
  const inside = (span: Span | null, at: number) => span !== null && span.start <= at && at < span.end
  return sorted.slice(0, -1).map((start, i) => ({
    start,
    text: text.slice(start, sorted[i + 1]),
    lit:
      inside(trigger, start) && inside(current, start)
        ? 'trigger'
        : inside(current, start)
          ? 'current'
          : others.some((span) => inside(span, start))
            ? 'other'
            : null,
  }))
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
const cache = new WeakMap<PageReport, string>()

/** Fewer words than this stand in many reports by chance. */
const LEAST = 5

/** Ids of the other reports in which the quoted words stand verbatim, spaces and punctuation aside. */
export function alsoIn(quote: string, report: string, texts: Iterable<PageReport>): string[] {
  const words = plain(quote).trim()
  if (words.split(' ').length < LEAST) return []
  const found: string[] = []
  for (const other of texts) {
    if (other.id === report) continue
    let text = cache.get(other)
    if (text === undefined) {
      text = plain(other.text)
      cache.set(other, text)
    }
    if (text.includes(words)) found.push(other.id)
  }
  return found
}
