/**
 * One sentence's candidates with their measures, left to right: a number told as part of another takes its measure.
 *
 *     At least 12 people were killed and 30 wounded, including 5 children.
 *     12 killed -> 30 wounded (trigger beside it) -> 5 wounded (as the number it is included in)
 */

import { probability } from '../../../knowledge/figure-model.ts'
import type { CountedClass, Measures } from '../../../knowledge/measures.ts'
import type { Resources } from '../../../knowledge/resources.ts'
import type { Quantity } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { overlaps } from '../../../model/span.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import { type Candidate, candidatesIn, sentenceTriggers } from './candidates.ts'
import { features } from './confidence.ts'
import { isNegated } from './context.ts'
import { classAt, countedAt, namesDisease, tellsOfDisease } from './counted.ts'
import { amongst, apportioned, isPart, shared } from './elliptic.ts'
import { type Framed, framed, type Link } from './frames.ts'
import { relation } from './relations.ts'
import { stated, valued } from './value.ts'

/** A candidate with what the frames say of it; `framed` is null when it is no figure. */
export interface Choice {
  readonly candidate: Candidate
  readonly kind: CountedClass | null
  readonly links: readonly Link[]
  readonly framed: Framed | null
  /** One person who is part of the number before: "12 people, including a judge". */
  readonly part: boolean
  /** Told as part of the number before: "259 people, including 12 nurses". */
  readonly within: boolean
  /** Probability that it is a figure of that measure; 0 when it is none. */
  readonly probability: number
}

/** The choice of a measure for each candidate of a sentence, in text order. */
export function choices(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  { measures, figures }: Resources,
): Choice[] {
  const { tokens } = reading
  const sick = tellsOfDisease(tokens, measures) || namesDisease(tokens, sentence, measures)
  const found = sentenceTriggers(reading, sentence, measures, quantities, sick)
  const candidates = candidatesIn(reading, sentence, quantities, found, measures)
  const numbered = candidates.filter(({ kind }) => kind === 'number')
  const struck = found.some(({ trigger }) => trigger.measure === 'damaged' || trigger.measure === 'strikes')
  const made: Choice[] = []
  for (const candidate of candidates) {
    const kind = classAt(tokens, candidate.head, measures) ?? (isPeople(reading, candidate.head) ? 'people' : null)
    const links = (isInner(tokens, candidate, made.at(-1)) ? [] : found).flatMap((trigger): Link[] => {
      const how = relation(tokens, candidate, trigger, numbered, found)
      return how ? [{ found: trigger, relation: how }] : []
    })
    const bare = candidate.head === candidate.number
    const given = stated(tokens, candidate, kind)
    const own =
      given ??
      framed(links, {
        kind,
        alike: bare ? (made.at(-1)?.kind ?? null) : null,
        single: candidate.kind === 'single' || isOneOf(tokens, candidate),
        oneOf: isOneOf(tokens, candidate),
        zero: candidate.high === 0,
        count: !candidate.quantity || candidate.quantity.role === 'count' || candidate.quantity.role === 'ordinal',
        start: candidate.head,
        money: candidate.quantity?.role === 'money' || isAmount(tokens, sentence, candidate, measures),
        others: numbered.filter((other) => other !== candidate),
        exists: exists(tokens, candidate),
        plenty: PLENTY.test(tokens[candidate.number]!.text),
        men: isForce(tokens[candidate.head]!.text, candidate.high ?? candidate.low ?? 0),
        few: (candidate.high ?? candidate.low ?? 0) < 100,
        bare,
        owned: isOwned(tokens, candidate),
        sick,
        struck,
        alone: (candidate.low === 1 && candidate.high === 1) || PAIR.test(tokens[candidate.number]!.text),
      })
    const borrowed =
      given || own?.link
        ? null
        : (shared(tokens, made.at(-1), candidate, kind) ??
          apportioned(tokens, made, candidate) ??
          valued(tokens, sentence, candidate, kind, found, measures, made.at(-1)))
    const choice = gone(tokens, candidate, measures, awaited(tokens, candidate, borrowed ?? own))
    const within = choice !== null && isPart(tokens, made.at(-1), candidate)
    const part = candidate.kind === 'single' && within
    const sure = choice ? probability(figures, features(candidate, kind, choice)) : 0
    made.push({ candidate, kind, links, framed: choice, part, within, probability: sure })
  }
  return made.map((choice, i) => amongst(tokens, choice, made.slice(i + 1)))
}

