/**
 * Statements printed whole: a cue that ends in a colon, and paragraphs in the first person without quotation marks.
 *
 *     The minister said :          cue
 *     We condemn the attack ...    content, paragraph by paragraph, as long as it says "I" or "we" again
 *
 * Press offices write so. Quoted paragraphs are read elsewhere, and a list after a colon is no statement.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Sentence, Token } from '../../model/text.ts'
import { cueOf, type Draft, phraseSpan } from './clauses.ts'
import { type CanSpeak, subjectOf } from './subjects.ts'

const FIRST_PERSON = /\b(I|we|We|our|Our|my|My|us|me)\b/
const OVER = /^(ends?|notes?( to editors)?|background|further information|follow|media enquiries|contact|###|about)\b/i
/** Paragraphs that a statement may go without "I" or "we". */
const PATIENCE = 2

/** Drafts of statements after a colon. */
export function fromStatements(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  quotes: readonly Span[],
  verbOf: (index: number) => ReportingVerb | undefined,
  canSpeak: CanSpeak,
): Draft[] {
  const drafts: Draft[] = []
  for (const { first, last, end } of sentences) {
    if (tokens[last - 1]?.text !== ':' && !/^\s*:/.test(text.slice(end, end + 2))) continue
    const cue = cueIn(tokens, first, last, verbOf)
    if (cue === null) continue
    const content = statement(text, end, quotes)
    if (!content) continue
    const source = subjectOf(tokens, cue, canSpeak)
    drafts.push({
      verb: verbOf(cue)!,
      cue: cueOf(tokens, cue),
      source,
      sourceSpan: source < 0 ? null : phraseSpan(tokens, source),
      content: [content],
    })
  }
  return drafts
}

/** The last verb of saying in the sentence. */
function cueIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  verbOf: (index: number) => ReportingVerb | undefined,
): number | null {
  for (let i = last - 1; i >= first; i--) if (tokens[i]!.upos === 'VERB' && verbOf(i)?.quote) return i
  return null
}

/** From the first paragraph behind the colon to the last in the first person; null when there is none. */
function statement(text: string, colon: number, quotes: readonly Span[]): Span | null {
  const rest = text.slice(colon)
  const skip = /^[\s:]*/.exec(rest)![0].length
  if (!rest.slice(0, skip).includes('\n')) return null
  const start = colon + skip
  let end = -1
  let idle = 0
  for (const { 0: paragraph, index } of text.slice(start).matchAll(/[^\n]+/g)) {
    const span = { start: start + index, end: start + index + paragraph.trimEnd().length }
    if (OVER.test(paragraph.trim()) || quotes.some((quote) => overlaps(quote, span) && quote.start === span.start))
      break
    if (FIRST_PERSON.test(paragraph)) [end, idle] = [span.end, 0]
    else if (++idle > PATIENCE) break
  }
  return end < 0 ? null : { start, end }
}
