/**
 * One sentence's candidates with their measures, left to right: each choice sees the one before it.
 *
 *     At least 12 people were killed and 30 wounded, including 5 children.
 *     12 killed -> 30 wounded (trigger beside it) -> 5 wounded (as the number it is included in)
 */

import { probabilities } from '../../../knowledge/figure-model.ts'
import type { Resources } from '../../../knowledge/resources.ts'
import type { Quantity } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import { type Candidate, candidatesIn, sentenceTriggers } from './candidates.ts'
import { classOf } from './counted.ts'
import { features, gapWords, type Situation } from './features.ts'
import { type Framed, framed, inherits, type Link } from './frames.ts'
import { relation } from './relations.ts'

/** A candidate with the measure it was given; "none" when it is no figure. */
export interface Choice {
  readonly candidate: Candidate
  readonly measure: string
  readonly probability: number
  readonly framed: Framed | null
  readonly links: readonly Link[]
}

/** Candidates of a sentence with all that the choice looks at, before any is made. */
export function situations(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  { measures }: Resources,
): Situation[] {
  const { tokens, passages } = reading
  const found = sentenceTriggers(reading, sentence, measures, quantities)
  const candidates = candidatesIn(reading, sentence, quantities, found, measures)
  const numbered = candidates.filter(({ kind }) => kind === 'number')
  const drafts = candidates.map((candidate) => {
    const kind = classOf(tokens[candidate.head]!, measures)
    const links = found.flatMap((trigger): Link[] => {
      const how = relation(tokens, candidate, trigger, numbered, found)
      return how ? [{ found: trigger, relation: how }] : []
    })
    const asked = {
      kind,
      single: candidate.kind === 'single' || isOneOf(tokens, candidate),
      zero: candidate.high === 0,
      count: candidate.kind === 'single' || candidate.quantity?.role === 'count',
      others: numbered.filter((other) => other !== candidate),
      exists: existing(tokens, candidate),
    }
    return { candidate, kind, links, framed: framed(links, asked) }
  })
  for (const [i, draft] of drafts.entries()) {
    const before = drafts[i - 1]
    const own = draft.framed?.link ? draft.framed : null
    if (own || !before?.framed || !inherits(before.framed.measure, draft.kind)) continue
    const gap = gapWords(tokens, before.candidate.to, draft.candidate.from)
    const joined = gap === 'and' || gap === 'none' || gap === 'and1' || gap === 'and2'
    const anyone = draft.candidate.kind === 'number' || /^an?$/i.test(tokens[draft.candidate.from]!.text)
    if (anyone && (gap === 'including' || joined)) drafts[i] = { ...draft, framed: before.framed }
  }
  return drafts.map((draft, i) => ({
    ...draft,
    tokens,
    first: sentence.first,
    last: sentence.last,
    role: passages[sentence.passage]!.role,
    previous: null,
    nextFrame: drafts[i + 1]?.framed?.measure ?? '-',
  }))
}

/** Choose a measure for each candidate of a sentence, in text order. Without a trained model the frames decide. */
export function choices(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  resources: Resources,
): Choice[] {
  const made: Choice[] = []
  for (const situation of situations(reading, sentence, quantities, resources)) {
    const last = made.at(-1)
    const previous = last ? { candidate: last.candidate, measure: last.measure } : null
    const { candidate, framed, links } = situation
    made.push({ candidate, framed, links, ...choose({ ...situation, previous }, resources) })
  }
  return made
}

/** "one of the towns": no count of its own. */
const isOneOf = (tokens: readonly Token[], { low, high, number }: Candidate): boolean =>
  low === 1 && high === 1 && tokens[number + 1]?.text === 'of'

/** "there are a million civilians": thousands that are said to be somewhere. */
function existing(tokens: readonly Token[], { head, low, high }: Candidate): boolean {
  const up = tokens[head]!.head
  if (up < 0 || (low ?? high ?? 0) < 1000) return false
  return tokens.slice(Math.max(0, up - 4), up).some((token) => token.deprel === 'expl' && token.head === up)
}

function choose(situation: Situation, { figures: model }: Resources): Pick<Choice, 'measure' | 'probability'> {
  if (model.weights.size === 0) return { measure: situation.framed?.measure ?? 'none', probability: 0.6 }
  const p = probabilities(model, features(situation))
  let best = 0
  for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i
  return { measure: model.labels[best]!, probability: p[best]! }
}
