/**
 * Slots: which words the network of `net.ts` looks at around a candidate, each in a role of its own.
 *
 *     Rebels severed the road to Tarin on Friday.
 *     subj   ^self       obj     ^sentence: all of them
 *            before: Rebels      after: road, Tarin
 *
 * Names and numbers stand for what they name: a network that knows Tarin would not know the next war.
 */
import type { Vectors } from '../../language/vectors.ts'
import type { Scene } from './frames.ts'

/** Slots with words of their own; the clause's and the sentence's follow them. */
const NEAR = 9
export const CLAUSE = NEAR
export const SENTENCE = NEAR + 1
export const SLOTS = NEAR + 2

/** How many tokens before and after the candidate are looked at. */
const REACH = 3

/** Parts of speech with a meaning of their own. */
const CONTENT: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'PROPN', 'ADJ', 'ADV', 'NUM'])

/** Slot of what hangs on the candidate, by its relation. */
const ROLES: Readonly<Record<string, number>> = {
  nsubj: 2, csubj: 2, obj: 3, iobj: 3, obl: 4, nmod: 4, amod: 5, compound: 5,
} // biome-ignore format: a list

/** Row of each token of the report among the vectors; -1 without one. */
export function rowsOf({ reading, actor, place, view }: Scene, vectors: Vectors): Int32Array {
  const row = (i: number): number => {
    const { upos, lemma } = view.tokens[i]!
    if (upos === 'NUM') return vectors.row('<number>')
    if (upos !== 'PROPN') return vectors.row(lemma.toLowerCase())
    if (place[i]! >= 0) return vectors.row('<place>')
    return vectors.row(actor[i]! >= 0 ? `<${reading.actors[actor[i]!]!.kind}>` : '<name>')
  }
  const rows = new Int32Array(view.tokens.length)
  for (let i = 0; i < rows.length; i++) rows[i] = row(i)
  return rows
}

/** Does the token count in a slot of several words? */
export const counts = ({ view }: Scene, token: number): boolean => CONTENT.has(view.tokens[token]!.upos)

/** Where a sentence stands in the report's tokens: `[first, last)`. */
interface Extent {
  readonly first: number
  readonly last: number
}

/** Tokens in each of the near slots of a candidate; several in one slot are averaged. */
export function near(scene: Scene, token: number, { first, last }: Extent): number[][] {
  const { tokens, children } = scene.view
  const slots: number[][] = [[token], [], [], [], [], [], [], [], []]
  const { head } = tokens[token]!
  if (head >= first && head < last) slots[1]!.push(head)
  for (const child of children[token]!) {
    const { deprel } = tokens[child]!
    const cut = deprel.indexOf(':')
    const relation = cut < 0 ? deprel : deprel.slice(0, cut)
    if (relation !== 'punct' && relation !== 'det' && counts(scene, child)) slots[ROLES[relation] ?? 6]!.push(child)
  }
  for (let i = Math.max(first, token - REACH); i < token; i++) if (counts(scene, i)) slots[7]!.push(i)
  for (let i = token + 1; i < Math.min(last, token + 1 + REACH); i++) if (counts(scene, i)) slots[8]!.push(i)
  return slots
}

/** Tokens of the sentence that count, and of each of its clauses, by the clause's head. */
export function wider(scene: Scene, { first, last }: Extent): { sentence: number[]; clauses: Map<number, number[]> } {
  const sentence: number[] = []
  const clauses = new Map<number, number[]>()
  for (let i = first; i < last; i++) {
    if (!counts(scene, i)) continue
    sentence.push(i)
    const home = scene.view.clause[i]!
    const list = clauses.get(home)
    if (list) list.push(i)
    else clauses.set(home, [i])
  }
  return { sentence, clauses }
}
