/**
 * Candidates: everything in a sentence that may be a figure.
 *
 *     Two guards and a cook were hurt when 30 shells fell 5 km away.
 *     ^^^^^^^^^^ count
 *                    ^^^^^^ one person, not numbered
 *                                         ^^^^^^^^^ count         (the distance is none)
 *
 * Measure and truth are decided later; here nothing is lost that could be one.
 */
import type { Measures } from '../../../knowledge/measures.ts'
import type { Bound, Quantity } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { overlaps, type Span } from '../../../model/span.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import { classAt, tellsOfDisease } from './counted.ts'
import { type Found, triggersIn } from './triggers.ts'

/** Something counted, with the token its clause hangs on. */
export interface Candidate {
  readonly kind: 'number' | 'single'
  /** Number with its noun, or the noun phrase of the one person. */
  readonly span: Span
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
  /** Token of the number, or of the determiner; for a bare noun the noun. */
  readonly number: number
  /** Token of the counted noun, or of the number where it stands alone. */
  readonly head: number
  /** First and last + 1 token of the whole. */
  readonly from: number
  readonly to: number
  readonly quantity: Quantity | null
}

const ROLES: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'measure', 'ordinal'])

/** Candidates of one sentence in text order. `at` finds the quantities that stand in it. */
export function candidatesIn(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  found: readonly Found[],
  measures: Measures,
): Candidate[] {
  const { tokens } = reading
  const numbered = quantities
    .filter(({ role }) => ROLES.has(role))
    .map((quantity) => numberCandidate(tokens, sentence, quantity, measures))
    .filter((c) => c !== null)
    .filter((c) => !isYear(tokens, c))
    .flatMap((c) => (c.quantity?.role === 'ordinal' ? inRow(tokens, c, measures) : [c]))
  const singles = singleCandidates(reading, sentence, found, numbered, measures)
  return [...numbered, ...singles].sort((a, b) => a.span.start - b.span.start)
}

/** Triggers of a sentence. */
export const sentenceTriggers = (
  { tokens }: Reading,
  { first, last }: Sentence,
  measures: Measures,
  quantities: readonly Quantity[],
): Found[] => triggersIn(tokens, first, last, measures, quantities, tellsOfDisease(tokens, measures))

function numberCandidate(
  tokens: readonly Token[],
  { first, last }: Sentence,
  quantity: Quantity,
  measures: Measures,
): Candidate | null {
  const { unitSpan } = quantity
  let [from, number] = [-1, -1]
  for (let i = first; i < last && tokens[i]!.start < quantity.end; i++)
    if (overlaps(tokens[i]!, quantity)) {
      if (from < 0) from = i
      if (number < 0 || tokens[i]!.upos === 'NUM' || tokens[number]!.upos !== 'NUM') number = i
    }
  if (from < 0) return null
  let [head, to] = [number, number + 1]
  if (unitSpan)
    for (let i = number; i < last && tokens[i]!.start < unitSpan.end; i++)
      if (overlaps(tokens[i]!, unitSpan)) [head, to] = [i, i + 1]
  for (let i = head; i > number; i--)
    if (classAt(tokens, i, measures)) {
      ;[head, to] = [i, i + 1]
      break
    }
  return {
    kind: 'number',
    span: { start: Math.min(tokens[from]!.start, quantity.start), end: Math.max(tokens[to - 1]!.end, quantity.end) },
    low: quantity.low,
    high: quantity.high,
    bound: quantity.bound,
    number,
    head,
    from,
    to,
    quantity,
  }
}

/** "The 1967 war", "the 2014 election": a year stands before one thing. */
const isYear = (tokens: readonly Token[], { low, high, head, number }: Candidate): boolean =>
  low === high && low !== null && /^(?:1[89]|20)\d\d$/.test(tokens[number]!.text) && /^NNP?$/.test(tokens[head]!.xpos)

/** "Its fourth case" makes four, "a fourth case" one more; "the first case" says that there were none before. Only cases are told in a row. */
function inRow(tokens: readonly Token[], candidate: Candidate, measures: Measures): Candidate[] {
  const { from, head, number, low } = candidate
  if (head === number || low === null || low < 2 || tokens[head]!.xpos === 'NNS') return []
  if (classAt(tokens, head, measures) !== 'case') return []
  const before = tokens[from - 1]?.text ?? ''
  const whole = /^(?:the|its|their|['’]s?)$/i.test(before)
  return [whole ? candidate : { ...candidate, low: 1, high: 1 }]
}

/** Measures for which one person, not numbered, is a figure. */
const ONE: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'infected'])

function singleCandidates(
  { tokens, names }: Reading,
  sentence: Sentence,
  found: readonly Found[],
  numbered: readonly Candidate[],
  measures: Measures,
): Candidate[] {
  if (!found.some(({ trigger }) => ONE.has(trigger.measure))) return []
  const singles: Candidate[] = []
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]!
    const pronoun = token.deprel === 'obj' && /^(?:him|her)$/i.test(token.text)
    if (!pronoun && ((token.xpos !== 'NN' && token.xpos !== 'NNP') || /^(?:compound|flat)/.test(token.deprel))) continue
    const next = tokens[i + 1]
    if (next && i + 1 < sentence.last && /^NN/.test(next.xpos) && next.head !== i && !/^,/.test(next.text)) continue
    const named = pronoun || names.some((name) => name.type === 'PER' && overlaps(name, token))
    const kind = classAt(tokens, i, measures)
    if (!named && ((kind !== 'people' && kind !== 'fighters') || found.some((f) => f.at === i))) continue
    if (numbered.some((c) => c.from <= i && i < c.to)) continue
    let from = i
    while (from > sentence.first && /^(?:NN|JJ|VBN|NNP|HYPH|POS|CD)/.test(tokens[from - 1]!.xpos)) from--
    const det = from > sentence.first ? tokens[from - 1]!.text.toLowerCase() : ''
    const begins = /^(?:an?|another|the|one|his|her|their|its|this|my)$/.test(det) ? from - 1 : from
    singles.push({
      kind: 'single',
      span: { start: tokens[begins]!.start, end: token.end },
      low: 1,
      high: 1,
      bound: 'exact',
      number: begins,
      head: i,
      from: begins,
      to: i + 1,
      quantity: null,
    })
  }
  return singles
}
