/**
 * The picture as seen from a day: which items and testimonies were known by then, and what
 * range those testimonies make. Only that range is computed here, by the rule the picture
 * itself uses; all else is a comparison of two days, so that a slider can be dragged smoothly.
 */
import type { Claim } from '../../src/model/claim.ts'
import type { Interval } from '../../src/model/interval.ts'
import type {
  Change,
  ClaimLink,
  Disagreement,
  Grade,
  Origin,
  Picture,
  PictureFigure,
  PictureReport,
  Testimony,
} from '../../src/model/picture.ts'
import type { Day } from '../../src/model/report.ts'
import type { Earlier } from '../../src/present/earlier.ts'
import type { PageData, PageReport } from '../../src/present/page.ts'
import { writeDay } from '../../src/present/words.ts'
import { together } from '../../src/reconcile/bounds.ts'
import { hull } from '../../src/reconcile/days.ts'
import { sayer } from '../../src/reconcile/voices.ts'

/** Anything with an id that a reference can open. */
export interface Item {
  readonly id: string
  readonly kind: 'figure' | 'event' | 'control' | 'disagreement' | 'gap' | 'change' | 'claim' | 'report'
  readonly summary: string
  readonly claims: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly known: string | null
  readonly testimonies?: readonly Testimony[]
  readonly grade?: Grade
}

/** Look-ups over one picture. */
export interface Index {
  readonly claims: ReadonlyMap<string, Claim>
  readonly reports: ReadonlyMap<string, PictureReport>
  readonly texts: ReadonlyMap<string, PageReport>
  /** What each report is called: its title, else its headline, else its file without the folders. */
  readonly titles: ReadonlyMap<string, string>
  readonly origins: ReadonlyMap<string, Origin>
  /** What each origin is called, by its reference. */
  readonly originName: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, Item>
  /** Links that touch a claim, repeats left out. */
  readonly links: ReadonlyMap<string, readonly ClaimLink[]>
  /** Changes, newest first. */
  readonly changes: readonly Change[]
  /** Operation that a claim belongs to. */
  readonly campaign: ReadonlyMap<string, string>
  /** What statements were called on earlier days, by id. */
  readonly earlier: ReadonlyMap<string, readonly Earlier[]>
  /** Publication days of the reports, in order. */
  readonly reportDays: readonly string[]
  /** The first day of each dated origin, of those among them that are only quoted in reports, and the day each disagreement came into being, in order. */
  readonly originDays: readonly string[]
  readonly quotedDays: readonly string[]
  readonly disagreementDays: readonly string[]
  /** The day each disagreement came into being: when the second of its sides was published. Null when that is not known. */
  readonly opened: ReadonlyMap<string, Day | null>
  /** Days on which something is said to have happened, in order. */
  readonly eventDays: readonly string[]
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
  const bare = new Map(
    [...reports.values()].flatMap((one) =>
      one.publisher === null ? [[one.origin, `report of ${writeDay(one.published.date)}`]] : [],
    ),
  )
  // An origin that is a report without a publisher goes by its file; readers know it by its day.
  const called = (origin: Origin): Origin =>
    /\.[a-z]{2,6}$/i.test(origin.name) && bare.has(origin.id) ? { ...origin, name: bare.get(origin.id)! } : origin
  const origins = new Map((picture?.origins ?? []).map((origin) => [origin.id, called(origin)]))
  const originName = new Map([...origins].map(([id, { name }]) => [id, name]))
  const titles = new Map([...reports].map(([id, report]) => [id, titleOf(report, texts.get(id))]))
  const items = new Map<string, Item>()
  for (const report of reports.values()) {
    const summary = titles.get(report.id)!
    const known = report.published.date
    items.set(report.id, { id: report.id, kind: 'report', summary, claims: report.claims, from: null, to: null, known })
  }
  if (picture) for (const [key, kind] of KINDS) for (const item of picture[key]) items.set(item.id, { ...item, kind })
  for (const claim of claims.values()) {
    const known = reports.get(claim.report)?.published.date ?? null
    const { id, from, to, quote } = claim
    items.set(id, { id, from, to, kind: 'claim', summary: quote, claims: [id], known })
  }
  const links = new Map<string, ClaimLink[]>()
  for (const link of picture?.links ?? [])
    if (link.kind !== 'repeats') for (const end of [link.from, link.to]) push(links, end, link)
  const campaign = new Map<string, string>()
  for (const { id, claims: own } of picture?.operations ?? []) for (const claim of own) campaign.set(claim, id)
  const changes = (picture?.changes ?? []).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const earlier = new Map(Object.entries(data?.earlier ?? {}))
  const dayOf = (id: string) => reports.get(id)?.published.date ?? null
  const reportDays = inOrder([...reports.keys()].map(dayOf))
  const toldOn = (claim: string) => dayOf(claims.get(claim)?.report ?? '')
  const firstDay = (origin: Origin) => inOrder([...origin.reports.map(dayOf), ...origin.claims.map(toldOn)])[0] ?? null
  const originDays = inOrder([...origins.values()].map(firstDay))
  const quotedDays = inOrder([...origins.values()].filter(onlyQuoted).map(firstDay))
  const opened = new Map(
    (picture?.disagreements ?? []).map(({ id, sides }) => {
      const spoken = sides.map((side) => inOrder(side.claims.map(toldOn))[0] ?? null)
      return [id, inOrder(spoken)[1] ?? null] as const
    }),
  )
  const disagreementDays = inOrder([...opened.values()])
  const published = ends(reportDays)
  const eventDays = inOrder((picture?.events ?? []).flatMap(({ from, to }) => (from === to ? [from] : [])))
  const happened = ends(eventDays)
  return {
    ...{ claims, reports, texts, titles, origins, originName, items, links, changes, campaign, earlier },
    ...{ reportDays, originDays, quotedDays, disagreementDays, opened, eventDays, published, happened },
  }
}

