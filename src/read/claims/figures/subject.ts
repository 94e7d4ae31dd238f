/**
 * Who or what is counted, under one name.
 *
 *     25 of its fighters   -> peshmerga (the actors know who "its" is)
 *     three small children -> children
 *     nine pickup trucks   -> pickup trucks
 *     wounding 30          -> whoever the clause before counted
 */
import type { Measures } from '../../../knowledge/measures.ts'
import type { Measure } from '../../../model/claim.ts'
import type { ActorMention } from '../../../model/mention.ts'
import { overlaps } from '../../../model/span.ts'
import type { Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { countedNoun } from './counted.ts'

/** Measures of people: a number that stands alone counts "people" under them. */
const HUMAN: ReadonlySet<string> = new Set(
  'killed wounded casualties missing captured displaced evacuated returned trapped population in_need infected'.split(
    ' ',
  ),
)

/** Groups that a figure calls by what they are, whoever they belong to. */
const OWN_NAME: ReadonlySet<string> = new Set(
  'civilians women children men journalists students protesters patients passengers pilgrims workers migrants tourists'.split(
    ' ',
  ),
)

/** The subject of a figure; `before` is that of the figure in front of it in the sentence, for numbers that stand alone. */
export function subjectOf(
  tokens: readonly Token[],
  candidate: Candidate,
  measure: Measure,
  actors: readonly ActorMention[],
  before: string | null,
  measures: Measures,
): string | null {
  const { head, number, to, kind } = candidate
  const alone = kind === 'number' && head === number
  if (alone) return before ?? (HUMAN.has(measure) ? 'people' : (BARE[measure] ?? null))
  const noun = tokens[head]!
  const counted = countedNoun(noun, measures)
  if (counted && OWN_NAME.has(counted.subject)) return counted.subject
  const phrase = { start: tokens[number]!.start, end: noun.end }
  const actor =
    actors.find((a) => a.head === head) ??
    actors.find((a) => a.head > head && a.head <= to + 3 && isOf(tokens, a.head, head)) ??
    actors.find((a) => overlaps(a, phrase) && a.kind !== 'civilians')
  if (actor && (!counted || counted.class === 'people' || counted.class === 'fighters' || counted.class === 'group'))
    return actor.name
  if (counted && (counted.class === 'people' || counted.class === 'strikes' || !hasModifier(tokens, candidate)))
    return counted.subject
  return phraseName(tokens, candidate)
}

const BARE: Readonly<Partial<Record<Measure, string>>> = { strikes: 'strikes' }

/** "members of the Daesh group": the actor hangs on the counted noun with "of". */
const isOf = (tokens: readonly Token[], actor: number, head: number): boolean =>
  tokens.slice(head + 1, actor).every(({ text, upos }) => text === 'of' || text === 'from' || upos !== 'VERB') &&
  tokens[head + 1]?.text === 'of'

const hasModifier = (tokens: readonly Token[], { number, head }: Candidate): boolean =>
  tokens.slice(number + 1, head).some(({ upos }) => upos === 'NOUN' || upos === 'ADJ' || upos === 'VERB')

/** The noun with the words in front of it, without names and without the number. */
function phraseName(tokens: readonly Token[], { number, head }: Candidate): string {
  const words: string[] = []
  for (let i = number + 1; i < head; i++) {
    const { upos, text } = tokens[i]!
    if (upos === 'NOUN' || upos === 'ADJ' || upos === 'VERB' || text === '-') words.push(text.toLowerCase())
  }
  const joined = [...words, tokens[head]!.text.toLowerCase()].join(' ').replaceAll(' - ', '-')
  return joined || tokens[head]!.text
}
