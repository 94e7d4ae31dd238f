/**
 * Numbers that leave out what they count: it was said with the number before, or in front of them.
 *
 *     killed 12 people, including three children        as the 12
 *     wounded 40 people and another 15 in the port       as the 40
 *     90 cases, of which 60 were confirmed               as the 90
 */
import type { CountedClass } from '../../../knowledge/measures.ts'
import type { Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { inherits } from './fits.ts'
import type { Framed } from './frames.ts'
import type { Choice } from './sentence.ts'

/** What the number before it says, for a number told as part of it or joined to it without a trigger of its own. */
export function shared(
  tokens: readonly Token[],
  before: Choice | undefined,
  candidate: Candidate,
  kind: CountedClass | null,
): Framed | null {
  if (!before?.framed) return null
  if (kind === null && (isShare(tokens, candidate) || isRest(tokens, before.candidate, candidate))) return before.framed
  if (candidate.quantity?.role === 'measure') return null
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

/** "eight of them", "of which eight": a share of those counted before. */
const isShare = (tokens: readonly Token[], { head, number, from }: Candidate): boolean =>
  head === number &&
  ((tokens[number + 1]?.text === 'of' && /^(?:them|whom)$/.test(tokens[number + 2]?.text ?? '')) ||
    isOfWhich(tokens, from))

const isOfWhich = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 2]?.lemma === 'of' && /^(?:which|whom|these|those|them)$/i.test(tokens[from - 1]?.text ?? '')

/** "Of which 60 were confirmed | and 30 probable": the other share. */
const isRest = (tokens: readonly Token[], before: Candidate, { head, number, from }: Candidate): boolean =>
  head === number &&
  isOfWhich(tokens, before.from) &&
  from - before.to < 5 &&
  tokens[from - 1]?.text === 'and' &&
  tokens[number + 1]?.upos === 'ADJ'

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
