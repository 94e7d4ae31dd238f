/**
 * Phrases: places that are called by a common noun and a name, or by a noun alone.
 *
 *     villages near Tarin          "villages near Tarin"
 *     eastern districts of Tarin   "eastern Tarin"
 *     the city's eastern suburbs   "eastern suburbs of" whatever city was named last
 *
 * Works on the parse alone; which of the names is meant is weighed elsewhere.
 */
import { directionOf } from '../../../knowledge/directions.ts'
import type { Token } from '../../../model/text.ts'
import { related, relation } from '../../phrases.ts'

/** A name put together around another, the token that heads it, and what sort of thing it names. */
export interface Phrase {
  readonly name: string
  readonly head: number
  readonly sort: string
}

/** Nouns for a part of a town or region that coders call by its side alone. */
const PART = new Set(
  'part side half sector quarter area section district neighborhood neighbourhood suburb bank flank'.split(' '),
)

/** Nouns that stand for places of their own, by what they are. */
const SITES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    part: 'part side half sector section quarter district neighborhood neighbourhood suburb outskirt edge flank center centre entrance',
    settlement: 'village town city area region territory land capital camp enclave pocket countryside',
    road: 'road highway street route line bridge crossing border frontline axis corridor',
    site: 'field oilfield farm airport airbase base position headquarters building compound hospital mosque school prison market factory plant station dam checkpoint stronghold college',
  }).flatMap(([sort, nouns]) => nouns.split(' ').map((noun) => [noun, sort] as const)),
)

/** What sort of place a common noun stands for; undefined when it stands for none. */
export const siteOf = (token: Token): string | undefined => SITES.get(token.lemma.toLowerCase())

/** Names that the noun above the name at `token` makes of it. */
export function phrasesOver(tokens: readonly Token[], token: number, name: string): Phrase[] {
  const up = tokens[token]?.head ?? -1
  const noun = tokens[up]
  if (noun?.upos !== 'NOUN' || noun.sentence !== tokens[token]!.sentence) return []
  const tie = relation(tokens[token]!)
  if (tie !== 'nmod' && tie !== 'compound' && tie !== 'amod') return []
  const sort = siteOf(noun)
  if (!sort) return []
  const side = sideOf(tokens, up)
  const found: Phrase[] = []
  if (side && PART.has(noun.lemma)) found.push({ name: `${side} ${name}`, head: up, sort: 'side' })
  const many = noun.xpos === 'NNS'
  if (many || sort !== 'settlement') {
    const preposition = related(tokens, token, 'case')[0]
    const link = preposition !== undefined && preposition < token ? tokens[preposition]!.text.toLowerCase() : 'of'
    const between = tie === 'nmod' && /^(?:near|around|in|outside|across|to|between|into)$/.test(link) ? link : 'of'
    const what = sort === 'part' || sort === 'settlement' ? noun.text : `${compound(tokens, up)}${noun.text}`
    found.push({ name: `${what} ${between} ${name}`, head: up, sort: `${sort}${many ? 's' : ''}` })
  }
  return found
}

/** "eastern": the side that a noun's adjective names. */
function sideOf(tokens: readonly Token[], noun: number): string | null {
  for (const child of related(tokens, noun, 'amod')) {
    const word = tokens[child]!
    const direction = directionOf(word.text)
    if (direction) return direction.adjective
    if (/^(?:central|rural)$/i.test(word.text)) return word.text.toLowerCase()
  }
  return null
}

/** "cement " of "cement factory". */
const compound = (tokens: readonly Token[], noun: number): string =>
  related(tokens, noun, 'compound')
    .filter((child) => child < noun && tokens[child]!.upos === 'NOUN')
    .map((child) => `${tokens[child]!.text} `)
    .join('')
