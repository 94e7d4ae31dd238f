/**
 * What lies over the ground as it stands on the screen: places with their names, towns for bearings, pointers to what lies
 * beyond the edge. Where each of them is, is worked out here when the view moves; painting is `paint.ts`.
 */
import type { Map as MapLibre } from 'maplibre-gl'
import type { Town } from '../../src/present/towns.ts'
import { type MapData, type MapPlace, othersThan, type Point } from './features.ts'
import { folded } from './folding.ts'
import type { Name, NameSort } from './names.ts'
import type { Box } from './placing.ts'
import type { Pointed, Pointer } from './pointers.ts'

/** Below this zoom a place shows its foremost sort of events only. */
const CLOSE = 7.4
/** Pixels that two places must be apart to stand out both, where marks have their full size. */
const APART = 18

export interface Shown {
  readonly place: MapPlace
  x: number
  y: number
  /** Its name, while one stands: painted, and where, seen from its point. */
  name: Name | null
  box: Box | null
  strength: number
  /** A more telling place stands too near: it shows as a dot. */
  folded: boolean
  /** The outline in which it lies, when it is not a point. */
  ring: Path2D | null
}

export interface Away extends Pointed {
  readonly name: Name
  readonly shown: Shown
}

export interface Ground {
  readonly at: Point
  readonly town: string
  x: number
  y: number
  name: Name | null
  box: Box | null
}

/** The name of a country, standing on its middle. */
export interface Country {
  readonly at: Point
  readonly name: Name
  x: number
  y: number
}

export interface Scene {
  /** What is told of most comes first. */
  readonly places: readonly Shown[]
  readonly towns: readonly Ground[]
  countries: readonly Country[]
  pointers: readonly Pointer<Away>[]
  /** The place whose card is open. */
  chosen: string | null
  /** Pixels of the map. */
  width: number
  height: number
  /** Size of marks: they shrink as the map shows more of the world, so that they do not pile up. */
  scale: number
  /** Does a place show all its sorts of events? */
  close: boolean
}

/** Paints a name, or finds it painted. */
export type Names = (text: string, sort: NameSort) => Name

export function sceneOf(drawn: MapData, towns: readonly Town[]): Scene {
  const nowhere = { x: 0, y: 0, name: null, box: null }
  return {
    places: drawn.places.map((place) => ({ ...nowhere, place, strength: 0, folded: false, ring: null })),
    towns: othersThan(drawn.places, towns).map(({ name, lon, lat }) => ({ ...nowhere, town: name, at: [lon, lat] })),
    ...{ countries: [], pointers: [], chosen: null, width: 0, height: 0, scale: 1, close: false },
  }
}

/** Put everything where the view has it now. */
export function project(scene: Scene, map: MapLibre): void {
  const zoom = map.getZoom()
  scene.scale = Math.max(0.62, Math.min(1, 0.62 + (zoom - 5) * 0.1))
  scene.close = zoom >= CLOSE
  for (const one of [...scene.towns, ...scene.countries]) Object.assign(one, pixels(map, one.at))
  for (const one of scene.places) {
    Object.assign(one, pixels(map, one.place.at))
    one.ring = null
    if (!one.place.doubt) continue
    one.ring = new Path2D()
    for (const corner of one.place.doubt) {
      const { x, y } = map.project([...corner])
      one.ring.lineTo(x, y)
    }
    one.ring.closePath()
  }
}

const pixels = (map: MapLibre, at: Point): { x: number; y: number } => {
  const { x, y } = map.project([...at])
  return { x, y }
}

/** Fold what stands too near to something more telling, as strengths are now. */
export function fold(scene: Scene): void {
  const { places, chosen, scale } = scene
  // The place whose card is open goes before all others.
  const order = chosen === null ? places : places.toSorted((a, b) => rank(a, chosen) - rank(b, chosen))
  for (const [i, is] of folded(order, APART * scale).entries()) order[i]!.folded = is
}

const rank = ({ place }: Shown, chosen: string): number => Number(place.name !== chosen)

/** Is a point on the map, or less than `by` pixels off it? */
export const inside = (
  { width, height }: Scene,
  { x, y }: { readonly x: number; readonly y: number },
  by = 0,
): boolean => x > -by && y > -by && x < width + by && y < height + by
