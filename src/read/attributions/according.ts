/**
 * "According to" and its kin: a source without a verb.
 *
 *     The dam has burst , according to two engineers .
 *     content             cue          source
 *
 * Also headlines that begin with a name and a colon ("Mayor: bridge is safe").
 */
import { SAYING } from '../../knowledge/reporting.ts'
import { covers, type Span } from '../../model/span.ts'
import type { Sentence, Token } from '../../model/text.ts'
import { nounPhrase, subtree } from '../phrases.ts'
import { type Draft, phraseSpan, trim } from './clauses.ts'

/** Drafts of a sentence's "according to" phrases. */
export function fromAccording(tokens: readonly Token[], { first, last }: Sentence, quotes: readonly Span[]): Draft[] {
  const drafts: Draft[] = []
  for (let i = first; i + 2 < last; i++) {
    const two = tokens[i]!.text.toLowerCase() === 'according' && tokens[i + 1]!.text.toLowerCase() === 'to'
    if (!two || quotes.some((quote) => covers(quote, tokens[i]!))) continue
    const source = nounAfter(tokens, i + 2, last)
    if (source < 0) continue
    const own = subtree(tokens, source).filter((t) => t > i && t < last)
    const stop = Math.max(source, ...(own.length > 0 && own.length < 45 ? own : nounPhrase(tokens, source)))
    const before = trim(tokens, first, i - 1)
    const after = trim(tokens, stop + 1, last - 1)
    const content = [before, after].filter((span): span is Span => span !== null && span.end - span.start > 12)
    if (content.length === 0) continue
    drafts.push({ verb: SAYING, cue: [i, i + 1], source, sourceSpan: phraseSpan(tokens, source), content })
  }
  return drafts
}

/** Head of the first noun phrase from `from` on. */
function nounAfter(tokens: readonly Token[], from: number, last: number): number {
  for (let i = from; i < Math.min(last, from + 12); i++) {
    if (!['NOUN', 'PROPN', 'PRON', 'NUM'].includes(tokens[i]!.upos)) continue
    let head = i
    for (let steps = 0; steps < 6; steps++) {
      const up = tokens[head]!.head
      if (up <= head || up >= last || !['NOUN', 'PROPN'].includes(tokens[up]!.upos)) break
      if (!['compound', 'amod', 'nmod:poss', 'nummod', 'det', 'flat'].includes(tokens[head]!.deprel)) break
      head = up
    }
    return head
  }
  return -1
}
