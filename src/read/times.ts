/**
 * Time expressions, placed in days by two anchors: the report's date and the day its story has reached.
 * Captions and datelines that carry a date of their own count from that;
 * a report without a date of publication counts from its dateline's. The grammar is `language/times`;
 * a source's own date errors become diagnostics ("Monday, Oct. 18, 2016" was a Tuesday).
 */
import type { Resources } from '../knowledge/resources.ts'
import { readTimes } from '../language/times/index.ts'
import type { Passage } from '../model/text.ts'
import type { Stage } from './stage.ts'

const isDated = (passage: Passage): passage is Passage & { date: string } => passage.date !== undefined

export const times: Stage<Resources, 'times'> = {
  name: 'times',
  needs: ['passages'],
  gives: ['times'],
  run({ report, passages }) {
    const dated = passages.filter(isDated)
    const written = report.published.date ?? dated.find(({ role }) => role === 'dateline')?.date ?? null
    const { times, doubts } = readTimes(report.text, written, dated)
    const diagnostics = doubts.map((doubt) => ({ ...doubt, severity: 'warning' as const, report: report.id }))
    return { times, diagnostics }
  },
}
