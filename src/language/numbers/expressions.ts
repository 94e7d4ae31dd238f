/**
 * Number expressions: a cardinal with the wording that bounds it.
 *
 *     up to 6,000      null..6000 at_most        at least 24       24..null at_least
 *     5,000 to 7,000   5000..7000 range          about 760         760..760 approx
 *     dozens           24..99 vague              300 or more       300..null at_least
 *
 * Knows English and nothing of any crisis; `sort` tells counts from dates, ages, distances and labels.
 */
import { type Cardinal, cardinal } from './cardinals.ts'
import type { BoundWord, NumberLexicon } from './lexicon.ts'
import { type NumberSort, sortOf } from './sorts.ts'
import { type Word, words } from './words.ts'

/** A number as worded. Offsets are into the text that was searched. */
export interface NumberExpression {
  /** With the bounding words in front and behind. */
  readonly start: number
  readonly end: number
  /** The number alone. */
  readonly core: { readonly start: number; readonly end: number }
  readonly low: number | null
  readonly high: number | null
  readonly bound: 'exact' | 'approx' | 'at_least' | 'at_most' | 'range' | 'vague'
  readonly sort: NumberSort
  /** "another 30", "12 more", "dozens of others". */
  readonly additional: boolean
}

/** All number expressions between two offsets of a text, in order, never overlapping. */
export function numberExpressions(
  text: string,
  lex: NumberLexicon,
  start = 0,
  end = text.length,
): readonly NumberExpression[] {
  const ws = words(text, start, end)
  const found: NumberExpression[] = []
  let free = 0
  for (let i = 0; i < ws.length; ) {
    const first = cardinal(ws, i, lex) ?? none(ws, i, lex)
    if (!first) {
      i++
      continue
    }
    const last = rangeEnd(ws, first, lex)
    const next = last?.next ?? first.next
    const before = boundBefore(ws, first.from, free, lex)
    const sort = sortOf(ws, first.from, next, lex)
    const after = sort === 'year' ? null : boundAfter(ws, next, lex)
    const from = before?.from ?? first.from
    const to = after?.next ?? next
    found.push({
      start: ws[from]!.start,
      end: ws[to - 1]!.end,
      core: { start: ws[first.from]!.start, end: ws[next - 1]!.end },
      ...values(first, last, [before?.bound, after?.bound]),
      sort,
      additional: isAdditional(ws, from, to, lex),
    })
    free = i = to
  }
  return found
}

/** "no" and "zero" count as 0 when a word follows that can be counted; so do "none of" and "no one". */
function none(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  const [here, next] = [ws[at]!, ws[at + 1]]
  const alone = here.lower === 'none' || here.lower === 'nobody'
  if (alone) return { low: 0, high: 0, vague: false, from: at, next: at + 1 }
  if (here.lower === 'no' && next?.lower === 'one') return { low: 0, high: 0, vague: false, from: at, next: at + 2 }
  if (!lex.none.has(here.lower) || !next || !/^\p{L}{3,}/u.test(next.text)) return null
  if (['one', 'longer', 'more', 'matter', 'doubt', 'less', 'fewer'].includes(next.lower)) return null
  return { low: 0, high: 0, vague: false, from: at, next: at + 1 }
}

/** The second number of "5 to 7 million", "10-15", "between 50 and 60", "three or four". */
function rangeEnd(ws: readonly Word[], first: Cardinal, lex: NumberLexicon): (Cardinal & { scale: number }) | null {
  if (first.vague || first.low === 0) return null
  const link = ws[first.next]
  const before = ws[first.from - 1]?.lower
  const dash = link !== undefined && /^[-–—]$/.test(link.text) && link.glued
  if (!link || !(dash || ['to', 'or', 'and'].includes(link.lower))) return null
  if (link.lower === 'and' && before !== 'between') return null
  if (link.lower === 'to' && before === 'from') return null
  const second = cardinal(ws, first.next + 1, lex)
  if (!second || second.vague || second.low <= first.low * (link.lower === 'to' || dash ? 1e-9 : 1)) return null
  if (dash && !ws[first.next + 1]!.glued) return null
  const [mark, third] = [ws[second.next], ws[second.next + 1]]
  if (mark?.glued && /^[-–./]$/.test(mark.text) && third?.glued && third.value !== undefined) return null
  const scale = second.low >= 1000 && first.low < 1000 ? trailingScale(ws, second, lex) : 1
  return first.low * scale < second.low ? { ...second, scale } : null
}

/** "5 to 7 million": the scale word after the second number governs the first as well. */
function trailingScale(ws: readonly Word[], { next }: Cardinal, lex: NumberLexicon): number {
  const word = ws[next - 1]!.lower
  return lex.scales[word] ?? lex.suffixes[word] ?? 1
}

function values(
  first: Cardinal,
  last: (Cardinal & { scale: number }) | null,
  bounds: readonly (BoundWord | undefined)[],
): Pick<NumberExpression, 'low' | 'high' | 'bound'> {
  if (last) return { low: first.low * last.scale, high: last.high, bound: 'range' }
  if (first.vague) return { low: first.low, high: first.high, bound: 'vague' }
  const value = first.low
  if (bounds.includes('at_least')) return { low: value, high: null, bound: 'at_least' }
  if (bounds.includes('at_most')) return { low: null, high: value, bound: 'at_most' }
  return { low: value, high: value, bound: bounds.includes('approx') ? 'approx' : 'exact' }
}

function boundBefore(ws: readonly Word[], at: number, free: number, lex: NumberLexicon) {
  for (let end = at; end >= at - 4 && end > free; end--) {
    for (const [wording, bound] of lex.before.get(ws[end - 1]!.lower) ?? []) {
      const from = end - wording.length
      if (from < free || !wording.every((word, k) => ws[from + k]!.lower === word)) continue
      if (wording[0] === 'over' && PARTICLE.has(ws[from - 1]?.lower ?? '')) return null
      return { from, bound }
    }
    if (!SKIPPED.has(ws[end - 1]!.lower) && !lex.money.has(ws[end - 1]!.lower)) return null
  }
  return null
}

/** Words that may stand between a bound and its number: "at least another 12", "up to US$5 million". */
const SKIPPED: ReadonlySet<string> = new Set('another an additional between the other of further us at even'.split(' '))

/** Verbs with which "over" is a particle: "took over two oil fields". */
const PARTICLE: ReadonlySet<string> = new Set(
  'take takes took taken taking hand hands handed handing turn turned turning fly flew flying'.split(' '),
)

function boundAfter(ws: readonly Word[], at: number, lex: NumberLexicon) {
  if (ws[at]?.text === '-' && ws[at + 1]?.lower === 'plus') return { next: at + 2, bound: 'at_least' as const }
  for (const [wording, bound] of lex.after)
    if (wording.every((word, k) => ws[at + k]?.lower === word)) {
      const next = at + wording.length
      if (ws[next]?.lower !== 'than' && !cardinal(ws, next, lex)) return { next, bound }
    }
  return null
}

function isAdditional(ws: readonly Word[], from: number, to: number, lex: NumberLexicon): boolean {
  if (ws.slice(Math.max(0, from - 2), to).some(({ lower }) => FRONT.has(lower) && lex.more.has(lower))) return true
  return [ws[to], ws[to + 1]?.lower === 'others' ? ws[to + 1] : undefined].some((w) => w && lex.more.has(w.lower))
}

const FRONT: ReadonlySet<string> = new Set(['another', 'additional', 'further', 'extra'])
