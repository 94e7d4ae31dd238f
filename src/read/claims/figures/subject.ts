/**
 * Who or what is counted, under one name.
 *
 *     25 of its fighters   -> peshmerga (the actors know who "its" is)
 *     three small children -> children
 *     nine pickup trucks   -> pickup trucks
 *     wounding 30          -> whoever the clause before counted
 */
import type { Counted, Measures } from '../../../knowledge/measures.ts'
import type { Measure } from '../../../model/claim.ts'
import type { ActorMention } from '../../../model/mention.ts'
import { overlaps } from '../../../model/span.ts'
import type { Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { countedAt } from './counted.ts'

/** Measures of people: a number that stands alone counts "people" under them. */
const HUMAN: ReadonlySet<string> = new Set(
  'killed wounded casualties missing captured displaced evacuated returned trapped population in_need infected'.split(
    ' ',
  ),
)

/** Groups that a figure calls by what they are, whoever they belong to. */
const OWN_NAME: ReadonlySet<string> = new Set(
  'civilians women children men journalists students protesters patients passengers pilgrims migrants tourists'.split(
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
  const { head, number, kind, quantity } = candidate
  if (quantity?.role === 'money') return 'money'
  const alone = kind === 'number' && head === number
  if (alone) return before ?? (HUMAN.has(measure) ? 'people' : (BARE[measure] ?? null))
  if (tokens[head]!.upos === 'PRON') return actorOf(tokens, candidate, actors)?.name ?? 'people'
  const counted = countedAt(tokens, head, measures)
  if (counted && OWN_NAME.has(counted.subject)) return counted.subject
  const actor = actorOf(tokens, candidate, actors)
  const generic = counted?.subject === 'people' || counted?.subject === 'civilians'
  const apt = counted?.class === 'group' ? actor?.head === head : !counted || NAMED.has(counted.class)
  if (actor && (generic ? ARMED.has(actor.kind) : apt)) return actor.name
  return generic ? counted.subject : phraseName(tokens, candidate, counted)
}

/** Kinds of actor that "people" and "members" may stand for. */
const ARMED: ReadonlySet<string> = new Set(['armed-group', 'state-force', 'government'])

/** Classes of nouns that an actor may be the better name for. */
const NAMED: ReadonlySet<string> = new Set(['people', 'fighters', 'group'])

/** The actor that the counted noun names: by its head, behind "of" ("members of the front"), or inside the phrase. */
function actorOf(
  tokens: readonly Token[],
  { head, number, to }: Candidate,
  actors: readonly ActorMention[],
): ActorMention | undefined {
  const phrase = { start: tokens[number]!.start, end: tokens[head]!.end }
  const found =
    actors.find((a) => a.head === head) ??
    actors.find((a) => a.head > head && a.head <= to + 5 && tokens[head + 1]?.text === 'of' && a.basis !== 'words') ??
    actors.find((a) => overlaps(a, phrase) && a.kind !== 'civilians')
  return found?.basis === 'words' ? undefined : found
}

const BARE: Readonly<Partial<Record<Measure, string>>> = { strikes: 'strikes' }

/** Words in front of a noun that say nothing about what it is. */
const EMPTY =
  /^(?:other|more|key|new|major|main|large|small|separate|different|previous|important|several|multiple|numerous|many|additional|further|recent|least|late|early|first|last|whole|entire|innocent|local|various|such|own|same|big|huge|top|simultaneous|consecutive|estimated|international|regime|government|army|rebel|coalition|terrorist|enemy|targeted|unarmed)$/i

/** "Afghan", "Shiite": whose it is, not what it is. */
const DEMONYM = /^\p{Lu}\p{Ll}{3,}/u

/** The proper name that ends at `to`: "autocrat Omar Sabri" is "Omar Sabri". */
function nameIn(tokens: readonly Token[], from: number, to: number): string {
  let start = to
  while (start > from && tokens[start - 1]!.xpos === 'NNP') start--
  return tokens
    .slice(start, to)
    .map(({ text }) => text)
    .join(' ')
}

/** The noun with the words in front of it, without names and without the number; plural where the number is. */
function phraseName(tokens: readonly Token[], { number, head, kind, to }: Candidate, counted: Counted | null): string {
  const noun = tokens[head]!
  if (kind === 'single' && noun.xpos === 'NNP') return nameIn(tokens, number, to)
  const words: string[] = []
  for (let i = number + 1; i < head; i++) {
    const { upos, text } = tokens[i]!
    if (text === '-' && words.length && i + 1 < head) words.push('-')
    else if (tokens[i - 1]!.text === '-' && words.at(-1) !== '-') continue
    else if ((upos === 'NOUN' || upos === 'ADJ' || upos === 'VERB') && !EMPTY.test(text) && !DEMONYM.test(text))
      words.push(text.toLowerCase())
  }
  if (!words.length && counted && noun.xpos === 'NN' && /m[ae]n$/.test(noun.text)) return counted.subject
  const form = noun.upos === 'PROPN' && !counted ? noun.text : noun.text.toLowerCase()
  const last = noun.xpos === 'NN' && /[a-z]$/.test(form) && !/s$/.test(form) ? `${form}s` : form
  return [...words, last]
    .join(' ')
    .replaceAll(' - ', '-')
    .replace(/^(?:air )?(?:strikes|raids)$/, 'airstrikes')
}
