/**
 * From readings to a ledger: reports in a fixed order, each once, with the passages they share.
 *
 * Only what two reports say by themselves is worked out here. Whatever depends on
 * all that had been published by a day (origins, stories, links) is `reconcile`'s,
 * so that a later report never changes an earlier picture.
 */
import type { Judgement, Ledger, LedgerReport } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { copies } from './copies.ts'

/** The ledger of these readings. A report given twice (same id) counts once: the first in order of text wins. */
export function ledger(
  readings: readonly Pick<Reading, 'report' | 'claims' | 'places' | 'actors'>[],
  judgements: readonly Judgement[] = [],
): Ledger {
  const byId = new Map<string, LedgerReport>()
  for (const { report, claims, places, actors } of readings) {
    const known = byId.get(report.id)
    if (known && known.report.text <= report.text) continue
    const kinds = new Map(actors.map(({ name, kind }) => [name, kind]))
    byId.set(report.id, {
      report,
      claims,
      places,
      actors: Array.from(kinds, ([name, kind]) => ({ name, kind })),
      mentions: actors.map(({ name, kind, country, basis, start, end }) => ({
        name,
        kind,
        country,
        basis,
        start,
        end,
      })),
    })
  }
  const reports = Array.from(byId.values()).sort((x, y) => (x.report.id < y.report.id ? -1 : 1))
  return {
    reports,
    shared: copies(reports.map(({ report }) => report)).map(({ a, b, share }) => ({ a, b, share })),
    judgements: judgements.toSorted((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)),
  }
}
