/**
 * Neighbours: what reports of a known day tell of the day of one without.
 *
 *     known, 19 October    "... the offensive that was launched on Monday ..."        Monday = 17 October
 *     undated              "... since the offensive was launched on Monday ..."       so it is of that week
 *
 * Sentences are matched by the words they share, rare ones counting most; a copy of
 * most of a report has that report's day. Linear but for common words, which are not indexed.
 */
import type { Report } from '../../model/report.ts'
import { copies } from '../copies.ts'
import type { Cue, CuedSentence } from './cues.ts'
import { addDays, onOrBefore } from './days.ts'
import type { Dateable } from './index.ts'
import { anchorProposal, type Proposal } from './proposals.ts'

/** A report of a known day. */
export interface Dated {
  readonly reading: Dateable
  readonly sentences: readonly CuedSentence[]
  readonly day: string
}

/** A word in more sentences than this tells little and costs much. */
const COMMON = 400
/** Cosine from which two sentences tell of the same thing. */
const SAME = 0.5
/** Part of the shorter report that must be shared for a copy. */
const COPY = 0.4

interface Known {
  readonly day: string
  readonly report: Report
  readonly words: ReadonlySet<string>
}

/** A function that gives the proposals of the dated reports for an undated one. */
export function neighbourhood(
  dated: readonly Dated[],
): (reading: Dateable, sentences: readonly CuedSentence[]) => Proposal[] {
  const known: Known[] = []
  const index = new Map<string, number[]>()
  for (const { reading, sentences, day } of dated)
    for (const sentence of sentences) {
      const told = sentence.cues.map((cue) => placed(cue, day)).find((it) => it !== null)
      if (!told) continue
      const words = wordsOf(sentence.words)
      for (const word of words) {
        const list = index.get(word)
        if (list) list.push(known.length)
        else index.set(word, [known.length])
      }
      known.push({ day: told, report: reading.report, words })
    }
  const weight = (word: string): number => {
    const n = index.get(word)?.length ?? 0
    return Math.log(1 + (known.length + 50) / (1 + n))
  }
  const weigh = (words: ReadonlySet<string>): number => [...words].reduce((sum, word) => sum + weight(word) ** 2, 0)
  return (reading, sentences) => {
    const out: Proposal[] = []
    for (const sentence of sentences) {
      if (sentence.cues.length === 0) continue
      const words = wordsOf(sentence.words)
      if (words.size < 4) continue
      const common = new Map<number, number>()
      for (const word of words) {
        const list = index.get(word)
        if (list && list.length <= COMMON) for (const i of list) common.set(i, (common.get(i) ?? 0) + weight(word) ** 2)
      }
      const own = weigh(words)
      for (const [i, sum] of common) {
        const it = known[i]!
        const cosine = sum / Math.sqrt(own * weigh(it.words))
        if (cosine < SAME || it.report.id === reading.report.id) continue
        const anchor = {
          day: it.day,
          event: `${it.report.id} tells the same`,
          kind: 'neighbour',
          sure: Math.min(0.9, cosine),
        } as const
        const proposal = anchorProposal(sentence, anchor, sentences)
        if (proposal) out.push(proposal)
      }
    }
    return out
  }
}

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

const STOP = new Set(
  'the and for with from that this its his her their has have had are was were will been who which when after into over said says told monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

const wordsOf = (words: string): ReadonlySet<string> =>
  new Set((words.match(/\p{L}{3,}|\d{2,}/gu) ?? []).filter((word) => !STOP.has(word)).map((word) => word.slice(0, 7)))
