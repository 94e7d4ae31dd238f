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
import { classAt } from './counted.ts'
import { singleCandidates } from './singles.ts'
import { type Found, triggersIn } from './triggers.ts'
import { negated, reportedOf } from './zeros.ts'

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
  /** Token that hangs the whole on its clause: mostly the head, for "leader Omar Sabri" the leader. */
  readonly anchor: number
  /** First and last + 1 token of the whole. */
  readonly from: number
  readonly to: number
  readonly quantity: Quantity | null
}

/** "Killed six people, two medics said": those who say so are not counted with them. */
function speaks({ tokens, attributions }: Reading, { span, head }: Candidate): boolean {
  const { deprel, head: verb } = tokens[head]!
  const holds = (outer: readonly Span[] | null, { start, end }: Span): boolean =>
    outer?.some((part) => part.start <= start && part.end >= end) === true
  return deprel === 'nsubj' && attributions.some(({ source, cue }) => holds(source, span) && holds(cue, tokens[verb]!))
}

/** "A magnitude 7.8 earthquake", "a 6.1-magnitude quake", "Category 4 hurricanes": how strong, not how many. */
const isGrade = (tokens: readonly Token[], { number }: Candidate): boolean =>
  [number - 1, number + 1].some((at) => {
    const near = /^[-‐‑]$/.test(tokens[at]?.text ?? '') ? 2 * at - number : at
    return /^(?:magnitude|richter)$/i.test(tokens[near]?.text ?? '')
  }) || /^(?:category|phase|stage)$/i.test(tokens[number - 1]?.text ?? '')

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
    .filter((c) => !isYear(tokens, c) && !isGrade(tokens, c) && !isDay(reading, c) && !speaks(reading, c))
    .flatMap((c) => (c.quantity?.role === 'ordinal' ? inRow(tokens, c, measures) : [c]))
  const singles = singleCandidates(reading, sentence, found, numbered, measures)
  const others = numbered.filter((c) => !renames(tokens, c, singles))
  return [...others, ...negated(tokens, sentence, found, others), ...singles].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** Triggers of a sentence; what went off "without killing" anybody is none, who "returned fire" came back from nowhere, and those who "remain missing" live nowhere. */
export const sentenceTriggers = (
  { tokens }: Reading,
  { first, last }: Sentence,
  measures: Measures,
  quantities: readonly Quantity[],
  sick: boolean,
): Found[] => {
  const counting = (at: number): boolean => quantities.some(({ start }) => start === tokens[at]?.start)
  const counts = quantities.filter(({ role }) => role !== 'duration' && role !== 'year')
  return triggersIn(tokens, first, last, measures, counts, sick).filter(
    ({ at, from, to, trigger }, _, all) =>
      (sick || !/^(?:counts|toll)$/.test(trigger.form) || tokens[from]!.lemma !== 'case') &&
      (tokens[from - 1]?.lemma !== 'without' || trigger.words.length > 1) &&
      !(tokens[at]!.lemma === 'return' && tokens[at + 1]?.text === 'fire') &&
      !(trigger.measure === 'population' && trigger.form === 'verb' && all.some((one) => one.from === to)) &&
      !(
        trigger.measure === 'captured' &&
        tokens[at]!.lemma === 'hold' &&
        trigger.words.length === 1 &&
        !counting(to)
      ) &&
      !(trigger.measure === 'trapped' && tokens[at]!.lemma === 'catch' && hasObject(tokens, at)),
  )
}

/** "Caught the virus": nobody was caught. */
const hasObject = (tokens: readonly Token[], at: number): boolean =>
  /^(?:DT|NN|JJ)/.test(tokens[at + 1]?.xpos ?? '') &&
  tokens.slice(at + 1, at + 6).some(({ head, deprel }) => head === at && deprel === 'obj')

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
    if (classAt(tokens, i, measures) && (i === head || tokens[i]!.xpos !== 'NNP')) {
      ;[head, to] = [i, i + 1]
      break
    }
  // "40,000 of the city's 400,000 inhabitants": of those counted next.
  if (/^['’]s?$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.upos === 'NUM') [head, to] = [number, number + 1]
  const told = quantity.high === 0 ? reportedOf(tokens, head, last) : -1
  if (told >= 0) [number, head, to] = [head + 1, told, told + 1]
  return {
    kind: 'number',
    span: { start: Math.min(tokens[from]!.start, quantity.start), end: Math.max(tokens[to - 1]!.end, quantity.end) },
    low: quantity.low,
    high: quantity.high,
    bound: quantity.bound,
    number,
    head,
    anchor: head,
    from,
    to,
    quantity,
  }
}

/** "Sabri, one of the leaders": the one person again. */
const renames = (tokens: readonly Token[], { from, number, low, high }: Candidate, singles: readonly Candidate[]) =>
  low === 1 &&
  high === 1 &&
  tokens[number + 1]?.text === 'of' &&
  tokens[from - 1]?.text === ',' &&
  singles.some(({ to }) => to === from - 1)

/** "The week from 3 to 9 June": the third. */
const isDay = ({ tokens, times }: Reading, { number }: Candidate): boolean =>
  times.some(({ type, start, end }) => type === 'date' && start <= tokens[number]!.start && end >= tokens[number]!.end)

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
