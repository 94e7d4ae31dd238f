/**
 * How a clause tells: done by now, going on, as things are, or done then.
 *
 *     Troops have taken the hill.   perfect        Troops are moving east.   going
 *     Troops hold the hill.         present        Troops took the hill.     past
 *
 * From the tags of its verb and its auxiliaries; from the words alone where there are no tags.
 */

import type { Span } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'

export type Aspect = 'perfect' | 'going' | 'present' | 'past'

/** Indices `[first, last)` of the tokens that a span covers, in part at least. Tokens are in text order. */
function tokensIn(tokens: readonly Token[], { start, end }: Span): readonly [number, number] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).end <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < tokens.length && (tokens[last] as Token).start < end) last++
  return [low, last]
}

/** The verb that governs a token, itself included: the nearest VERB, or a predicate with a copula, on its way up; -1 when there is none. */
function verbOver(tokens: readonly Token[], index: number): number {
  for (let at = index, steps = 0; at >= 0 && steps < 40; at = tokens[at]?.head ?? -1, steps++) {
    const token = tokens[at] as Token
    if (token.upos === 'VERB' || auxiliaries(tokens, at).some(({ deprel }) => deprel === 'cop')) return at
  }
  return -1
}

/** The verb of a stretch of words: that of the word whose head lies outside. */
export function verbOf(tokens: readonly Token[], span: Span): number {
  const [first, last] = tokensIn(tokens, span)
  for (let i = first; i < last; i++) {
    const { head, upos } = tokens[i] as Token
    if (upos !== 'PUNCT' && (head < first || head >= last)) return verbOver(tokens, i)
  }
  return -1
}

/** How a verb tells; null when its tags do not say. */
export function aspectOf(tokens: readonly Token[], verb: number): Aspect | null {
  const token = tokens[verb]
  if (!token) return null
  const helpers = auxiliaries(tokens, verb)
  const has = (lemma: string): boolean => helpers.some((aux) => aux.lemma === lemma)
  const finite = helpers.find(({ xpos }) => /^(?:VBD|VBZ|VBP|MD)$/.test(xpos)) ?? token
  if (has('have')) return 'perfect'
  if (token.xpos === 'VBG' && has('be')) return finite.xpos === 'VBD' ? 'past' : 'going'
  if (finite.xpos === 'VBD') return 'past'
  if (finite.xpos === 'VBZ' || finite.xpos === 'VBP') return 'present'
  return token.xpos === 'VBN' ? 'past' : null
}

const auxiliaries = (tokens: readonly Token[], verb: number): Token[] => {
  const found: Token[] = []
  for (let i = Math.max(0, verb - 8); i < Math.min(tokens.length, verb + 4); i++) {
    const token = tokens[i] as Token
    if (token.head === verb && /^(?:aux|cop)/.test(token.deprel)) found.push(token)
  }
  return found
}
