/**
 * Events: one incident from all the claims about it, joined by type, place, day and actors.
 *
 * Claims of one type in one place join when their days meet and neither actor nor
 * target speaks against it; a claim about a whole week joins only others about
 * much the same days. In a town, what is told by a day, without its own, is what happened
 * in the few days before. Captures and losses of places are events too. What people say
 * (demands, denials, warnings) joins only within one speaker.
 */

import { type Claim, type ControlClaim, type EventClaim, type Modality, SPEECH_ACTS } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import type { PictureEvent } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { akin, anyAkin } from '../relate/sides.ts'
import { type Account, compare, grouped } from './account.ts'
import { grade } from './grade.ts'
import { isGround, type Names } from './names.ts'
import { eventSummary } from './summaries.ts'
import { basis, originsOf, type Setting, stands, testimonies } from './voices.ts'

/** An event with its accounts, before it has a reference. */
export interface EventDraft {
  readonly key: string
  readonly type: PictureEvent['type']
  readonly place: string | null
  readonly modality: Modality
  readonly accounts: readonly Account<EventClaim | ControlClaim>[]
}

/** Claims about more days than this tell of a course of things, not of an incident. */
const INCIDENT_DAYS = 3

/** Join claims into events, in order of time. */
export function draftEvents(all: readonly Account[], names: Names): EventDraft[] {
  const told = all.flatMap((account) => {
    const type = typeOf(account)
    return type === null ? [] : [{ account: account as Account<EventClaim | ControlClaim>, type }]
  })
  const buckets = grouped(told, ({ account, type }) =>
    [type, account.place ?? '', stands(account.claim), SPEECH_ACTS.has(type) ? account.voice : ''].join('\n'),
  )
  return Array.from(buckets).flatMap(([name, bucket]) => {
    // What a report tells again founds no event of its own: it comes last, and joins or is left.
    const sorted = bucket.toSorted(
      (a, b) =>
        Number(a.account.claim.repeat ?? false) - Number(b.account.claim.repeat ?? false) ||
        compare(a.account.claim.from ?? a.account.claim.to ?? '', b.account.claim.from ?? b.account.claim.to ?? '') ||
        compare(a.account.claim.id, b.account.claim.id),
    )
    const groups: { accounts: Account<EventClaim | ControlClaim>[]; until: Day | null }[] = []
    for (const { account } of sorted) {
      const { from, to } = account.claim
      const group = groups.slice(-LOOK_BACK).find(
        ({ accounts, until }) =>
          // Claims come by their first day: a group that ended before has nothing that meets this one.
          (until === null || from === null || from <= until) &&
          accounts.slice(-LOOK_BACK).some((other) => isOneTime(other, account, names)) &&
          accounts.slice(-LOOK_BACK).every((other) => goesWith(other, account, names)),
      )
      const end = to ?? from
      if (group) {
        group.accounts.push(account)
        if (end !== null && (group.until === null || end > group.until)) group.until = end
      } else if (!account.claim.repeat) groups.push({ accounts: [account], until: end })
    }
    return groups.map(({ accounts }, nth) => ({
      key: `event\n${name}\n${accounts[0]!.claim.from}\n${accounts[0]!.claim.to}\n${nth}`,
      type: bucket[0]!.type,
      place: accounts[0]!.place,
      modality: stands(accounts[0]!.claim),
      accounts,
    }))
  })
}

/** How many earlier events and claims of a bucket one may still join: keeps the time linear. */
const LOOK_BACK = 24

function typeOf({ claim }: Account): PictureEvent['type'] | null {
  if (claim.kind === 'event') return claim.type
  if (claim.kind === 'control' && claim.status === 'captured') return 'capture'
  if (claim.kind === 'control' && claim.status === 'lost') return 'loss'
  return null
}

const isOneTime = (a: Account, b: Account, names: Names): boolean =>
  sameDays(a, b) || (inTown(a.place, names) && sameNews(a, b))

/** Does neither actor nor target speak against it? Asked of all: who is not told must not bring two enemies into one attack. */
function goesWith(a: Account<EventClaim | ControlClaim>, b: Account<EventClaim | ControlClaim>, names: Names): boolean {
  const sides = ({ claim }: Account<EventClaim | ControlClaim>) => ({
    actors: names.actors(claim.actor),
    targets: names.actors(claim.kind === 'event' ? claim.target : claim.fromActor),
  })
  const [x, y] = [sides(a), sides(b)]
  return compatible(x.actors, y.actors) && compatible(x.targets, y.targets)
}

