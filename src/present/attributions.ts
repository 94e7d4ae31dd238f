/**
 * Attributions as JSON: each part as `[start, end]` pairs, null where there is none.
 * What is said inside of what is said stands in `nested` of the attribution around it.
 */
import type { Attribution } from '../model/mention.ts'
import type { Span } from '../model/span.ts'

type Pair = readonly [start: number, end: number]

/** All attributions of a report for `recount annotate --layer attributions`, the outermost as a list. */
export function attributionLines(attributions: readonly Attribution[]): readonly Readonly<Record<string, unknown>>[] {
  const inside = (outer: number | undefined, depth: number): Record<string, unknown>[] =>
    attributions.flatMap((attribution, i) => {
      if (attribution.inside !== outer) return []
      const { source, cue, content, inside: _, ...rest } = attribution
      const nested = depth < 4 ? inside(i, depth + 1) : []
      const line = { source: pairs(source), cue: pairs(cue), content: pairs(content), ...rest }
      return [nested.length > 0 ? { ...line, nested } : line]
    })
  return inside(undefined, 0)
}

const pairs = (spans: readonly Span[] | null): readonly Pair[] | null =>
  spans === null ? null : spans.map(({ start, end }) => [start, end])
