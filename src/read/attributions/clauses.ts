/**
 * Attributions that the parse shows: a reporting verb, its subject, and the clause or phrase it reports.
 *
 *     The governor   said   that the bridge was safe .
 *     source         cue    content (with its "that", without the full stop)
 *
 * One attribution a verb. Verbs inside quotation marks are the speaker's own
 * words and are passed over; quotations themselves are quoted.ts's work.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import type { Span } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'
import { nounPhrase, related, relation, stretch, subtree } from '../phrases.ts'
import { agentOf, type CanSpeak, subjectOf } from './subjects.ts'

/** An attribution before its speaker is resolved. `source` holds the head token of the source, -1 when it has none. */
export interface Draft {
  readonly verb: ReportingVerb
  readonly cue: readonly number[]
  readonly source: number
  readonly sourceSpan: Span | null
  readonly content: readonly Span[]
}

const CLAUSE = new Set(['ccomp', 'csubj'])

/** The draft that the verb at `index` makes, or null when it reports nothing. */
export function fromVerb(
  tokens: readonly Token[],
  index: number,
  verb: ReportingVerb,
  canSpeak: CanSpeak,
): Draft | null {
  const passive = tokens[index]!.xpos === 'VBN' && related(tokens, index, 'aux:pass', 'nsubj:pass').length > 0
  const source = passive ? agentOf(tokens, index) : verb.raising ? -1 : subjectOf(tokens, index, canSpeak)
  const content = contentOf(tokens, index, verb, passive, source)
  if (content.length === 0) return null
  return {
    verb,
    cue: cueOf(tokens, index),
    source,
    sourceSpan: source < 0 ? null : phraseSpan(tokens, source),
    content,
  }
}

/** The span of the noun phrase at `index`; of a relative pronoun, the pronoun alone. */
export function phraseSpan(tokens: readonly Token[], index: number): Span {
  const [first, last] = nounPhrase(tokens, index)
  return stretch(tokens, first, last)
}

/** The verb with the auxiliaries and particles around it. */
export const cueOf = (tokens: readonly Token[], index: number): number[] =>
  [...related(tokens, index, 'aux', 'compound:prt'), index].sort((a, b) => a - b)

function contentOf(
  tokens: readonly Token[],
  index: number,
  verb: ReportingVerb,
  passive: boolean,
  source: number,
): Span[] {
  const kids = (...names: readonly string[]): readonly number[] => related(tokens, index, ...names)
  const whole = (i: number): Span[] => trimmed(tokens, subtree(tokens, i), index, source)
  if (verb.raising) {
    const rest = kids('xcomp', 'ccomp')[0]
    const subject = related(tokens, index, 'nsubj')[0]
    if (rest === undefined) return []
    return [
      ...(subject === undefined || tokens[subject]!.text.toLowerCase() === 'it' ? [] : whole(subject)),
      ...whole(rest),
    ]
  }
  const clause =
    verb.clause || verb.quote
      ? largest(
          tokens,
          kids(...CLAUSE).filter((i) => !isRelative(tokens, i)),
        )
      : undefined
  if (clause !== undefined)
    return verb.type === 'say'
      ? toTheEnd(tokens, index, fromTheVerb(tokens, index, whole(clause)))
      : fromTheVerb(tokens, index, whole(clause))
  if (verb.clause && relation(tokens[index]!) === 'parataxis') {
    const around = aroundParenthesis(tokens, index)
    if (around.length > 0) return around
  }
  const toll = verb.toll ? kids('obj').find((i) => TOLL.test(tokens[i]!.text)) : undefined
  if (verb.toll) return toll === undefined ? [] : toTheEnd(tokens, index, whole(toll))
  const infinitive = kids('xcomp')[0]
  const object = kids('obj')[0] ?? (passive ? kids('nsubj')[0] : undefined)
  if (verb.infinitive && infinitive !== undefined && object === undefined) return whole(infinitive)
  if (verb.object && object !== undefined) {
    const rest = kids('xcomp', 'obl', 'ccomp', 'advcl').filter((i) => i > object && !isTime(tokens, i))
    if (rest.length > 0) {
      const members = [object, ...rest].flatMap((i) => subtree(tokens, i))
      return passive ? [...whole(object), ...rest.slice(0, 1).flatMap(whole)] : trimmed(tokens, members, index, source)
    }
  }
  // "warned the world about a famine": what it is about may hang on whoever is told.
  const about = [...kids('obl', 'advcl'), ...(object === undefined ? [] : related(tokens, object, 'nmod'))].find(
    (i) => prepositionOf(tokens, i, verb.prepositions) !== undefined,
  )
  if (about !== undefined) {
    const preposition = prepositionOf(tokens, about, verb.prepositions)!
    const asked = kids('advcl', 'xcomp').find((i) => i > about && tokens[i]!.xpos === 'VB')
    const members = subtree(tokens, about).filter((i) => i > preposition)
    return trimmed(tokens, asked === undefined ? members : [...members, ...subtree(tokens, asked)], index, source)
  }
  if (verb.noun && object !== undefined) return whole(object)
  return []
}

