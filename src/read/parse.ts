/**
 * Sentences, tokens, tags and dependency parse of each passage.
 *
 *     IS said it had shot down a drone.
 *     nsubj root ...                     known names are tagged as names before parsing
 *
 * Headlines in title case are read as running text where the body shows how (language/titlecase.ts).
 * Without passages the whole text is one body passage.
 */
import type { Resources } from '../knowledge/resources.ts'
import type { Segment } from '../language/segment.ts'
import { isTitleCase, lowerForms, readable } from '../language/titlecase.ts'
import type { Span } from '../model/span.ts'
import type { Passage, Sentence, Token } from '../model/text.ts'
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
    const parts = [...(passages.length ? passages : whole).entries()].flatMap(([passage, span]) =>
      english
        .segment(text, span)
        .flatMap(pieces)
        .map((piece) => ({
          ...piece,
          passage,
          forms: piece.tokens.map((token) => text.slice(token.start, token.end)),
        })),
    )
    const lower = parts.some(({ forms }) => isTitleCase(forms)) ? lowerForms(parts.map(({ forms }) => forms)) : null
    for (const { start, end, passage, tokens: spans, forms } of parts) {
      const first = tokens.length
      const read = lower && isTitleCase(forms) ? readable(forms, lower) : forms
      const { upos, xpos, lemmas, heads, deprels } = english.analyse(read, isShouted(forms) ? [] : known(forms))
      for (const [i, token] of spans.entries())
        tokens.push({
          start: token.start,
          end: token.end,
          text: forms[i]!,
          lemma: lemmas[i]!,
          upos: upos[i]!,
          xpos: xpos[i]!,
          head: heads[i]! < 0 ? -1 : first + heads[i]!,
          deprel: deprels[i]!,
          sentence: sentences.length,
        })
      sentences.push({ start, end, passage, first, last: tokens.length })
    }
    return { sentences, tokens }
  },
}

/** A sentence, or the pieces of one that is too long to be one. */
function pieces(sentence: Segment): Segment[] {
  const { tokens } = sentence
  if (tokens.length <= LONGEST) return [sentence]
  const out: Segment[] = []
  for (let at = 0; at < tokens.length; at += LONGEST) out.push(around(tokens.slice(at, at + LONGEST)))
  return out
}

const around = (tokens: readonly Span[]): Segment => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens })

/** Is most of it in capitals? Then "IS" may be a verb after all. */
function isShouted(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /^\p{L}{2,}$/u.test(form))
  return words.length > 2 && words.filter((form) => /^\p{Lu}+$/u.test(form)).length * 2 > words.length
}
