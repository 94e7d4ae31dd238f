/**
 * How a phrase stands to the word that tells of the claim, in the parse.
 *
 *     Planes struck a market in Tarin after rebels left Sohl.
 *            ^trigger           ^under2:obj:in           ^inner:obj:none
 *
 * A step through a conjunction does not count.
 */
import type { Clauses } from '../clauses.ts'
import { tie } from './mentions.ts'

/** The relation of the phrase headed by `to` to the word at `from`, in a word. */
export function relationTo(view: Clauses, from: number, to: number): string {
  const { tokens, clause } = view
  if (from === to) return 'self'
  const below = climb(view, to, from)
  if (below) {
    const [near, far] = [below[0]!, below.at(-1)!]
    const own = `${relation(view, near)}:${tie(view, near)}`
    if (below.length === 1) return `under:${own}`
    return below.length === 2 ? `under2:${relation(view, far)}:${tie(view, near)}` : `under3:${tie(view, near)}`
  }
  const above = climb(view, from, to)
  if (above) return `over${above.length}:${relation(view, above.at(-1)!)}`
  const own = `${relation(view, to)}:${tie(view, to)}`
  const [mine, other] = [clause[from]!, clause[to]!]
  if (mine === other) return tokens[to]!.head === tokens[from]!.head ? `sister:${own}` : `beside:${own}`
  if (climb(view, mine, other)) return `outer:${own}`
  if (climb(view, other, mine)) return `inner:${own}`
  return `apart:${tie(view, to)}`
}

const relation = ({ tokens }: Clauses, token: number): string => tokens[token]!.deprel.split(':')[0]!

/** Steps from `low` up to just under `high`, conjunctions left out; null when it does not lie under it or far. */
function climb({ tokens }: Clauses, low: number, high: number): number[] | null {
  const steps: number[] = []
  let at = low
  for (let count = 0; count < 8 && at >= 0; count++) {
    if (at === high) return steps.length ? steps : null
    if (!tokens[at]!.deprel.startsWith('conj')) steps.push(at)
    at = tokens[at]!.head
  }
  return null
}