/** Is none of the reports its own? An agency that others quote. */
export const onlyQuoted = ({ reports }: Origin): boolean => reports.length === 0

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The known days, sorted. */
const inOrder = (days: readonly (Day | null)[]): Day[] => days.filter((day) => day !== null).toSorted()

const ends = (days: readonly Day[]): readonly [Day, Day] | null => (days.length ? [days[0]!, days.at(-1)!] : null)

/** The first few that pass, without asking the rest: of thousands a first screen wants five, at every step of a drag. */
export function firstOf<T>(list: readonly T[], most: number, passes: (item: T) => boolean): T[] {
  const found: T[] = []
  for (const item of list) {
    if (found.length >= most) break
    if (passes(item)) found.push(item)
  }
  return found
}

/** By day, newest first, the undated last. */
export function byDay<T extends Pick<Item, 'from' | 'to'>>(items: readonly T[]): T[] {
  const key = ({ from, to }: T) => from ?? to ?? ''
  return items.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
}

/** What is asserted before what is planned, demanded or denied; each by day, newest first. */
export const newestFirst = <T extends Pick<Item, 'from' | 'to'> & { readonly modality: string }>(
  items: readonly T[],
): T[] => byDay(items).toSorted((a, b) => Number(a.modality !== 'asserted') - Number(b.modality !== 'asserted'))

/** Was it published by the day? What is undated counts only while no day is set: nobody can say it had been published. */
export const knownBy = (known: string | null, asOf: string | null): boolean =>
  asOf === null || (known !== null && known <= asOf)

/** What a statement was called on the as-of day: what is told of it only later is left out. */
export function wordsAt(
  { id, summary }: Pick<Item, 'id' | 'summary'>,
  asOf: string | null,
  { earlier }: Index,
): string {
  if (asOf === null) return summary
  return earlier.get(id)?.findLast(({ day }) => day <= asOf)?.words ?? summary
}

