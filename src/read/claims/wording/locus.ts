/**
 * A claim in its sentence, as the questions of its wording are put to it.
 *
 *     Danu fell on Friday.  The army retook nine villages near it.
 *                                    ^^^^^^ verb  ^^^^^^^^ many  ^^^^ beside      hits of the sentence, by sense
 *
 * Words are found once a sentence; what they mean where they stand is asked by the files beside this one.
 */
import type { Phrase, WordingWords, WordSense } from '../../../knowledge/wording.ts'
import type { Claim } from '../../../model/claim.ts'
import type { ActorMention, PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { firstAfter, type Span } from '../../../model/span.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import type { Sign } from '../../../model/wording.ts'
import { tokenAt } from '../../phrases.ts'

/** Words of one sense: tokens `[first, last)`. */
export interface Hit extends Pick<Phrase, 'called' | 'rank'> {
  readonly first: number
  readonly last: number
}

/** What one sentence holds. */
export interface Here {
  readonly sentence: Sentence
  readonly hits: ReadonlyMap<WordSense, readonly Hit[]>
  readonly places: readonly PlaceMention[]
  /** Whom it names, pronouns aside, in text order. */
  readonly actors: readonly ActorMention[]
}

/** A claim there. Tokens are those of the report, `[first, last)`. */
export interface Locus<C extends Claim = Claim> {
  readonly reading: Reading
  readonly tokens: readonly Token[]
  readonly claim: C
  readonly words: WordingWords
  readonly here: Here
  readonly first: number
  readonly last: number
  /** The words that set it off. */
  readonly verb: { readonly first: number; readonly last: number }
}

/** A reader of sentences by index: each is looked at once. */
export function sentencesOf(reading: Reading, words: WordingWords): (index: number) => Here {
  const known = new Map<number, Here>()
  return (index) => {
    let here = known.get(index)
    if (!here) known.set(index, (here = hereOf(reading, index, words)))
    return here
  }
}

function hereOf({ sentences, tokens, places, actors }: Reading, index: number, words: WordingWords): Here {
  const sentence = sentences[index]!
  return {
    sentence,
    hits: hitsOf(tokens, sentence, words),
    places: inside(places, sentence),
    actors: inside(actors, sentence).filter(({ basis }) => basis !== 'pronoun'),
  }
}

/** Those of some mentions, in text order, that stand in a sentence. */
function inside<M extends Span>(mentions: readonly M[], { start, end }: Span): M[] {
  const found: M[] = []
  for (let i = firstAfter(mentions, start); i < mentions.length && mentions[i]!.start < end; i++)
    found.push(mentions[i]!)
  return found
}

function hitsOf(tokens: readonly Token[], { first, last }: Sentence, words: WordingWords): Map<WordSense, Hit[]> {
  const hits = new Map<WordSense, Hit[]>()
  const look = (word: string, at: number): void => {
    for (const { rest, sense, called, rank } of words.get(word) ?? NONE) {
      const end = rest.length === 0 ? at + 1 : endOf(tokens, at + 1, last, rest)
      if (end < 0) continue
      const list = hits.get(sense)
      const hit = { first: at, last: end, called, rank }
      if (list) list.push(hit)
      else hits.set(sense, [hit])
    }
  }
  for (let at = first; at < last; at++) {
    const { upos, lemma } = tokens[at]!
    if (upos === 'PUNCT') continue
    const form = lower(tokens[at]!)
    look(form, at)
    if (lemma !== form && lemma.toLowerCase() !== form) look(lemma.toLowerCase(), at)
  }
  return hits
}

const NONE: readonly Phrase[] = []

/** Where the words end that begin at a token and are those of an entry, or -1. */
function endOf(tokens: readonly Token[], from: number, last: number, rest: readonly string[]): number {
  let at = from
  let spare = 0
  for (const word of rest) {
    if (word === '~') {
      spare = 2
      continue
    }
    while (at < last && spare > 0 && !isWord(tokens[at]!, word)) {
      at++
      spare--
    }
    if (at >= last || !isWord(tokens[at]!, word)) return -1
    at++
    spare = 0
  }
  return at
}

const isWord = (token: Token, word: string): boolean =>
  word === '#' ? token.upos === 'NUM' : lower(token) === word || token.lemma.toLowerCase() === word

export const lower = ({ text }: Pick<Token, 'text'>): string => text.toLowerCase()

/** No word: what stands beyond the ends of a report. */
export const BLANK = { text: '' } as const

/** The claim in the sentence it begins in. */
export function locusOf<C extends Claim>(reading: Reading, claim: C, here: Here, words: WordingWords): Locus<C> {
  const { tokens } = reading
  const { trigger } = claim.reason
  return {
    reading,
    tokens,
    claim,
    words,
    here,
    first: tokenAt(tokens, claim.start),
    last: tokenAt(tokens, claim.end - 1) + 1,
    verb: { first: tokenAt(tokens, trigger.start), last: tokenAt(tokens, trigger.end - 1) + 1 },
  }
}

/** The words of a sense that stand wholly within tokens `[from, to)`, the whole sentence unless said. */
export function within({ here }: Locus, sense: WordSense, from = here.sentence.first, to = here.sentence.last): Hit[] {
  return (here.hits.get(sense) ?? []).filter((hit) => hit.first >= from && hit.last <= to)
}

/** Does a word of the sense stand there? */
export const has = (locus: Locus, sense: WordSense, from?: number, to?: number): boolean =>
  within(locus, sense, from, to).length > 0

/** Is the token a word of the sense, by itself or as the beginning of several? */
export const isA = ({ here }: Locus, sense: WordSense, at: number): boolean =>
  (here.hits.get(sense) ?? []).some(({ first }) => first === at)

/** The words of a sense that end right before a token. */
export const before = ({ here }: Locus, sense: WordSense, at: number): Hit | undefined =>
  here.hits.get(sense)?.find(({ last }) => last === at)

/** Does any of the tokens `[from, to)` end a clause? */
export const isBroken = ({ tokens }: Locus, from: number, to: number, marks = /^[.,;:()]$/): boolean => {
  for (let i = from; i < to; i++) if (marks.test(tokens[i]!.text)) return true
  return false
}

/** The token before, articles passed over. */
export function skipArticle({ tokens }: Locus, at: number): number {
  return /^(?:the|an?)$/i.test(tokens[at]?.text ?? '') ? at - 1 : at
}

/** The signs that were found to be there, in their order. */
export const those = (asked: readonly (readonly [Sign, boolean])[]): Sign[] =>
  asked.flatMap(([sign, is]) => (is ? sign : []))
