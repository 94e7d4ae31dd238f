/**
 * Figures: how many of whom, where, over which period; every source's number, the range they make, and who says what.
 *
 * Claims are first grouped by what they count (`counted.ts`): only then are
 * numbers compared. Forecasts, plans and demands make figures of their own beside
 * the counts. A speaker's later number replaces his earlier one. Numbers are put
 * together by the rule in `bounds.ts`.
 */
import type { FigureClaim, Modality } from '../model/claim.ts'
import type { ClaimLink, FigureTestimony, PictureFigure } from '../model/picture.ts'
import { type Account, compare, grouped } from './account.ts'
import { agree, preciser, RULE, together } from './bounds.ts'
import { isStock, partOf, period, sameCount, sameForecast, subjectKey } from './counted.ts'
import { hull } from './days.ts'
import { figureSummary } from './figure-summary.ts'
import { grade } from './grade.ts'
import type { Names } from './names.ts'
import { basis, originsOf, type Setting, testimony } from './voices.ts'
import { isOperationWide } from './where.ts'

/** A figure with the accounts behind it, before it has a reference. */
export interface FigureDraft {
  readonly key: string
  readonly accounts: readonly Account<FigureClaim>[]
  readonly subject: string | null
  /** True when the subject is somebody by name, and no group that has people. */
  readonly isPerson: boolean
  readonly place: string | null
  /** The place in words: "Danu", or "the Danu operation" for all that happened since it began. */
  readonly where: string | null
  readonly modality: Modality
  readonly testimonies: readonly FigureTestimony[]
  readonly links: readonly ClaimLink[]
}

/** Forecasts and the like stand apart from counts; a denied number belongs to the count it denies. */
const side = (modality: Modality): Modality =>
  modality === 'denied' || modality === 'retracted' ? 'asserted' : modality

/** Group claims by what they count, and hear every source on each. */
export function draftFigures(all: readonly Account[], names: Names, setting: Setting): FigureDraft[] {
  const figures = all.filter((account): account is Account<FigureClaim> => account.claim.kind === 'figure')
  const groups = grouped(figures, (account) => {
    const { claim, place } = account
    const what = [claim.measure, subjectKey(claim), place ?? '', side(claim.modality)]
    const apart = [partOf(account), isOperationWide(account, names) ? 'operation' : null]
    return [...what, ...apart.filter((one) => one !== null)].join('\n')
  })
  return Array.from(groups).flatMap(([name, group]) =>
    (side(group[0]!.claim.modality) === 'asserted' ? sameCount(group) : sameForecast(group)).map((accounts, nth) => {
      const { from } = hull(accounts.map(period))
      const { heard, links } = hear(accounts, setting)
      return {
        key: `figure\n${name}\n${isStock(accounts[0]!.claim.measure) ? nth : `${from} ${nth}`}`,
        accounts,
        subject: subjectOf(accounts),
        isPerson: names.kinds.get(names.actor(accounts[0]!.claim.subject ?? '')) === 'person',
        place: accounts[0]!.place,
        where: whereOf(accounts[0]!, names),
        modality: side(accounts[0]!.claim.modality),
        testimonies: heard,
        links,
      }
    }),
  )
}

function whereOf(account: Account<FigureClaim>, names: Names): string | null {
  const name = account.place === null ? null : names.places.get(account.place)!.name
  return name !== null && isOperationWide(account, names) ? `the ${name} operation` : name
}

/** Who is counted, in the form most claims use: "Harat Front", "other civilians", "some of the people". */
function subjectOf(accounts: readonly Account<FigureClaim>[]): string | null {
  const subject = commonest(accounts.map(({ claim }) => claim.subject))
  const part = partOf(accounts[0]!)
  return part === null ? subject : `${part} ${subject ?? 'people'}`
}

/** The form most claims use, the shortest of those as common; null when none names it. */
function commonest(names: readonly (string | null)[]): string | null {
  const counts = grouped(names, (name) => name)
  const ranked = Array.from(counts, ([name, { length }]) => ({ name, length }))
  return (
    ranked.sort((a, b) => b.length - a.length || a.name.length - b.name.length || compare(a.name, b.name))[0]?.name ??
    null
  )
}

