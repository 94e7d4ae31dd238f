/**
 * Fates: what later became of a claim. A retraction or denial, wherever it stands, marks what it is about.
 *
 *     "nearly all of the east is cleared"  ministry, January   ◀── retracts ──  "It later retracted that statement"  a caption, February
 *
 * A withdrawal names its target loosely ("that statement"), so the target is the
 * nearest claim before it by the same speaker about the same place; then every
 * report that tells the same thing in that speaker's name shares its fate.
 * Numbers that one speaker gives and later replaces are `figures.ts`'s business.
 */

import { type Claim, SPEECH_ACTS } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import type { ClaimLink, Testimony } from '../model/picture.ts'
import { actorsOf } from '../relate/names.ts'
import { anyAkin } from '../relate/sides.ts'
import { type Account, grouped, sureOf } from './account.ts'
import { apart } from './days.ts'
import type { Names } from './names.ts'
import { namesActor, says } from './sentence.ts'
import { isSpeech, meantBy } from './withdrawn.ts'

/** What became of a claim, and the claim that says so. */
export interface Fate {
  readonly status: Exclude<Testimony['status'], 'stands'>
  readonly by: string
}

/** Fates by claim id, and the links that made them. */
export interface Fates {
  readonly of: ReadonlyMap<string, Fate>
  readonly links: readonly ClaimLink[]
  /** By the claim that gives the right number: what it corrects. */
  readonly corrected: ReadonlyMap<string, Account>
}

/** Find what every withdrawal and denial is about. */
export function fates(all: readonly Account[], names: Names): Fates {
  const of = new Map<string, Fate>()
  const links: ClaimLink[] = []
  const corrected = new Map<string, Account>()
  const told = new Set<string>()
  const byVoice = grouped(all, ({ voice }) => voice)
  const byContent = grouped(all, (account) => content(account))
  const byReport = grouped(all, ({ claim }) => claim.report)
  const byPlace = grouped(all, ({ claim, place }) => (claim.kind === 'control' ? place : null))
  const byForce = grouped(all, force)
  const mark = (target: Account, by: Account, status: Fate['status'], reason: string): void => {
    if (target.claim.id === by.claim.id || of.has(target.claim.id)) return
    of.set(target.claim.id, { status, by: by.claim.id })
    links.push({ from: by.claim.id, to: target.claim.id, kind: LINK[status], reason })
  }
  for (const account of all) {
    const { claim } = account
    // A withdrawal told again withdraws nothing more.
    const words = `${account.voice}\n${claim.quote}`
    if (speaksOfWithdrawal(claim) && told.has(words)) continue
    if (speaksOfWithdrawal(claim)) told.add(words)
    const target = speaksOfWithdrawal(claim) ? meantBy(account, { byVoice, byReport, byPlace }, names) : null
    if (target) {
      const instead = correction(target, account, byVoice.get(target.voice) ?? [])
      // So is every telling of the right number by the same speaker.
      if (instead)
        for (const same of byContent.get(content(instead) ?? '') ?? [])
          if (same.voice === target.voice && same !== target) corrected.set(same.claim.id, target)
      const by = instead ?? account
      const status = instead ? 'superseded' : 'retracted'
      mark(target, by, status, `${instead ? 'corrected' : 'withdrawn'} by ${target.voice}, who had said it`)
      for (const same of byContent.get(content(target) ?? '') ?? [])
        if (same.voice === target.voice && same !== instead)
          mark(same, by, status, `tells the statement that ${target.voice} ${instead ? 'corrected' : 'withdrew'}`)
    } else if (claim.confidence < sureOf(claim)) continue
    else if (claim.kind === 'event' && claim.type === 'denial' && account.speaker !== null) {
      const before = answered(account, byReport)
      if (before) mark(before, account, 'denied', `${account.voice} denies it`)
    } else if (claim.modality === 'retracted' && claim.kind !== 'event') {
      of.set(claim.id, { status: 'retracted', by: claim.id })
      for (const same of byContent.get(content(account)!) ?? [])
        if (same.voice === account.voice || same.origin.name === account.origin.name)
          mark(same, account, 'retracted', 'tells the statement that this report says was withdrawn')
    } else if (claim.modality === 'denied' && content(account) !== null)
      for (const same of [
        ...(byContent.get(content(account)!) ?? []),
        ...(byForce.get(force(account) ?? '') ?? []).filter(({ claim: other }) => other.report === claim.report),
      ])
        if (
          same.claim.modality === 'asserted' &&
          same.claim.confidence >= sureOf(same.claim) &&
          same.voice !== account.voice &&
          meets(account, same, names)
        )
          mark(same, account, 'denied', `${account.voice} denies it`)
  }
  return { of, links, corrected }
}

const LINK = { retracted: 'retracts', denied: 'denies', superseded: 'corrects' } as const

