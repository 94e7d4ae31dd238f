/**
 * Rivals: a sentence tells of little, so what it may tell of is weighed side by side.
 *
 *     "Rebels shelled the market, killing a trader, in the heaviest attack since May."
 *      shelling .88 ─ first of its clause      told
 *      killing  .52 ─ first of its clause      told
 *      attack   .31 ─ second, far behind       not told: it is the shelling once more
 *
 * The weights are few and know no word; they were learned on reports kept back from the
 * learning of the words. What is weighed here was found by `weigh.ts`.
 */
import type { Clauses } from './clauses.ts'

/** A kind of claim that the words of one clause speak for. */
export interface Rival {
  readonly label: number
  /** Token of the word named as its trigger. */
  readonly token: number
  /** Head of the clause. */
  readonly clause: number
  /** From the words (0 to 1), from the frames that match (0 without), and their mean. */
  readonly words: number
  readonly trust: number
  readonly score: number
}

/** The rivals below this score are not looked at. */
export const FLOOR = 0.04

const logit = (p: number): number => {
  const safe = Math.min(0.999, Math.max(0.001, p))
  return Math.log(safe / (1 - safe)) / 3
}

/** How every rival of a sentence stands beside the others, in their order; what it is itself says `manner.ts`, the report `topics.ts`. */
export function standing(
  rivals: readonly Rival[],
  { clause, first, last, tokens }: Clauses,
  sentence: { readonly index: number; readonly first: number; readonly last: number },
): number[][] {
  const heads = new Set<number>()
  for (let i = sentence.first; i < sentence.last; i++) heads.add(clause[i]!)
  const clauses = [...heads].filter((head) => tokens[head]!.upos !== 'PUNCT').length
  const all = rivals.map(({ score }) => score)
  const top = Math.max(0, ...all)
  const mass = all.reduce((sum, score) => sum + score, 0)
  const size = sentence.last - sentence.first
  return rivals.map(({ label, token, clause: home, words, trust, score }) => {
    const own = rivals.filter((other) => other.clause === home).map((other) => other.score)
    const rank = own.filter((other) => other > score).length
    const place = all.filter((other) => other > score).length
    const behind = Math.max(0, ...own.filter((other) => other < score))
    const extent = Math.max(1, Math.min(sentence.last, last[home]! + 1) - Math.max(sentence.first, first[home]!))
    const told = logit(score)
    const { upos } = tokens[token]!
    return [
      logit(words),
      2 * trust,
      Number(trust > 0),
      told,
      Number(rank === 0),
      Number(rank === 1),
      Number(rank === 2),
      Number(place === 0),
      Number(place === 1),
      Number(place === 2),
      Number(place > 4),
      Number(!rivals.some((other) => other.label === label && other.score > score)),
      told - logit(Math.max(...own)),
      told - logit(top),
      rank === 0 ? told - logit(behind) : 0,
      rank === 0 ? told : 0,
      place === 0 ? told : 0,
      Math.log(1 + clauses),
      size / 40,
      Number(upos === 'VERB'),
      Number(upos === 'NOUN'),
      Number(token === home),
      Math.min(sentence.index, 10) / 10,
      Number(clauses === 1),
      extent / 20,
      extent / size,
      own.reduce((sum, other) => sum + other, 0) / 2,
      mass / 4,
    ]
  })
}

/** How likely a rival is told: `weights` holds one number a feature, then one a class, then the constant. */
export function tells(features: ArrayLike<number>, label: number, weights: readonly number[]): number {
  let sum = weights.at(-1)! + weights[features.length + label]!
  for (let i = 0; i < features.length; i++) sum += features[i]! * weights[i]!
  return 1 / (1 + Math.exp(-sum))
}
