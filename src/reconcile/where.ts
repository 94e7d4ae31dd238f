/**
 * Where a count belongs, when its reader took the place from elsewhere in the report.
 *
 *     ... around Danu, including Kubela ... thousands are trapped in the city       Danu, which the report is about
 *     25 of its men have been killed since the operation began                      the operation's place
 *     officials in Harat said 30 had died                                           where officials are, not the dead
 *     two reporters were killed, one in Danu and the other in Kubela                neither place
 */
import type { FigureClaim } from '../model/claim.ts'
import type { LedgerReport } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { type Account, grouped } from './account.ts'
import { isStock } from './counted.ts'
import { isGround, type Names, townOf } from './names.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { isApart, placeIn, placeMeant, placesIn, says, sideMeant, sideOf } from './sentence.ts'

const OTHERS: ReadonlySet<string> = new Set(['media', 'agency', 'person'])
/** How many times as often as the place read a report must name its main town for "the city" to be that town. */
const MAIN = 3

/** The town a report names most, the one it names an operation for, and how often it names each place. */
export interface Main {
  readonly place: string | null
  readonly operation: string | null
  readonly counts: ReadonlyMap<string, number>
}

/** The town that a report is about: the one it names most, datelines and the seats of its speakers aside. */
export function mainPlace({ places }: LedgerReport, names: Names): Main {
  const named = places.flatMap(({ name, id, use }) => {
    const key = id === null ? null : names.place({ place: name, placeId: id })
    // A side of a town is named for the town.
    return key === null || use === 'dateline' || use === 'seat'
      ? []
      : [key.replace(/\/(?:north|south|east|west).*$/, '')]
  })
  const counts = new Map(
    Array.from(
      grouped(named, (key) => key),
      ([key, { length }]) => [key, length],
    ),
  )
  let best: string | null = null
  for (const [key, count] of counts) {
    const place = names.places.get(key)
    if (!place || !isGround(place) || place.kind === 'admin') continue
    if (best === null || count > counts.get(best)! || (count === counts.get(best)! && key < best)) best = key
  }
  const aims = places.flatMap(({ name, id, use }) =>
    id !== null && use === 'aim' ? [names.place({ place: name, placeId: id })!] : [],
  )
  const [operation = null] = aims.filter((key) => names.places.has(key) && isGround(names.places.get(key)!))
  return { place: best, operation, counts }
}

/** Is the main town named oftener than any other? */
const standsOut = ({ place, counts }: Main, names: Names): boolean =>
  [...counts].every(([key, count]) => {
    const town = names.places.get(key)
    return key === place || !town || !isGround(town) || town.kind === 'admin' || count < counts.get(place!)!
  })

/** A side of a town, which is read into sentences that mean the town. */
const isSideOf = (key: string, town: string): boolean => key.startsWith(`${town}/`)

/** Is it of all that happened since an operation began, wherever? Armies are counted for their operation anyway. */
export function isOperationWide(account: Account<FigureClaim>, names: Names): boolean {
  const { claim, place } = account
  const { since } = claim.wording
  if (place === null || isStock(claim.measure) || since === undefined) return false
  return !placesIn(account).some(
    (one) => one.end <= since && one.id !== null && names.place({ place: one.name, placeId: one.id }) === place,
  )
}

/** The side of its main town that a report's operation is for, else the town. */
const forecastPlace = ({ operation, place }: Main): string | null =>
  operation !== null && place !== null && isSideOf(operation, place) ? operation : place

/** The place of a count, by the rules above; the one its reader gave where none applies. */
export function placed(account: Account<FigureClaim>, main: Main, names: Names): string | null {
  const { claim, place, report } = account
  if (report.places.length === 0 || place?.startsWith('joint:')) return place
  if (place === null)
    return claim.modality === 'predicted' && claim.measure === 'displaced' ? forecastPlace(main) : null
  const meant = placeMeant(account, names)
  if (meant !== null) return meant
  const how = placeIn(account, names)
  if (says(account, 'shared out') && how === 'named') return null
  const known = names.places.get(place)!
  // An agency called after a place is no place.
  const isName = ({ start, end }: Span) =>
    (report.mentions ?? []).some((one) => OTHERS.has(one.kind) && one.start <= start && one.end >= end)
  const here = placesIn(account).flatMap((one) => {
    const named = isName(one) ? undefined : names.places.get(names.place({ place: one.name, placeId: one.id })!)
    const [speaks, seat] = [one.use === 'voice', one.use === 'seat']
    return named ? [{ key: named.key, start: one.start, ground: isGround(named), aside: speaks || seat, speaks }] : []
  })
  // "19 died near the capital, hours after the raid on Danu": of the capital, or of nowhere that is named.
  const nearest = here.find(({ key }) => key === place)
  if (nearest && nearest.start > claim.end && isApart(account, claim.end, nearest.start))
    return here.find(({ start, ground }) => ground && start < nearest.start)?.key ?? null
  const own = here.filter(({ key }) => key === place || key === townOf(known))
  const isCarried =
    how === 'inherited' &&
    own.length === 0 &&
    claim.role !== 'caption' &&
    (claim.placeBasis === 'context' || claim.placeBasis === 'report')
  const others = new Set(here.filter(({ ground, aside }) => ground && !aside).map(({ key }) => key))
  if (own.length > 0 && own.every(({ aside }) => aside)) {
    if (others.size === 1) return [...others][0]!
    // "Harat has published no losses": nobody says that anything was in Harat.
    if (own.every(({ speaks }) => speaks)) return null
    return main.place === null ? place : (sideMeant(main.place, account, names) ?? main.place)
  }
  if (own.length === 0 && others.size === 1 && !known.near) return [...others][0]!
  if (main.place === null) return place
  if (
    place.startsWith('country:') &&
    (claim.subject === OPERATION_FORCES || (claim.measure === 'population' && says(account, 'settled')))
  )
    return main.place
  if (own.length > 0 || (sideOf(place) ?? '') === claim.wording.side) return place
  const often = (key: string) => main.counts.get(key) ?? 0
  // "Since the operation began", in a report that goes from town to town: whose operation, nobody can tell.
  if (claim.wording.since !== undefined) return main.operation ?? (standsOut(main, names) ? main.place : null)
  const rules = [
    // A side of the town that the report is about, read into words that name no place: the town is surely meant with it.
    how === 'inherited' && isSideOf(place, main.place),
    claim.wording.meant === 'town' && often(main.place) >= MAIN * Math.max(1, often(place)),
  ]
  // A forecast whose own sentence names no place is of what the report is about, not of the place last named.
  if (claim.modality === 'predicted' && how !== 'meant') return forecastPlace(main)
  if (rules.includes(true)) return main.place
  // A place named once and carried on into sentences without one is the wrong one twice in three times.
  return isCarried &&
    place !== main.place &&
    townOf(known) !== main.place &&
    often(place) < 2 &&
    !place.startsWith('country:')
    ? null
    : place
}
