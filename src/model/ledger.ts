/**
 * The ledger: what was read, what people decided about it, and what follows from pairs of reports alone.
 *
 *     readings ──▶ reports and claims ─┐
 *     judgements ──────────────────────┼──▶ Ledger ──▶ reconcile(ledger, {on, asOf}) ──▶ Picture
 *     shared passages ─────────────────┘
 *
 * Nothing here depends on the order the readings came in, and nothing on a day:
 * what was known when is asked of `reconcile`.
 */
import type { Claim } from './claim.ts'
import type { ActorKind, ActorMention, PlaceMention } from './mention.ts'
import type { Day, Report } from './report.ts'
import type { Span } from './span.ts'

/** A report with what was read in it. */
export interface LedgerReport {
  readonly report: Report
  readonly claims: readonly Claim[]
  readonly places: readonly PlaceMention[]
  /** The actors named in it, each once, with what they are. */
  readonly actors: readonly { readonly name: string; readonly kind: ActorKind }[]
  /** Where they are named, in text order; nothing where that is not known. */
  readonly mentions?: readonly (Span & Pick<ActorMention, 'name' | 'kind' | 'country' | 'basis'>)[]
}

/** Two reports that share passages: indexes into `Ledger.reports`, `a < b`, and the part of the shorter one found in the other. */
export interface SharedPassages {
  readonly a: number
  readonly b: number
  readonly share: number
}

/** What every judgement carries. It is never deleted; a later one about the same thing takes its place. */
interface Decision {
  readonly id: string
  /** The day it was made: it counts in pictures as of that day and later; null counts always. */
  readonly day: Day | null
  readonly by: string
  readonly reason: string
}

/** A person's decision. */
export type Judgement =
  | (Decision & { readonly kind: 'accept' | 'reject'; readonly claim: string })
  | (Decision & {
      readonly kind: 'correct'
      readonly claim: string
      /** Fields of the claim with their right values. */
      readonly fields: Readonly<Record<string, unknown>>
    })
  /** Two names of one actor or place, or names that must stay two. */
  | (Decision & {
      readonly kind: 'merge' | 'split'
      readonly of: 'actor' | 'place'
      readonly names: readonly [string, string]
    })

/** Reports in order of id, each id once. */
export interface Ledger {
  readonly reports: readonly LedgerReport[]
  readonly shared: readonly SharedPassages[]
  readonly judgements: readonly Judgement[]
}

/** The clocks to ask a ledger with: as it was `on` a day, as far as published by `asOf`; null leaves a clock out. */
export interface Clocks {
  readonly on?: Day | null
  readonly asOf?: Day | null
}
