/**
 * Origins: the independent source that each claim goes back to. Corroboration counts these, never reports.
 *
 *     wire      "..."                    origin: the wire
 *     rewrite   same passages            origin: the wire
 *     column    "Reuters reported ..."   origin: Reuters
 *     two stories of one outlet          origin: the outlet
 *
 * In this order: words copied from an earlier report have that report's origin;
 * a named carrier is the origin of what it carries; a credit line; the publisher;
 * at last the report itself. Whether two origins quote one and the same speaker
 * is for `reconcile/voices.ts`.
 */
import { agency, credited } from '../knowledge/agencies.ts'
import type { Claim } from '../model/claim.ts'
import type { LedgerReport, SharedPassages } from '../model/ledger.ts'
import type { Day } from '../model/report.ts'
import { coverage, shingles, words } from './shingles.ts'

/** A source, before it is known what rests on it. */
export interface Source {
  readonly name: string
  readonly reason: string
  /** The day its words were first published, as far as the reports tell. */
  readonly said: Day | null
  /** True when nothing but the report itself is known to be the source. */
  readonly bare?: boolean
}

/** Which origin each report and claim goes back to. */
export interface Origins {
  /** By index of the report. */
  readonly ofReport: readonly Source[]
  readonly ofClaim: ReadonlyMap<Claim, Source>
}

/** A report this much of which stands in an earlier one is a copy of it as a whole. */
const COPY = 0.5
/** A claim's passage this much of which stands in an earlier report was taken from there. */
const TAKEN = 0.7
/** Characters before and after a claim's words that are looked at, so that short quotes can be told apart. */
const AROUND = 60

/** Another report with words in common, and how much of the shorter of both they are. */
interface Partner {
  readonly other: number
  readonly share: number
}

/** Origins among reports that have all been published. The order of the reports does not matter. */
export function origins(reports: readonly LedgerReport[], shared: readonly SharedPassages[]): Origins {
  const label = labels(reports)
  const partners: Partner[][] = reports.map(() => [])
  for (const { a, b, share } of shared) {
    partners[a]!.push({ other: b, share })
    partners[b]!.push({ other: a, share })
  }
  const earlier = precedence(reports, partners)
  const first = (a: number, b: number): number => (earlier(a, b) ? -1 : 1)
  const before = partners.map((list, i) =>
    list.filter(({ other }) => earlier(other, i)).sort((x, y) => first(x.other, y.other)),
  )
  const inOrder = reports.map((_, i) => i).sort(first)
  const ofReport: Source[] = []
  for (const i of inOrder) {
    const copied = before[i]!.find(({ share }) => share >= COPY)
    ofReport[i] = copied
      ? { ...ofReport[copied.other]!, reason: `${percent(copied.share)} of its words stand in ${label[copied.other]}` }
      : own(reports[i]!, label[i]!)
  }
  const taken = takenFrom(reports, before)
  const ofClaim = new Map<Claim, Source>()
  for (const i of inOrder) {
    const from = taken(i)
    for (const claim of reports[i]!.claims)
      ofClaim.set(claim, claimSource(claim, reports[i]!, ofReport[i]!, from(claim), { ofReport, label }))
  }
  return { ofReport, ofClaim }
}

/** Was the one there before the other? Of one day the wire comes first: it is named by those it shares words with, or is an agency, or tells more. */
function precedence(
  reports: readonly LedgerReport[],
  partners: readonly (readonly Partner[])[],
): (a: number, b: number) => boolean {
  const rank = reports.map(({ report }, i) => {
    const name = report.publisher
    const named = name ? partners[i]!.filter(({ other }) => reports[other]!.report.text.includes(name)).length : 0
    return {
      day: report.published.date ?? '9999',
      named: named + (name && agency(name) ? 1 : 0),
      length: report.text.length,
      id: report.id,
    }
  })
  return (a, b) => {
    const [x, y] = [rank[a]!, rank[b]!]
    if (x.day !== y.day) return x.day < y.day
    if (x.named !== y.named) return x.named > y.named
    return x.length !== y.length ? x.length > y.length : x.id < y.id
  }
}

/** For each report: which of those before it a claim's passage was taken from, the earliest first. */
function takenFrom(
  reports: readonly LedgerReport[],
  before: readonly (readonly Partner[])[],
): (i: number) => (claim: Claim) => number | undefined {
  const sets = new Map<number, ReadonlySet<number>>()
  const setOf = (i: number): ReadonlySet<number> => {
    let set = sets.get(i)
    if (!set) sets.set(i, (set = new Set(shingles(words({ text: reports[i]!.report.text })))))
    return set
  }
  return (i) => {
    const { report, claims } = reports[i]!
    if (before[i]!.length === 0 || claims.length === 0) return () => undefined
    const spoken = words({ text: report.text })
    const runs = shingles(spoken)
    return (claim) => {
      const around = { start: claim.start - AROUND, end: claim.end + AROUND }
      const isFrom = ({ other }: Partner): boolean =>
        [claim, around].some((span) => coverage(spoken, runs, setOf(other), span) >= TAKEN)
      return before[i]!.find(isFrom)?.other
    }
  }
}

/** The origin of one claim: its named carrier, what its passage was taken from, its caption's credit, its report's. */
function claimSource(
  claim: Claim,
  { report }: LedgerReport,
  whole: Source,
  from: number | undefined,
  { ofReport, label }: { readonly ofReport: readonly Source[]; readonly label: readonly string[] },
): Source {
  const said = from === undefined ? report.published.date : ofReport[from]!.said
  const carrier = claim.source.map(agency).findLast((name) => name !== null)
  if (carrier) return { name: carrier, said, reason: `${carrier} is named as its source` }
  if (from !== undefined)
    return { name: ofReport[from]!.name, said, reason: `the same passage stands in ${label[from]}` }
  const credit = claim.role === 'caption' ? credited(report.text.slice(claim.start, claim.end + 200)) : null
  return credit ? { name: credit, said, reason: 'its caption credits it' } : { ...whole, said }
}

/** The origin of a report that copies no other: its credit, first or last, else its publisher, else the report itself. */
function own({ report }: LedgerReport, label: string): Source {
  const said = report.published.date
  const credit = credited(report.text.slice(0, 160)) ?? credited(report.text.slice(-500))
  if (credit) return { name: credit, said, reason: 'the report credits it' }
  const publisher = report.publisher?.trim()
  if (publisher)
    return { name: agency(publisher) ?? publisher, said, reason: 'its publisher; no other source of its words found' }
  return {
    name: label,
    said,
    bare: true,
    reason: 'the report itself; neither publisher nor other source of its words found',
  }
}

/** What each report is called where it has to be named: the end of its path, all of it where reports share the end, its id where they share a file. */
function labels(reports: readonly LedgerReport[]): string[] {
  const full = reports.map(({ report }) => report.file ?? report.title ?? report.id)
  const short = full.map((name, i) =>
    reports[i]!.report.file === undefined ? name : name.slice(name.lastIndexOf('/') + 1),
  )
  const [ends, paths] = [unshared(short), unshared(full)]
  return short.map((name, i) => (ends.has(name) ? name : paths.has(full[i]!) ? full[i]! : reports[i]!.report.id))
}

/** The names that stand once. */
function unshared(names: readonly string[]): Set<string> {
  const uses = new Map<string, number>()
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1)
  return new Set(names.filter((name) => uses.get(name) === 1))
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
