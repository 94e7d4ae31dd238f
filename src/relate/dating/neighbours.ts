/**
 * Neighbours: what reports of a known day tell of the day of one without.
 *
 *     known, 19 October    "... the offensive that was launched on Monday ..."        Monday = 17 October
 *     undated              "... since the offensive was launched on Monday ..."       so it is of that week
 *
 * Sentences and openings are matched by the words they share, rare ones counting most; a
 * copy of most of a report has that report's day.
 */
import { copies } from '../copies.ts'
import type { Cue, CuedSentence } from './cues.ts'
import { addDays, nearest, onOrBefore } from './days.ts'
import type { Dateable } from './index.ts'
import { anchorProposal, openingWeekday, type Proposal } from './proposals.ts'
import { finder, wordsOf } from './similar.ts'

/** A report of a known day. */
export interface Dated {
  readonly reading: Dateable
  readonly sentences: readonly CuedSentence[]
  readonly day: string
}

/** Cosine from which two sentences tell of the same thing, and two openings are of one day's news. */
const SAME = 0.5
const SAME_NEWS = 0.25
/** Part of the shorter report that must be shared for a copy. */
const COPY = 0.4

/** A function that gives the proposals of the dated reports for an undated one. */
export function neighbourhood(
  dated: readonly Dated[],
): (reading: Dateable, sentences: readonly CuedSentence[]) => Proposal[] {
  const told = finder(
    dated.flatMap(({ reading, sentences, day }) =>
      sentences.flatMap(({ cues, words }) => {
        const placing = cues.map((cue) => placed(cue, day)).find((it) => it !== null)
        return placing ? [{ day: placing, id: reading.report.id, words: wordsOf(words) }] : []
      }),
    ),
  )
  const news = finder(
    dated.map(({ reading, sentences, day }) => ({ day, id: reading.report.id, words: opening(sentences) })),
  )
  return (reading, sentences) => {
    const out: Proposal[] = []
    for (const sentence of sentences) {
      const words = sentence.cues.length ? wordsOf(sentence.words) : null
      if (!words || words.size < 4) continue
      for (const { item, cosine } of told(words, SAME)) {
        if (item.id === reading.report.id) continue
        const event = `${item.id} tells the same`
        const sure = Math.min(0.9, cosine)
        const proposal = anchorProposal(sentence, { day: item.day, event, kind: 'neighbour', sure }, sentences)
        if (proposal) out.push(proposal)
      }
    }
    const weekday = openingWeekday(sentences)
    for (const { item, cosine } of news(opening(sentences), SAME_NEWS)) {
      if (item.id === reading.report.id) continue
      const day = weekday === null ? item.day : nearest(item.day, weekday)
      const reason = `it opens with the news of ${item.id} of ${item.day}`
      out.push({ day, kind: 'neighbour', confidence: Math.min(0.6, cosine) * (weekday === null ? 0.7 : 1), reason })
    }
    return out
  }
}

/** The words of a report's headline and first sentences. */
const opening = (sentences: readonly CuedSentence[]): ReadonlySet<string> =>
  wordsOf(
    sentences
      .filter(({ order, role }) => role === 'headline' || (order !== null && order <= 3))
      .map(({ words }) => words)
      .join(' ')
      .slice(0, 3000),
  )

/** Proposals from copies: an undated report that shares most of its words with a dated one. By report id. */
export function copyProposals(undated: readonly Dateable[], dated: readonly Dated[]): Map<string, Proposal[]> {
  const out = new Map<string, Proposal[]>()
  const reports = [...undated.map(({ report }) => report), ...dated.map(({ reading }) => reading.report)]
  for (const { a, b, share } of copies(reports)) {
    if (share < COPY || a >= undated.length || b < undated.length || reports[a]!.id === reports[b]!.id) continue
    const { day, reading } = dated[b - undated.length]!
    const { id } = reports[a]!
    const proposal: Proposal = {
      day,
      kind: 'copy',
      confidence: 0.75 * share,
      reason: `it shares ${Math.round(share * 100)} % of its words with ${reading.report.id} of ${day}`,
    }
    out.set(id, [...(out.get(id) ?? []), proposal])
  }
  return out
}

/** The day a cue names in a report of a known day. */
function placed(cue: Cue, published: string): string | null {
  if (cue.kind === 'day') return cue.day
  if (cue.kind === 'weekday') return onOrBefore(published, cue.weekday)
  if (cue.kind === 'month-day') {
    const year = Number(published.slice(0, 4))
    const day = `${year}-${String(cue.month).padStart(2, '0')}-${String(cue.date).padStart(2, '0')}`
    return day <= addDays(published, 1) ? day : `${year - 1}${day.slice(4)}`
  }
  return null
}
