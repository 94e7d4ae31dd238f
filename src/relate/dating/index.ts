/**
 * Infers when a report without a date was published: from its own text, from landmarks, from dated reports beside it.
 *
 * Uses passages only, since times and claims depend on the answer. The engine must
 * call it in this order: read passages of all reports → `inferDates` → put the
 * result into the undated reports → read fully (`engine/dates.ts` does so).
 * An inferred date is marked, reasoned and never certain; null rather than a guess.
 */
import type { Landmark } from '../../knowledge/landmarks.ts'
import type { Reading } from '../../model/reading.ts'
import type { Published } from '../../model/report.ts'
import { type CuedSentence, cuedSentences } from './cues.ts'
import { copyProposals, neighbourhood } from './neighbours.ts'
import { anchorProposal, floorOf, ownProposals, type Proposal } from './proposals.ts'
import { weigh } from './weigh.ts'

/** What inference needs of a reading. */
export type Dateable = Pick<Reading, 'report' | 'passages'>

/** From this confidence on an inferred date may serve to date others. */
const FIRM = 0.6

/**
 * Dates for all reports whose `published.date` is null, by report id; those that nothing supports are missing.
 * Reports with a date serve as neighbours, and so do those whose own text dates them firmly.
 */
export function inferDates(readings: readonly Dateable[], landmarks: readonly Landmark[]): Map<string, Published> {
  const found = new Map<string, Published>()
  const undated = readings.filter(({ report }) => report.published.date === null)
  if (undated.length === 0) return found
  const cued = new Map<Dateable, CuedSentence[]>(readings.map((reading) => [reading, cuedSentences(reading)]))
  const proposals = new Map<Dateable, Proposal[]>()
  for (const reading of undated) {
    const sentences = cued.get(reading)!
    const own = proposalsOf(reading, sentences, landmarks)
    proposals.set(reading, own)
    const published = weigh(own, floorOf(reading, sentences))
    if (published) found.set(reading.report.id, published)
  }
  const dated = readings.flatMap((reading) => {
    const published = reading.report.published.date ? reading.report.published : found.get(reading.report.id)
    return published?.date && published.confidence >= FIRM
      ? [{ reading, sentences: cued.get(reading)!, day: published.date }]
      : []
  })
  const neighbours = neighbourhood(dated)
  const copied = copyProposals(undated, dated)
  for (const reading of undated) {
    const sentences = cued.get(reading)!
    const all = [
      ...proposals.get(reading)!,
      ...neighbours(reading, sentences),
      ...(copied.get(reading.report.id) ?? []),
    ]
    const published = weigh(all, floorOf(reading, sentences))
    if (published) found.set(reading.report.id, published)
  }
  return found
}

function proposalsOf(
  reading: Dateable,
  sentences: readonly CuedSentence[],
  landmarks: readonly Landmark[],
): Proposal[] {
  return [...ownProposals(reading, sentences), ...landmarkProposals(reading, sentences, landmarks)]
}

/** Proposals from landmarks that the report's sentences speak of. */
function landmarkProposals(
  { report, passages }: Dateable,
  sentences: readonly CuedSentence[],
  landmarks: readonly Landmark[],
): Proposal[] {
  const out: Proposal[] = []
  const paragraphs = new Map<number, ReadonlySet<string>>()
  for (const sentence of sentences) {
    if (sentence.cues.length === 0) continue
    let words = paragraphs.get(sentence.passage)
    if (!words) {
      const { start, end } = passages[sentence.passage]!
      words = new Set(
        report.text
          .slice(start, Math.min(end, start + 20_000))
          .toLowerCase()
          .match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu),
      )
      paragraphs.set(sentence.passage, words)
    }
    const own = new Set(sentence.words.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu))
    for (const { day, event, about, did, sure } of landmarks) {
      if (!begins(own, did) || !about.every((group) => begins(words, group))) continue
      const proposal = anchorProposal(sentence, { day, event, kind: 'landmark', sure }, sentences)
      if (proposal) out.push(proposal)
    }
  }
  return out
}

function begins(words: ReadonlySet<string>, beginnings: readonly string[]): boolean {
  for (const word of words) for (const beginning of beginnings) if (word.startsWith(beginning)) return true
  return false
}
