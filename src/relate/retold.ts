/**
 * How alike two statements are in their words: whether a withdrawal tells again what it withdraws, whether two counts
 * are of the same people.
 *
 *     "nearly all of the east has been cleared"  ...  "took back its claim that the east had been cleared"      2
 *
 * Counts words that come back; what the words mean is reading's business.
 */
import type { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { fold } from './names.ts'

/** How far around a withdrawal its target's words may come back, in characters. */
const BEFORE = 100
const AFTER = 150

/** How many telling words of a claim come back around its withdrawal in another report, the speaker's name aside. */
export function retold({ quote }: Claim, by: Claim, { text }: Report, speaker: string): number {
  const around = text.slice(Math.max(0, by.start - BEFORE), by.end + AFTER).toLowerCase()
  const said = new Set(quote.toLowerCase().match(/\p{L}{5,}|\d{2,}/gu) ?? [])
  return [...said].filter((word) => around.includes(word) && !fold(speaker).includes(fold(word))).length
}

/** Do two phrases have hardly a word in common, of four letters or more? */
export function areApart(a: string, b: string): boolean {
  const [mine, theirs] = [a, b].map((phrase) => new Set(phrase.toLowerCase().match(/\p{L}{4,}/gu) ?? []))
  return 3 * [...mine!].filter((word) => theirs!.has(word)).length < mine!.size + theirs!.size
}
