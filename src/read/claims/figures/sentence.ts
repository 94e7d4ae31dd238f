/**
 * One sentence's candidates with their measures, left to right: a number told as part of another takes its measure.
 *
 *     At least 12 people were killed and 30 wounded, including 5 children.
 *     12 killed -> 30 wounded (trigger beside it) -> 5 wounded (as the number it is included in)
 */

import { probability } from '../../../knowledge/figure-model.ts'
import type { CountedClass } from '../../../knowledge/measures.ts'
import type { Resources } from '../../../knowledge/resources.ts'
import type { Quantity } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import { type Candidate, candidatesIn, sentenceTriggers } from './candidates.ts'
import { features } from './confidence.ts'
import { classAt } from './counted.ts'
import { type Framed, framed, inherits, type Link } from './frames.ts'
import { relation } from './relations.ts'

/** A candidate with what the frames say of it; `framed` is null when it is no figure. */
export interface Choice {
  readonly candidate: Candidate
  readonly kind: CountedClass | null
  readonly links: readonly Link[]
  readonly framed: Framed | null
  /** One person who is part of the number before: "12 people, including a judge". */
  readonly part: boolean
  /** Probability that it is a figure of that measure; 0 when it is none. */
  readonly probability: number
}

/** The choice of a measure for each candidate of a sentence, in text order. */
export function choices(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  { measures, figures }: Resources,
): Choice[] {
  const { tokens } = reading
  const found = sentenceTriggers(reading, sentence, measures, quantities)
  const candidates = candidatesIn(reading, sentence, quantities, found, measures)
  const numbered = candidates.filter(({ kind }) => kind === 'number')
  const made: Choice[] = []
  for (const candidate of candidates) {
    const kind = classAt(tokens, candidate.head, measures)
    const links = found.flatMap((trigger): Link[] => {
      const how = relation(tokens, candidate, trigger, numbered, found)
      return how ? [{ found: trigger, relation: how }] : []
    })
    const own = framed(links, {
      kind,
      single: candidate.kind === 'single' || isOneOf(tokens, candidate),
      zero: candidate.high === 0,
      count:
        candidate.kind === 'single' || candidate.quantity?.role === 'count' || candidate.quantity?.role === 'ordinal',
      start: candidate.head,
      money: candidate.quantity?.role === 'money',
      others: numbered.filter((other) => other !== candidate),
      exists: exists(tokens, candidate),
      plenty: PLENTY.test(tokens[candidate.number]!.text),
      men: tokens[candidate.head]!.text === 'men' && (candidate.high ?? candidate.low ?? 0) >= 100,
      few: (candidate.high ?? candidate.low ?? 0) < 100,
      alone: (candidate.low === 1 && candidate.high === 1) || PAIR.test(tokens[candidate.number]!.text),
    })
    const choice = own?.link ? own : (shared(tokens, made.at(-1), candidate, kind) ?? own)
    const part = candidate.kind === 'single' && choice !== null && isPart(tokens, made.at(-1), candidate)
    const sure = choice ? probability(figures, features(candidate, kind, choice)) : 0
    made.push({ candidate, kind, links, framed: choice, part, probability: sure })
  }
  return made
}

/** Words of plenty: they count nobody, unless something was done to those they stand before. */
const PLENTY = /^(?:multiple|numerous|various|number)$/i

/** Words for two that mostly mean two known before: "both sides", "the twin blasts". */
const PAIR = /^(?:both|twin|dual)$/i

/** "one of the towns": no count of its own. */
const isOneOf = (tokens: readonly Token[], { low, high, number }: Candidate): boolean =>
  low === 1 && high === 1 && tokens[number + 1]?.text === 'of'

/** "there are a million civilians": thousands that are said to be somewhere. */
function exists(tokens: readonly Token[], { head, low, high }: Candidate): boolean {
  const up = tokens[head]!.head
  if (up < 0 || (low ?? high ?? 0) < 1000) return false
  return tokens.slice(Math.max(0, up - 4), up).some((token) => token.deprel === 'expl' && token.head === up)
}

/** What the number before it says, for a number told as part of it or joined to it without a trigger of its own. */
function shared(
  tokens: readonly Token[],
  before: Choice | undefined,
  candidate: Candidate,
  kind: CountedClass | null,
): Framed | null {
  if (!before?.framed) return null
  if (kind === null && isShare(tokens, candidate)) return before.framed
  if (!inherits(before.framed.measure, kind)) return null
  if (candidate.kind === 'single' && !/^an?$/i.test(tokens[candidate.from]!.text)) return null
  const gap = tokens.slice(before.candidate.to, candidate.from).map(({ text }) => text.toLowerCase())
  const part = isPart(tokens, before, candidate)
  const words = gap.filter((word) => !/^[,;:]$/.test(word))
  const joined = words.length <= 2 && (words.length === 0 || words[0] === 'and' || words.at(-1) === 'and')
  return part || joined ? before.framed : null
}

/** "eight of them": a share of those counted before. */
const isShare = (tokens: readonly Token[], { head, number }: Candidate): boolean =>
  head === number && tokens[number + 1]?.text === 'of' && /^(?:them|whom)$/.test(tokens[number + 2]?.text ?? '')

/** Does a word of inclusion stand between the number before and this one? */
function isPart(tokens: readonly Token[], before: Choice | undefined, { from }: Candidate): boolean {
  const gap = before?.framed ? tokens.slice(before.candidate.to, from) : []
  return gap.length < 8 && gap.some(({ text }) => PART.test(text.toLowerCase()))
}

const PART = /^(?:includ(?:ing|ed|es?)|among|mostly|them|whom)$/
