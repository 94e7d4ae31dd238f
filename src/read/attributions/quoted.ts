/**
 * Direct speech: a quotation, its cue and its speaker, found by where they stand rather than by the parse.
 *
 *     “We are ready,” the mayor said Monday. “We will not leave.”
 *     ^^^^^^^^^^^^^^^           cue          ^^^^^^^^^^^^^^^^^^^^ both halves are one attribution
 *
 * A quotation of a few words inside a clause is not direct speech: it is left
 * to the clause it stands in.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import { type Span, within } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'
import { relation, tokenAt } from '../phrases.ts'
import { cueOf, type Draft, phraseSpan } from './clauses.ts'
import { type CanSpeak, subjectOf } from './subjects.ts'

/** Drafts for every quotation that has a cue beside it, and the verbs used up by them. */
export function fromQuotations(
  text: string,
  tokens: readonly Token[],
  quotes: readonly Span[],
  verbOf: (index: number) => ReportingVerb | undefined,
  canSpeak: CanSpeak,
): { drafts: Draft[]; used: Set<number> } {
  const drafts: Draft[] = []
  const used = new Set<number>()
  const taken = new Set<Span>()
  quotes.forEach((quote, q) => {
    if (taken.has(quote) || !isSpeech(text, quote)) return
    const cue = cueAfter(text, tokens, quotes, q, verbOf) ?? cueBefore(text, tokens, quotes, q, verbOf)
    if (cue === null || used.has(cue)) return
    const content = [quote]
    taken.add(quote)
    for (let n = q + 1; n < quotes.length; n++) {
      const next = quotes[n]!
      const between = text.slice(content.at(-1)!.end, next.start)
      if (!isSpeech(text, next) || !goesOn(between, content.at(-1)!.end, tokens[cue]!)) break
      content.push(next)
      taken.add(next)
    }
    used.add(cue)
    const source = speakerOf(tokens, cue, quotes, canSpeak)
    drafts.push({
      verb: verbOf(cue)!,
      cue: cueOf(tokens, cue),
      source,
      sourceSpan: source < 0 ? null : phraseSpan(tokens, source),
      content,
    })
  })
  return { drafts, used }
}

/** A sentence of its own or half of one: it begins like one, or ends with a mark inside the quotation. */
function isSpeech(text: string, { start, end }: Span): boolean {
  const inside = text.slice(start + 1, end - 1)
  const words = inside.split(/\s+/).length
  return /[.,?!…—]['’]?\s*$/.test(inside)
    ? words > 1 || /[,?!]$/.test(inside)
    : /[:,]\s*$/.test(text.slice(Math.max(0, start - 20), start)) && words > 3
}

/** Does the next quotation carry on the same speech? The cue's sentence, and nothing else, may stand between. */
function goesOn(between: string, end: number, cue: Token): boolean {
  if (/\n\s*\n/.test(between)) return false
  if (/^\s*$/.test(between)) return true
  const cueInside = cue.start >= end && cue.start < end + between.length
  return cueInside && !/[.!?]["”]?\s+\S/.test(between.trim()) && between.length < 220
}

/** "…,” said the mayor": a reporting verb after the quotation, before the sentence ends. */
function cueAfter(
  text: string,
  tokens: readonly Token[],
  quotes: readonly Span[],
  q: number,
  verbOf: (index: number) => ReportingVerb | undefined,
): number | null {
  const { end } = quotes[q]!
  if (/[.]["”']?$/.test(text.slice(end - 2, end)) && /^\s*$/.test(text.slice(end, lineEnd(text, end)))) return null
  const stop = Math.min(lineEnd(text, end), quotes[q + 1]?.start ?? text.length)
  const first = tokenAt(tokens, end)
  const opening = tokens[first]
  if (!opening) return null
  const sentence = opening.sentence
  for (let i = first; i < tokens.length && tokens[i]!.start < stop && i < first + 40; i++) {
    if (tokens[i]!.sentence > sentence || /^[.;]$/.test(tokens[i]!.text)) break
    const verb = verbOf(i)
    if (verb?.quote && verb.type !== 'document' && tokens[i]!.upos === 'VERB') return i
  }
  return null
}

/** "The mayor said: “…": a reporting verb before the quotation, in its sentence or closing the one before with a colon. */
function cueBefore(
  text: string,
  tokens: readonly Token[],
  quotes: readonly Span[],
  q: number,
  verbOf: (index: number) => ReportingVerb | undefined,
): number | null {
  const { start } = quotes[q]!
  const lead = text.slice(Math.max(0, start - 4), start)
  const colon = /:\s*$/.test(lead)
  const floor = quotes[q - 1]?.end ?? 0
  for (let i = tokenAt(tokens, start) - 1; i >= 0 && tokens[i]!.start >= floor; i--) {
    const { text: word, start: at } = tokens[i]!
    if (/^[.;!?]$/.test(word)) break
    if (!colon && text.slice(at, start).includes('\n')) break
    if (start - at > 260) break
    const verb = verbOf(i)
    if (verb?.quote && tokens[i]!.upos === 'VERB') return i
  }
  return null
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** The speaker beside a cue: its subject in the parse, else the nearest noun or pronoun on either side. */
function speakerOf(tokens: readonly Token[], cue: number, quotes: readonly Span[], canSpeak: CanSpeak): number {
  const free = (i: number): boolean => !within(quotes, tokens[i]!)
  const subject = subjectOf(tokens, cue, canSpeak)
  if (subject >= 0 && free(subject) && Math.abs(subject - cue) < 40) return subject
  const nominal = (i: number): boolean =>
    ['NOUN', 'PROPN', 'PRON'].includes(tokens[i]?.upos ?? '') &&
    free(i) &&
    tokens[i]!.sentence === tokens[cue]!.sentence
  if (nominal(cue - 1)) return cue - 1
  for (let i = cue + 1; i < cue + 8 && i < tokens.length; i++) {
    if (/^[.,;:]$/.test(tokens[i]!.text)) break
    if (nominal(i) && !['compound', 'nmod', 'flat'].includes(relation(tokens[i]!))) return i
  }
  for (let i = cue - 2; i > cue - 6 && i >= 0; i--) if (nominal(i)) return i
  return -1
}