/** The number that the same report gives instead of one it says was wrong. */
function correction(target: Account, by: Account, said: readonly Account[]): Account | null {
  const { claim } = target
  if (claim.kind !== 'figure') return null
  const instead = said.find(
    (other) =>
      other.claim.report === by.claim.report &&
      other.claim.kind === 'figure' &&
      other.claim.measure === claim.measure &&
      other.claim.modality === 'asserted' &&
      other.claim.id !== claim.id &&
      !isNotSo(other) &&
      !(other.claim.low === claim.low && other.claim.high === claim.high) &&
      Math.abs(other.claim.start - by.claim.start) <= 400,
  )
  return instead ?? null
}

/** "13, not 16": a number given only to be set aside. */
export const isNotSo = (account: Account): boolean => says(account, 'set aside')

/** "It later retracted that statement": the withdrawn statement stands elsewhere. */
const speaksOfWithdrawal = (claim: Claim): boolean =>
  claim.kind === 'event' &&
  (claim.type === 'retraction' || (claim.modality === 'retracted' && SPEECH_ACTS.has(claim.type)))

/** What a claim says, without who, when and how surely; null for speech, which is not itself denied or withdrawn. */
function content({ claim, place }: Account): string | null {
  if (claim.kind === 'control') return `control|${place}|${claim.status}`
  if (claim.kind === 'figure') return `figure|${place}|${claim.measure}|${claim.subject}|${claim.low}|${claim.high}`
  // Two happenings of no particular kind, or two meetings, need not be one thing.
  return SPEECH_ACTS.has(claim.type) || claim.type === 'other' || claim.type === 'talks'
    ? null
    : `event|${place}|${claim.type}`
}

/** Ways of fighting: who denies that a side took part denies all of them. */
const FIGHTING: ReadonlySet<string> = new Set(['clash', 'attack', 'shelling', 'airstrike', 'offensive', 'deployment'])

/** Who is said to have fought where, however; null for everything else. */
const force = ({ claim, place }: Account): string | null =>
  claim.kind === 'event' && FIGHTING.has(claim.type) && claim.actor !== null && place !== null
    ? `force|${place}|${claim.actor}`
    : null

const actors = (claim: Claim): string[] =>
  claim.kind === 'figure' ? [] : [...actorsOf(claim.actor), ...(claim.kind === 'event' ? actorsOf(claim.target) : [])]

/** Days between publication after which a denial can no longer be meant for a statement: of one story, or of two. */
const FRESH = 14
const ANSWER = 3
/** Does it tell of more than a week, so that a day's denial need not be meant for it? */
const isLong = ({ from, to }: Claim): boolean => from !== null && to !== null && daysBetween(from, to) > 7

/** Are the denial and the assertion about one thing: told about one time, on days that meet within three, and by or to one actor? */
function meets(denial: Account, assertion: Account, names: Names): boolean {
  const [a, b] = [denial.origin.said, assertion.origin.said]
  const near = denial.claim.report === assertion.claim.report || denial.story === assertion.story
  if (a !== null && b !== null && Math.abs(daysBetween(a, b)) > (near ? FRESH : ANSWER)) return false
  // Nobody denies what is yet to be said; an outlet may be a day behind.
  if (a !== null && b !== null && daysBetween(a, b) > 1) return false
  // What is denied must be denied in words, and what it answers said without such words.
  if (!says(denial, 'negated') || says(assertion, 'loose') || says(assertion, 'habitual')) return false
  // Whoever is only read into a sentence is not accused by it.
  const { claim } = assertion
  if (claim.kind === 'event' && !names.actors(claim.actor).some((one) => namesActor(assertion, one, names)))
    return false
  if (apart(denial.claim, assertion.claim) > 3 || [denial, assertion].some(({ claim }) => isLong(claim))) return false
  // An outlet that says in its own voice that something did not happen is not answering anybody.
  if (denial.speaker === null) return false
  if (denial.claim.kind === 'figure') return true
  // Who denies that one side did it does not deny that another did.
  if (denial.claim.actor !== null && assertion.claim.kind !== 'figure')
    return assertion.claim.actor !== null && anyAkin(actorsOf(denial.claim.actor), actorsOf(assertion.claim.actor))
  const [theirs, ours] = [actors(denial.claim), actors(assertion.claim)]
  return denial.claim.kind === 'control' && theirs.length === 0 ? true : anyAkin(theirs, ours)
}

/** How far before "denies it" the end of what is denied may stand, in characters. */
const JUST_SAID = 80

/** "Danu has fallen to Harat, residents say. The government denies it": the last thing said before, by others. */
function answered(by: Account, byReport: ReadonlyMap<string, Account[]>): Account | null {
  if (!says(by, 'answer')) return null
  const { start: from } = by.claim.wording.sentence
  const before = (byReport.get(by.claim.report) ?? []).filter(
    ({ claim, voice }) =>
      claim.kind !== 'figure' &&
      claim.modality === 'asserted' &&
      !isSpeech(claim) &&
      voice !== by.voice &&
      claim.confidence >= sureOf(claim) &&
      claim.end <= from &&
      from - claim.end <= JUST_SAID,
  )
  return before.reduce<Account | null>((last, one) => (last && last.claim.end >= one.claim.end ? last : one), null)
}
