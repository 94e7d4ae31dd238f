/**
 * Speakers: the source of an attribution under its canonical name.
 *
 *     the minister told Al Jazeera that ...      ["Omar Rahil", "Al Jazeera"]
 *
 * A named audience that carries the words is the second link of the chain; a
 * general one ("reporters") is none. Unnamed sources stay as worded.
 */
import type { ActorMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { one, type Who, who } from '../claims/who.ts'
import { nounPhrase, related, relation, tokenAt } from '../phrases.ts'
import type { Draft } from './clauses.ts'

/** Canonical speaker and, after "told", the outlet; empty when the source is missing or unresolved. */
export function speakersOf(reading: Reading, { source, cue }: Draft): string[] {
  if (source < 0) return []
  const head = relativeHead(reading, source)
  const speaker = personBeside(reading, head, cue) ?? issuer(reading, head) ?? who(reading, head)
  if (!speaker) return []
  const carrier = carrierOf(reading, cue.at(-1)!)
  const worded =
    speaker.basis === 'words'
      ? speaker.name.replace(DAY, '') + whereabouts(reading, head)
      : titled(reading, head, speaker)
  const name = worded.replace(ASIDE, '').replace(OFFICIAL, '').trim()
  if (name === '') return []
  const both = (speaker.basis === 'words' && joined(reading, head)) || [name]
  return [...new Set([...both, ...(carrier ? [carrier] : [])])]
}

/** The Ruritanian military speaks as that, though it fights as "Ruritanian forces". */
const titled = ({ tokens }: Reading, head: number, { name }: Who): string =>
  tokens[head]!.lemma === 'military' ? name.replace(/^(\p{L}+) forces$/u, '$1 military') : name

/** A day that the parse took into a name: "Saturday police". */
const DAY =
  /^(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|today|yesterday)(?: |$))+/i

/** An adverb that the parse took into a name: "the news agency meanwhile". */
const ASIDE = / (?:meanwhile|also|however|separately|reportedly|earlier|later|too)$/i
/** What a named body is said to be, and is not called: "the official Coastal News Agency". */
const OFFICIAL = /^(?:(?:semi-)?official|state-(?:run|owned|controlled)|private(?:ly-owned)?) (?=\p{Lu})/u

/** "Head of the council Ana Duarte said", "said council head Ana Duarte": the person whose name stands on the verb, whatever noun the parse chose. */
function personBeside({ tokens, actors }: Reading, head: number, cue: readonly number[]): ActorMention | null {
  const [first, last] = [cue[0]!, cue.at(-1)!]
  if (first < 0 || tokens[head]!.upos === 'PRON') return null
  for (const mention of actors) {
    if (mention.kind !== 'person' || (mention.basis !== 'name' && mention.basis !== 'alias')) continue
    if (mention.head <= Math.min(head, first) - REACH || mention.head > last + REACH) continue
    const from = tokenAt(tokens, mention.start)
    const to = tokenAt(tokens, mention.end - 1)
    if (tokens[from]!.sentence !== tokens[first]!.sentence || isBound(tokens[from - 1]?.upos)) continue
    const behind = head > last && from > head && isOnePhrase(tokens, last + 1, from)
    if (
      behind ||
      (head < first && from > head && (to === first - 1 || (to === first - 2 && tokens[to + 1]!.text === ',')))
    )
      return mention
  }
  return null
}
const REACH = 30

/** Behind a preposition, "and" or a verb a name is another's. */
const isBound = (upos: string | undefined): boolean =>
  upos === 'ADP' || upos === 'CCONJ' || upos === 'VERB' || upos === 'PART'

/** Are these tokens one noun phrase without a preposition or comma? */
const isOnePhrase = (tokens: Reading['tokens'], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ upos }) => upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'DET')

/** "The U.N. and aid groups say": two speakers that the parse took for one; "local and foreign media" are one with both words. Null where there is no "and". */
function joined(reading: Reading, head: number): string[] | null {
  const { tokens } = reading
  const own = tokens[head]!
  for (let i = head - 1; i > 0 && head - i < 5 && tokens[i]!.sentence === own.sentence; i--) {
    if (tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'ADP') return null
    if (tokens[i]!.lemma !== 'and') continue
    const words = (from: number): string =>
      tokens
        .slice(from, head + 1)
        .map(({ text }) => text)
        .join(' ')
    if (tokens[i - 1]!.upos === 'ADJ') return [words(i - 1)]
    const first = one(reading, i - 1)
    if (!first || first.basis === 'words' || first.kind === 'other') return null
    return [first.name, words(i + 1)]
  }
  return null
}

const DOCUMENTS = /^(?:statement|release|communiqu[eé]|bulletin|report|letter|message)$/

/** Who put out a document that speaks: "a statement from the Relief Council", "the Council's report"; null where nobody is named. */
function issuer(reading: Reading, head: number): Who | null {
  const { tokens } = reading
  if (!DOCUMENTS.test(tokens[head]!.lemma.toLowerCase())) return null
  for (const i of related(tokens, head, 'nmod', 'compound')) {
    const preposition = related(tokens, i, 'case')[0]
    const from = preposition === undefined ? '' : tokens[preposition]!.lemma.toLowerCase()
    if (i > head && !/^(?:from|by|of)$/.test(from)) continue
    const found = who(reading, i)
    if (found && found.kind !== 'other' && found.basis !== 'words') return found
  }
  return null
}

/** " at Kassala Police Command": what tells an unnamed source from others. */
function whereabouts({ tokens }: Reading, head: number): string {
  const place = related(tokens, head, 'nmod').find(
    (i) => i > head && related(tokens, i, 'case').some((c) => /^(of|at|in|from|near|inside)$/i.test(tokens[c]!.text)),
  )
  if (place === undefined) return ''
  const preposition = related(tokens, place, 'case')[0]!
  const [, last] = nounPhrase(tokens, place)
  if (preposition <= head || last - preposition > 8) return ''
  const words = tokens.slice(preposition, last + 1).filter(({ text }) => !/^(the|a|an)$/i.test(text))
  return words.map(({ text, start }, i) => (start > (words[i - 1]?.end ?? -1) ? ` ${text}` : text)).join('')
}

/** "who", "which": the noun that the relative clause hangs on. */
function relativeHead({ tokens }: Reading, index: number): number {
  if (!/^(who|which|that)$/i.test(tokens[index]!.text)) return index
  let at = index
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (relation(tokens[at]!) === 'acl') return tokens[at]!.head
    at = tokens[at]!.head
  }
  return index
}

/** The outlet that a speaker "told". */
function carrierOf(reading: Reading, cue: number): string | null {
  const { tokens } = reading
  if (cue < 0 || !tokens[cue]) return null
  for (const i of related(tokens, cue, 'obj', 'iobj', 'obl')) {
    const audience = who(reading, i)
    if (audience?.kind === 'media' && audience.basis !== 'words') return audience.name
  }
  return null
}
