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

/** Widths of a name by which it may stand beside the way from the middle, along the edge. */
const ASIDE = [0, 0.6, -0.6, 1.2, -1.2]

/**
 * Pointers for those that fit without lying over each other or over what is `fixed`, the first ones first. They keep clear of
 * `marks` where there is room to.
 */
export function edgeOf<T extends Pointed>(
  beyond: readonly T[],
  { width, height }: { readonly width: number; readonly height: number },
  fixed: readonly Box[] = [],
  marks: readonly Box[] = [],
): Pointer<T>[] {
  const put: Pointer<T>[] = []
  for (const one of beyond) {
    const { width: wide, height: high } = one.name
    const [halfWide, halfHigh] = [width / 2 - wide / 2 - HEAD, height / 2 - high / 2 - HEAD]
    if (halfWide <= 0 || halfHigh <= 0) continue
    const [dx, dy] = [one.x - width / 2, one.y - height / 2]
    const share = Math.min(halfWide / Math.max(1, Math.abs(dx)), halfHigh / Math.max(1, Math.abs(dy)))
    // Along the side that the way meets.
    const [alongX, alongY] = halfWide * Math.abs(dy) > halfHigh * Math.abs(dx) ? [wide, 0] : [0, high * 2]
    const free = INWARDS.flatMap((part) => ASIDE.map((aside) => ({ part, aside })))
      .map(({ part, aside }): [number, number] => [
        clamp(dx * share * part + aside * alongX, halfWide),
        clamp(dy * share * part + aside * alongY, halfHigh),
      ])
      .map(([x, y]): Box => {
        const [left, top] = [width / 2 + x - wide / 2, height / 2 + y - high / 2]
        return { left, top, right: left + wide, bottom: top + high }
      })
      .filter((box) => !fixed.some((other) => overlap(other, box)) && !put.some((other) => overlap(other.box, box)))
    const box = free.find((box) => !marks.some((mark) => overlap(mark, box, 2))) ?? free[0]
    if (box)
      put.push({ one, box, angle: Math.atan2(one.y - (box.top + box.bottom) / 2, one.x - (box.left + box.right) / 2) })
  }
  return put
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

const overlap = (a: Box, b: Box, air = HEAD): boolean =>
  a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air
