/**
 * Who says a claim: the chain of speakers over a span, innermost first.
 *
 *     Rudaw reported that Omar Rahil said the bridge was taken.
 *                                         ^^^^^^^^^^^^^^^^^^^^ ["Omar Rahil", "Rudaw"]
 *
 * Reads the attributions layer only; [] is the outlet's own voice. Wishes,
 * plans and what merely seems are nobody's statement and are passed over.
 */
import type { Attribution } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'

/** Canonical speakers over a span, innermost first. */
export function speaker(reading: Reading, span: Span): string[] {
  const over = reading.attributions
    .filter((attribution) => attribution.type !== 'belief' && share(attribution, span) >= 0.5)
    .sort((a, b) => size(a) - size(b))
  const chain: string[] = []
  for (const { speakers } of over) for (const name of speakers) if (!chain.includes(name)) chain.push(name)
  return chain
}

const share = ({ content }: Attribution, { start, end }: Span): number => {
  let inside = 0
  for (const part of content) inside += Math.max(0, Math.min(part.end, end) - Math.max(part.start, start))
  return inside / Math.max(1, end - start)
}

const size = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
