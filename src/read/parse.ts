/**
 * Sentences, tokens, tags and dependency parse of each passage.
 *
 *     IS said it had shot down a drone.
 *     nsubj root ...                     known names are tagged as names before parsing
 *
 * Headlines and captions have a language of their own (language/headline.ts); title case and capitals are
 * read as running text (language/titlecase.ts).
 * Without passages the whole text is one body passage.
 */
import type { Resources } from '../knowledge/resources.ts'
import type { Analysis } from '../language/english.ts'
import { captionParts } from '../language/headline.ts'
import type { Segment } from '../language/segment.ts'
import { asRead } from '../language/titlecase.ts'
import type { Span } from '../model/span.ts'
import type { Passage, Role, Sentence, Token } from '../model/text.ts'
import type { Stage } from './stage.ts'

/** Tokens beyond which a sentence is parsed in pieces: such "sentences" are lists and tables. */
const LONGEST = 150

export const parse: Stage<Resources, 'sentences' | 'tokens'> = {
  name: 'parse',
  needs: ['passages'],
  gives: ['sentences', 'tokens'],
  run: ({ report: { text }, passages }, { english, known }) => {
    const sentences: Sentence[] = []
    const tokens: Token[] = []
    const whole: Passage[] = [{ start: 0, end: text.length, role: 'body' }]
    const parts = [...(passages.length ? passages : whole).entries()].flatMap(([passage, span]) => {
      const found = english.segment(text, span)
      return (span.role === 'caption' ? captioned(text, found) : found).flatMap(pieces).map((piece) => ({
        ...piece,
        passage,
        isTitle: TITLES.has(span.role),
        forms: piece.tokens.map((token) => text.slice(token.start, token.end)),
      }))
    })
    const read = asRead(
      parts.map(({ forms }) => forms),
      english.isCommon,
    )
    for (const [at, { start, end, passage, isTitle, tokens: spans, forms }] of parts.entries()) {
      const first = tokens.length
      const analyse = isTitle ? english.analyseTitle : english.analyse
      const analysis = analyse(read[at]!, known(read[at]!))
      tokens.push(...tokensOf(spans, forms, analysis, { first, sentence: sentences.length }))
      sentences.push({ start, end, passage, first, last: tokens.length })
    }
    return { sentences, tokens }
  },
}

/** The tokens of one sentence as a report lists them: `first` is where they begin there. */
export const tokensOf = (
  spans: readonly Span[],
  forms: readonly string[],
  { upos, xpos, lemmas, heads, deprels }: Analysis,
  { first, sentence }: { readonly first: number; readonly sentence: number },
): Token[] =>
  spans.map(({ start, end }, i) => ({
    start,
    end,
    text: forms[i]!,
    lemma: lemmas[i]!,
    upos: upos[i]!,
    xpos: xpos[i]!,
    head: heads[i]! < 0 ? -1 : first + heads[i]!,
    deprel: deprels[i]!,
    sentence,
  }))

/** Passages in the language of headlines. */
const TITLES: ReadonlySet<Role> = new Set(['headline', 'heading', 'teaser', 'caption'])

/** The sentences of a caption, its label and its credit apart from what is seen. */
const captioned = (text: string, sentences: readonly Segment[]): Segment[] =>
  sentences.flatMap(({ tokens }) => {
    const { first, last } = captionParts(tokens.map(({ start, end }) => text.slice(start, end)))
    return [tokens.slice(0, first), tokens.slice(first, last), tokens.slice(last)]
      .filter((part) => part.length)
      .map(around)
  })

/** A sentence, or the pieces of one that is too long to be one. */
function pieces(sentence: Segment): Segment[] {
  const { tokens } = sentence
  if (tokens.length <= LONGEST) return [sentence]
  const out: Segment[] = []
  for (let at = 0; at < tokens.length; at += LONGEST) out.push(around(tokens.slice(at, at + LONGEST)))
  return out
}

const around = (tokens: readonly Span[]): Segment => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens })
