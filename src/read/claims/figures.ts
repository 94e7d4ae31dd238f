/**
 * Figures: how many of whom, where, since when, and who counted.
 *
 *     At least 24 militants were killed and dozens wounded near Tarin, the mayor said.
 *     killed 24..null militants  ·  wounded 24..99 militants  ·  both at Tarin, source the mayor
 *
 * One claim a number and target. Measures come from the frames of data/measures, subject, place,
 * time and speaker each from their own reader, the confidence from a small learned model.
 */
import type { Resources } from '../../knowledge/resources.ts'
import type { FigureClaim } from '../../model/claim.ts'
import type { Quantity } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Sentence, Token } from '../../model/text.ts'
import { claimBase, tellingSentences } from './base.ts'
import type { Candidate } from './figures/candidates.ts'
import { isNegated, modalityOf, sourceOf, timeOf } from './figures/context.ts'
import type { Framed } from './figures/frames.ts'
import { placeOf } from './figures/place.ts'
import { evidence } from './figures/quote.ts'
import { markRepeats } from './figures/repeats.ts'
import { type Choice, choices } from './figures/sentence.ts'
import { countsPeople, subjectOf } from './figures/subject.ts'
import { withoutTitles } from './figures/titles.ts'

/** The figure claims of a report, in text order. */
export function figureClaims(reading: Reading, resources: Resources): FigureClaim[] {
  const claims: FigureClaim[] = []
  const [additional, definite] = [new Set<string>(), new Set<string>()]
  const [shares, named] = [new Set<string>(), new Set<string>()]
  let next = 0
  for (const sentence of tellingSentences(reading)) {
    while (next < reading.numbers.length && reading.numbers[next]!.end <= sentence.start) next++
    const quantities: Quantity[] = []
    for (let i = next; i < reading.numbers.length && reading.numbers[i]!.start < sentence.end; i++)
      quantities.push(reading.numbers[i]!)
    let before: FigureClaim | null = null
    for (const choice of choices(reading, sentence, quantities, resources)) {
      if (!choice.framed) continue
      if (choice.candidate.kind === 'single' && isNegated(reading.tokens, choice.framed.link)) continue
      const claim = figure(reading, resources, sentence, choice, choice.framed, before, lastPlace(claims))
      // "Forty people fell ill, six of whom died": the six are told of as dead for the first time.
      if (isShare(reading.tokens, choice.candidate) && (!before || before.measure === claim.measure))
        shares.add(claim.id)
      if (!before?.subject || !(choice.within || PART.has(claim.subject ?? ''))) before = claim
      if (choice.candidate.quantity?.additional || isAdded(reading.tokens, choice.framed)) additional.add(claim.id)
      if (isKnown(reading.tokens, choice.candidate)) definite.add(claim.id)
      if (choice.candidate.kind === 'single' && reading.tokens[choice.candidate.head]!.xpos === 'NNP')
        named.add(claim.id)
      claims.push(claim)
    }
  }
  return markRepeats(reading, withoutTitles(claims), { additional, definite, shares, named })
}

/** "The force also detained two men": they come on top of whoever was told before. */
function isAdded(tokens: readonly Token[], { link }: Framed): boolean {
  if (!link) return false
  const { at } = link.found
  return tokens.slice(Math.max(0, at - 3), at + 1).some(({ text, head }) => /^also$/i.test(text) && head === at)
}

/** "The commander", "him", "the two men": known from before. */
const isKnown = (tokens: readonly Token[], { from, kind }: Candidate): boolean =>
  kind === 'single'
    ? /^(?:the|him|her|his|their)$/i.test(tokens[from]!.text)
    : /^(?:the|these|those)$/i.test(tokens[from - 1]?.text ?? '')

/** "Two of the detainees", "one of whom". */
const isShare = (tokens: readonly Token[], { number, kind }: Candidate): boolean =>
  kind === 'number' &&
  tokens[number + 1]?.text === 'of' &&
  /^(?:the|these|those|them|whom)$/.test(tokens[number + 2]?.text ?? '')

/** The place of the last figure that names one. */
function lastPlace(claims: readonly FigureClaim[]) {
  const last = claims.findLast(({ place, placeBasis }) => place !== null && /^(?:clause|sentence)$/.test(placeBasis))
  return last && { place: last.place, placeId: last.placeId, location: last.location, basis: last.placeBasis }
}

/** Groups told as parts of another: what comes after them counts the whole again. */
const PART: ReadonlySet<string> = new Set(['women', 'children', 'men'])

function figure(
  reading: Reading,
  resources: Resources,
  sentence: Sentence,
  { candidate, part, probability }: Choice,
  framed: Framed,
  before: FigureClaim | null,
  last: Parameters<typeof placeOf>[6],
): FigureClaim {
  const { tokens, actors, passages } = reading
  const { measure, link, noun } = framed
  const span = evidence(tokens, sentence, candidate, framed)
  const { low, high, bound } = candidate
  const named = noun === undefined ? candidate : { ...candidate, number: noun - 1, head: noun, to: noun + 1 }
  const alike = before && countsPeople(before.measure) === countsPeople(measure) ? before.subject : null
  const subject = subjectOf(tokens, named, measure, actors, alike, resources.measures)
  const modality = modalityOf(reading, candidate, framed)
  const trigger = link ? { start: tokens[link.found.from]!.start, end: tokens[link.found.to - 1]!.end } : candidate.span
  const base = claimBase(reading, {
    span,
    passage: passages[sentence.passage]!,
    source: sourceOf(reading, span, sentence),
    modality,
    when: timeOf(
      reading,
      span,
      sentence,
      { measure, modality, toll: link?.relation === 'toll' },
      resources.measures.calamities,
    ),
    where: placeOf(reading, sentence, candidate, measure, { span, trigger }, resources, last),
    ...(part ? { repeat: true } : {}),
    confidence: Math.round(probability * 1000) / 1000,
    reason: {
      frame: link ? `figure/${measure}/${link.found.trigger.form}` : `figure/${measure}/noun`,
      trigger,
      notes: [link ? `counted stands to the trigger as ${link.relation}` : 'the counted noun and its company'],
    },
    content: `figure|${measure}|${low}|${high}|${candidate.span.start}`,
  })
  return { ...base, kind: 'figure', measure, subject, low, high, bound }
}