/** The days on which a statement came to be known or its words changed, in order. */
export const daysOf = ({ id, known }: Pick<Item, 'id' | 'known'>, { earlier }: Index): string[] =>
  inOrder([known, ...(earlier.get(id) ?? []).map(({ day }) => day)])

/** Does an interval hold the day looked at? Open ends reach as far as they can. */
export const holdsOn = (item: { from: string | null; to: string | null }, on: string | null): boolean =>
  on === null || ((item.from === null || item.from <= on) && (item.to === null || on <= item.to))

/** Does it belong to the operation, by its own word or by one of its claims? Everything belongs to none. */
export const within = (
  item: { readonly claims: readonly string[]; readonly operation?: string | null },
  operation: string | null,
  { campaign }: Index,
): boolean =>
  operation === null || item.operation === operation || item.claims.some((id) => campaign.get(id) === operation)

/** The day that what retracted, denied or replaced a testimony was published; null when nothing did, or nobody knows when. */
export const endedOn = ({ by }: Pick<Testimony, 'by'>, { claims, reports }: Index): Day | null =>
  reports.get(claims.get(by ?? '')?.report ?? '')?.published.date ?? null

/** How a testimony stood on the day: what retracted or replaced it later had not been published yet. */
export function statusAt(testimony: Testimony, index: Index, asOf: string | null): Testimony['status'] {
  if (testimony.by === null || asOf === null) return testimony.status
  return knownBy(endedOn(testimony, index), asOf) ? testimony.status : 'stands'
}

/** The range that the testimonies known and standing on the day make; null when none was known. */
export function figureAt(
  figure: PictureFigure,
  index: Index,
  asOf: string | null,
): Pick<PictureFigure, 'low' | 'best' | 'high'> | null {
  if (asOf === null) return figure
  const known = figure.testimonies.filter(({ published }) => knownBy(published, asOf))
  if (known.length === 0) return null
  const standing = known.filter((one) => one.modality !== 'denied' && statusAt(one, index, asOf) === 'stands')
  return together(standing.map((bounds) => ({ bounds, voice: bounds.speaker ?? bounds.origin })))
}

/** Who says so, as the engine names him: the speaker, where he is quoted when he has no name of his own, else the origin. */
export const sayerOf = (testimony: Pick<Testimony, 'speaker' | 'origin'>, index: Index): string =>
  sayer(testimony, index)

/** What a disagreement is about, without its sides: "Islamic State fighters in Mosul". */
export const subjectOf = ({ summary }: Pick<Disagreement, 'summary'>): string => summary.replace(/: .*$/su, '')

/** The days that a figure's counts known by the day speak of: what is counted later is not told. */
export const periodAt = (figure: PictureFigure, asOf: string | null): Interval =>
  asOf === null ? figure : hull(figure.testimonies.filter(({ published }) => knownBy(published, asOf)))

/** Do all the words occur in the text, whatever their case? */
export function holdsWords(text: string, words: string): boolean {
  const lower = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

/** A file named by its number or fingerprint says nothing to a reader. */
const BARE = /^[\d_-]*[0-9a-f]{10,}[\d_-]*$/i

/** What a report without title or publisher is called: its file without the folders, else its day. */
function fileOf({ id, file, published }: PictureReport): string {
  const name = file?.replace(/^.*[\\/]/, '') ?? id
  const bare = BARE.test(name.replace(/\.[a-z]{2,6}$/i, ''))
  return bare && published.date !== null ? `report of ${writeDay(published.date)}` : name
}

/** Who a report is known as: its publisher, else its title, else its file. */
export const nameOf = (report: PictureReport | undefined, id: string): string =>
  report ? (report.publisher ?? report.title ?? fileOf(report)) : id

/** Characters of a headline that name a report. */
const TITLE = 110

function titleOf(report: PictureReport, text: PageReport | undefined): string {
  const headline = text?.passages.find(({ role }) => role === 'headline')
  const words = headline && text?.text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim()
  const short = words && words.length > TITLE ? `${words.slice(0, TITLE - 1)}…` : words
  return report.title ?? (short || fileOf(report))
}
