/**
 * What the map shows first: where the bulk of what is told lies, as close as it can be seen.
 *
 *     +-----------+
 *     |  o ooo    |            o        first what lies near the middle of what is told, four fifths of it; of that the
 *     |  ooOoo  o |                     outermost of a side are left out where the rest comes so much closer that it is
 *     +-----------+                     worth what they tell. "Show all" goes to them
 */
import type { MapPlace, Point } from './features.ts'

export type Bounds = [west: number, south: number, east: number, north: number]

/** Share of what is told that lies around the middle; what lies less than `NEAR` times as far off belongs to it. */
const BULK = 0.8
const NEAR = 1.25
/** Share that the view must hold in the end. */
const LEAST = 0.72
/** How much closer the rest must come for each per cent that is left out; 0.03 is 3 %. */
const WORTH = 0.03
/** A period of control tells more of a place than one event. */
const CONTROL = 3
/** Degrees kept free around the outermost places. */
const MARGIN = 0.06

interface Weighed {
  readonly place: MapPlace
  /** Share of all that is told. */
  readonly share: number
}

/** The places of the first view, the most told of first; all of them when none lies far off. `aspect`: width of the map to its height. */
export function coreOf(places: readonly MapPlace[], aspect = 1.5): readonly MapPlace[] {
  const total = places.reduce((sum, place) => sum + weightOf(place), 0)
  const weighed = places.map((place) => ({ place, share: weightOf(place) / total }))
  const core = new Set(shaved(around(weighed), aspect).map(({ place }) => place))
  return places.filter((place) => core.has(place))
}

/** What lies around the middle. */
function around(weighed: readonly Weighed[]): Weighed[] {
  const middle: Point = [middleOf(weighed, 0), middleOf(weighed, 1)]
  const byDistance = weighed
    .map((one) => ({ ...one, off: distance(one.place.at, middle) }))
    .toSorted((a, b) => a.off - b.off)
  let held = 0
  const edge = byDistance.find(({ share }) => (held += share) >= BULK)?.off ?? 0
  return byDistance.filter(({ off }) => off <= edge * NEAR)
}

/** How far a place lies inwards from each side of the world. */
const SIDES: readonly ((at: Point) => number)[] = [([x]) => x, ([x]) => -x, ([, y]) => y, ([, y]) => -y]

/** Without the outermost of any side that are not worth the room they take. */
function shaved(core: readonly Weighed[], aspect: number): readonly Weighed[] {
  const size = sizeOf(core, aspect)
  let [best, most] = [null as readonly Weighed[] | null, WORTH]
  for (const inwards of SIDES) {
    const order = core.toSorted((a, b) => inwards(a.place.at) - inwards(b.place.at))
    let held = order.reduce((sum, { share }) => sum + share, 0)
    let lost = 0
    for (let cut = 1; cut < order.length; cut++) {
      const { share } = order[cut - 1]!
      held -= share
      lost += share
      if (held < LEAST) break
      const rest = order.slice(cut)
      const gain = Math.log(size / sizeOf(rest, aspect)) / (100 * lost)
      if (gain > most) [best, most] = [rest, gain]
    }
  }
  return best === null ? core : shaved(best, aspect)
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

/** How high the map must be to hold them, in degrees of latitude. */
function sizeOf(core: readonly Weighed[], aspect: number): number {
  const [west, south, east, north] = boundsOf(core.map(({ place }) => place))
  return Math.max(((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)) / aspect, north - south)
}

const weightOf = ({ marks }: MapPlace): number =>
  // Ten reports of one place are more than one, but one place is not the whole war.
  Math.sqrt(marks.reduce((sum, { kind, items }) => sum + items.length * (kind === 'control' ? CONTROL : 1), 0))

/** The weighted median along an axis. */
function middleOf(weighed: readonly Weighed[], axis: 0 | 1): number {
  let held = 0
  const sorted = weighed.toSorted((a, b) => a.place.at[axis] - b.place.at[axis])
  return sorted.find(({ share }) => (held += share) >= 0.5)?.place.at[axis] ?? 0
}

/** In degrees of latitude; good enough to tell near from far. */
const distance = ([x, y]: Point, [u, v]: Point): number => Math.hypot((x - u) * Math.cos((y * Math.PI) / 180), y - v)
