/**
 * Which places stand out on the map, and which are folded into a dot because a more telling one stands too near. Pure.
 *
 *     o o               o
 *      oO o      ──▶     ·O·  o        the foremost keeps its marks; a dot says that there is more: come closer
 *       o                 ·
 */

export interface Standing {
  /** Pixels of the map. */
  readonly x: number
  readonly y: number
  /** How strongly it shows, from 0. */
  readonly strength: number
}

/** Strength above which a place is known, and goes before those that are not yet. */
const KNOWN = 0.2

/**
 * For each place whether it is folded. The first go first, what is known before what is not yet, and those of which
 * nothing shows take no room; `apart` is the least distance of two that stand out, in pixels.
 */
export function folded(places: readonly Standing[], apart: number): boolean[] {
  const out = places.map(() => false)
  // Places by cells as wide as they must be apart: only the nine around one can hold another that is too near.
  const cells = new Map<number, Standing[]>()
  const cell = (x: number, y: number): number => Math.floor(x / apart) * 65536 + Math.floor(y / apart)
  const near = ({ x, y }: Standing): boolean => {
    for (let dx = -apart; dx <= apart; dx += apart)
      for (let dy = -apart; dy <= apart; dy += apart)
        for (const other of cells.get(cell(x + dx, y + dy)) ?? [])
          if (Math.hypot(other.x - x, other.y - y) < apart) return true
    return false
  }
  for (const known of [true, false])
    for (const [i, one] of places.entries()) {
      if (one.strength === 0 || one.strength > KNOWN !== known) continue
      if (near(one)) {
        out[i] = true
        continue
      }
      const key = cell(one.x, one.y)
      const list = cells.get(key)
      if (list) list.push(one)
      else cells.set(key, [one])
    }
  return out
}
