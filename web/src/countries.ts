/**
 * Where the names of countries stand as the map does: inside what is seen of each, near its middle, clear of all else.
 * Pure: spans and a projection in, points out. A country in which the name finds no room goes without.
 */
import type { Point } from './features.ts'
import { type Box, shared } from './placing.ts'

/** Countries as spans along rows of latitude (`web/countries.ts`). */
export interface Countries {
  readonly names: readonly string[]
  /** Degrees between two rows. */
  readonly step: number
  /** Latitude of a row, and its spans: country, west, east; country, west, east ... */
  readonly rows: readonly (readonly [lat: number, spans: readonly number[]])[]
}

export interface Sized {
  readonly width: number
  readonly height: number
}

export interface Placed {
  readonly country: string
  readonly at: Point
}

/** Pixels kept free around a name. */
const AIR = 8
/** Parts of the way between two rows at which a name may stand, seen from its row. */
const BESIDE = [0, -0.3, 0.3] as const
/** Parts of a span at which the middle of a name may stand. */
const ALONG = [0.5, 0.3, 0.7, 0.15, 0.85] as const

/** One point for each country that has room; `taken` is what may not be written over. */
export function placeCountries(
  { names, step, rows }: Countries,
  room: Sized,
  { toPixels, toPoint }: { toPixels: (at: Point) => Point; toPoint: (pixels: Point) => Point },
  sizeOf: (name: string) => Sized,
  taken: readonly Box[],
): Placed[] {
  const spots = new Map<number, Point[]>()
  for (const [lat, spans] of rows)
    for (const part of BESIDE) {
      const [, y] = toPixels([0, lat + part * step])
      if (y < AIR || y > room.height - AIR) continue
      for (let i = 0; i < spans.length; i += 3) {
        const { width } = sizeOf(names[spans[i]!]!)
        const west = Math.max(0, toPixels([spans[i + 1]!, lat])[0])
        const east = Math.min(room.width, toPixels([spans[i + 2]!, lat])[0])
        if (east - west < width + 2 * AIR) continue
        const [first, last] = [west + AIR + width / 2, east - AIR - width / 2]
        const list = spots.get(spans[i]!) ?? []
        for (const share of ALONG) list.push([first + (last - first) * share, y])
        spots.set(spans[i]!, list)
      }
    }
  const all = [...taken]
  const placed: Placed[] = []
  for (const [index, list] of spots) {
    const country = names[index]!
    const { width, height } = sizeOf(country)
    const middle = list.reduce(([u, v], [x, y]) => [u + x / list.length, v + y / list.length] as const, [0, 0] as Point)
    const off = ([x, y]: Point) => Math.hypot(x - middle[0], y - middle[1])
    for (const [x, y] of list.toSorted((a, b) => off(a) - off(b))) {
      const [wide, high] = [width / 2 + AIR, height / 2 + AIR / 2]
      const box = { left: x - wide, right: x + wide, top: y - high, bottom: y + high }
      if (box.top < 0 || box.bottom > room.height || all.some((other) => shared(box, other) > 0)) continue
      all.push(box)
      placed.push({ country, at: toPoint([x, y]) })
      break
    }
  }
  return placed
}
