/**
 * The evidence of a figure: the shortest run of whole words that holds its number, its
 * noun and the word that gave it its measure, never past the sentence.
 */
import type { Span } from '../../../model/span.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import type { Framed } from './frames.ts'

/** The quote of a candidate, its trigger included when there is one. */
export function evidence(
  tokens: readonly Token[],
  sentence: Sentence,
  { span }: Candidate,
  { link, noun }: Framed,
): Span {
  const trigger = link && { start: tokens[link.found.from]!.start, end: tokens[link.found.to - 1]!.end }
  return {
    start: Math.max(
      sentence.start,
      Math.min(span.start, trigger?.start ?? span.start, noun === undefined ? span.start : tokens[noun]!.start),
    ),
    end: Math.min(sentence.end, Math.max(span.end, trigger?.end ?? span.end)),
  }
}
