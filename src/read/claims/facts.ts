/**
 * Facts as numbers: what the features of words (features.ts) and of who did it (who/features.ts) are made of.
 *
 *     subject, armed-group  ─▶  combined(seed('subj kind'), seed('armed-group'), ...)
 */
import { hash } from '../../language/features.ts'

const seeds = new Map<string, number>()

/** Number of a name, hashed once. */
export function seed(name: string): number {
  let value = seeds.get(name)
  if (value === undefined) seeds.set(name, (value = hash(name)))
  return value
}

/** Hash of three numbers, on from `start`. */
export function combined(start: number, a: number, b: number, c: number): number {
  let h = start + Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
