/**
 * Whose people a number counts, when its own words leave that to the sentence and the report around it.
 *
 *     Harat had between 500 and 700 men                ──▶  Harat Front's
 *     the jihadists, 500 of them, held out in Danu     ──▶  those of the one armed group the report is about
 *     Harat says that 25 of its fighters were killed   ──▶  the speaker's
 *     the operation mustered 9,000 men                 ──▶  the attacking side of the operation, whoever they are
 *
 * Only what such words can mean is looked at; a count that names its people keeps them. Claims themselves stay as they
 * were read: what is restated here is what the picture compares.
 */
import type { FigureClaim, Measure } from '../model/claim.ts'
import type { LedgerReport } from '../model/ledger.ts'
import { fold } from '../relate/names.ts'
import { type Account, grouped } from './account.ts'
import { type Fates, isNotSo } from './fate.ts'
import type { Names } from './names.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { ARMED, mentionsIn, placeMeant, says } from './sentence.ts'
import { type Main, mainPlace, placed } from './where.ts'

/** Words that mean fighters of an armed group, whichever the report is about. */
const IRREGULAR = /^(?:jihadists?|militants?|extremists?|insurgents?|terrorists?|fighters?|gunmen)$/
/** Words that mean anybody's soldiers. */
const ANYBODYS = /^(?:men|troops?|soldiers?|forces|personnel|people|combatants?)$/
/** Measures under which a number of armed people is a strength after all. */
const STRENGTHS: ReadonlySet<Measure> = new Set<Measure>(['population', 'other', 'strength'])

/** The accounts of figures, each restated as what it counts; all others as they are. In the order given. */
export function restated(all: readonly Account[], names: Names, { corrected }: Fates): Account[] {
  const groups = groupsOf(all, names)
  const main = new Map<string, Main>()
  for (const [report, list] of grouped(all, ({ claim }) => claim.report))
    main.set(report, mainPlace(list[0]!.report, names))
  const read = all.map(asOpened).flatMap((account): Account | Account[] => {
    if (account.claim.kind !== 'figure') {
      const meant = placeMeant(account, names)
      return meant === null ? account : { ...account, place: meant }
    }
    const figure = account as Account<FigureClaim>
    const first = corrected.get(figure.claim.id) as Account<FigureClaim> | undefined
    // What corrects a number counts what that number counted.
    if (first) {
      const { subject, from, to } = restate(first, groups, names)
      const place = placed(first, main.get(first.claim.report)!, names)
      return { ...figure, claim: { ...figure.claim, subject, from, to }, place }
    }
    if (isNotSo(figure) || isNoCount(figure)) return []
    const claim = restate(figure, groups, names)
    const place = placed({ ...figure, claim }, main.get(claim.report)!, names)
    return claim === account.claim && place === account.place ? account : { ...account, claim, place }
  })
  return sameWords(read)
}

/** "In 2004 a quake killed ...", read into a report of 2013: of 2004. */
function asOpened(account: Account): Account {
  const { opening } = account.claim.wording
  return opening === undefined
    ? account
    : { ...account, claim: { ...account.claim, ...opening, timeBasis: 'sentence' } }
}

/**
 * Numbers that count nothing anybody would ask for: "no market in Danu" among the trapped, "a medic said" among the
 * dead, and the halves of "two were killed, one in Danu and the other in Kubela".
 */
const isNoCount = (account: Account<FigureClaim>): boolean =>
  says(account, 'nobody') || (account.claim.low === 0 && account.claim.high === 0 && !HARMED.has(account.claim.measure))

const HARMED: ReadonlySet<Measure> = new Set<Measure>(['killed', 'wounded', 'casualties'])

/** "Russia says that its troops": Russian forces are called that. */
function ofOneCountry(subject: string | null, speaker: string, { actor, countries }: Names): boolean {
  const country = countries.get(actor(subject ?? ''))
  return country !== undefined && country === countries.get(speaker)
}

