/**
 * Focus: which named place "the city", "it" or "there" stands for.
 *
 *     Troops entered Tarin on Monday. They hold half of the city.
 *                    ^^^^^ named last, of a size that a city has
 *
 * The place of a fitting size that was named last; a name that only tells where a report was
 * filed, or who somebody is, was never told of.
 */
import type { Naming, Namings } from '../where/mentions.ts'

/** Marks of a naming that tells of no place: where the report was filed, whose offices those are. */
const ASIDE: ReadonlySet<string> = new Set([
  'role:dateline', 'role:caption', 'role:credit', 'role:teaser', 'role:boilerplate', 'fastened', 'organisation', 'speaks', 'acts', 'outer',
]) // biome-ignore format: a list

/** How many sentences back a place is remembered when another was named since. */
const NEAR = 2

/** The naming that a word at offset `at` of sentence `sentence` refers to, or null. */
export function focus(
  { all, counts }: Namings,
  at: number,
  sentence: number,
  fits: (naming: Naming) => boolean,
): Naming | null {
  let last: Naming | null = null
  let most: Naming | null = null
  for (const one of all) {
    if (one.end > at) break
    if (one.sort !== 'name' || !fits(one) || one.marks.some((mark) => ASIDE.has(mark))) continue
    last = one
    if (!most || count(one) >= count(most)) most = one
  }
  return last && sentence - last.sentence <= NEAR ? last : (most ?? last)

  function count({ mention }: Naming): number {
    return counts.get(mention.name) ?? 0
  }
}
