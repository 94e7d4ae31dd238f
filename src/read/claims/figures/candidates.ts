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
  /** Token that hangs the whole on its clause: mostly the head, for "leader Omar Sabri" the leader. */
  readonly anchor: number
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
  const others = numbered.filter((c) => !renames(tokens, c, singles))
  return [...others, ...singles].sort((a, b) => a.span.start - b.span.start)
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
  const told = quantity.high === 0 ? reportedOf(tokens, head, last) : -1
  if (told >= 0) [head, to] = [told, told + 1]
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

/** "No immediate reports of injuries": what is told of, after the word for the telling; -1 where there is none. */
function reportedOf(tokens: readonly Token[], head: number, last: number): number {
  if (!/^(?:report|sign|indication|account|record|word)$/.test(tokens[head]!.lemma)) return -1
  if (!/^(?:of|on)$/.test(tokens[head + 1]?.text ?? '')) return -1
  for (let i = head + 2; i < Math.min(head + 7, last); i++) if (/^NNS?$/.test(tokens[i]!.xpos) && !/^NN/.test(tokens[i + 1]?.xpos ?? '')) return i
  return -1
}

/** "Sabri, one of the leaders": the one person again. */
const renames = (tokens: readonly Token[], { from, number, low, high }: Candidate, singles: readonly Candidate[]) =>
  low === 1 &&
  high === 1 &&
  tokens[number + 1]?.text === 'of' &&
  tokens[from - 1]?.text === ',' &&
  singles.some(({ to }) => to === from - 1)

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
  reading: Reading,
  sentence: Sentence,
  found: readonly Found[],
  numbered: readonly Candidate[],
  measures: Measures,
): Candidate[] {
  if (!found.some(({ trigger }) => ONE.has(trigger.measure))) return []
  const { tokens } = reading
  const people = peopleIn(reading, sentence, measures)
  const triggers = new Set(found.map(({ at }) => at))
  const singles: Candidate[] = []
  const isApart = (at: number, head: number): boolean => triggers.has(at) && tokens[at]!.head !== head
  const add = (from: number, head: number, anchor: number, to: number): void => {
    if (numbered.some((c) => c.from < to && from < c.to)) return
    while (from > sentence.first && DESCRIBES.test(tokens[from - 1]!.xpos) && !isApart(from - 1, head)) from--
    const det = from > sentence.first ? tokens[from - 1]!.text.toLowerCase() : ''
    const begins = /^(?:an?|another|the|one|his|her|their|its|this|my)$/.test(det) ? from - 1 : from
    const span = { start: tokens[begins]!.start, end: tokens[to - 1]!.end }
    const one = { kind: 'single', low: 1, high: 1, bound: 'exact', quantity: null } as const
    singles.push({ ...one, span, number: begins, head, anchor, from: begins, to })
  }
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]!
    const person = people.find(({ from, to }) => from <= i && i < to)
    if (person) {
      const { from, head, to } = person
      i = to - 1
      const above = tokens[head]!.head
      if (to < sentence.last && /^NN/.test(tokens[to]!.xpos) && tokens[to]!.head !== head) continue
      if (tokens[head]!.deprel === 'appos' && singles.some((c) => c.from <= above && above < c.to)) continue
      const title = tokens[head]!.deprel === 'appos' && above === from - 1
      add(from, head, title ? above : head, to)
      continue
    }
    const pronoun = token.deprel === 'obj' && /^(?:him|her)$/i.test(token.text)
    if (!pronoun && ((token.xpos !== 'NN' && token.xpos !== 'NNP') || /^(?:compound|flat)/.test(token.deprel))) continue
    const next = tokens[i + 1]
    if (people.some(({ from }) => from === i + 1)) continue
    if (next && i + 1 < sentence.last && /^NN/.test(next.xpos) && next.head !== i && !/^,/.test(next.text)) continue
    const kind = classAt(tokens, i, measures)
    if (!pronoun && ((kind !== 'people' && kind !== 'fighters') || triggers.has(i))) continue
    if (token.deprel === 'appos' && singles.some((c) => c.from <= token.head && token.head < c.to)) continue
    add(i, i, i, i + 1)
  }
  return singles
}

/** Words that describe the noun after them. */
const DESCRIBES = /^(?:NN|JJ|VBN|NNP|HYPH|POS|CD)/

/** A person whom a sentence names: the tokens, and the one that heads the name. */
interface Person {
  readonly from: number
  readonly head: number
  readonly to: number
}

/** The people whom a sentence names: by the names layer, or as a name of two words or more that nothing else claims, or one behind a title. */
function peopleIn({ tokens, names, actors, places }: Reading, sentence: Sentence, measures: Measures): Person[] {
  const people: Person[] = []
  for (let from = sentence.first; from < sentence.last; from++) {
    if (tokens[from]!.xpos !== 'NNP') continue
    let to = from + 1
    while (to < sentence.last && tokens[to]!.xpos === 'NNP') to++
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end }
    const name = names.find((one) => overlaps(one, span))
    const known = actors.some((one) => overlaps(one, span) && one.basis !== 'name' && one.kind !== 'person')
    const placed = places.some((one) => overlaps(one, span))
    const kind = from > sentence.first && tokens[from - 1]!.xpos === 'NN' ? classAt(tokens, from - 1, measures) : null
    const titled = kind === 'people' || kind === 'fighters'
    if (name?.type === 'PER' ? !placed : !placed && !known && (titled || (!name && to - from > 1))) {
      let head = from
      for (let i = from; i < to; i++) if (tokens[i]!.head < from || tokens[i]!.head >= to) head = i
      people.push({ from, head, to })
    }
    from = to
  }
  return people
}
