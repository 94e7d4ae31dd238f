/**
 * What every claim carries, made in one place: its words, its passage, its id.
 *
 *     The ministry said 12 people were killed on Tuesday.
 *                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote; id = hash of report, span and content
 *
 * What the claim says is not this file's business.
 */
import type { Basis, ClaimBase, Modality, Reason } from '../../model/claim.ts'
import type { Location } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'
import { quote, type Span } from '../../model/span.ts'
import type { Passage, Sentence } from '../../model/text.ts'

/** When a claim holds, and how that was found. */
export interface When {
  readonly from: Day | null
  readonly to: Day | null
  readonly basis: Basis
}

/** Where a claim holds, and how that was found. */
export interface Where {
  readonly place: string | null
  readonly placeId: string | null
  readonly location: Location | null
  readonly basis: Basis
}

/** The parts of a claim that its reader decides. */
export interface Said {
  readonly span: Span
  readonly passage: Passage
  readonly source: readonly string[]
  readonly modality: Modality
  readonly when: When
  readonly where: Where
  readonly confidence: number
  readonly reason: Reason
  readonly repeat?: boolean
  /** What tells two claims over the same words apart: kind, measure and number; status and place; type. */
  readonly content: string
}

/** The common part of a claim. Pure: the same report and words give the same id. */
export function claimBase({ report }: Reading, said: Said): ClaimBase {
  const { start, end } = said.span
  return {
    start,
    end,
    id: hash(`${report.id}|${start}|${end}|${said.content}`),
    report: report.id,
    quote: quote(report.text, said.span),
    source: said.source,
    modality: said.modality,
    from: said.when.from,
    to: said.when.to,
    timeBasis: said.when.basis,
    place: said.where.place,
    placeId: said.where.placeId,
    location: said.where.location,
    placeBasis: said.where.basis,
    role: said.passage.role,
    confidence: said.confidence,
    reason: said.reason,
    // Filled in wording.ts, once all claims are made.
    wording: { sentence: { start, end }, signs: [] },
    ...(said.repeat ? { repeat: true } : {}),
  }
}

/**
 * The sentences that can carry claims, in order: not those of teasers, boilerplate, datelines and credit lines,
 * and none that repeats an earlier one to the letter, alone or with its passage.
 */
export function tellingSentences({ report: { text }, passages, sentences }: Reading): Sentence[] {
  const seen = new Set<string>()
  return sentences.filter(({ passage, start, end }) => {
    const { role, repeatOf } = passages[passage]!
    if (repeatOf !== undefined || SILENT.has(role)) return false
    const words = text.slice(start, end).replace(/\s+/g, ' ')
    if (seen.has(words)) return false
    seen.add(words)
    return true
  })
}

const SILENT: ReadonlySet<string> = new Set(['teaser', 'boilerplate', 'dateline', 'credit'])

/** 53-bit hash of a string in base 36 (cyrb53, public domain): stable across machines, not for security. */
function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
