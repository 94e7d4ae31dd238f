/**
 * The only place where reconciling takes words of a report: to show them, and to set two beside one another as words
 * (`relate/retold.ts`). What words mean was read before and stands in the claim's wording.
 */
import type { FigureClaim } from '../model/claim.ts'
import { quote } from '../model/span.ts'
import type { Account } from './account.ts'

/** How much of a sentence is shown, in characters. */
const MOST = 150

/** The sentence a claim stands in, as a summary quotes it. */
export function quoted({ claim, report }: Account): string {
  const words = quote(report.report.text, claim.wording.sentence).replace(/\s+/g, ' ').trim()
  return `“${words.length > MOST ? `${words.slice(0, MOST)}…` : words.replace(/[.!?]$/, '')}”`
}

/** The words a number is given for, as a summary quotes them; else who is counted. */
export function quotedCount({ claim, report }: Account<FigureClaim>): string {
  const { counted } = claim.wording
  return counted ? quote(report.report.text, counted) : (claim.subject ?? 'people not named')
}
