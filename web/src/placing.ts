/**
 * Where names stand on the map. Pure: boxes in pixels in, boxes out.
 *
 *       NW  N  NE          a side is tried after the other: no name over another, none cut
 *        W  o  E           off by the edge, as little as can be over marks; the foremost may
 *       SW  S  SE          stand further off, with a line to their point
 */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Label {
  /** The point it names. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** `main` may stand apart from its mark and over others, `plain` only beside and clear of most, `town` on bare ground. */
  readonly sort: 'main' | 'plain' | 'town'
}

/** Pixels kept free between names. */
const AIR = 2
/** How far from its point a name stands: clear of its own mark, or apart with a line to it. */
const BESIDE = { main: 12, plain: 10, town: 5 } as const
const APART = [26, 44] as const
/** Share of a name that marks may lie under. */
const OVER = { main: 1.5, plain: 0.25, town: 0 } as const
/** What standing apart costs, in shares of a name under marks: a short line is better than a name nobody can read. */
const FAR = 0.3

const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [0.8, 0.8],
  [-0.8, -0.8],
  [-0.8, 0.8],
] as const

/**
 * A box for each label, or null where there is no room; earlier labels choose first. They keep clear of
 * `marks` as far as they can, and of what is `fixed` always.
 */
export function placeLabels(
  labels: readonly Label[],
  marks: readonly Box[],
  room: { readonly width: number; readonly height: number },
  fixed: readonly Box[] = [],
): (Box | null)[] {
  const taken = [...fixed]
  return labels.map((label) => {
    let [best, least] = [null as Box | null, Number.POSITIVE_INFINITY]
    const area = label.width * label.height
    for (const [ring, off] of [BESIDE[label.sort], ...(label.sort === 'main' ? APART : [])].entries())
      for (const [order, side] of SIDES.entries()) {
        const box = beside(label, side, off)
        if (box.left < AIR || box.top < AIR || box.right > room.width - AIR || box.bottom > room.height - AIR) continue
        if (taken.some((other) => shared(box, other) > 0)) continue
        const under = marks.reduce((sum, mark) => sum + shared(box, mark), 0) / area
        const cost = under + ring * FAR + order * 0.01
        if (under <= OVER[label.sort] && cost < least) [best, least] = [box, cost]
      }
    if (best)
      taken.push({ left: best.left - AIR, top: best.top - AIR, right: best.right + AIR, bottom: best.bottom + AIR })
    return best
  })
}

/** The box of a label on one side of its point: the side of the box that faces the point is `off` away from it. */
function beside({ x, y, width, height }: Label, [dx, dy]: readonly [number, number], off: number): Box {
  const left = x + dx * off + (dx > 0 ? 0 : dx < 0 ? -width : -width / 2)
  const top = y + dy * off + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2)
  return { left, top, right: left + width, bottom: top + height }
}

/** Square pixels that two boxes share. */
export const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
