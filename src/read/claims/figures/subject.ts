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
import { plainWords } from '../../actors/plain.ts'
import type { Candidate } from './candidates.ts'
import { countedAt } from './counted.ts'
import { phraseName } from './naming.ts'

/** Measures of people: a number that stands alone counts "people" under them. */
const HUMAN: ReadonlySet<string> = new Set(
  'killed wounded casualties missing captured displaced evacuated returned trapped population in_need infected'.split(
    ' ',
  ),
)

/** Are those counted under the measure people? */
export const countsPeople = (measure: Measure): boolean => HUMAN.has(measure)

/** Groups that a figure calls by what they are, whoever they belong to. */
const OWN_NAME: ReadonlySet<string> = new Set(
  'civilians women children journalists students protesters patients passengers pilgrims migrants tourists'.split(' '),
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
  const { head, number, kind, quantity } = candidate
  if (quantity?.role === 'money') return 'money'
  const alone = kind === 'number' && head === number
  const share = alone ? shareOf(tokens, number, measures) : null
  if (share) return share
  if (alone) return before ?? (HUMAN.has(measure) ? 'people' : (BARE[measure] ?? null))
  if (OTHERS.test(tokens[head]!.text) && actors.some(({ name, kind }) => name === before && ARMED.has(kind)))
    return before
  if (tokens[head]!.upos === 'PRON') return actorOf(tokens, candidate, actors)?.name ?? 'people'
  const counted = countedAt(tokens, head, measures)
  if (counted && OWN_NAME.has(counted.subject)) return both(tokens, head, counted.subject)
  const actor = actorOf(tokens, candidate, actors)
  const generic = counted?.subject === 'people' || counted?.subject === 'civilians'
  const apt = counted?.class === 'group' ? actor?.head === head : !counted || NAMED.has(counted.class)
  const theirs = actor?.basis === 'pronoun' && counted?.class === 'people'
  if (actor && !theirs && (generic ? ARMED.has(actor.kind) : apt)) return actor.name
  const body = bodyOf(tokens, head)
  if (body) return body
  const named = phraseName(tokens, candidate, counted, measures)
  if (measure === 'strength' && OWNED.test(named)) {
    const owner = ownerOf(actors, tokens, head, named)
    if (owner) return owner
  }
  if (MEANT.test(named)) return mostNamed(actors) ?? named
  // "A man was killed": whoever he was, he is counted among the people.
  if (named === 'men' && candidate.low === 1 && candidate.high === 1) return 'people'
  return generic ? counted.subject : both(tokens, head, named)
}

/** "15 members of the medical staff", "three persons from the crew": the body that they belong to, as worded. */
function bodyOf(tokens: readonly Token[], head: number): string | null {
  if (!PARTS.test(tokens[head]!.text) || !/^(?:of|from)$/.test(tokens[head + 1]?.text ?? '')) return null
  for (let i = head + 2; i < head + 8 && tokens[i] && !/^(?:VERB|AUX|PUNCT|ADP)$/.test(tokens[i]!.upos); i++)
    if (BODIES.test(tokens[i]!.text)) return plainWords(tokens, i)
  return null
}
const PARTS = /^(?:members?|persons?|people)$/i
const BODIES = /^(?:staff|crew|personnel|tribe)$/i

/** "Killing 24 of the militants and wounding several others": others of an armed side just counted. */
const OTHERS = /^others$/i

/** "Eleven towns and villages": two plain plurals under one number. */
function both(tokens: readonly Token[], head: number, named: string): string {
  const [link, second, next] = [tokens[head + 1], tokens[head + 2], tokens[head + 3]]
  const isPair = tokens[head]!.xpos === 'NNS' && /^(?:and|or)$/.test(link?.text ?? '') && second?.xpos === 'NNS'
  return isPair && second.head === head && !/^(?:NNS|VBG)$/.test(next?.xpos ?? '')
    ? `${named} and ${second.text.toLowerCase()}`
    : named
}

