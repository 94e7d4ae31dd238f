/**
 * What a figure's confidence is judged by: how the number stands to its trigger, what sort of thing
 * is counted and how large it is. No words: what is learned must hold for other crises.
 *
 *     12 people were killed    -> link=passive class=people kind=number size=tens
 */
import type { CountedClass } from '../../../knowledge/measures.ts'
import type { Candidate } from './candidates.ts'
import type { Framed } from './frames.ts'

/** The features of a framed candidate. */
export function features({ low, high, kind: sort }: Candidate, kind: CountedClass | null, { link }: Framed): string[] {
  const value = low ?? high ?? 0
  const size = value === 0 ? 'zero' : value === 1 ? 'one' : value < 10 ? 'few' : value < 1000 ? 'tens' : 'thousands'
  const relation = link?.relation ?? 'none'
  return [
    'bias',
    `link=${relation}`,
    `class=${kind ?? 'unknown'}`,
    `kind=${sort}`,
    `size=${size}`,
    `${sort}/${relation}`,
  ]
}
