/**
 * What a report tells of: the words that tell of control or of an event, weighed once for both readers.
 *
 *     Rebels severed the road to Tarin, activists said.
 *            ^^^^^^^ control:cut .84
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ evidence: the clause with its arguments
 *
 * Who did it where and when is asked by `events.ts` and `control.ts`.
 */
import type { Frame } from '../../knowledge/codebook.ts'
import type { Resources } from '../../knowledge/resources.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence, Token } from '../../model/text.ts'
import { tellingSentences } from './base.ts'
import { isPassive } from './clauses.ts'
import { gives, stretches } from './features.ts'
import { matchFrames, type Scene, sceneOf } from './frames.ts'
import { contests, tellings } from './judge.ts'
import { type Cue, cuesOf } from './modality.ts'
import { once } from './once.ts'

/** One word that tells of one claim. */
export interface Told {
  /** Event type or "control:STATUS". */
  readonly label: string
  readonly token: number
  readonly probability: number
  /** What its words said, and its frame (0 without), before its rivals in the sentence were looked at. */
  readonly words: number
  readonly trust: number
  /** Less likely than what is told as a rule: worth telling where all else about it is sure. */
  readonly passing: boolean
  /** The frame of that label that matched there, if one did. */
  readonly frame: Frame | null
  readonly trigger: Span
  readonly sentence: Sentence
  readonly cues: readonly Cue[]
}

/** Everything told in a report, in text order, with the scene it was read from. */
export interface Telltale {
  readonly scene: Scene
  readonly told: readonly Told[]
}

const known = new WeakMap<Reading['tokens'], Telltale>()

/** The sentences of a report that can carry claims, with their candidates and features. */
export function stretchesOf(reading: Reading, { codebook, cues, english }: Resources) {
  const scene = sceneOf(reading)
  const memory = new Map<number, Cue[]>()
  const cuesAt = (token: number): Cue[] => {
    let found = memory.get(token)
    if (!found) memory.set(token, (found = cuesOf(scene.view, token, cues)))
    return found
  }
  const indexes = new Map(reading.sentences.map((sentence, index) => [sentence, index]))
  const sentences = tellingSentences(reading).map((sentence) => indexes.get(sentence)!)
  const matches = matchFrames(scene, codebook)
  return { scene, cuesAt, stretches: stretches(scene, matches, sentences, english.words, codebook, cuesAt) }
}

/** Weigh every sentence of the report that can carry claims. Computed once a reading. */
export function telltale(reading: Reading, resources: Resources): Telltale {
  const before = known.get(reading.tokens)
  if (before) return before
  const { claimModel, codebook } = resources
  const { scene, cuesAt, stretches } = stretchesOf(reading, resources)
  const found = once(
    scene,
    tellings(contests(stretches, claimModel, scene, cuesAt), claimModel),
    claimModel.classes,
    codebook,
  )
  const told = found.flatMap(({ token, label, probability, words, trust, passing, candidate, sentence }): Told | [] => {
    const name = claimModel.classes[label]!
    if (isSomethingElse(name, scene, token)) return []
    const match = candidate.matches.find((one) => gives(one) === name)
    // A noun that no frame knows tells of nothing: coders noted one in six.
    if (name === 'other' && !match && reading.tokens[token]!.upos !== 'VERB') return []
    const first = reading.tokens[match?.first ?? token]!
    const last = reading.tokens[match?.last ?? token]!
    return {
      label: name,
      token,
      probability,
      words,
      trust,
      passing,
      frame: match?.frame ?? null,
      trigger: { start: first.start, end: last.end },
      sentence: reading.sentences[sentence]!,
      cues: cuesAt(token),
    }
  })
  const result = { scene, told }
  known.set(reading.tokens, result)
  return result
}

/**
 * "The protests were met with force": nobody met anybody. "Left ten dead": nobody left. "Since the war began": that is
 * told by the war, and "three months after it began" by whatever is told of that day. "Refugee camps" are where, not what; a "holding centre" is in nobody's hands, and nurses "on strike" bomb nobody; who "fell to 5-10" was not taken, and who "moved into position" is nowhere yet; "cars equipped with guns" were given none.
 */
