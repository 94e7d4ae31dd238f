/** Claims: what one report says about the situation, who says it, and how surely. */

import type { Bound, Location } from './mention.ts'
import type { Day } from './report.ts'
import type { Span } from './span.ts'
import type { Role } from './text.ts'
import type { Wording } from './wording.ts'

/** How it is said. `retracted`: a statement of fact that this report says was withdrawn. */
export type Modality = 'asserted' | 'planned' | 'predicted' | 'demanded' | 'denied' | 'retracted'

/** Where an argument was found, nearest first. */
export type Basis = 'clause' | 'sentence' | 'context' | 'caption' | 'report' | 'none'

/** What `recount why` prints: the machine's reason for a claim. */
export interface Reason {
  /** Id of the frame or rule in the codebook. */
  readonly frame: string
  /** The words that set it off. */
  readonly trigger: Span
  /** One line an argument: how it was chosen. */
  readonly notes: readonly string[]
}

/** What every claim carries. */
export interface ClaimBase extends Span {
  /** Stable hash of report, span and content. */
  readonly id: string
  readonly report: string
  /** The exact words of the report at `start`-`end`. */
  readonly quote: string
  /** Who says so, innermost speaker first; empty in the outlet's own voice. */
  readonly source: readonly string[]
  readonly modality: Modality
  readonly from: Day | null
  readonly to: Day | null
  readonly timeBasis: Basis
  readonly place: string | null
  /** As in `PlaceMention.id`. */
  readonly placeId: string | null
  readonly location: Location | null
  readonly placeBasis: Basis
  /** Role of the passage it stands in. */
  readonly role: Role
  /** 0 to 1, calibrated: of the claims at .8, about 80 % are right. */
  readonly confidence: number
  readonly reason: Reason
  /** True when an earlier sentence of the same report tells the same thing. */
  readonly repeat?: boolean
  /** What its words say of it beyond its arguments. */
  readonly wording: Wording
}

/** What is counted, in the field's words. */
export type Measure =
  | 'killed'
  | 'wounded'
  | 'casualties'
  | 'missing'
  | 'captured'
  | 'displaced'
  | 'evacuated'
  | 'returned'
  | 'trapped'
  | 'population'
  | 'in_need'
  | 'infected'
  | 'strength'
  | 'strikes'
  | 'equipment'
  | 'damaged'
  | 'sites'
  | 'other'

/** How many of whom. `low` or `high` is null where the wording leaves it open. */
export interface FigureClaim extends ClaimBase {
  readonly kind: 'figure'
  readonly measure: Measure
  readonly subject: string | null
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
}

/** Who has a place. */
export type ControlStatus =
  | 'held'
  | 'captured'
  | 'entered'
  | 'advancing'
  | 'encircled'
  | 'cut'
  | 'lost'
  | 'cleared'
  | 'contested'

/** Who holds, takes, loses or contests a place. */
export interface ControlClaim extends ClaimBase {
  readonly kind: 'control'
  readonly status: ControlStatus
  readonly actor: string | null
  readonly fromActor: string | null
}

/** What happened. */
export type EventType =
  | 'airstrike'
  | 'shelling'
  | 'suicide_bombing'
  | 'bombing'
  | 'clash'
  | 'attack'
  | 'killing'
  | 'abduction'
  | 'human_shields'
  | 'arson'
  | 'uprising'
  | 'protest'
  | 'deployment'
  | 'offensive'
  | 'withdrawal'
  | 'surrender'
  | 'displacement'
  | 'evacuation'
  | 'aid'
  | 'shortage'
  | 'talks'
  | 'arrest'
  | 'demand'
  | 'refusal'
  | 'accusation'
  | 'denial'
  | 'retraction'
  | 'announcement'
  | 'warning'
  | 'discovery'
  | 'damage'
  | 'support'
  | 'other'

/** Events that are done by saying something: their actor is who speaks, their day the day of speaking. */
export const SPEECH_ACTS: ReadonlySet<string> = new Set<EventType>([
  'demand', 'refusal', 'accusation', 'denial', 'retraction', 'announcement', 'warning',
]) // biome-ignore format: a list

/** Something done, on a day, by someone. Joint actors are one string, joined with "; ". */
export interface EventClaim extends ClaimBase {
  readonly kind: 'event'
  readonly type: EventType
  readonly actor: string | null
  readonly target: string | null
  /** It is an earthquake, a flood, an outbreak: of type "other", nobody's, and `target` says what. */
  readonly calamity?: boolean
}

export type Claim = FigureClaim | ControlClaim | EventClaim

/** One code for a whole short report: ACLED sub-event type and PLOVER type, each null when nothing fits. */
export interface Code {
  readonly acled: string | null
  readonly plover: string | null
}