/** Unknown goes with anybody; else they must share somebody. */
const compatible = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one)) || anyAkin(a, b)

function sameDays({ claim: a, ...x }: Account, { claim: b, ...y }: Account): boolean {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null))
    return a.from === b.from && a.to === b.to && x.origin.said === y.origin.said
  const [from, to] = [a.from ?? a.to!, a.to ?? a.from!]
  const [since, until] = [b.from ?? b.to!, b.to ?? b.from!]
  const shared = daysBetween(from > since ? from : since, to < until ? to : until) + 1
  const longer = Math.max(daysBetween(from, to), daysBetween(since, until)) + 1
  return shared > 0 && (longer <= INCIDENT_DAYS || shared >= longer / 2)
}

/** One is told of by a day, without its own, and the other is of that day or the few before. */
const sameNews = ({ claim: a }: Account, { claim: b }: Account): boolean =>
  a.from === null && a.to !== null
    ? b.from !== null && lately(b, a.to)
    : a.from !== null && b.from === null && b.to !== null && lately(a, b.to)

const lately = ({ from, to }: Claim, told: Day): boolean =>
  from! <= told && daysBetween(to ?? from!, told) < INCIDENT_DAYS && daysBetween(from!, to ?? from!) < INCIDENT_DAYS

/** A whole province or country sees more than one such thing in a few days. */
function inTown(place: string | null, { places }: Names): boolean {
  const found = place === null ? undefined : places.get(place)
  return found !== undefined && isGround(found) && found.kind !== 'admin'
}

/** Finish an event once its reference, operation and disagreements are known. */
export function finishEvent(
  draft: EventDraft,
  {
    id,
    operation,
    disputed,
    code,
  }: { id: string; operation: string | null; disputed: boolean; code: { acled: string | null; plover: string | null } },
  names: Names,
  setting: Setting,
): PictureEvent {
  const heard = testimonies(draft.accounts, setting)
  const actor = joined(draft.accounts.map(({ claim }) => names.actors(claim.actor)))
  const target = joined(
    draft.accounts.map(({ claim }) => names.actors(claim.kind === 'event' ? claim.target : claim.fromActor)),
  )
  const place = draft.place === null ? null : names.places.get(draft.place)!.name
  const shared = basis(draft.accounts)
  return {
    id,
    ...shared,
    type: draft.type,
    ...code,
    actor,
    target,
    place,
    operation,
    modality: draft.modality,
    summary: eventSummary(
      { type: draft.type, actor, target, place, modality: draft.modality, calamity: isCalamity(draft) },
      narrowest(draft),
    ),
    origins: originsOf(heard),
    testimonies: heard,
    grade: grade(
      {
        testimonies: heard,
        gains: actor === null ? [] : actor.split('; '),
        loses: draft.type === 'capture' && target !== null ? target.split('; ') : [],
        disputed,
      },
      setting,
    ),
  }
}

const isCalamity = ({ accounts }: EventDraft): boolean =>
  accounts.some(({ claim }) => claim.kind === 'event' && claim.calamity === true)

/** The shortest stretch of days a claim gives. */
function narrowest({ accounts }: EventDraft) {
  const span = ({ claim }: Account) =>
    claim.from === null || claim.to === null ? Number.POSITIVE_INFINITY : daysBetween(claim.from, claim.to)
  return accounts.reduce((best, one) => (span(one) < span(best) ? one : best)).claim
}

const ANYBODY = /^(?:people|many|others)$/i

/** The actors most claims name, joined; akin names are one, the commoner form standing. */
function joined(lists: readonly (readonly string[])[]): string | null {
  const counts = Array.from(
    grouped(lists.flat(), (name) => name),
    ([name, { length }]) => ({ name, length }),
  )
  const kept: string[] = []
  for (const { name } of counts.sort((a, b) => b.length - a.length || compare(a.name, b.name)))
    if (!kept.some((other) => akin(other, name))) kept.push(name)
  // Beside those who have a name nobody asks for "people".
  const named = kept.filter((name) => !ANYBODY.test(name))
  return kept.length === 0 ? null : (named.length > 0 ? named : kept).slice(0, 4).join('; ')
}
