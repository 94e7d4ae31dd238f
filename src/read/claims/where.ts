/**
 * Where a claim is about: the place of its own clause, then its sentence's, then the running context's.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                                            ^^^^^^ trigger    ^^^^^ clause
 *
 * Every place the report names is a candidate (where/candidates.ts); learned
 * weights say which one is meant (where/weights.ts; its card is models/where.md). Nothing is looked up here.
 */

import type { Basis } from '../../model/claim.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../../model/text.ts'
import { type Candidate, candidatesFor, type Zone } from './where/candidates.ts'
import { WEIGHTS } from './where/weights.ts'

/** The answer: canonical name, its id and point, where it was found, and the mention itself. */
export interface Where {
  readonly place: string | null
  readonly placeId: string | null
  readonly location: Location | null
  readonly basis: Basis
  readonly mention: PlaceMention | null
}

const NOWHERE: Where = { place: null, placeId: null, location: null, basis: 'none', mention: null }
const BASIS: Readonly<Record<Zone, Basis>> = { span: 'clause', sentence: 'sentence', near: 'context', far: 'report' }

/** Find the place of a claim whose evidence or trigger is `span`, in `sentence`. */
export function where(reading: Reading, span: Span, sentence: Sentence): Where {
  let best: Candidate | null = null
  let top = -Infinity
  for (const candidate of candidatesFor(reading, span, sentence)) {
    const score = candidate.features.reduce((sum, feature) => sum + (WEIGHTS.get(feature) ?? 0), 0)
    if (score > top) {
      top = score
      best = candidate
    }
  }
  if (!best?.mention) return NOWHERE
  const { mention, name, zone } = best
  return { place: name, placeId: mention.id, location: mention.location, basis: BASIS[zone], mention }
}
