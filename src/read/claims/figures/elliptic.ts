/**
 * Numbers that leave out what they count: it was said with the number before, or in front of them.
 *
 *     killed 12 people, including three children        as the 12
 *     wounded 40 people and another 15 in the port       as the 40
 *     90 cases, of which 60 were confirmed               as the 90
 *     rose to 312, up from 287                           as the 312
 *     killed 94: 51 in Sohl, 33 in Tarin                 as the 94
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
  // "Nobody was hurt, though two children were inside": those were not.
  if (!before?.framed || before.candidate.high === 0) return null
  if (kind === null && isFormer(tokens, before, candidate)) return before.framed
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
  return part || joined || (more && gap.length < 12) || areOthers(tokens, before.candidate.to, candidate)
    ? before.framed
    : null
}

/** "Killed Omar Sabri, a former mayor, | and 21 others". */
const areOthers = (tokens: readonly Token[], after: number, { from, head }: Candidate): boolean =>
  tokens[from - 1]?.text === 'and' &&
  /^others?$/.test(tokens[head]!.text) &&
  from - after < 12 &&
  tokens.slice(after, from).every(({ upos }) => upos !== 'VERB' && upos !== 'AUX')

/** Measures of things that reports list: "three rifles, eight circuit boards and two drums". */
const LISTED: ReadonlySet<string> = new Set(['equipment', 'strikes', 'damaged'])

/** Nothing but a comma or "and" between the two. */
const isNext = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from && to - from < 3 && tokens.slice(from, to).every(({ text }) => /^(?:,|and|;)$/.test(text))

/** "To 312, up from 287", "raised it to 1,340 from 1,190": what the number was before. */
function isFormer(
  tokens: readonly Token[],
  { candidate: { from: first, to } }: Choice,
  { head, number, from }: Candidate,
) {
  if (head !== number || from - to > 12) return false
  const [before, link] = [tokens[from - 2]?.text ?? '', tokens[from - 1]?.text ?? '']
  if (/^(?:up|down|compared)$/.test(before) && /^(?:from|with)$/.test(link)) return true
  // "To 1,340 from 1,190", "from 2,000 to 40,000".
  const other = tokens[first - 1]?.text
  return from - 1 === to && ((link === 'from' && other === 'to') || (link === 'to' && other === 'from'))
}

/** Where each of the counted was, after all of them: "94 people have died in three countries: 51 in Sohl, 33 in Tarin and ten in Zemar". */
export function apportioned(tokens: readonly Token[], made: readonly Choice[], candidate: Candidate): Framed | null {
  if (!isPlaced(tokens, candidate)) return null
  const before = made.at(-1)
  if (tokens[candidate.from - 1]?.text === ':')
    return (
      made.findLast(
        ({ framed, candidate: { low, high } }) =>
          framed !== null &&
          inherits(framed.measure, 'people') &&
          (low ?? high ?? 0) >= (candidate.low ?? candidate.high ?? 0),
      )?.framed ?? null
    )
  if (!before?.framed || !isPlaced(tokens, before.candidate)) return null
  const gap = tokens.slice(before.candidate.to, candidate.from)
  return gap.length < 9 && gap.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX') ? before.framed : null
}

/** "51 in Sohl": a bare number and a name behind it. */
const isPlaced = (tokens: readonly Token[], { head, number, to }: Candidate): boolean =>
  head === number &&
  /^(?:in|at|from|near|around)$/.test(tokens[to]?.text ?? '') &&
  (tokens[to + 1]?.upos === 'PROPN' || (tokens[to + 1]?.upos === 'DET' && tokens[to + 2]?.upos === 'PROPN'))

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
