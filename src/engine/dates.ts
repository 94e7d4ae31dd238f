/** Dates the undated: reads passages of all reports, infers, and hands the reports back in their order, ready to be read fully. */
import type { Resources } from '../knowledge/resources.ts'
import type { Report } from '../model/report.ts'
import { passages } from '../read/passages.ts'
import { pipeline } from '../read/stage.ts'
import { inferDates } from '../relate/dating/index.ts'

/** The reports, those without a date dated where something supports one. A report with a date is never touched. */
export function dateReports(
  reports: readonly Report[],
  { landmarks }: Pick<Resources, 'landmarks'>,
): readonly Report[] {
  const read = pipeline<unknown>([passages])
  const found = inferDates(
    reports.map((report) => read(report, null)),
    landmarks,
  )
  return reports.map((report) => {
    const published = report.published.date === null ? found.get(report.id) : undefined
    return published ? { ...report, published } : report
  })
}

/** Has any of them no date? Dating the others would change nothing. */
export const anyUndated = (reports: readonly Report[]): boolean =>
  reports.some(({ published }) => published.date === null)
