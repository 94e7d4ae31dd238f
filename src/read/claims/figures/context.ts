/** Time, speaker and modality of a figure: asks the shared readers and settles what only figures need. */
import type { Calamities } from '../../../knowledge/calamities.ts'
import type { Measure, Modality } from '../../../model/claim.ts'
import type { TimeMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Span } from '../../../model/span.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import type { When } from '../base.ts'
import { speaker } from '../speaker.ts'
import { isYardstick, when } from '../when.ts'
import type { Candidate } from './candidates.ts'
import type { Framed, Link } from './frames.ts'
import { modalityAt } from './modality.ts'

/** Speakers, innermost first; empty in the outlet's own voice. */
export function sourceOf(reading: Reading, span: Span, sentence: Sentence): readonly string[] {
  const said = speaker(reading, span)
  return said.length ? said : bracketed(reading, sentence)
}

/** "3,900 deaths reported (health ministry)": whose count it is, in brackets at the end; not the initials of who was just named. */
function bracketed({ report: { text }, actors }: Reading, { start, end }: Sentence): string[] {
  const found = /\((?:sources?: )?([^()]{2,60})\)[.;]?\s*$/i.exec(text.slice(start, end))
  if (!found) return []
  const at = start + found.index + found[0].indexOf(found[1]!)
  const body = actors.find((one) => one.start <= at && one.end > at && /^(?:agency|government)$/.test(one.kind))
  const again = body && actors.some((one) => one.name === body.name && one.start >= start && one.end < at)
  return body && !again ? [body.name] : []
}

/** Measures of how things stand, not of what happened: undated, they hold on the report's day. */
const STATE: ReadonlySet<string> = new Set(['strength', 'population', 'trapped', 'in_need'])

/**
 * Days of a figure told in `span`; one that looks ahead has none unless a date is given. `toll`: a running total, which of what
 * kills for weeks counts from its beginning, whichever day it is given.
 */
export function timeOf(
  reading: Reading,
  span: Span,
  sentence: Sentence,
  { measure, modality, toll }: { readonly measure: Measure; readonly modality: Modality; readonly toll: boolean },
  { lasting }: Calamities,
): When {
  const open = modality === 'planned' || modality === 'predicted' || modality === 'demanded'
  const found = when(reading, span, sentence, { open, kind: 'figure' })
  const { date } = reading.report.published
  const since = open ? null : sinceIn(reading, span, sentence)
  if (since) return { from: since.interval.from, to: date, basis: 'sentence' }
  if (toll && !open && found.to !== null && lasting.test(reading.report.text.slice(sentence.start, sentence.end)))
    return { ...found, from: null }
  if (open || !STATE.has(measure) || found.basis === 'clause' || found.basis === 'sentence') return found
  return { from: date, to: date, basis: 'report' }
}

/** The day a count begins with: "have been killed since the conflict broke out in March 2011". */
function sinceIn({ report: { text }, times }: Reading, span: Span, { start, end }: Sentence): TimeMention | undefined {
  const at = text.slice(span.start, end).search(/\bsince\b/)
  if (
    at < 0 ||
    isYardstick(text, span.start + at) ||
    /[;]|\b(?:said|but|while)\b/.test(text.slice(span.end, Math.max(span.end, span.start + at)))
  )
    return undefined
  const from = span.start + at
  return times.find((t) => t.start >= from && t.end <= end && t.start - from < 90 && t.start >= start && isDated(t))
}

const isDated = ({ type, interval }: TimeMention): boolean =>
  interval.from !== null && (type === 'date' || type === 'time')

/** "was not detained": the verb that would make it a figure is negated. */
export function isNegated(tokens: readonly Token[], link: Link | null): boolean {
  if (link === null) return false
  const { at } = link.found
  return tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ head, lemma, text }) => head === at && (lemma === 'not' || /^(?:never|n['’]t)$/i.test(text)))
}

/** Modality at the trigger; where the noun alone made the figure, at the noun. What is negated is denied. */
export function modalityOf({ tokens }: Reading, { head, high }: Candidate, { measure, link }: Framed): Modality {
  if (measure === 'trapped' && link?.found.trigger.measure === 'evacuated') return 'asserted'
  if (measure === 'displaced' && link?.found.trigger.measure === 'returned') return 'asserted'
  if (link === null && measure === 'population') return 'asserted'
  const said = modalityAt(tokens, link && link.found.trigger.form !== 'list' ? link.found.at : head)
  return said === 'asserted' && high !== 0 && isNegated(tokens, link) ? 'denied' : said
}
