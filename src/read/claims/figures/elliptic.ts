/**
 * Numbers that leave out what they count: it was said with the number before, or in front of them.
 *
 *     killed 12 people, including three children        as the 12
 *     wounded 40 people and another 15 in the port       as the 40
 *     brings the number of troops in the valley to 900   as "number of" says
 */
import type { CountedClass, Measures } from '../../../knowledge/measures.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { classAt } from './counted.ts'
import { type Framed, inherits, measureOf } from './frames.ts'
import type { Choice } from './sentence.ts'
import type { Found } from './triggers.ts'

/** What the number before it says, for a number told as part of it or joined to it without a trigger of its own. */
export function shared(
  tokens: readonly Token[],
  before: Choice | undefined,
  candidate: Candidate,
  kind: CountedClass | null,
): Framed | null {
  if (!before?.framed) return null
  if (kind === null && isShare(tokens, candidate)) return before.framed
  if (kind === null && candidate.head !== candidate.number && LISTED.has(before.framed.measure))
    return candidate.kind === 'number' && isNext(tokens, before.candidate.to, candidate.from) ? before.framed : null
  if (!inherits(before.framed.measure, kind) && !(kind === null && candidate.quantity?.additional)) return null
  if (candidate.kind === 'single' && !/^(?:an?|another|his)$/i.test(tokens[candidate.from]!.text)) return null
  const gap = tokens.slice(before.candidate.to, candidate.from).map(({ text }) => text.toLowerCase())
  const part = isPart(tokens, before, candidate)
  const words = gap.filter((word) => !/^[,;:]$/.test(word))
  const joined =
    words.length <= 2 &&
    (words.length === 0 || words[0] === 'and' || words.at(-1) === 'and' || words.join(' ') === 'along with')
  const more = kind === null && candidate.quantity?.additional === true && candidate.head === candidate.number
  return part || joined || (more && gap.length < 12) ? before.framed : null
}

/** Measures of things that reports list: "three rifles, eight circuit boards and two drums". */
const LISTED: ReadonlySet<string> = new Set(['equipment', 'strikes', 'damaged'])

/** Nothing but a comma or "and" between the two. */
const isNext = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from && to - from < 3 && tokens.slice(from, to).every(({ text }) => /^(?:,|and|;)$/.test(text))

/** "eight of them": a share of those counted before. */
const isShare = (tokens: readonly Token[], { head, number }: Candidate): boolean =>
  head === number && tokens[number + 1]?.text === 'of' && /^(?:them|whom)$/.test(tokens[number + 2]?.text ?? '')

/** Does a word of inclusion stand between the number before and this one? */
export function isPart(tokens: readonly Token[], before: Choice | undefined, { from }: Candidate): boolean {
  const gap = before?.framed ? tokens.slice(before.candidate.to, from) : []
  return gap.length < 8 && gap.some(({ text }) => PART.test(text.toLowerCase()))
}

const PART = /^(?:includ(?:ing|ed|es?)|among|mostly|them|whom)$/

/** "Six nurses were among 22 people killed": a number counted among a later one is told as that is. */
export function amongst(tokens: readonly Token[], choice: Choice, later: readonly Choice[]): Choice {
  const { candidate, framed, kind } = choice
  if (framed?.link || kind === null) return choice
  for (const next of later) {
    const gap = tokens.slice(candidate.to, next.candidate.from).map(({ text }) => text.toLowerCase())
    if (gap.length > 10 || !next.framed || !inherits(next.framed.measure, kind)) continue
    const at = gap.lastIndexOf('among')
    if (at > 0 && /^(?:was|were|are|is)$/.test(gap[at - 1]!))
      return { ...choice, framed: next.framed, probability: next.probability }
  }
  return choice
}

/** "The number of troops involved rose to 900", "put their number at 900": the number is the value of the phrase in front of it. */
export function numberOf(
  tokens: readonly Token[],
  { first }: Sentence,
  { head, number, from, kind }: Candidate,
  found: readonly Found[],
  measures: Measures,
  before: Choice | undefined,
): Framed | null {
  if (kind !== 'number' || head !== number || !VALUE.test(tokens[from - 1]?.text ?? '')) return null
  let at = from - 1
  while (at >= first && !NUMBER.test(tokens[at]!.text) && tokens[at]!.upos !== 'NUM' && from - at < 24) at--
  if (at < first || !NUMBER.test(tokens[at]!.text)) return null
  const theirs = /^(?:their|its|that)$/i.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.text !== 'of'
  if (theirs && before?.framed) return { measure: before.framed.measure, link: null }
  const told = found.find((one) => one.at > at && one.to < from && PEOPLE.has(one.trigger.measure))
  let noun = at + 1
  while (noun < from && !classAt(tokens, noun, measures)) noun++
  const of = tokens[at + 1]?.text === 'of' && noun < from ? { noun } : {}
  if (told) return { measure: told.trigger.measure, link: { found: told, relation: 'toll' }, ...of }
  return of.noun ? { measure: measureOf(classAt(tokens, noun, measures)!) ?? 'other', link: null, ...of } : null
}

const NUMBER = /^number$/i
/** What stands between such a phrase and its value. */
const VALUE = /^(?:to|at|is|was|are|were|be|between|reached|of|than|about|from)$/i
const PEOPLE: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'displaced', 'infected', 'captured'])
