/** A reading: everything the stages found in one report. Each stage adds its own key and overwrites no other. */

import type { Claim, Code } from './claim.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { ActorMention, Attribution, Name, PlaceMention, Quantity, TimeMention } from './mention.ts'
import type { Report } from './report.ts'
import type { Passage, Sentence, Token } from './text.ts'

export interface Reading {
  readonly report: Report
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly names: readonly Name[]
  readonly numbers: readonly Quantity[]
  readonly times: readonly TimeMention[]
  readonly places: readonly PlaceMention[]
  readonly actors: readonly ActorMention[]
  readonly attributions: readonly Attribution[]
  readonly claims: readonly Claim[]
  readonly code: Code
  readonly diagnostics: readonly Diagnostic[]
}

/** A key that a stage can give. */
export type Layer = Exclude<keyof Reading, 'report' | 'diagnostics'>
