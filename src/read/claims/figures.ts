/** Figures: how many of whom, where, since when, and who counted. */
import type { Resources } from '../../knowledge/resources.ts'
import type { FigureClaim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'

/** The figure claims of a report, in text order. */
export function figureClaims(_reading: Reading, _resources: Resources): FigureClaim[] {
  return []
}
