/**
 * Clusters: the groups of like words that each token of a report is in, looked up once a report for all who ask.
 *
 *     Rebels shelled Tarin     large  530 87 0      middle  2201 940 0
 *
 * A token is looked up by its lemma; 0 is none.
 */
import type { Words } from '../../language/words.ts'
import type { Token } from '../../model/text.ts'

/** A number a token. */
export interface Clusters {
  readonly large: Int32Array
  readonly middle: Int32Array
}

const known = new WeakMap<readonly Token[], Clusters>()

export function clustersOf(tokens: readonly Token[], words: Words): Clusters {
  const before = known.get(tokens)
  if (before) return before
  const found = { large: new Int32Array(tokens.length), middle: new Int32Array(tokens.length) }
  for (let i = 0; i < tokens.length; i++) {
    const { large, middle } = words(tokens[i]!.lemma.toLowerCase())
    found.large[i] = large
    found.middle[i] = middle
  }
  known.set(tokens, found)
  return found
}
