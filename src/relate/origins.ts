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

/** Origins among reports that have all been published. The order of the reports does not matter. */
export function origins(reports: readonly LedgerReport[], shared: readonly SharedPassages[]): Origins {
  const label = labels(reports)
  const partners: { other: number; share: number }[][] = reports.map(() => [])
  for (const { a, b, share } of shared) {
    partners[a]!.push({ other: b, share })
    partners[b]!.push({ other: a, share })
  }
  // Of one day the wire comes first: it is named by those it shares words with, or is an agency, or tells more.
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
  const earlier = (a: number, b: number): boolean => {
    const [x, y] = [rank[a]!, rank[b]!]
    if (x.day !== y.day) return x.day < y.day
    if (x.named !== y.named) return x.named > y.named
    return x.length !== y.length ? x.length > y.length : x.id < y.id
  }
  for (const list of partners) list.sort((x, y) => (earlier(x.other, y.other) ? -1 : 1))

  const ofReport: (Source | undefined)[] = reports.map(() => undefined)
  const inOrder = reports.map((_, i) => i).sort((a, b) => (earlier(a, b) ? -1 : 1))
  for (const i of inOrder) {
    const from = partners[i]!.find(({ other, share }) => share >= COPY && earlier(other, i))
    const { report } = reports[i]!
    if (from) {
      const { name, said, bare } = ofReport[from.other]!
      ofReport[i] = {
        name,
        said,
        ...(bare && { bare }),
        reason: `${percent(from.share)} of its words stand in ${label[from.other]}`,
      }
    } else
      ofReport[i] = own(
        reports[i]!,
        label[i]!,
        credited(report.text.slice(0, 160)) ?? credited(report.text.slice(-500)),
      )
  }

  const ofClaim = new Map<Claim, Source>()
  const sets = new Map<number, ReadonlySet<number>>()
  const setOf = (i: number): ReadonlySet<number> => {
    let set = sets.get(i)
    if (!set) {
      set = new Set(shingles(words({ text: reports[i]!.report.text })))
      sets.set(i, set)
    }
    return set
  }
  for (const i of inOrder) {
    const { report, claims } = reports[i]!
    const before = partners[i]!.filter(({ other }) => earlier(other, i))
    const spoken = before.length > 0 && claims.length > 0 ? words({ text: report.text }) : null
    const runs = spoken ? shingles(spoken) : null
    for (const claim of claims) {
      const carrier = claim.source.map(agency).findLast((name) => name !== null)
      const around = { start: claim.start - AROUND, end: claim.end + AROUND }
      const from =
        spoken && runs
          ? before.find(
              ({ other }) =>
                coverage(spoken, runs, setOf(other), claim) >= TAKEN ||
                coverage(spoken, runs, setOf(other), around) >= TAKEN,
            )
          : undefined
      const said = from ? ofReport[from.other]!.said : report.published.date
      if (carrier) ofClaim.set(claim, { name: carrier, said, reason: `${carrier} is named as its source` })
      else if (from) {
        const { name } = ofReport[from.other]!
        ofClaim.set(claim, { name, said, reason: `the same passage stands in ${label[from.other]}` })
      } else {
        const credit = claim.role === 'caption' ? credited(report.text.slice(claim.start, claim.end + 200)) : null
        ofClaim.set(
          claim,
          credit ? { name: credit, said, reason: 'its caption credits it' } : { ...ofReport[i]!, said },
        )
      }
    }
  }
  return { ofReport: ofReport as Source[], ofClaim }
}

function own({ report }: LedgerReport, label: string, credit: string | null): Source {
  const said = report.published.date
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

/** What each report is called where it has to be named: the end of its path as far as no other report shares it, else its title or id. */
function labels(reports: readonly LedgerReport[]): string[] {
  const full = reports.map(({ report }) => report.file ?? report.title ?? report.id)
  const short = full.map((name, i) =>
    reports[i]!.report.file === undefined ? name : name.slice(name.lastIndexOf('/') + 1),
  )
  const uses = new Map<string, number>()
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1)
  return short.map((name, i) => (uses.get(name) === 1 ? name : `${full[i]} (${reports[i]!.report.id})`))
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
