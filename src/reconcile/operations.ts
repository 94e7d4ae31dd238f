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
import type { Claim } from '../model/claim.ts'
import type { Operation } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { anyAkin } from '../relate/sides.ts'
import { type Account, compare, grouped } from './account.ts'
import { dayNumber, greatest, least } from './days.ts'
import { isGround, type NamedPlace, type Names, townOf } from './names.ts'
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

/** Find the operations. */
export function draftOperations(all: readonly Account[], names: Names): OperationDraft[] {
  const points = all.filter(
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
  return Array.from(groups.values())
    .map((group) => group.map(({ point }) => point))
    .filter((group) => group.length > 1)
    .map((group) => draft(group, names))
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
  const linked = townOf(x) === townOf(y)
  if (!linked && (!x.location || !y.location || kilometres(x.location, y.location) > NEAR_KM)) return false
  const [mine, theirs] = [attackers(a.claim, names), attackers(b.claim, names)]
  const [hit, struck] = [attacked(a.claim, names), attacked(b.claim, names)]
  return !anyAkin(mine, struck) && !anyAkin(theirs, hit)
}

const attackers = (claim: Claim, names: Names): string[] => (claim.kind === 'figure' ? [] : names.actors(claim.actor))
const attacked = (claim: Claim, names: Names): string[] =>
  claim.kind === 'event' ? names.actors(claim.target) : claim.kind === 'control' ? names.actors(claim.fromActor) : []

/** Great-circle distance. */
function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Where a claim's own sentence names the place, it is more surely of it. */
const NAMED: ReadonlySet<string> = new Set(['clause', 'sentence'])

function draft(group: readonly Account[], names: Names): OperationDraft {
  const offensives = group.filter(({ claim }) => kindOf(claim) === 'offensive')
  const counted = Array.from(
    grouped(offensives.length > 0 ? offensives : group, ({ place }) => {
      const named = names.places.get(place!)!
      return named.near !== null && names.places.has(named.near) ? named.near : named.key
    }),
    (entry) => ({
      key: entry[0],
      length: entry[1].reduce((sum, one) => sum + (NAMED.has(one.claim.placeBasis) ? 1 : 0.4), 0),
    }),
  )
  const anchor = counted.sort((a, b) => b.length - a.length || compare(a.key, b.key))[0]!.key
  const from = least((offensives.length > 0 ? offensives : group).map(({ claim }) => claim.from))!
  const to = greatest(group.map(({ claim }) => claim.to ?? claim.from))!
  const place = names.places.get(anchor)!.name
  const [year, month] = from.split('-')
  const word = offensives.length > 0 ? 'offensive' : 'fighting'
  return {
    key: `${anchor}\n${from}`,
    place: anchor,
    name: `${place} ${word}, ${MONTHS[Number(month) - 1]} ${year}`,
    reason: `${group.length} claims of attack, advance or fighting in or near ${place}, never more than ${DAYS} days apart`,
    accounts: group,
    places: new Set(group.map((one) => one.place!)),
    from,
    to,
  }
}

/** The operation something belongs to: its place is one of the operation's and its days fall into it. */
export function operationOf(
  place: string | null,
  days: { readonly from: Day | null; readonly to: Day | null },
  drafts: readonly OperationDraft[],
): OperationDraft | null {
  const day = days.from ?? days.to
  if (place === null || day === null) return null
  return drafts.find((one) => one.places.has(place) && (days.to ?? day) >= one.from && day <= one.to) ?? null
}

/** Finish an operation once it has a reference. */
export const finishOperation = (one: OperationDraft, id: string, names: Names): Operation => ({
  id,
  ...basis(one.accounts),
  name: one.name,
  place: names.places.get(one.place)!.name,
  reason: one.reason,
})
