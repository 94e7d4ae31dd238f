/** Look-ups over one picture, made once when it arrives: what stands under which reference, what reports and origins are called, which days have something. */
import type { Claim } from '../../src/model/claim.ts'
import type { Change, ClaimLink, Grade, Origin, Picture, PictureReport, Testimony } from '../../src/model/picture.ts'
import { type Day, publicationDays } from '../../src/model/report.ts'
import type { Earlier } from '../../src/present/earlier.ts'
import type { PageData, PageFile, PageReport } from '../../src/present/page.ts'
import { writeDay } from '../../src/present/words.ts'

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
export function indexOf(data: PageData | PageFile | null): Index {
  const picture: Picture | null = data?.picture ?? null
  const claims = new Map((picture?.claims ?? []).map((claim) => [claim.id, claim]))
  const reports = new Map((picture?.reports ?? []).map((report) => [report.id, report]))
  const texts = new Map((data?.reports ?? []).map((report) => [report.id, report]))
  const bare = new Map(
    [...reports.values()].flatMap((one) => {
      const name = one.publisher === null ? byItsDay(one) : null
      return name === null ? [] : [[one.origin, name]]
    }),
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
  const earlier = new Map(data && 'earlier' in data ? Object.entries(data.earlier) : [])
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
  const published = ends(publicationDays([...reports.values()].map((report) => report.published)))
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
export const inOrder = (days: readonly (Day | null)[]): Day[] => days.filter((day) => day !== null).toSorted()

const ends = (days: readonly Day[]): readonly [Day, Day] | null => (days.length ? [days[0]!, days.at(-1)!] : null)

/** A file named by its number or fingerprint says nothing to a reader. */
const BARE = /^[\d_-]*[0-9a-f]{10,}[\d_-]*$/i

/** What a report without title or publisher is called: its file without the folders, else its day. */
function fileOf(report: PictureReport): string {
  const { id, file } = report
  const name = file?.replace(/^.*[\\/]/, '') ?? id
  return (BARE.test(name.replace(/\.[a-z]{2,6}$/i, '')) ? byItsDay(report) : null) ?? name
}

/** Who a report is known as: its publisher, else its title, else its day, else its file. */
export const nameOf = (report: PictureReport | undefined, id: string): string =>
  report ? (report.publisher ?? report.title ?? byItsDay(report) ?? fileOf(report)) : id

/** What a report without publisher or title is called after its day; null when nobody knows it. */
const byItsDay = ({ published: { date } }: PictureReport): string | null =>
  date === null ? null : `report of ${writeDay(date)}`

/** Characters of a headline that name a report. */
const TITLE = 110

function titleOf(report: PictureReport, text: PageReport | undefined): string {
  const headline = text?.passages.find(({ role }) => role === 'headline')
  const words = headline && text?.text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim()
  const short = words && words.length > TITLE ? `${words.slice(0, TITLE - 1)}…` : words
  return report.title ?? (short || fileOf(report))
}

/** The report that a claim stands in, under the name it goes by. */
export const sourceOf = ({ report }: Pick<Claim, 'report'>, { reports, titles }: Index): PictureReport => ({
  ...reports.get(report)!,
  title: titles.get(report)!,
})
