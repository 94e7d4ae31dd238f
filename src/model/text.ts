/** What a report is made of: passages, sentences and tokens with their tags and parse. */
import type { Day } from './report.ts'
import type { Span } from './span.ts'

/** The part a passage plays in its report. */
export type Role =
  | 'headline'
  | 'dateline'
  | 'body'
  | 'caption'
  | 'quote'
  | 'teaser'
  | 'heading'
  | 'boilerplate'
  | 'credit'

/** A part of a report with its own role. Passages are in text order and never overlap. */
export interface Passage extends Span {
  readonly role: Role
  /** Where the same words first stand in this report, when all of this passage repeats them verbatim. */
  readonly repeatOf?: number
  /** The day a caption or dateline gives for itself. */
  readonly date?: Day
}

/** A sentence, or what stands for one in a caption or headline. `passage` indexes `passages`; tokens are `[first, last)` of `tokens`. */
export interface Sentence extends Span {
  readonly passage: number
  readonly first: number
  readonly last: number
}

/** A word or mark. `head` indexes the report's tokens, -1 for a root; `deprel` may carry a subtype ("nsubj:pass"). */
export interface Token extends Span {
  readonly text: string
  readonly lemma: string
  /** Universal part of speech. */
  readonly upos: string
  /** Penn Treebank tag. */
  readonly xpos: string
  readonly head: number
  readonly deprel: string
  readonly sentence: number
}