function isSomethingElse(label: string, scene: Scene, token: number): boolean {
  const { view } = scene
  const { tokens, children } = view
  const { lemma, text, deprel, head, xpos } = tokens[token]!
  if (isReckonedFrom(scene, token)) return true
  switch (label) {
    case 'control:held':
      return /^holding$/i.test(tokens[token]!.text) && /^(?:compound|amod)$/.test(deprel)
    case 'control:captured':
      return lemma === 'fall' && tokens[tokens[token + 1]?.text === 'to' ? token + 2 : token + 1]?.upos === 'NUM'
    case 'control:entered':
      return (
        (tokens[token + 1]?.text === 'into' && tokens[token + 2]?.lemma === 'position') ||
        (tokens[token - 1]?.text === 'from' && KEPT_OUT.test(tokens[head]?.lemma ?? ''))
      )
    case 'airstrike':
      return lemma === 'strike' && tokens[token - 1]?.lemma === 'on'
    case 'talks':
      return lemma === 'meet' && isPassive(view, token)
    case 'withdrawal':
      return lemma === 'leave' && children[token]!.some((kid) => isLeftBehind(tokens[kid]!))
    case 'displacement':
      return lemma === 'refugee' && deprel === 'compound' && tokens[head]!.lemma === 'camp'
    case 'support':
      if (/^allied$/i.test(text)) return /^(?:NOUN|PROPN|ADJ)$/.test(tokens[token + 1]?.upos ?? '')
      return lemma === 'equip' && xpos === 'VBN' && !children[token]!.some((kid) => isByWhom(view, kid))
    case 'aid':
      return deprel === 'compound' && HELPER.test(tokens[head]!.lemma)
    case 'damage':
      return (
        lemma === 'collapse' &&
        ((deprel === 'acl' && TRUCE.test(tokens[head]!.lemma)) ||
          children[token]!.some((kid) => tokens[kid]!.deprel.startsWith('nsubj') && TRUCE.test(tokens[kid]!.lemma)))
      )
    case 'other':
      return HAPPENING.has(lemma) && /^(?:advcl|acl)/.test(deprel)
    default:
      return false
  }
}

/** "Barred them from entering". */
const KEPT_OUT = /^(?:bar|prevent|stop|keep|block|ban|deter|discourage)$/

/** "Three months | after the offensive began": the day that something else is reckoned from. Plain words, as the parse is often wrong here. */
function isReckonedFrom({ view: { tokens } }: Scene, token: number): boolean {
  if (!HAPPENING.has(tokens[token + 1]?.lemma ?? '')) return false
  const after = tokens[token - 1]?.upos === 'DET' ? token - 2 : token - 1
  return /^(?:after|before|since)$/i.test(tokens[after]?.text ?? '') && UNIT.test(tokens[after - 1]?.lemma ?? '')
}

const UNIT = /^(?:hour|day|week|month|year|decade)$/

/** Verbs that say no more than that something was so. */
const HAPPENING: ReadonlySet<string> = new Set('occur happen begin start end come erupt continue'.split(' '))

/** "By": who gives what one is equipped with. */
const isByWhom = ({ tokens, children }: Scene['view'], kid: number): boolean =>
  children[kid]!.some((one) => tokens[one]!.deprel === 'case' && /^by$/i.test(tokens[one]!.text))
const HELPER = /^(?:group|worker|agency|organi[sz]ation|official|volunteer|charity|team|source)$/i
const TRUCE = /^(?:cease-?fire|truce|talk|negotiation|deal|agreement|pact|coalition|government)$/i

/** Who or what is left dead, trapped, without water. */
const isLeftBehind = ({ deprel, lemma }: Token): boolean =>
  deprel === 'xcomp' || (deprel === 'obj' && PEOPLE.test(lemma))
const PEOPLE =
  /^(?:people|person|civilian|man|woman|child|soldier|rebel|fighter|militant|extremist|dozen|score|hundred|thousand|million|dead|other|casualty|\d[\d,]*)$/i

/** The clause a word stands in together with what fills its roles: the shortest stretch that holds the claim's parts. */
export function evidence({ view }: Scene, token: number, sentence: Sentence, parts: readonly number[]): Span {
  const { tokens, clause, first, last, children } = view
  const home = clause[token]!
  let from = Math.min(token, home < sentence.first ? token : first[home]!)
  let to = Math.max(token, last[home]!)
  for (const part of parts) {
    if (part < sentence.first || part >= sentence.last) continue
    from = Math.min(from, part, ...children[part]!.filter((child) => tokens[child]!.upos !== 'PUNCT'))
    to = Math.max(to, part)
  }
  while (from < to && PERIPHERAL.has(tokens[from]!.upos)) from++
  while (to > from && tokens[to]!.upos === 'PUNCT') to--
  return { start: tokens[Math.max(from, sentence.first)]!.start, end: tokens[Math.min(to, sentence.last - 1)]!.end }
}

const PERIPHERAL = new Set(['PUNCT', 'CCONJ', 'SCONJ'])
