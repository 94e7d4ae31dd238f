/**
 * What the map shows first: where the bulk of what is told lies, so that one far-off place does not shrink it to a dot.
 *
 *     +-----------+
 *     |  o ooo    |            o        four fifths of the statements and what lies near them;
 *     |  ooOoo  o |                     "Show all" goes to the rest
 *     +-----------+
 */
import type { MapPlace, Point } from './features.ts'

export type Bounds = [west: number, south: number, east: number, north: number]

/** Share of what is told that the first view must hold. */
const BULK = 0.8
/** What lies less than this much further off than the bulk belongs to the view. */
const NEAR = 1.25
/** A period of control tells more of a place than one event. */
const CONTROL = 3
/** Degrees kept free around the outermost places. */
const MARGIN = 0.06

/** The places of the first view, the most told of first; all of them when none lies far off. */
export function coreOf(places: readonly MapPlace[]): readonly MapPlace[] {
  const weighed = places.map((place) => ({ place, weight: weightOf(place) }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const middle: Point = [middleOf(weighed, 0, total), middleOf(weighed, 1, total)]
  const byDistance = weighed
    .map((one) => ({ ...one, off: distance(one.place.at, middle) }))
    .toSorted((a, b) => a.off - b.off)
  let held = 0
  const edge = byDistance.find(({ weight }) => (held += weight) >= BULK * total)?.off ?? 0
  const near = new Set(byDistance.filter(({ off }) => off <= edge * NEAR).map(({ place }) => place))
  return places.filter((place) => near.has(place))
}

/** The box around some places. */
export function boundsOf(places: readonly MapPlace[]): Bounds {
  const along = (axis: 0 | 1) => places.map(({ at }) => at[axis])
  const [lons, lats] = [along(0), along(1)]
  return [
    Math.min(...lons) - MARGIN,
    Math.min(...lats) - MARGIN,
    Math.max(...lons) + MARGIN,
    Math.max(...lats) + MARGIN,
  ]
}

const weightOf = ({ marks }: MapPlace): number =>
  // Ten reports of one place are more than one, but one place is not the whole war.
  Math.sqrt(marks.reduce((sum, { kind, items }) => sum + items.length * (kind === 'control' ? CONTROL : 1), 0))

/** The weighted median along an axis. */
function middleOf(weighed: readonly { place: MapPlace; weight: number }[], axis: 0 | 1, total: number): number {
  let held = 0
  const sorted = weighed.toSorted((a, b) => a.place.at[axis] - b.place.at[axis])
  return sorted.find(({ weight }) => (held += weight) >= total / 2)?.place.at[axis] ?? 0
}

/** In degrees of latitude; good enough to tell near from far. */
const distance = ([x, y]: Point, [u, v]: Point): number => Math.hypot((x - u) * Math.cos((y * Math.PI) / 180), y - v)
