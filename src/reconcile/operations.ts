/**
 * Operations: campaigns, told apart by place, days and who takes part.
 *
 *     Khazir, May 2016 │ Mosul, Oct 2016 ─ villages around it ─ Bartella │ Kirkuk, Oct 2016 │ western Mosul, Feb 2017
 *
 * Claims of attacking, taking and fighting for places are the points; two points
 * belong to one operation when their places are one, part of one another or near,
 * their days at most three weeks apart, and no attacker of one is the attacked of
 * the other. Words alone never join operations: the same army fights in all of them.
 */

import { distanceKm } from '../knowledge/geodesy.ts'
import { writeMonth } from '../language/write.ts'
import type { Claim } from '../model/claim.ts'
import { dayNumber } from '../model/interval.ts'
import type { Operation } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { anyAkin } from '../relate/sides.ts'
import { type Account, compare, grouped } from './account.ts'
import { greatest, least } from './days.ts'
import { isGround, type NamedPlace, type Names, townOf } from './names.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { placeIn, says } from './sentence.ts'
import { basis } from './voices.ts'

/** Days and kilometres within which two points may be of one operation. */
const DAYS = 21
const NEAR_KM = 45

/** An operation with its accounts, before it has a reference. */
export interface OperationDraft {
  readonly key: string
  readonly place: string
  readonly name: string
  readonly reason: string
  readonly accounts: readonly Account[]
  readonly places: ReadonlySet<string>
  readonly from: Day
  readonly to: Day
}

/** Attacks by these kinds of claims make an operation; the rest of the claims are then counted to it by place and day. */
const MAKES: ReadonlySet<string> = new Set([
  'offensive',
  'captured',
  'entered',
  'advancing',
  'encircled',
  'clash',
  'attack',
])

const kindOf = (claim: Claim): string | null =>
  claim.kind === 'event' ? claim.type : claim.kind === 'control' ? claim.status : null

/** Find the operations among accounts that are sure; `all` accounts help to name them. */
export function draftOperations(sure: readonly Account[], all: readonly Account[], names: Names): OperationDraft[] {
  const points = sure.filter(
    ({ claim, place }) =>
      claim.modality === 'asserted' &&
      place !== null &&
      claim.from !== null &&
      MAKES.has(kindOf(claim) ?? '') &&
      spanOf(claim) <= 45 &&
      isFront(names.places.get(place)!),
  )
  const leader = points.map((_, i) => i)
  const find = (i: number): number => {
    while (leader[i] !== i) i = leader[i] = leader[leader[i]!]!
    return i
  }
  const cells = new Map<string, number[]>()
  points.forEach((point, i) => {
    for (const cell of cellsOf(point, names)) {
      const list = cells.get(cell)
      if (list) list.push(i)
      else cells.set(cell, [i])
    }
  })
  for (const list of cells.values()) {
    list.sort((a, b) => compare(points[a]!.claim.from!, points[b]!.claim.from!) || a - b)
    list.forEach((i, at) => {
      for (const j of list.slice(at + 1, at + 1 + 12))
        if (find(i) !== find(j) && oneOperation(points[i]!, points[j]!, names)) leader[find(j)] = find(i)
    })
  }
  const groups = grouped(
    points.map((point, i) => ({ point, root: find(i) })),
    ({ root }) => `${root}`,
  )
  const aims = grouped(all, (account) => (isAim(account) ? account.claim.report : null))
  return Array.from(groups.values())
    .map((group) => group.map(({ point }) => point))
    .filter((group) => group.length > 1 || isLaunch(group[0]!, names))
    .map((group) => draft(group, aims, names))
    .sort((a, b) => compare(a.from, b.from) || compare(a.key, b.key))
}

const spanOf = ({ from, to }: Claim): number => (from === null || to === null ? 0 : dayNumber(to) - dayNumber(from))

/** A province or region is too large to tell operations apart. */
const isFront = (place: NamedPlace): boolean =>
  isGround(place) && place.kind !== 'admin' && (place.kind !== 'region' || townOf(place) !== place.key)

/** Buckets in which neighbours are looked for: the town, and a grid of whole degrees around it. */
function cellsOf({ place }: Account, names: Names): string[] {
  const named = names.places.get(place!)!
  const { location } = named
  const grid: string[] = []
  if (location && location.precision !== 'country' && location.precision !== 'admin')
    for (const dy of [0, 0.5])
      for (const dx of [0, 0.5])
        grid.push(`${Math.floor(location.lat + dy)}/${Math.floor(location.lon + dx)}/${dy}/${dx}`)
  return [townOf(named), ...grid]
}

function oneOperation(a: Account, b: Account, names: Names): boolean {
  const gap = Math.abs(dayNumber(a.claim.from!) - dayNumber(b.claim.from!))
  if (gap > DAYS && (a.claim.to === null || b.claim.from! > a.claim.to)) return false
  const [x, y] = [names.places.get(a.place!)!, names.places.get(b.place!)!]
  if (!isNear(x, y)) return false
  const [mine, theirs] = [attackers(a.claim, names), attackers(b.claim, names)]
  const [hit, struck] = [attacked(a.claim, names), attacked(b.claim, names)]
  return !anyAkin(mine, struck) && !anyAkin(theirs, hit)
}

const isNear = (x: NamedPlace, y: NamedPlace): boolean =>
  townOf(x) === townOf(y) ||
  (x.location !== null && y.location !== null && distanceKm(x.location, y.location) <= NEAR_KM)

