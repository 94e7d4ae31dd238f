/**
 * Places beyond the edge of the map, named at the edge on the side where they lie. Pure.
 *
 *     +-----------+
 *     |        o  |
 *     |   Kirkuk ▸|    o
 *     +-----------+
 */
import type { Box } from './placing.ts'

export interface Pointed {
  readonly x: number
  readonly y: number
  readonly name: { readonly width: number; readonly height: number }
}

export interface Pointer<T extends Pointed = Pointed> {
  readonly one: T
  /** Where its name stands. */
  readonly box: Box
  /** Where its place lies, seen from the name; radians, clockwise from east. */
  readonly angle: number
}

/** Room for the arrow head, in pixels. */
const HEAD = 14
/** Shares of the way from the middle to the edge at which there may be room. */
const INWARDS = [1, 0.94, 0.88, 0.82, 0.76, 0.7]

/** Pointers for those that fit without lying over each other or over what is `fixed`, the first ones first. */
export function edgeOf<T extends Pointed>(
  beyond: readonly T[],
  { width, height }: { readonly width: number; readonly height: number },
  fixed: readonly Box[] = [],
): Pointer<T>[] {
  const put: Pointer<T>[] = []
  for (const one of beyond) {
    const { width: wide, height: high } = one.name
    const [halfWide, halfHigh] = [width / 2 - wide / 2 - HEAD, height / 2 - high / 2 - HEAD]
    if (halfWide <= 0 || halfHigh <= 0) continue
    const [dx, dy] = [one.x - width / 2, one.y - height / 2]
    const share = Math.min(halfWide / Math.max(1, Math.abs(dx)), halfHigh / Math.max(1, Math.abs(dy)))
    const boxAt = (part: number): Box => {
      const [x, y] = [width / 2 + dx * share * part, height / 2 + dy * share * part]
      return { left: x - wide / 2, top: y - high / 2, right: x + wide / 2, bottom: y + high / 2 }
    }
    const box = INWARDS.map(boxAt).find(
      (free) => !fixed.some((other) => overlap(other, free)) && !put.some((other) => overlap(other.box, free)),
    )
    if (box) put.push({ one, box, angle: Math.atan2(dy, dx) })
  }
  return put
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + HEAD && b.left < a.right + HEAD && a.top < b.bottom + HEAD && b.top < a.bottom + HEAD