function restate(account: Account<FigureClaim>, groups: Groups, names: Names): FigureClaim {
  const { claim, report, speaker } = account
  const said = fold(claim.subject ?? '')
  const named = names.kinds.get(names.actor(claim.subject ?? ''))
  // "... and injured 900 more, the Observatory said": nobody counts himself.
  if (
    (named === 'agency' || named === 'media') &&
    claim.source.some((one) => names.actor(one) === names.actor(claim.subject!))
  )
    return { ...claim, subject: 'people' }
  const { followers } = claim.wording
  if (followers !== undefined && claim.subject !== null && named === 'person')
    return { ...claim, subject: `${followers} of ${claim.subject}` }
  if (claim.measure === 'sites' && claim.subject !== null && says(account, 'taken'))
    return { ...claim, subject: `${claim.subject} ${claim.modality === 'asserted' ? '' : 'to be '}taken` }
  if (
    speaker !== null &&
    says(account, 'own') &&
    !(named === 'state-force' && ofOneCountry(claim.subject, speaker, names))
  )
    return { ...claim, subject: ARMED.has(names.kinds.get(speaker) ?? 'other') ? speaker : `${speaker}’s fighters` }
  const irregular = IRREGULAR.test(said)
  const armed =
    irregular ||
    ANYBODYS.test(said) ||
    / (?:forces|troops|soldiers|fighters|army)$/.test(said) ||
    (named !== undefined && ARMED.has(named))
  if (!armed) return claim
  const measure =
    STRENGTHS.has(claim.measure) && (said !== 'people' || claim.measure === 'strength') ? 'strength' : claim.measure
  const whose =
    irregular || ANYBODYS.test(said) ? referent(account, irregular ? groups(report.report.id) : null, names) : null
  if (whose !== null) return { ...claim, measure, subject: whose }
  if (measure === 'strength' && named !== 'armed-group' && says(account, 'mustered'))
    return { ...claim, measure, subject: OPERATION_FORCES }
  // Anybody's "people" or "men" that no army is said to have are not a strength.
  return said === 'people' || measure === claim.measure ? claim : { ...claim, measure }
}

/** The armed group or army whose men are meant: whoever is said to have them, else the report's own group. */
function referent(account: Account<FigureClaim>, group: string | null, names: Names): string | null {
  if (!says(account, 'had')) return group
  const { number, sentence } = account.claim.wording
  const last = mentionsIn(account).findLast(({ kind, end }) => ARMED.has(kind) && end <= (number ?? sentence).start)
  return last ? names.actor(last.name) : group
}

/** The one armed group that these reports are about; null when there is none, or two. */
function mainGroup(reports: readonly LedgerReport[], names: Names): string | null {
  const mentions = reports.flatMap((one) => one.mentions ?? [])
  const groups = grouped(
    mentions.filter(({ kind, name }) => kind === 'armed-group' && !IRREGULAR.test(fold(name))),
    ({ name }) => names.actor(name),
  )
  const total = Array.from(groups.values()).reduce((sum, { length }) => sum + length, 0)
  for (const [name, { length }] of groups) if (3 * length >= 2 * total && (length >= 2 || length === total)) return name
  return null
}

/** For each report the armed group it is about; where it does not tell, the one the reports of its story are about. */
function groupsOf(all: readonly Account[], names: Names): Groups {
  const groups = new Map<string, string | null>()
  for (const list of grouped(all, ({ story }) => `${story}`).values()) {
    const reports = [...new Set(list.map(({ report }) => report))]
    const common = mainGroup(reports, names)
    for (const one of reports) groups.set(one.report.id, mainGroup([one], names) ?? common)
  }
  return (report) => groups.get(report) ?? null
}

/** The armed group a report is about. */
type Groups = (report: string) => string | null

/** One report that gives one number of one thing twice speaks of one time: the one its own words date. */
function sameWords(all: readonly Account[]): Account[] {
  const dated = (account: Account) => account.claim.timeBasis === 'clause' || account.claim.timeBasis === 'sentence'
  const key = ({ claim, place }: Account) =>
    claim.kind === 'figure' && claim.modality === 'asserted'
      ? [claim.report, claim.measure, fold(claim.subject ?? ''), place, claim.low, claim.high].join('\n')
      : null
  const sure = new Map<string, Account>()
  for (const account of all) {
    const name = key(account)
    if (name !== null && dated(account) && !sure.has(name)) sure.set(name, account)
  }
  return all.map((account) => {
    const name = key(account)
    const other = name === null ? undefined : sure.get(name)
    if (!other || other === account || dated(account)) return account
    const { from, to, timeBasis } = other.claim
    return { ...account, claim: { ...account.claim, from, to, timeBasis } }
  })
}
