/**
 * The clocks: what of the ledger a picture may rest on.
 *
 *     asOf   reports published later, and judgements made later, do not exist
 *     on     claims about days that begin later are left out
 *
 * Undated reports count only when `asOf` is left open: nobody can say they had
 * been published by then.
 */
import type { Claim } from '../model/claim.ts'
import type { Clocks, Judgement, Ledger, LedgerReport, SharedPassages } from '../model/ledger.ts'

/** The part of a ledger that the clocks let through, with people's decisions on claims applied. */
export interface Visible {
  readonly reports: readonly LedgerReport[]
  readonly shared: readonly SharedPassages[]
  readonly judgements: readonly Judgement[]
  /** Reports left out because they carry no date. */
  readonly undated: readonly LedgerReport[]
}

/** What had been published by `asOf`, about days up to `on`. */
export function visible(ledger: Ledger, { on = null, asOf = null }: Clocks): Visible {
  const judgements = ledger.judgements.filter(({ day }) => asOf === null || day === null || day <= asOf)
  const decided = new Map<string, Judgement>()
  for (const judgement of judgements) if ('claim' in judgement) decided.set(judgement.claim, judgement)
  const place = new Map<number, number>()
  const reports: LedgerReport[] = []
  const undated: LedgerReport[] = []
  ledger.reports.forEach((entry, index) => {
    const { date } = entry.report.published
    if (asOf !== null && date === null) undated.push(entry)
    if (asOf !== null && (date === null || date > asOf)) return
    place.set(index, reports.length)
    const claims = entry.claims.flatMap((claim) => {
      const judged = apply(claim, decided.get(claim.id))
      return judged && (on === null || judged.from === null || judged.from <= on) ? [judged] : []
    })
    reports.push({ ...entry, claims })
  })
  const shared = ledger.shared.flatMap(({ a, b, share }) => {
    const [x, y] = [place.get(a), place.get(b)]
    return x === undefined || y === undefined ? [] : [{ a: x, b: y, share }]
  })
  return { reports, shared, judgements, undated }
}

function apply(claim: Claim, judgement: Judgement | undefined): Claim | null {
  if (judgement?.kind === 'reject') return null
  if (judgement?.kind === 'accept') return { ...claim, confidence: 1 }
  // What stands where is not for a judgement to change: the words stay those of the report.
  if (judgement?.kind === 'correct')
    return {
      ...claim,
      ...judgement.fields,
      id: claim.id,
      start: claim.start,
      end: claim.end,
      quote: claim.quote,
    } as Claim
  return claim
}
