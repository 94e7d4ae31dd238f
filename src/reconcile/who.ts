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
import type { ActorKind } from '../model/mention.ts'
import { fold } from '../relate/names.ts'
import { type Account, grouped } from './account.ts'
import { type Fates, isNotSo } from './fate.ts'
import { isGround, type Names, townOf } from './names.ts'

/** Who is counted when an operation's own forces are, of whatever armies. */
export const OPERATION_FORCES = 'forces of the operation'

/** Words that mean fighters of an armed group, whichever the report is about. */
const IRREGULAR = /^(?:jihadists?|militants?|extremists?|insurgents?|terrorists?|fighters?|gunmen)$/
/** Words that mean anybody's soldiers. */
const ANYBODYS = /^(?:men|troops?|soldiers?|forces|personnel|people|combatants?)$/
const OWN = /\bof (?:its|their|our) (?:own )?(?:\p{L}+ )?(?:fighters|soldiers|troops|men|members|forces|militants)\b/iu
const OPERATION = String.raw`\b(?:operation|offensive|campaign|assault|push|battle)\b`
const MUSTERS = new RegExp(
  `${OPERATION}[^.;]{0,140}\\b(?:involv(?:es?|ed|ing)|includ(?:es?|ed|ing)|muster(?:s|ed|ing)?|mobili[sz](?:es?|ed|ing)|(?:started|began|opened)[^.;]{0,30} with)[^.,;]{0,24}$`,
  'i',
)
const TAKES_PART = new RegExp(
  `^(?:(?!\\bwh(?:ere|o|ich)\\b)[^.;]){0,90}\\b(?:involved|(?:taking|took|take) part|participat\\w+) in\\b[^.;]{0,40}${OPERATION}`,
  'i',
)
const HAS = /^[^,;:]{0,12}\b(?:has|have|had|with|fields?|fielded|commands?|commanded)\b[^,;:]{0,40}$/i
const TAKEN = /\b(?:captur|seiz|re-?tak|recaptur|liberat|took|tak(?:e|es|en|ing)\b|overr[au]n)/i
const NAMED: ReadonlySet<string> = new Set(['clause', 'sentence', 'caption'])
const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>(['armed-group', 'state-force'])
/** Measures under which a number of armed people is a strength after all. */
const STRENGTHS: ReadonlySet<Measure> = new Set<Measure>(['population', 'other', 'strength'])

/** The accounts of figures, each restated as what it counts; all others as they are. In the order given. */
export function restated(all: readonly Account[], names: Names, { corrected }: Fates): Account[] {
  const groups = groupsOf(all, names)
  const main = new Map<string, string | null>()
  for (const [report, list] of grouped(all, ({ claim }) => claim.report)) main.set(report, mainPlace(list[0]!, names))
  const read = all.flatMap((account): Account | Account[] => {
    if (account.claim.kind !== 'figure') return account
    const figure = account as Account<FigureClaim>
    const first = corrected.get(figure.claim.id) as Account<FigureClaim> | undefined
    // What corrects a number counts what that number counted.
    if (first) {
      const { subject, from, to } = restate(first, groups, names)
      return { ...figure, claim: { ...figure.claim, subject, from, to }, place: first.place }
    }
    if (isNotSo(figure)) return []
    const claim = restate(figure, groups, names)
    const place = placed({ ...figure, claim }, main.get(claim.report) ?? null, names)
    return claim === account.claim && place === account.place ? account : { ...account, claim, place }
  })
  return sameWords(read)
}

/** The town that a report names most. */
function mainPlace({ report }: Account, names: Names): string | null {
  const towns = report.places.map(({ name, id }) => (id === null ? null : names.place({ place: name, placeId: id })))
  const counts = grouped(towns, (key) => {
    const place = key === null ? undefined : names.places.get(key)
    return place && isGround(place) && place.kind !== 'admin' ? place.key : null
  })
  let best: [string, number] | null = null
  for (const [place, { length }] of counts)
    if (!best || length > best[1] || (length === best[1] && place < best[0])) best = [place, length]
  return best ? best[0] : null
}

