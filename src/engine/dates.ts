/** Dates the undated: reads passages of all reports, infers, and hands the reports back in their order, ready to be read fully. */
import type { Resources } from '../knowledge/resources.ts'
import type { Report } from '../model/report.ts'
import { inferDates } from '../relate/dating/index.ts'
import { reader } from './read.ts'

/** The reports, those without a date dated where something supports one. A report with a date is never touched. */
export function dateReports(reports: readonly Report[], resources: Resources): readonly Report[] {
  if (reports.every(({ published }) => published.date !== null)) return reports
  const found = inferDates(reports.map(reader(['passages'], resources)), resources.landmarks)
  return reports.map((report) => {
    const published = report.published.date === null ? found.get(report.id) : undefined
    return published ? { ...report, published } : report
  })
}
