/** Attributions as JSON: each part as `[start, end]` pairs, null where there is none. */
import type { Attribution } from '../model/mention.ts'
import type { Span } from '../model/span.ts'

type Pair = readonly [start: number, end: number]

/** One attribution for `recount annotate --layer attributions`. */
export function attributionLine({ source, cue, content, ...rest }: Attribution): Record<string, unknown> {
  return { source: pairs(source), cue: pairs(cue), content: pairs(content), ...rest }
}

const pairs = (spans: readonly Span[] | null): readonly Pair[] | null =>
  spans === null ? null : spans.map(({ start, end }) => [start, end])