function restate({ claim, report, speaker }: Account<FigureClaim>, groups: Groups, names: Names): FigureClaim {
  const { text } = report.report
  const said = fold(claim.subject ?? '')
  const [before, after] = aroundIn(text, claim.start, claim.end)
  if (claim.measure === 'sites' && claim.subject !== null && TAKEN.test(claim.quote))
    return { ...claim, subject: `${claim.subject} ${claim.modality === 'asserted' ? '' : 'to be '}taken` }
  if (speaker !== null && OWN.test(text.slice(claim.start, claim.end + 40)))
    return { ...claim, subject: ARMED.has(names.kinds.get(speaker) ?? 'other') ? speaker : `${speaker}’s fighters` }
  const irregular = IRREGULAR.test(said)
  const named = names.kinds.get(names.actor(claim.subject ?? ''))
  const armed =
    irregular ||
    ANYBODYS.test(said) ||
    / (?:forces|troops|soldiers|fighters|army)$/.test(said) ||
    (named !== undefined && ARMED.has(named))
  if (!armed) return claim
  const measure =
    STRENGTHS.has(claim.measure) && (said !== 'people' || claim.measure === 'strength') ? 'strength' : claim.measure
  const whose = irregular || ANYBODYS.test(said) ? referent(claim, report, before, irregular, groups, names) : null
  if (whose !== null) return { ...claim, measure, subject: whose }
  if (measure === 'strength' && named !== 'armed-group') {
    const number = text.slice(claim.start, claim.end)
    if (MUSTERS.test(before + number.slice(0, number.search(/\d|$/))) || TAKES_PART.test(number + after))
      return { ...claim, measure, subject: OPERATION_FORCES }
  }
  // Anybody's "people" or "men" that no army is said to have are not a strength.
  return said === 'people' || measure === claim.measure ? claim : { ...claim, measure }
}

/** What stands in the same sentence before and after a claim's words. */
function aroundIn(text: string, start: number, end: number): [string, string] {
  const left = text.slice(Math.max(0, start - 260), start)
  const right = text.slice(end, end + 200)
  const begins = Math.max(
    left.lastIndexOf('\n') + 1,
    ...Array.from(left.matchAll(/[.!?]["”]?\s+(?=\p{Lu}|$)/gu), (stop) => stop.index + stop[0].length),
  )
  const stop = right.search(/[.!?]["”]?(?:\s|$)|\n/)
  return [left.slice(begins), stop < 0 ? right : right.slice(0, stop)]
}

/** The armed group or army whose men are meant; null when nothing says so. */
function referent(
  claim: FigureClaim,
  { mentions = [] }: LedgerReport,
  before: string,
  irregular: boolean,
  groups: Groups,
  names: Names,
): string | null {
  const { start } = claim
  const here = mentions.filter((one) => ARMED.has(one.kind) && one.end <= start && one.start >= start - before.length)
  const last = here.at(-1)
  if (last && HAS.test(before.slice(last.end - start + before.length))) return names.actor(last.name)
  return irregular ? groups(claim.report) : null
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

/** Places that only say where a speaker is: "officials in Baghdad". */
const SPEAKERS =
  /\b(?:officials?|officers?|spokes\w+|sources?|doctors?|medics?|diplomats?|residents?|ministry|said|told \p{L}+) in (?:the )?$/iu

/**
 * Where a count belongs when its reader took a place from elsewhere: the one place its own sentence names, or the town
 * that the report is about.
 */
function placed({ claim, place, report }: Account<FigureClaim>, main: string | null, names: Names): string | null {
  const { text } = report.report
  const [before, after] = aroundIn(text, claim.start, claim.end)
  const [from, to] = [claim.start - before.length, claim.end + after.length]
  const here = report.places.flatMap(({ start, end, name, id }) => {
    const key = start < from || end > to ? null : names.place({ place: name, placeId: id })
    const known = key === null ? undefined : names.places.get(key)
    return known
      ? [{ key: known.key, ground: isGround(known), aside: SPEAKERS.test(text.slice(Math.max(0, start - 30), start)) }]
      : []
  })
  const known = place === null ? undefined : names.places.get(place)
  const own = here.filter(({ key }) => known && (key === place || key === townOf(known)))
  const others = new Set(here.filter(({ ground, aside }) => ground && !aside).map(({ key }) => key))
  if (own.length > 0 && own.every(({ aside }) => aside)) return others.size === 1 ? [...others][0]! : (main ?? place)
  if (own.length === 0 && others.size === 1 && known && !known.near) return [...others][0]!
  const country = place?.startsWith('country:') === true
  const loose =
    (country && claim.subject === OPERATION_FORCES) ||
    (country && claim.measure === 'population' && /\b(?:city|town|village|district)\b/i.test(before)) ||
    // A forecast whose own sentence names no place is of the town the report is about, not of the one last named.
    (claim.modality === 'predicted' && own.length === 0 && !NAMED.has(claim.placeBasis))
  return loose ? (main ?? place) : place
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
