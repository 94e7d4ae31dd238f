/**
 * Speakers: the source of an attribution under its canonical name.
 *
 *     the minister told Al Jazeera that ...      ["Omar Rahil", "Al Jazeera"]
 *
 * A named audience that carries the words is the second link of the chain; a
 * general one ("reporters") is none. Unnamed sources stay as worded.
 */
import type { Reading } from '../../model/reading.ts'
import { type Who, who } from '../claims/who.ts'
import { nounPhrase, related, relation } from '../phrases.ts'
import type { Draft } from './clauses.ts'

/** Canonical speaker and, after "told", the outlet; empty when the source is missing or unresolved. */
export function speakersOf(reading: Reading, { source, cue }: Draft): string[] {
  if (source < 0) return []
  const head = relativeHead(reading, source)
  const speaker = issuer(reading, head) ?? who(reading, head)
  if (!speaker) return []
  const carrier = carrierOf(reading, cue.at(-1)!)
  const name = speaker.basis === 'words' ? speaker.name + whereabouts(reading, head) : speaker.name
  return carrier && carrier !== name ? [name, carrier] : [name]
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
  return ` ${words.map(({ text }) => text).join(' ')}`.replaceAll(' - ', '-')
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
