/**
 * What the map draws: one disc for each period of control, one glyph for each sort of event at
 * a place, its name, and the circle or wedge of doubt. A place of which nothing but counts of
 * people or events of no sort is told, as of most in a disaster, has a glyph for these. Nothing
 * vaguer than a district is drawn: a mark in the middle of a province would claim what nobody said.
 */
import { dayNumber } from '../../src/model/interval.ts'
import type { Location } from '../../src/model/mention.ts'
import type { Picture } from '../../src/model/picture.ts'
import type { Town } from '../../src/present/towns.ts'
import { doubt } from './doubt.ts'
import { PEOPLE, SORT_OF, type Sort } from './sorts.ts'

/** A statement behind a mark, its days as numbers so that a drag compares numbers only. */
export interface Timed {
  readonly id: string
  readonly claims: readonly string[]
  readonly operation?: string | null
  /** Day it became known; Infinity when undated. */
  readonly known: number
  /** First day it speaks of; -Infinity when open. */
  readonly from: number
}

/** Degrees WGS 84, east before north. */
export type Point = readonly [lon: number, lat: number]

export interface Mark {
  readonly kind: 'control' | 'event' | 'figure'
  readonly place: string
  readonly items: readonly Timed[]
  readonly at: Point
  /** Name of its image (`icons.ts`). */
  readonly icon: string
  /** How large it is drawn, 1 being the image's own size. */
  readonly size: number
  /** How far from its point it is drawn, in pixels of its image. */
  readonly offset: Point
  /** One of the smaller sorts of events of its place: drawn only close by. */
  readonly minor: boolean
}

/** A place on the map, drawn as strongly as the strongest of its marks. */
export interface MapPlace {
  readonly name: string
  readonly at: Point
  readonly marks: readonly Mark[]
  /** False for a place that is only told by its bearing from another: no name stands at it. */
  readonly named: boolean
  /** The ring in which it lies, when it is not a point. */
  readonly doubt: readonly Point[] | null
}

export interface MapData {
  readonly marks: readonly Mark[]
  /** In the order of the picture: what is told of most comes first. */
  readonly places: readonly MapPlace[]
  /** Statements that name no place precise enough to draw. */
  readonly unplaced: number
}

/** Holders with a colour each. */
export const HOLDERS = 5
/** Radius in kilometres above which a place is too vague for a mark. */
const VAGUE = 40

/** `holders` are those who have a colour of their own, in the order of the colours. */
export function mapData(picture: Picture, holders: readonly string[]): MapData {
  const where = new Map<string, Location>()
  // Of two places of one name the one that more is told of.
  for (const { name, location } of picture.places) if (drawn(location) && !where.has(name)) where.set(name, location)
  const at = (place: string | null): Point | undefined => {
    const location = place === null ? undefined : where.get(place)
    return location && [location.lon, location.lat]
  }
  const groups = new Map<string, Group>()
  const add = (kind: Group['kind'], place: string, sort: Sort, item: Item): void => {
    const key = [place, kind, sort].join('\n')
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { kind, place, sort, items: [item] })
  }
  let unplaced = 0
  for (const event of picture.events) {
    const sort = event.modality === 'asserted' ? SORT_OF[event.type] : undefined
    if (!sort) continue
    if (at(event.place)) add('event', event.place!, sort, event)
    else unplaced++
  }
  const held = new Set(picture.control.map(({ place }) => place))
  const bare = bareOf([...groups.values()], held)
  for (const figure of picture.figures)
    if (figure.modality === 'asserted' && PEOPLE.includes(figure.measure) && at(figure.place) && bare(figure.place!))
      add('figure', figure.place!, 'people', figure)
  for (const event of picture.events)
    if (event.modality === 'asserted' && event.type === 'other' && at(event.place) && bare(event.place!))
      add('event', event.place!, 'other', event)
  const slots = new Map<string, number>()
  const marks: Mark[] = []
  // The most told of first: it keeps its place by the disc, and stays when the map shows more of the world.
  for (const { kind, place, sort, items } of [...groups.values()].toSorted((a, b) => b.items.length - a.items.length)) {
    const slot = slots.get(place) ?? 0
    slots.set(place, slot + 1)
    marks.push({
      ...{ kind, place, icon: sort, items: items.map(timed) },
      at: at(place)!,
      size: items.length > 19 ? 1.2 : items.length > 4 ? 1 : 0.8,
      offset: held.has(place) ? AROUND[slot]! : BESIDE[slot]!,
      minor: slot > 0,
    })
  }
  for (const period of picture.control) {
    const location = at(period.place)
    if (!location) {
      unplaced++
      continue
    }
    const colour = period.holder === null ? -1 : holders.indexOf(period.holder)
    marks.push({
      ...{ kind: 'control', place: period.place, icon: `${lookOf(period)}-${colour >= 0 ? colour : 'x'}` },
      ...{ items: [timed(period)], at: location, size: 1, offset: [0, 0], minor: false },
    })
  }
  const own = Map.groupBy(marks, ({ place }) => place)
  const told = new Set<string>()
  const places = picture.places
    // Two places of one name are one to whoever looks for their marks.
    .filter(({ name }) => own.has(name) && !told.has(name) && told.add(name))
    .map(({ name }): MapPlace => {
      const location = where.get(name)!
      return {
        ...{ name, at: at(name)!, marks: own.get(name)! },
        named: location.precision !== 'sector',
        doubt: doubt(location),
      }
    })
  return { marks, places, unplaced }
}

/** A place that none of the groups is of, and that nobody is told to hold. */
function bareOf(groups: readonly Group[], held: ReadonlySet<string>): (place: string) => boolean {
  const told = new Set(groups.map(({ place }) => place))
  return (place) => !told.has(place) && !held.has(place)
}

/** The mark of a period of control; `empty` when it is not told who has the place. */
export const lookOf = (period: Picture['control'][number]): 'solid' | 'hatched' | 'dotted' | 'empty' =>
  period.state === 'contested' ? 'dotted' : period.state === 'unknown' ? 'empty' : period.oneSided ? 'hatched' : 'solid'

/** Where glyphs stand when a disc has the middle, and when none has; in pixels. */
const AROUND = [
  [-13, 13],
  [13, 13],
  [13, -13],
  [-13, -13],
] as const
const BESIDE = [
  [0, 0],
  [13, 0],
  [0, 13],
  [13, 13],
] as const

const drawn = (location: Location | null): location is Location =>
  location !== null && location.precision !== 'country' && location.precision !== 'admin' && location.radiusKm <= VAGUE

function timed({ id, claims, known, from, ...rest }: Item): Timed {
  return {
    id,
    claims,
    operation: rest.operation,
    known: known === null ? Number.POSITIVE_INFINITY : dayNumber(known),
    from: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
  }
}

/** A statement with its days as the picture has them. */
type Item = Omit<Timed, 'known' | 'from'> & { readonly known: string | null; readonly from: string | null }

/** Statements of one sort about one place. */
interface Group {
  readonly kind: Exclude<Mark['kind'], 'control'>
  readonly place: string
  readonly sort: Sort
  readonly items: Item[]
}

/** A town this near to a place on the map, in degrees, is that place or hidden by it. */
const NEAR = 0.04

/** The towns that are not on the map already. */
export function othersThan(places: readonly MapPlace[], towns: readonly Town[]): Town[] {
  return towns.filter(
    ({ lat, lon }) => !places.some(({ at: [x, y] }) => Math.abs(x - lon) < NEAR && Math.abs(y - lat) < NEAR),
  )
}

/** Names by how often they come, most often first. */
export function ranked(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
}
