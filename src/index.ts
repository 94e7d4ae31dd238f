/**
 * Recount as a library.
 *
 *     import { read, relate, reconcile } from 'recount'
 *
 *     const readings = await read([{ id: 'a', text: '…', published: '2016-10-24' }])
 *     const picture = reconcile(relate(readings), { on: '2016-10-20', asOf: '2016-10-24' })
 *
 * `read` loads the models and packs that come with the package; everything after it is pure.
 */
import type { KeptReading } from './engine/keep.ts'
import { readDated } from './engine/project.ts'
import { meansOf, type ReadOptions } from './engine/read-all.ts'
import { type Day, given, type Report, UNDATED } from './model/report.ts'

/** A report as a caller has it: an id of the caller's own, its text, and what else is known. */
export interface ReportInput extends Omit<Report, 'published'> {
  /** ISO 8601 day; when left out one is inferred where the texts support it, and marked as inferred. */
  readonly published?: Day
}

/**
 * Read reports into claims, in the order given. Never rejects for what a text holds: doubts are in
 * each reading's `diagnostics`. Uses worker threads once there are many reports; see `ReadOptions`.
 */
export async function read(reports: readonly ReportInput[], options: ReadOptions = {}): Promise<KeptReading[]> {
  const dated = reports.map(
    (report): Report => ({
      ...report,
      published: report.published === undefined ? UNDATED : given(report.published),
    }),
  )
  return readDated(dated, await meansOf(options))
}

export { openProject, type Project } from './engine/project.ts'
export type * from './model/claim.ts'
export { type Diagnostic, UserError } from './model/diagnostic.ts'
export type * from './model/interval.ts'
export type * from './model/ledger.ts'
export type * from './model/mention.ts'
export type * from './model/picture.ts'
export type { Day, Published, Report } from './model/report.ts'
export { quote, type Span } from './model/span.ts'
export type { Passage, Role } from './model/text.ts'
export type { Sign, Wording } from './model/wording.ts'
export { brief } from './present/brief.ts'
export { claimLine } from './present/claims.ts'
export { reconcile } from './reconcile/picture.ts'
export { ledger as relate } from './relate/ledger.ts'
export type { KeptReading, ReadOptions }
