/**
 * Bounds: when two numbers can both be right, and what range several make together. Never an average.
 *
 *     5,000 to 7,000   |-----------|
 *     up to 6,000  ----------|              together: low 5,000, high 7,000
 *     at least 80                 |------
 */
import type { Bound } from '../model/mention.ts'

/** A number as somebody gives it; an open side is null. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
}

/** How far a number given as "about" may be off, and how far a round number given as exact. */
const APPROX = 0.1
const ROUND = 0.02

/** The least and greatest number that agrees with what was said. */
export function reach({ low, high, bound }: Bounds): readonly [number, number] {
  const slack = bound === 'approx' || bound === 'vague' ? APPROX : roundNumber(low ?? high ?? 0) ? ROUND : 0
  return [low === null ? 0 : low * (1 - slack), high === null ? Number.POSITIVE_INFINITY : high * (1 + slack)]
}

/** Ends in at least two zeros: counted in hundreds or more. */
const roundNumber = (n: number): boolean => n >= 100 && n % 100 === 0

/** Can both be right? */
export function agree(a: Bounds, b: Bounds): boolean {
  const [x, y] = [reach(a), reach(b)]
  return x[0] <= y[1] && y[0] <= x[1]
}

/** Are they near each other, and not only compatible as "at least 25,000" is with 100,000? */
export function alike(a: Bounds, b: Bounds): boolean {
  const [x, y] = [a.low ?? a.high ?? 0, b.low ?? b.high ?? 0]
  const bounded = a.low !== null && a.high !== null && b.low !== null && b.high !== null
  return bounded || Math.max(x, y) <= 1.5 * Math.min(x, y)
}

/** Is `a` the more precise of the two? */
export function preciser(a: Bounds, b: Bounds): boolean {
  const width = (bounds: Bounds) => {
    const [low, high] = reach(bounds)
    return high === Number.POSITIVE_INFINITY ? high : (high - low) / Math.max(1, high)
  }
  return width(a) < width(b)
}

/** The rule in words, for the reader. */
export const RULE =
  'low is the smallest number any source that stands gives, high the largest, open where the outermost source leaves it open; ' +
  'words such as "dozens" count only where nobody gives a number; ' +
  'best is the number most independent voices give, none when no number leads; never an average'

/** Low, best and high of numbers that stand, each with whose word it is. A vague word's ends are numbers that nobody said. */
export function together(all: readonly { readonly bounds: Bounds; readonly voice: string }[]): {
  low: number | null
  best: number | null
  high: number | null
} {
  const said = all.filter(({ bounds }) => bounds.bound !== 'vague')
  const list = said.length > 0 ? said : all
  const lows = list.flatMap(({ bounds }) => bounds.low ?? [])
  const highs = list.flatMap(({ bounds }) => bounds.high ?? [])
  const low = lows.length > 0 ? Math.min(...lows) : null
  const high = highs.length > 0 ? Math.max(...highs) : null
  const below = list.some(({ bounds }) => bounds.low === null && (low === null || bounds.high! < low))
  const above = list.some(({ bounds }) => bounds.high === null && (high === null || bounds.low! >= high))
  const votes = new Map<number, Set<string>>()
  for (const { bounds, voice } of list)
    if (bounds.low !== null && bounds.low === bounds.high)
      votes.set(bounds.low, (votes.get(bounds.low) ?? new Set()).add(voice))
  const ranked = Array.from(votes, ([number, voices]) => ({ number, votes: voices.size })).sort(
    (a, b) => b.votes - a.votes,
  )
  const leads = ranked[0] !== undefined && ranked[0].votes > (ranked[1]?.votes ?? 0)
  return { low: below ? null : low, best: leads ? ranked[0]!.number : null, high: above ? null : high }
}