/** "19 members of three families": what is told is told of the members; of "two families of ten members" and "two of her three sons", too. */
function isInner(tokens: readonly Token[], { from, head, kind }: Candidate, before: Choice | undefined): boolean {
  if (kind !== 'number' || before?.candidate.kind !== 'number') return false
  const theirs = tokens[from - 1]?.xpos === 'PRP$'
  const of = theirs ? from - 2 : from - 1
  return (
    before.candidate.to === of &&
    tokens[of]!.text === 'of' &&
    (theirs || !/^(?:member|people|person)$/.test(tokens[head]!.lemma))
  )
}

/** Those who "need to be evacuated" or "wait to be rescued" are trapped as yet, and who "cannot return" is still away. */
function awaited(tokens: readonly Token[], { to }: Candidate, framed: Framed | null): Framed | null {
  if (framed?.measure === 'returned' && isNegated(tokens, framed.link)) return { ...framed, measure: 'displaced' }
  if (framed?.measure !== 'evacuated' || !framed.link) return framed
  const between = tokens.slice(to, Math.max(to, framed.link.found.at))
  return between.some(({ lemma }) => AWAIT.test(lemma)) ? { ...framed, measure: 'trapped' } : framed
}

/** Inmates and patients who escape are at large, not displaced. */
const gone = (
  tokens: readonly Token[],
  { head }: Candidate,
  measures: Measures,
  framed: Framed | null,
): Framed | null =>
  framed?.measure === 'displaced' &&
  framed.link &&
  /^(?:prisoners|hostages|patients)$/.test(countedAt(tokens, head, measures)?.subject ?? '')
    ? { ...framed, measure: 'other' }
    : framed

const AWAIT = /^(?:need|remain|wait|await)$/

/** "Haitians", "Kurds": a people named after its land. */
const isPeople = ({ tokens, places }: Reading, head: number): boolean =>
  /^NNP?S$/.test(tokens[head]!.xpos) && places.some((one) => one.kind === 'demonym' && overlaps(one, tokens[head]!))

/** "7,000 men", "three battalions". */
const isForce = (noun: string, count: number): boolean =>
  (noun === 'men' && count >= 100) || /^(?:battalion|brigade|regiment|squadron|platoon)s$/.test(noun)

/** Words of plenty: they count nobody, unless something was done to those they stand before. */
const PLENTY = /^(?:multiple|numerous|various|number)$/i

/** Words for two that mostly mean two known before: "both sides", "the twin blasts". */
const PAIR = /^(?:both|twin|dual)$/i

/** "one of the towns": no count of its own. */
const isOneOf = (tokens: readonly Token[], { low, high, number }: Candidate): boolean =>
  low === 1 && high === 1 && tokens[number + 1]?.text === 'of'

/** "Its 10 million people", "the valley's 400,000 residents". */
const isOwned = (tokens: readonly Token[], { from, low, high }: Candidate): boolean =>
  (low ?? high ?? 0) >= 1000 && /^(?:its|['’]s?)$/i.test(tokens[from - 1]?.text ?? '')

/** "there are a million civilians": thousands that are said to be somewhere. */
function exists(tokens: readonly Token[], { head, low, high }: Candidate): boolean {
  const up = tokens[head]!.head
  if (up < 0 || (low ?? high ?? 0) < 1000) return false
  return tokens.slice(Math.max(0, up - 4), up).some((token) => token.deprel === 'expl' && token.head === up)
}

/** "40 percent of the harvest", "3,000 litres of fuel": an amount that is a figure. A share of land says who holds it, not how many. */
function isAmount(
  tokens: readonly Token[],
  { last }: Sentence,
  { quantity, number, to }: Candidate,
  measures: Measures,
): boolean {
  if (quantity?.role === 'measure')
    return tokens.slice(number, Math.min(to + 1, last)).some(({ text }) => AMOUNT.test(text))
  if (quantity?.role !== 'percent') return false
  for (let i = number; i < Math.min(number + 8, last); i++)
    if (LAND.test(tokens[i]!.lemma) || classAt(tokens, i, measures) === 'site') return false
  return true
}

const AMOUNT = /^(?:lit(?:re|er)s?|gallons?|barrels?|bpd|tons?|tonnes?)$/i
const LAND = /^(?:territory|land|country|ground|audience|vote|share|stock)$/i
