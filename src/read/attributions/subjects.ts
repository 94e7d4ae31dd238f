/**
 * The one who says: which noun a reporting verb belongs to.
 *
 *     a bridge built in May , the mayor  said , adding that ...
 *                                 ^^^^^ source of "said" and of "adding"
 *
 * Takes the verb's own subject where the parse has one, else walks up to the
 * verb it hangs on, and of the nouns on the way takes the first that can speak.
 * Prefers no answer to a noun that cannot.
 */
import type { SpeakerKind } from '../../knowledge/speakers.ts'
import type { Token } from '../../model/text.ts'
import { related, relation } from '../phrases.ts'

/** Can the noun or pronoun at `index` say something? */
export type CanSpeak = (index: number) => boolean

const VOICES =
  /^(he|she|they|who|i|we|it|you|which|that|one|everyone|someone|somebody|nobody|anyone|everybody|others|some|many|most|both|all|none|few|those|each)$/i
const PERSONAL = /(?:[^aeiou]er|or|ist|ian|man|woman|men|women|ee|ant|ocrat|ican)$/
const CALENDAR =
  /^((sun|mon|tues|wednes|thurs|fri|satur)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|week|month|year|night|morning|evening|afternoon|time|minister's|number|matter|former|latter|power|order|power|paper|factor|sector|center|member state|quarter|september|letter|error|manner|corner|water|weather|winter|summer|river|border|door|floor|color|colour|terror|horror|favor|behavior|behaviour|future)$/i

/** A judge of nouns for one report. */
export function judge(tokens: readonly Token[], nouns: ReadonlyMap<string, SpeakerKind>): CanSpeak {
  const speaks = (index: number): boolean => {
    const token = tokens[index]
    if (!token) return false
    const { upos, text } = token
    const lemma = token.lemma.toLowerCase()
    if (upos === 'NUM' || upos === 'PRON' || upos === 'DET') {
      // "One of the strongest storms": whoever of a kind speaks must be of a kind that can.
      const kind = related(tokens, index, 'nmod').find((i) => i > index && tokens[index + 1]?.text === 'of')
      if (kind !== undefined && tokens[kind]!.upos === 'NOUN') return speaks(kind)
    }
    if (upos === 'PRON' || upos === 'DET') return VOICES.test(text)
    if (upos === 'PROPN') return !CALENDAR.test(text)
    if (upos === 'NUM' || upos === 'ADJ') return relation(token) === 'nsubj'
    if (upos === 'SYM') return true
    if (upos !== 'NOUN') return false
    return nouns.has(lemma) || nouns.has(text.toLowerCase()) || (PERSONAL.test(lemma) && !CALENDAR.test(lemma))
  }
  return speaks
}

/** "One of the strongest storms", "most of the houses". */
const isThingOfMany = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.upos !== 'NOUN' && tokens[index]!.upos !== 'PROPN' && tokens[index + 1]?.text === 'of'

/** Head token of the one who says, or -1. */
export function subjectOf(tokens: readonly Token[], verb: number, canSpeak: CanSpeak): number {
  const own = related(tokens, verb, 'nsubj')
  if (own.length > 0) return own.find(canSpeak) ?? (isThingOfMany(tokens, own.at(-1)!) ? -1 : own.at(-1)!)
  let at = verb
  for (let steps = 0; steps < 6; steps++) {
    const { head, xpos } = tokens[at]!
    const role = relation(tokens[at]!)
    if (head < 0) break
    if (role === 'acl' && xpos !== 'VB' && canSpeak(head)) return head
    if (tokens[head]!.upos !== 'VERB' && tokens[head]!.upos !== 'AUX' && related(tokens, head, 'nsubj').length === 0) {
      at = head
      continue
    }
    if (role === 'xcomp' && at === verb) {
      const object = related(tokens, head, 'obj').find((i) => i < at && canSpeak(i))
      if (object !== undefined) return object
    }
    const above = related(tokens, head, 'nsubj').find(canSpeak)
    if (above !== undefined) return above
    at = head
  }
  return beside(tokens, verb, canSpeak)
}

/** The nearest noun before the verb (or right behind it) with no other verb between: what a torn parse leaves. */
function beside(tokens: readonly Token[], verb: number, canSpeak: CanSpeak): number {
  const { sentence, xpos } = tokens[verb]!
  if (xpos === 'VBG' || xpos === 'VB') return -1
  for (let i = verb - 1; i >= 0 && i > verb - 8 && tokens[i]!.sentence === sentence; i--) {
    const { upos } = tokens[i]!
    if (upos === 'VERB' || upos === 'SCONJ') break
    if (canSpeak(i) && relation(tokens[i]!) !== 'nmod') return topNoun(tokens, i, verb)
  }
  const next = verb + 1
  return next < tokens.length && tokens[next]!.sentence === sentence && tokens[next]!.upos === 'PROPN' ? next : -1
}

/** The head of the noun phrase that `index` lies in, as long as it stays before `limit`. */
function topNoun(tokens: readonly Token[], index: number, limit: number): number {
  let at = index
  for (let steps = 0; steps < 5; steps++) {
    const { head } = tokens[at]!
    if (head < 0 || head >= limit || !['NOUN', 'PROPN'].includes(tokens[head]!.upos)) break
    at = head
  }
  return at
}

/** "by" phrase of a passive, or -1. */
export const agentOf = (tokens: readonly Token[], verb: number): number =>
  related(tokens, verb, 'obl').find((i) =>
    related(tokens, i, 'case').some((c) => tokens[c]!.text.toLowerCase() === 'by'),
  ) ?? -1
