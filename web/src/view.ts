/**
 * The picture as seen from a day: which items and testimonies were known by then.
 * Nothing is reconciled here; what was not yet published is only marked, so that
 * dragging a slider costs no more than a comparison of two days.
 */
import type { Claim } from '../../src/model/claim.ts'
import type { Origin, Picture, PictureReport, Testimony } from '../../src/model/picture.ts'
import type { PageData, PageReport } from '../../src/present/page.ts'

/** Anything with an id that a reference can open. */
export interface Item {
  readonly id: string
  readonly kind: 'figure' | 'event' | 'control' | 'disagreement' | 'gap' | 'change' | 'claim'
  readonly summary: string
  readonly claims: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly known: string | null
}

/** Look-ups over one picture. */
export interface Index {
  readonly claims: ReadonlyMap<string, Claim>
  readonly reports: ReadonlyMap<string, PictureReport>
  readonly texts: ReadonlyMap<string, PageReport>
  readonly origins: ReadonlyMap<string, Origin>
  readonly items: ReadonlyMap<string, Item>
  /** First and last day anything was published, null when nothing is dated. */
  readonly published: readonly [string, string] | null
  /** First and last day anything happened. */
  readonly happened: readonly [string, string] | null
}

const KINDS = [
  ['figures', 'figure'],
  ['events', 'event'],
  ['control', 'control'],
  ['disagreements', 'disagreement'],
  ['gaps', 'gap'],
  ['changes', 'change'],
] as const

/** Build the look-ups; an empty index for no data. */
export function indexOf(data: PageData | null): Index {
  const picture: Picture | null = data?.picture ?? null
  const claims = new Map((picture?.claims ?? []).map((claim) => [claim.id, claim]))
  const reports = new Map((picture?.reports ?? []).map((report) => [report.id, report]))
  const texts = new Map((data?.reports ?? []).map((report) => [report.id, report]))
  const origins = new Map((picture?.origins ?? []).map((origin) => [origin.id, origin]))
  const items = new Map<string, Item>()
  if (picture) for (const [key, kind] of KINDS) for (const item of picture[key]) items.set(item.id, { ...item, kind })
  for (const claim of claims.values()) {
    const known = reports.get(claim.report)?.published.date ?? null
    items.set(claim.id, { ...claim, kind: 'claim', summary: claim.quote, claims: [claim.id], known })
  }
  const published = range([...reports.values()].map(({ published }) => published.date))
  const happened = range((picture?.events ?? []).flatMap(({ from, to }) => (from && from === to ? [from] : [])))
  return { claims, reports, texts, origins, items, published, happened }
}

function range(days: readonly (string | null)[]): readonly [string, string] | null {
  const known = days.filter((day) => day !== null).toSorted()
  return known.length ? [known[0]!, known.at(-1)!] : null
}

/** Was it published by the day? What is undated counts as known. */
export const knownBy = (known: string | null, asOf: string | null): boolean =>
  asOf === null || known === null || known <= asOf

/** Does an interval hold the day looked at? Open ends reach as far as they can. */
export const holdsOn = (item: { from: string | null; to: string | null }, on: string | null): boolean =>
  on === null || ((item.from === null || item.from <= on) && (item.to === null || on <= item.to))

/** How a testimony stood on the day: what retracted or replaced it later had not been published yet. */
export function statusAt(testimony: Testimony, index: Index, asOf: string | null): Testimony['status'] {
  if (testimony.by === null || asOf === null) return testimony.status
  const by = index.claims.get(testimony.by)
  const day = by ? (index.reports.get(by.report)?.published.date ?? null) : null
  return knownBy(day, asOf) ? testimony.status : 'stands'
}