/** "Eight of them children", "nine were militants": what the noun behind the number says they are. */
function shareOf(tokens: readonly Token[], number: number, measures: Measures): string | null {
  let at = number + 1
  if (tokens[at]?.text === 'of' && /^(?:them|whom|those)$/.test(tokens[at + 1]?.text ?? '')) at += 2
  if (/^(?:was|were|are|being)$/.test(tokens[at]?.text ?? '')) at++
  if (at === number + 1) return null
  for (let i = at; i < at + 3; i++) {
    const counted = tokens[i] ? countedAt(tokens, i, measures) : null
    if (counted && (counted.class === 'people' || counted.class === 'fighters') && tokens[i]!.xpos === 'NNS')
      return counted.class === 'people' ? counted.subject : tokens[i]!.text.toLowerCase()
    if (!/^(?:JJ|DT|RB|NN)/.test(tokens[i]?.xpos ?? '')) return null
  }
  return null
}

/** Words for fighters that say nothing of whose they are. */
const OWNED = /^(?:fighters|men|militants|jihadists|combatants|troops|soldiers|members)$/
/** Words by which a report means the group it tells of. */
const MEANT = /^(?:militants|jihadists|extremists|fighters|terrorists|gunmen)$/

/** "A commander of the front leads 40 fighters": whoever bears arms and is named last before them in their sentence, but for what is only said to be his ("the group's stronghold"). */
function ownerOf(actors: readonly ActorMention[], tokens: readonly Token[], head: number, what: string): string | null {
  const { sentence } = tokens[head]!
  const army = /^(?:troops|soldiers)$/.test(what)
  const irregular = /^(?:militants|jihadists|fighters|combatants)$/.test(what)
  return (
    actors
      .filter(
        (a) =>
          a.head < head &&
          tokens[a.head]!.sentence === sentence &&
          a.basis !== 'words' &&
          a.basis !== 'pronoun' &&
          !/^['’]s?$/.test(tokens[a.head + 1]?.text ?? ''),
      )
      .findLast(({ kind }) => (kind === 'armed-group' && !army) || (kind === 'state-force' && !irregular))?.name ?? null
  )
}

/** The armed group that a report names most, by name, when it names hardly another. */
function mostNamed(actors: readonly ActorMention[]): string | null {
  const counts = new Map<string, number>()
  for (const { kind, basis, name } of actors)
    if (kind === 'armed-group' && basis === 'alias') counts.set(name, (counts.get(name) ?? 0) + 1)
  const [top, next] = [...counts].sort((a, b) => b[1] - a[1])
  return top && top[1] > 1 && top[1] >= 3 * (next?.[1] ?? 0) ? top[0] : null
}

/** Kinds of actor that "people" and "members" may stand for. */
const ARMED: ReadonlySet<string> = new Set(['armed-group', 'state-force', 'government'])

/** Classes of nouns that an actor may be the better name for. */
const NAMED: ReadonlySet<string> = new Set(['people', 'fighters', 'group'])

/** The actor that the counted noun names: by its head, behind "of" ("members of the front"), or inside the phrase. */
function actorOf(
  tokens: readonly Token[],
  { head, number }: Candidate,
  actors: readonly ActorMention[],
): ActorMention | undefined {
  const phrase = { start: tokens[number]!.start, end: tokens[head]!.end }
  const own = actors.find((a) => a.head === head)
  const owner = own?.basis === 'definite' ? actors.find((a) => a.basis === 'pronoun' && overlaps(a, phrase)) : undefined
  const found =
    owner ??
    own ??
    actors.find((a) => isOf(tokens, head, a.head) && a.basis !== 'words') ??
    actors.find((a) => overlaps(a, phrase) && a.kind !== 'civilians')
  return found?.basis === 'words' ? undefined : found
}

/** Does "of" join the noun at `head` to the one at `other`, with no verb between? */
const isOf = (tokens: readonly Token[], head: number, other: number): boolean =>
  other > head &&
  other < head + 10 &&
  tokens[head + 1]?.text === 'of' &&
  tokens.slice(head + 2, other).every(({ upos, text }) => upos !== 'VERB' && upos !== 'AUX' && text !== ',')

const BARE: Readonly<Partial<Record<Measure, string>>> = { strikes: 'strikes' }