const attackers = (claim: Claim, names: Names): string[] => (claim.kind === 'figure' ? [] : names.actors(claim.actor))
const attacked = (claim: Claim, names: Names): string[] =>
  claim.kind === 'event' ? names.actors(claim.target) : claim.kind === 'control' ? names.actors(claim.fromActor) : []

/** "launched an offensive near Danu on Sunday": one claim that makes an operation alone. */
const isLaunch = (account: Account, names: Names): boolean =>
  kindOf(account.claim) === 'offensive' &&
  (account.claim.timeBasis === 'clause' || account.claim.timeBasis === 'sentence') &&
  placeIn(account, names) === 'named' &&
  says(account, 'begins')

/** What tells where an operation aims: an offensive, or a capture that is planned. Told unsurely, it may still help to name. */
const isAim = ({ claim, place }: Account): boolean =>
  place !== null &&
  ((claim.modality === 'asserted' && kindOf(claim) === 'offensive') ||
    (claim.modality === 'planned' && kindOf(claim) === 'captured'))

/** The place an operation is named after: the one most offensives are told of; those with a day of their own first. */
function anchorOf(
  group: readonly Account[],
  aims: ReadonlyMap<string, readonly Account[]>,
  from: Day,
  to: Day,
  names: Names,
): { readonly anchor: string; readonly begun: Day | null } {
  const told = [...new Set(group.map(({ claim }) => claim.report))].flatMap((report) => aims.get(report) ?? [])
  const near = told.filter(({ claim, place }) => {
    const day = claim.from ?? claim.to
    if (day !== null && (dayNumber(day) < dayNumber(from) - DAYS || dayNumber(day) > dayNumber(to) + DAYS)) return false
    const named = names.places.get(place!)!
    return isFront(named) && group.some((one) => isNear(named, names.places.get(one.place!)!))
  })
  const offensives = near.filter(({ claim }) => kindOf(claim) === 'offensive' && claim.from !== null)
  const votes = new Map<string, number>()
  // What tells its own day and place counts before all else.
  for (const one of near) {
    const { claim } = one
    const dated = offensives.includes(one) && (claim.timeBasis === 'clause' || claim.timeBasis === 'sentence')
    const weight = (dated ? 10 : offensives.includes(one) ? 1 : 0.1) * (placeIn(one, names) === 'named' ? 1 : 0.1)
    vote(votes, one, weight, names)
  }
  if (offensives.length === 0) for (const one of group) vote(votes, one, 1, names)
  const [best] = Array.from(votes).sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  return { anchor: best![0], begun: least(offensives.map(({ claim }) => claim.from)) }
}

/** A vote for the place a claim is of, or for the town it is near. */
function vote(votes: Map<string, number>, { place }: Account, weight: number, names: Names): void {
  const named = names.places.get(place!)!
  const key = named.near !== null && names.places.has(named.near) ? named.near : named.key
  votes.set(key, (votes.get(key) ?? 0) + weight)
}

function draft(group: readonly Account[], aims: ReadonlyMap<string, readonly Account[]>, names: Names): OperationDraft {
  const first = least(group.map(({ claim }) => claim.from))!
  const to = greatest(group.map(({ claim }) => claim.to ?? claim.from))!
  const { anchor, begun } = anchorOf(group, aims, first, to, names)
  const from = begun !== null && begun < first ? begun : first
  const place = names.places.get(anchor)!.name
  const word = begun === null ? 'fighting' : 'offensive'
  return {
    key: `${anchor}\n${begun ?? from}`,
    place: anchor,
    name: `${place} ${word}, ${writeMonth(begun ?? from)}`,
    reason:
      group.length === 1
        ? `one claim of an offensive launched in or near ${place}`
        : `${group.length} claims of attack, advance or fighting in or near ${place}, never more than ${DAYS} days apart`,
    accounts: group,
    places: new Set([anchor, ...group.map((one) => one.place!)]),
    from,
    to,
  }
}

/** Forces of an operation are counted where the operation is, whatever town the sentence names beside it. */
export function atOperations(all: readonly Account[], drafts: readonly OperationDraft[]): Account[] {
  const byReport = new Map<string, Set<OperationDraft>>()
  for (const one of drafts)
    for (const { claim } of one.accounts) byReport.set(claim.report, (byReport.get(claim.report) ?? new Set()).add(one))
  return all.map((account) => {
    const { claim, place } = account
    if (claim.kind !== 'figure' || claim.subject !== OPERATION_FORCES) return account
    const day = claim.from ?? claim.to
    const own = [...(byReport.get(claim.report) ?? [])].filter(
      ({ from, to }) => day !== null && from <= day && day <= to,
    )
    const one = operationOf(place, claim, drafts) ?? (own.length === 1 ? own[0]! : null)
    return one === null ? account : { ...account, place: one.place }
  })
}

/**
 * The operation something belongs to: its place is one of the operation's, or of one town with one of them, and its days
 * fall into it.
 */
export function operationOf(
  place: string | null,
  days: { readonly from: Day | null; readonly to: Day | null },
  drafts: readonly OperationDraft[],
): OperationDraft | null {
  const day = days.from ?? days.to
  if (place === null || day === null) return null
  const then = drafts.filter((one) => (days.to ?? day) >= one.from && day <= one.to)
  const town = place.split('/')[0]!
  return (
    then.find((one) => one.places.has(place)) ??
    then.find((one) => [...one.places].some((other) => other.split('/')[0] === town)) ??
    null
  )
}

/** Finish an operation once it has a reference. */
export const finishOperation = (one: OperationDraft, id: string, names: Names): Operation => ({
  id,
  ...basis(one.accounts),
  name: one.name,
  place: names.places.get(one.place)!.name,
  reason: one.reason,
})
