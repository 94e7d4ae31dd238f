/** What is kept of a reading once its claims are made. Tokens and parses are not: they can be derived again. */
import type { Reading } from '../model/reading.ts'

/** A reading without the layers that only reading itself needs. */
export type KeptReading = Pick<Reading, 'report' | 'passages' | 'places' | 'actors' | 'claims' | 'diagnostics'>

export const keep = ({ report, passages, places, actors, claims, diagnostics }: Reading): KeptReading => ({
  report,
  passages,
  places,
  actors,
  claims,
  diagnostics,
})
