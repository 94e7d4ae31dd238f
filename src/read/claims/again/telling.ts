/**
 * Telling: what an event's own sentence says that helps to know whether the event was told of before.
 *
 *     Another blast hit the market, killing three and wounding six, medics said.
 *     ^^^^^^^ another              ^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^ tolls
 *             ^^^^^ a noun, no article
 *
 * It compares nothing: `same.ts` does.
 */
import type { EventClaim, FigureClaim } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'
import { firstAfter, type Span } from '../../../model/span.ts'
import type { Token } from '../../../model/text.ts'
import { clausesOf } from '../clauses.ts'

/** One event with what its sentence says of it. */
export interface Telling {
  readonly claim: EventClaim
  /** Indices of its word and its sentence in the report. */
  readonly token: number
  readonly sentence: number
  readonly lemma: string
  /** The word is a noun that points at what is known: "the blast", "Monday's raid". */
  readonly definite: boolean
  /** Nothing more is said of it: "the blast", not "the blast in Danu". */
  readonly bare: boolean
  /** "A blast", "some raids". */
  readonly indefinite: boolean
  /** "Three raids". */
  readonly counted: boolean
  /** "Another blast", "similar raids": by its own words none that was told before. */
  readonly another: boolean
  /** "Meanwhile", "earlier", "elsewhere": its sentence turns to something else. */
  readonly turns: boolean
  /** "Have killed dozens in past weeks": of a course of time, not of a day. */
  readonly lasting: boolean
  /** It is one of several in a row ("raids and shelling"). */
  readonly listed: boolean
  /** "Killed 12": how many were harmed, by the sentence, where it says so exactly. */
  readonly tolls: ReadonlySet<string>
  /** Its sentence gives one toll twice, as where a headline runs into its lead. */
  readonly fused: boolean
  /** What of harm it counts at all ("killed"). */
  readonly measures: ReadonlySet<string>
  /** Lemmas of the sentence that mean something. */
  readonly words: ReadonlySet<string>
}

/** The events of a report as tellings, in text order. `events` in text order. */
export function tellingsOf(
  reading: Reading,
  events: readonly EventClaim[],
  figures: readonly FigureClaim[],
): Telling[] {
  const { tokens, children } = clausesOf(reading.tokens)
  const harm = figures.filter(({ measure, modality }) => HARM.has(measure) && modality === 'asserted')
  const sentences = new Map<number, Pick<Telling, 'tolls' | 'fused' | 'measures' | 'words' | 'turns' | 'lasting'>>()
  const sentenceOf = (index: number) => {
    const { first, last, start, end } = reading.sentences[index]!
    const inside = tokens.slice(first, last)
    const counts = harm.filter((figure) => figure.start < end && figure.end > start)
    const exact = counts.filter(({ low, bound }) => low !== null && low > 1 && bound !== 'vague')
    const tolls = exact.map(({ measure, low }) => `${measure} ${low}`)
    return {
      tolls: new Set(tolls),
      fused: new Set(tolls).size < tolls.length,
      measures: new Set(counts.map(({ measure }) => measure)),
      words: new Set(inside.filter(({ upos }) => MEANS.has(upos)).map(({ lemma }) => lemma.toLowerCase())),
      turns: inside.slice(0, OPENING).some(({ text }) => OTHER.test(text) || TURN.test(text)),
      lasting: inside.some(({ text }) => LASTING.test(text)),
    }
  }
  return events.map((claim): Telling => {
    const token = headOf(tokens, claim.reason.trigger)
    const { upos, xpos, lemma, deprel } = tokens[token]!
    const index = firstAfter(reading.sentences, claim.reason.trigger.start)
    let said = sentences.get(index)
    if (!said) sentences.set(index, (said = sentenceOf(index)))
    const isNoun = upos === 'NOUN' || upos === 'PROPN'
    const kids = children[token]!.map((kid) => tokens[kid]!)
    const article = kids.find((kid) => kid.deprel === 'det')?.text ?? ''
    // "Those fighting" are people, and "the use of weapons" is no use told of before.
    const points = isNoun && lemma !== 'use' && POINTING.test(article) && (xpos === 'NNS' || !/^those$/i.test(article))
    return {
      claim,
      token,
      sentence: index,
      lemma: lemma.toLowerCase(),
      definite:
        points ||
        (isNoun &&
          kids.some(({ deprel, text }) => deprel === 'nmod:poss' || WEEKDAY.test(text) || isIt({ deprel, text }))),
      bare: points && kids.every((kid) => /^(?:det|case|cop|nsubj|punct)/.test(kid.deprel)),
      indefinite: isNoun && /^an?$/i.test(article),
      counted: kids.some((kid) => kid.deprel === 'nummod'),
      another: kids.some(({ text }) => OTHER.test(text)),
      listed: deprel === 'conj',
      ...said,
    }
  })
}

/** The word of a trigger that the others hang on: "attacks" of "shelling attacks". */
function headOf(tokens: readonly Token[], { start, end }: Span): number {
  const first = firstAfter(tokens, start)
  let at = first
  for (let i = first; i < tokens.length && tokens[i]!.start < end; i++) {
    const up = tokens[tokens[i]!.head]
    if (!up || up.start < start || up.start >= end) at = i
  }
  return at
}

/** "It was a series of raids". */
const isIt = ({ deprel, text }: Pick<Token, 'deprel' | 'text'>): boolean =>
  deprel === 'nsubj' && /^(?:it|this|that|these)$/i.test(text)

const HARM: ReadonlySet<string> = new Set(['killed', 'wounded', 'casualties'])
const MEANS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'NUM'])
const POINTING = /^(?:the|this|that|these|those|such)$/i
const LASTING = /^(?:weeks|months|years|decades)$/i
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:['’]s)?$/i

/** How many words of a sentence open it. */
const OPENING = 5
const OTHER =
  /^(?:another|others?|more|also|separate|separately|second|third|fourth|elsewhere|meanwhile|similar|similarly|additional|further|fresh|next|meantime|previous|previously)$/i
const TURN = /^(?:earlier|later|then|afterwards|hours|before|ago|context|development)$/i