/** Every source's latest number, its earlier ones marked as superseded. */
function hear(accounts: readonly Account<FigureClaim>[], setting: Setting) {
  const links: ClaimLink[] = []
  const heard: FigureTestimony[] = []
  // Of what a report tells twice, the first telling counts, and the second is often of a part; not so in another's words.
  const first = new Set(
    accounts.flatMap(({ claim, speaker }) =>
      claim.repeat || claim.bound === 'vague' ? [] : [claim.report, `${claim.report}\n${speaker}`],
    ),
  )
  const isAgain = ({ claim, speaker }: Account<FigureClaim>): boolean =>
    claim.repeat === true && first.has(speaker === null ? claim.report : `${claim.report}\n${speaker}`)
  // "31 were killed ... as well as the 10 on the bus": who gives a total and then less, in one report, gives a part.
  const greatest = new Map<string, number>()
  const parts = new Set<Account<FigureClaim>>()
  for (const account of accounts.toSorted((a, b) => a.claim.start - b.claim.start)) {
    const { measure, modality, report, bound } = account.claim
    if (isStock(measure) || modality !== 'asserted' || bound === 'vague') continue
    const [key, number] = [`${report}\n${account.voice}`, account.claim.low ?? account.claim.high ?? 0]
    const total = greatest.get(key) ?? 0
    if (number < total) parts.add(account)
    else greatest.set(key, number)
  }
  const sources = grouped(
    accounts.filter((account) => !isAgain(account) && !parts.has(account)),
    ({ origin, speaker, claim }) => `${speaker ?? `\n${origin.name}`}\n${claim.modality}`,
  )
  for (const source of sources.values()) {
    // What one source says in one go about one thing is one number: the most precise of those that agree.
    const versions: Account<FigureClaim>[][] = []
    for (const account of source) {
      const version = versions.find(
        ([first]) =>
          first!.origin.name === account.origin.name &&
          (same(first!.claim, account.claim) ||
            (agree(first!.claim, account.claim) && isClose(first!.claim, account.claim) && near(first!, account))),
      )
      if (!version) versions.push([account])
      else if (preciser(account.claim, version[0]!.claim)) version.unshift(account)
      else version.push(account)
    }
    for (const version of versions) {
      const [first] = version
      const later = versions.find(([other]) => replaces(other!, first!))?.[0]
      const said = testimony(version, setting)
      const { low, high, bound } = first!.claim
      const stands = said.status === 'stands' && later
      const { from, to } = period(first!)
      heard.push({ ...said, low, high, bound, from, to, ...(stands && { status: 'superseded', by: later.claim.id }) })
      if (later)
        links.push({
          from: later.claim.id,
          to: first!.claim.id,
          kind: agree(later.claim, first!.claim) || grows(later, first!) ? 'updates' : 'corrects',
          reason: `${first!.voice} gives a later number`,
        })
    }
  }
  return { heard: heard.sort((a, b) => compare(a.published ?? '9999', b.published ?? '9999')), links }
}

const same = (a: FigureClaim, b: FigureClaim): boolean => a.low === b.low && a.high === b.high

/** "At least 40" and "42" are one number told twice; "at least 25,000" and "100,000" are two. */
const isClose = (a: FigureClaim, b: FigureClaim): boolean => {
  const [x, y] = [a.high ?? a.low ?? 0, b.high ?? b.low ?? 0]
  return (
    Math.max(x, y) <= 1.25 * Math.min(x, y) ||
    (a.low !== null && a.high !== null && b.low !== null && b.high !== null && (a.low !== a.high || b.low !== b.high))
  )
}

/** Published on one day, about days that end together: not an update of each other. */
const near = (a: Account<FigureClaim>, b: Account<FigureClaim>): boolean =>
  a.published === b.published && (period(a).to === period(b).to || isStock(a.claim.measure))

const replaces = (a: Account<FigureClaim>, b: Account<FigureClaim>): boolean =>
  a.published !== null &&
  b.published !== null &&
  a.published > b.published &&
  (period(a).to ?? '9999') >= (period(b).to ?? '')

/** A count over a period that has grown since. */
const grows = (later: Account<FigureClaim>, first: Account<FigureClaim>): boolean =>
  !isStock(first.claim.measure) &&
  (period(later).to ?? '') > (period(first).to ?? '') &&
  (later.claim.low ?? later.claim.high ?? 0) >= (first.claim.low ?? first.claim.high ?? 0)

/** Finish a figure once its reference, operation and disagreements are known. */
export function finishFigure(
  draft: FigureDraft,
  { id, operation, disputed }: { id: string; operation: string | null; disputed: boolean },
  setting: Setting,
): PictureFigure {
  const standing = draft.testimonies.filter(({ status, modality }) => status === 'stands' && modality !== 'denied')
  const place = draft.where
  const { measure } = draft.accounts[0]!.claim
  const range = together(standing.map((bounds) => ({ bounds, voice: bounds.speaker ?? bounds.origin })))
  return {
    id,
    ...basis(draft.accounts),
    measure,
    subject: draft.subject,
    person: draft.isPerson,
    place,
    operation,
    modality: draft.modality,
    ...range,
    rule: RULE,
    summary: figureSummary(
      {
        measure,
        subject: draft.subject,
        isPerson: draft.isPerson,
        place,
        modality: draft.modality,
        testimonies: draft.testimonies,
      },
      setting,
    ),
    origins: originsOf(draft.testimonies),
    testimonies: draft.testimonies,
    series: series(draft),
    grade: grade({ testimonies: draft.testimonies, disputed, loses: losers(draft) }, setting),
  }
}

/** Whoever counts his own dead, wounded or captured speaks against his interest. */
const losers = ({ accounts, subject }: FigureDraft): string[] =>
  subject !== null && ['killed', 'wounded', 'captured', 'casualties'].includes(accounts[0]!.claim.measure)
    ? [subject]
    : []

/** Numbers by the day they count up to, oldest first; empty when they all count to one day. */
function series({ accounts, testimonies }: FigureDraft): PictureFigure['series'] {
  const kept = new Set(testimonies.map(({ claims }) => claims[0]))
  const points = accounts.flatMap((account) => {
    const day = period(account).to
    const { id: claim, low, high, modality } = account.claim
    return day !== null && modality === 'asserted' && kept.has(claim) ? [{ day, low, high, claim }] : []
  })
  const sorted = points.sort((a, b) => compare(a.day, b.day) || compare(a.claim, b.claim))
  return new Set(sorted.map(({ day }) => day)).size > 1 ? sorted : []
}
