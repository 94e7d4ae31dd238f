/**
 * Phrases: the stretch of text that a token governs, read off the parse.
 *
 *     The  Iraqi  army , which lost the town ,  said ...
 *     ^^^^^^^^^^^^^^^^                          phrase of "army", without clauses
 *
 * Every function takes the tokens of a whole report; indexes are the report's.
 * A bad parse gives a poor phrase here, never a loop or an exception.
 */
import type { Span } from '../model/span.ts'
import type { Token } from '../model/text.ts'

const cache = new WeakMap<readonly Token[], readonly (readonly number[])[]>()

/** Dependents of each token, in text order. Made once a report. */
export function dependents(tokens: readonly Token[]): readonly (readonly number[])[] {
  const known = cache.get(tokens)
  if (known) return known
  const kids: number[][] = tokens.map(() => [])
  tokens.forEach(({ head }, i) => {
    if (head >= 0 && head !== i) kids[head]?.push(i)
  })
  cache.set(tokens, kids)
  return kids
}

/** A relation without its subtype: "nsubj:pass" is an "nsubj". */
export const relation = (token: Token): string => {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

/** The dependents of a token that stand in one of the relations (with or without subtype). */
export function related(tokens: readonly Token[], index: number, ...relations: readonly string[]): readonly number[] {
  let found: number[] | null = null
  for (const kid of dependents(tokens)[index] ?? NONE) {
    if (!isOneOf(tokens[kid]!.deprel, relations)) continue
    if (found) found.push(kid)
    else found = [kid]
  }
  return found ?? NONE
}

const NONE: readonly number[] = []

/** Is the relation one of those asked for, or a subtype of one? */
function isOneOf(deprel: string, asked: readonly string[]): boolean {
  for (const one of asked)
    if (deprel === one || (deprel.charCodeAt(one.length) === COLON && deprel.startsWith(one))) return true
  return false
}
const COLON = 58

/** All tokens at or under `index`, without the branches that `skip` refuses; in text order. */
export function subtree(
  tokens: readonly Token[],
  index: number,
  skip: (token: Token, i: number) => boolean = () => false,
): number[] {
  const kids = dependents(tokens)
  const found: number[] = []
  const seen = new Set<number>()
  const todo = [index]
  for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
    if (seen.has(i)) continue
    seen.add(i)
    found.push(i)
    for (const kid of kids[i] ?? []) if (!skip(tokens[kid]!, kid)) todo.push(kid)
  }
  return found.sort((a, b) => a - b)
}

/** First and last token of the unbroken run around `index` within `members`. */
export function run(members: readonly number[], index: number): [number, number] {
  const inside = new Set(members)
  let first = index
  let last = index
  while (inside.has(first - 1)) first--
  while (inside.has(last + 1)) last++
  return [first, last]
}

const CLAUSES = new Set([
  'acl',
  'advcl',
  'parataxis',
  'conj',
  'cc',
  'appos',
  'discourse',
  'cop',
  'nsubj',
  'aux',
  'ccomp',
])

/** The noun phrase a token heads, without relative clauses, appositions and conjuncts: [first, last] token. */
export function nounPhrase(tokens: readonly Token[], index: number): [number, number] {
  const members = subtree(tokens, index, (token, i) => {
    const name = relation(token)
    return (
      CLAUSES.has(name) ||
      (name === 'punct' && !HYPHEN.test(token.text)) ||
      (name === 'case' && token.head === index && i < index) ||
      (name === 'mark' && token.head === index)
    )
  })
  const [first, last] = run(members, index)
  let start = first
  while (start < index && OUTSIDE.has(tokens[start]!.upos)) start++
  return [start, last]
}

/** What may hang on a phrase in front without being part of it. */
const OUTSIDE = new Set(['ADP', 'SCONJ', 'CCONJ', 'VERB', 'AUX'])

const HYPHEN = /^[-‐‑'’"“”‘]$/

/** The nearest token above `index` in the tree for which `test` holds, or -1. */
export function above(tokens: readonly Token[], index: number, test: (token: Token, i: number) => boolean): number {
  let at = tokens[index]?.head ?? -1
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (test(tokens[at]!, at)) return at
    at = tokens[at]!.head
  }
  return -1
}

/** The token of `[first, last]` whose head lies outside it: the head of that stretch. */
export function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const { head, upos } = tokens[i]!
    if ((head < first || head > last) && upos !== 'PUNCT') return i
  }
  return last
}

/** Index of the first token that ends after `at` (token count when none does). */
export function tokenAt(tokens: readonly Token[], at: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Text between the first and last token. */
export const stretch = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
})