/** ", which would need ...": a relative clause that the parse hung on the verb. */
const isRelative = (tokens: readonly Token[], index: number): boolean =>
  related(tokens, index, 'nsubj', 'obj').some((i) => tokens[i]!.text.toLowerCase() === 'which')

/** Of several clauses the one with the most words; marks are none. */
function largest(tokens: readonly Token[], clauses: readonly number[]): number | undefined {
  const words = clauses.filter((i) => tokens[i]!.upos !== 'PUNCT')
  if (words.length < 2) return words[0]
  return words.toSorted((a, b) => subtree(tokens, b).length - subtree(tokens, a).length)[0]
}

/** What is said after the verb goes on to the end of the sentence: a parse that cuts it short is seldom right. */
function toTheEnd(tokens: readonly Token[], index: number, content: Span[]): Span[] {
  const only = content[0]
  if (content.length !== 1 || !only || only.start < tokens[index]!.end) return content
  const { sentence } = tokens[index]!
  let last = index
  for (let i = index + 1; i < tokens.length && tokens[i]!.sentence === sentence; i++) {
    const { text, xpos, start } = tokens[i]!
    if (start > only.end && STOPS.test(text) && xpos !== 'NN') {
      if (tokens[last]!.upos === 'CCONJ') last--
      break
    }
    last = i
  }
  const whole = trim(tokens, index + 1, last)
  return whole && whole.end > only.end ? [{ start: only.start, end: whole.end }] : content
}

/** "believes up to 900 people in Danu will need ...": a clause whose subject the parse left behind begins right after the verb. */
function fromTheVerb(tokens: readonly Token[], index: number, content: Span[]): Span[] {
  const only = content[0]
  if (content.length !== 1 || !only || only.start < tokens[index]!.end) return content
  let first = index + 1
  if (tokens[first]?.text.toLowerCase() === 'that') first++
  let number = false
  for (let i = first; i < tokens.length && tokens[i]!.start < only.start; i++) {
    if (i - first > 9 || !/^(DET|NUM|ADJ|ADV|NOUN|PROPN|ADP)$/.test(tokens[i]!.upos) || isTime(tokens, i))
      return content
    number ||= tokens[i]!.upos === 'NUM'
  }
  return number ? [{ start: tokens[first]!.start, end: only.end }] : content
}

/** Words that take up a speech anew: ", adding that ...", "and said". */
const STOPS =
  /^(adding|saying|citing|noting|according|arguing|warning|calling|referring|telling|explaining|stressing|said|says|added|told|called|reported)$/i

/** Counts that a source puts at a number. */
const TOLL = /^(toll|tolls|number|numbers|figure|figures|count|total|cost|losses|casualties)$/i

const prepositionOf = (tokens: readonly Token[], index: number, wanted: readonly string[]): number | undefined =>
  wanted.length === 0
    ? undefined
    : related(tokens, index, 'case', 'mark').find((c) => wanted.includes(tokens[c]!.text.toLowerCase()))

const DAYS =
  /^(sun|mon|tues|wednes|thurs|fri|satur)day$|^(today|yesterday|week|month|year|morning|evening|afternoon|night)s?$/i
const isTime = (tokens: readonly Token[], index: number): boolean => DAYS.test(tokens[index]!.text)

/** What stands around a parenthetical "he said": the whole sentence but the verb's own words. */
function aroundParenthesis(tokens: readonly Token[], index: number): Span[] {
  const own = subtree(tokens, index)
  const first = own[0]!
  const last = own.at(-1)!
  const { sentence } = tokens[index]!
  let start = first
  while (start > 0 && tokens[start - 1]!.sentence === sentence) start--
  let end = last
  while (end + 1 < tokens.length && tokens[end + 1]!.sentence === sentence) end++
  const spans = [trim(tokens, start, first - 1), trim(tokens, last + 1, end)]
  return spans.filter((span): span is Span => span !== null && span.end - span.start > 3)
}

/** The stretch from the first to the last member, without the verb, its subject and loose punctuation. */
function trimmed(tokens: readonly Token[], members: readonly number[], verb: number, source: number): Span[] {
  let first = members[0]!
  let last = members[0]!
  for (const i of members) {
    if (i < first) first = i
    if (i > last) last = i
  }
  if (first <= verb && verb <= last) {
    const before = trim(tokens, first, Math.min(verb, source >= first && source < verb ? source : verb) - 1)
    const after = trim(tokens, Math.max(verb, source <= last ? source : verb) + 1, last)
    return [before, after].filter((span): span is Span => span !== null && span.end - span.start > 3)
  }
  const span = trim(tokens, first, last)
  return span ? [span] : []
}

const LOOSE = /^[.,;:–—―-]+$/

/** The span of `[first, last]` without commas, stops and dashes at its ends; null when nothing is left. */
export function trim(tokens: readonly Token[], first: number, last: number): Span | null {
  while (first <= last && LOOSE.test(tokens[first]!.text)) first++
  while (last >= first && LOOSE.test(tokens[last]!.text)) last--
  return first > last ? null : stretch(tokens, first, last)
}
