/**
 * The picture: what the ledger supports, `on` a day, `asOf` a day.
 * Every item names the claims it rests on, the days it speaks of (`from`, `to`)
 * and the day it was first known (`known`: earliest publication among its claims).
 */
import type { Claim, ControlStatus, EventType, Measure, Modality } from './claim.ts'
import type { ActorKind, Bound, Location } from './mention.ts'
import type { Day, Published } from './report.ts'

export interface PictureReport {
  readonly id: string
  readonly file: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: Published
  /** Origin of most of its words. */
  readonly origin: string
  /** Reports it shares passages with: share is the part of the shorter one found in the other. */
  readonly copies: readonly { readonly of: string; readonly share: number }[]
  readonly story: string
  readonly claims: readonly string[]
}

/** An independent source; corroboration counts these. */
export interface Origin {
  readonly id: string
  readonly name: string
  readonly reports: readonly string[]
  readonly claims: readonly string[]
  readonly reason: string
}

interface Item {
  readonly id: string
  readonly claims: readonly string[]
  readonly from: Day | null
  readonly to: Day | null
  readonly known: Day | null
}

export interface PictureActor extends Item {
  readonly name: string
  readonly kind: ActorKind
  readonly aliases: readonly { readonly name: string; readonly reason: string }[]
}

export interface PicturePlace extends Item {
  readonly name: string
  readonly placeId: string | null
  readonly location: Location | null
  readonly aliases: readonly { readonly name: string; readonly reason: string }[]
  readonly partOf: readonly string[]
}

/** A named campaign or story. */
export interface Operation extends Item {
  readonly name: string
  readonly place: string | null
  readonly reason: string
}

/** Grade of an item by the stated rule; see docs/grades.md. */
export interface Grade {
  readonly word: 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted'
  readonly reasons: readonly string[]
}

/** Somebody's version of something: one origin, one speaker, the claims. */
export interface Testimony {
  readonly origin: string
  readonly speaker: string | null
  readonly claims: readonly string[]
  readonly published: Day | null
  readonly modality: Modality
  /** Claim that retracts, denies or supersedes it, if any. */
  readonly status: 'stands' | 'superseded' | 'denied' | 'retracted'
  readonly by: string | null
}

export interface PictureEvent extends Item {
  readonly type: EventType | 'capture' | 'loss'
  readonly acled: string | null
  readonly plover: string | null
  readonly actor: string | null
  readonly target: string | null
  readonly place: string | null
  readonly operation: string | null
  readonly modality: Modality
  readonly summary: string
  readonly origins: readonly string[]
  readonly testimonies: readonly Testimony[]
  readonly grade: Grade
}

/** One testimony about a number. */
export interface FigureTestimony extends Testimony {
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
}

/** One quantity about one group, place and period, in one definition; never an average. */
export interface PictureFigure extends Item {
  readonly measure: Measure
  readonly subject: string | null
  readonly place: string | null
  readonly operation: string | null
  readonly modality: Modality
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  /** The rule that made low, best and high, in words. */
  readonly rule: string
  readonly summary: string
  readonly origins: readonly string[]
  readonly testimonies: readonly FigureTestimony[]
  /** Cumulative counts over time, oldest first, when there is more than one day. */
  readonly series: readonly {
    readonly day: Day
    readonly low: number | null
    readonly high: number | null
    readonly claim: string
  }[]
  readonly grade: Grade
}

/** Who had a place over an interval. Uncertain ends are intervals themselves. */
export interface ControlPeriod extends Item {
  readonly place: string
  readonly holder: string | null
  readonly state: 'held' | 'contested' | 'unknown'
  /** Words of the strongest claim: held, captured, entered ... */
  readonly status: ControlStatus
  readonly begins: { readonly earliest: Day | null; readonly latest: Day | null }
  readonly ends: { readonly earliest: Day | null; readonly latest: Day | null }
  /** True when only the holder or its allies say so. */
  readonly oneSided: boolean
  readonly summary: string
  readonly origins: readonly string[]
  readonly testimonies: readonly Testimony[]
  readonly grade: Grade
}

/** Claims that cannot all be true, or that count different things under one name. */
export interface Disagreement extends Item {
  readonly kind: 'number' | 'holder' | 'actor' | 'date' | 'place' | 'happened' | 'definition'
  readonly summary: string
  readonly sides: readonly {
    readonly says: string
    readonly origins: readonly string[]
    readonly speakers: readonly string[]
    readonly claims: readonly string[]
  }[]
  /** Ids of the figures, events or control periods it is about. */
  readonly about: readonly string[]
  /** What would settle it. */
  readonly settle: string
}

/** What is not known. */
export interface Gap extends Item {
  readonly kind: 'stale' | 'single-origin' | 'one-sided' | 'missing'
  readonly summary: string
  readonly about: readonly string[]
}

/** One change in the picture, dated by publication. */
export interface Change extends Item {
  readonly day: Day
  readonly kind: 'event' | 'figure' | 'control' | 'disagreement' | 'retraction'
  readonly summary: string
  readonly about: readonly string[]
}

/** A typed link between two claims. */
export interface ClaimLink {
  readonly from: string
  readonly to: string
  readonly kind: 'repeats' | 'updates' | 'contradicts' | 'denies' | 'corrects' | 'retracts'
  readonly reason: string
}

export interface Picture {
  readonly version: 1
  readonly on: Day | null
  readonly asOf: Day | null
  readonly reports: readonly PictureReport[]
  readonly origins: readonly Origin[]
  readonly actors: readonly PictureActor[]
  readonly places: readonly PicturePlace[]
  readonly operations: readonly Operation[]
  readonly events: readonly PictureEvent[]
  readonly figures: readonly PictureFigure[]
  readonly control: readonly ControlPeriod[]
  readonly disagreements: readonly Disagreement[]
  readonly gaps: readonly Gap[]
  readonly changes: readonly Change[]
  readonly links: readonly ClaimLink[]
  /** The claims everything above points to, in report order. */
  readonly claims: readonly Claim[]
}
