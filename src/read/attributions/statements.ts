/**
 * Statements printed whole: a cue that ends in a colon, and the paragraphs behind it without quotation marks.
 *
 *     The minister said :          cue
 *     We condemn the attack ...    content, paragraph by paragraph, as long as it says "I" or "we" again
 *
 * Press offices write so, and as "Statement by the minister on ..." above a whole page in the first person. Quoted
 * paragraphs are read elsewhere but for those that "the following statement" opens, and a list after a colon is no statement.
 */
import { type ReportingVerb, SAYING } from '../../knowledge/reporting.ts'
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
    const given = givenIn(tokens, first, last)
    const cue = given ?? cueIn(tokens, first, last, verbOf)
    if (cue === null) continue
    const content = (given === null ? null : quoted(text, end, quotes)) ?? statement(text, end, quotes)
    if (!content) continue
    const source = subjectOf(tokens, cue, canSpeak)
    drafts.push({
      verb: verbOf(cue) ?? SAYING,
      cue: cueOf(tokens, cue),
      source,
      sourceSpan: source < 0 ? null : phraseSpan(tokens, source),
      content: [content],
    })
  }
  return drafts
}

/** A paragraph of sentences, and no item of a list. */
const isTold = (paragraph: string): boolean => /^["“]?\p{Lu}.{60,}[.!?]\s*$/u.test(paragraph.trim())

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

/** "Issued the following statement:", "released this statement on the advance:": the verb; null where none gives one. */
function givenIn(tokens: readonly Token[], first: number, last: number): number | null {
  for (let i = first; i < last; i++)
    if (
      /^(?:statement|comment|remark)s?$/i.test(tokens[i]!.text) &&
      /^(?:following|this|these)$/i.test(tokens[i - 1]?.text ?? '')
    )
      for (let verb = i - 2; verb >= Math.max(first, i - 5); verb--)
        if (/^(?:provide|issue|release|make|give|publish)$/.test(tokens[verb]!.lemma)) return verb
  return null
}

/** The quotation that begins right behind the colon; null where none does. */
const quoted = (text: string, colon: number, quotes: readonly Span[]): Span | null =>
  quotes.find(({ start }) => start >= colon && /^[\s:]*$/.test(text.slice(colon, start))) ?? null

/**
 * From the first paragraph behind the colon to the last in the first person; the first two may go without it.
 * Null when there is none, or only a list or a line.
 */
function statement(text: string, colon: number, quotes: readonly Span[]): Span | null {
  const rest = text.slice(colon)
  const skip = /^[\s:]*/.exec(rest)![0].length
  if (!rest.slice(0, skip).includes('\n')) return null
  const start = colon + skip
  let end = -1
  let before = -1
  let idle = 0
  for (const { 0: paragraph, index } of text.slice(start).matchAll(/[^\n]+/g)) {
    const span = { start: start + index, end: start + index + paragraph.trimEnd().length }
    if (OVER.test(paragraph.trim()) || quotes.some((quote) => overlaps(quote, span) && quote.start === span.start))
      break
    if (FIRST_PERSON.test(paragraph)) [end, idle] = [span.end, 0]
    else if (++idle > PATIENCE) break
    else if (idle > 0 && (end < 0 || end === before) && isTold(paragraph)) end = before = span.end
  }
  return end < 0 ? null : { start, end }
}
