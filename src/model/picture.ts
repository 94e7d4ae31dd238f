/**
 * The picture: what the ledger supports, `on` a day, `asOf` a day. docs/picture.md explains it to its readers;
 * docs/picture.schema.json is the same as a JSON Schema.
 *
 * Every item names the claims it rests on, the days it speaks of (`from`, `to`)
 * and the day it was first known (`known`: earliest publication among its claims).
 * Ids are short references (`F3f2a`) made from what the item is about; names of
 * actors and places are the ones the picture uses, origins are given by id.
 */
import type { Claim, ControlStatus, EventType, Measure, Modality } from './claim.ts'
import type { ActorKind, Bound, Location } from './mention.ts'
import type { Day, Published } from './report.ts'

/** One report, with where its words come from. */
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
  /** Id of the first report of its story. */
  readonly story: string
  readonly claims: readonly string[]
}

/** An independent source; corroboration counts these. */
export interface Origin {
  readonly id: string
  readonly name: string
  /** Reports most of whose words go back to it; none for an agency that is only quoted. */
  readonly reports: readonly string[]
  readonly claims: readonly string[]
  /** Why these words are its own: publisher, credit line, named carrier, shared passage. */
  readonly reason: string
}

interface Item {
  readonly id: string
  /** Ids of the claims it rests on; empty only for gaps about reports. */
  readonly claims: readonly string[]
  readonly from: Day | null
  readonly to: Day | null
  readonly known: Day | null
}

/** Someone who acts or speaks, under one name; `aliases` are its other names, each with why they are one. */
export interface PictureActor extends Item {
  readonly name: string
  readonly kind: ActorKind
  readonly aliases: readonly { readonly name: string; readonly reason: string }[]
}

/** A place under one name. */
export interface PicturePlace extends Item {
  readonly name: string
  /** As in `PlaceMention.id`; null when no report resolves it. */
  readonly placeId: string | null
  readonly location: Location | null
  readonly aliases: readonly { readonly name: string; readonly reason: string }[]
  /** Names, or ids where no name is known, of what contains it, nearest first. */
  readonly partOf: readonly string[]
}

/** A named campaign. */
export interface Operation extends Item {
  /** "Mosul offensive, October 2016". */
  readonly name: string
  readonly place: string | null
  /** Why its claims are taken for one operation. */
  readonly reason: string
}

/** Grade of an item by the stated rule; see docs/grades.md. */
export interface Grade {
  readonly word: 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted'
  /** Everything that went into the word, each as a short phrase. */
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

/** One incident, joined from the claims about it. */
export interface PictureEvent extends Item {
  readonly type: EventType | 'capture' | 'loss'
  /** ACLED sub-event type and PLOVER type; null where the event's type alone does not settle them. */
  readonly acled: string | null
  readonly plover: string | null
  /** Joint actors are one string, joined with "; ". */
  readonly actor: string | null
  readonly target: string | null
  readonly place: string | null
  /** Id of the operation. */
  readonly operation: string | null
  readonly modality: Modality
  /** One plain English sentence. */
  readonly summary: string
  /** Ids of the independent origins: what corroboration counts. */
  readonly origins: readonly string[]
  readonly testimonies: readonly Testimony[]
  readonly grade: Grade
}

/** One testimony about a number. An open side is null: "up to 6,000" has no low. */
export interface FigureTestimony extends Testimony {
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
  /** The days it counts; a number told without any is of the time up to when it was first told. */
  readonly from: Day | null
  readonly to: Day | null
}

/** One quantity about one group, place and period, in one definition; never an average. */
export interface PictureFigure extends Item {
  readonly measure: Measure
  readonly subject: string | null
  /** Is the subject one person by name, and no group? */
  readonly person: boolean
  readonly place: string | null
  readonly operation: string | null
  /** `asserted` for counts; `predicted`, `planned` and `demanded` numbers make figures of their own. */
  readonly modality: Modality
  readonly low: number | null
  /** The number most independent voices give; null when none leads. */
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
  /** Null while contested or unknown. */
  readonly holder: string | null
  readonly state: 'held' | 'contested' | 'unknown'
  /** Words of the strongest claim: held, captured, entered ... */
  readonly status: ControlStatus
  /** After the last evidence of what was before, and no later than the first account of it. */
  readonly begins: { readonly earliest: Day | null; readonly latest: Day | null }
  readonly ends: { readonly earliest: Day | null; readonly latest: Day | null }
  /** True when only the side that gains by it says so. */
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
  /** Two or more, except for a statement withdrawn in the report that made it. */
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
  /** Ids of what it is about: items, or reports. */
  readonly about: readonly string[]
}

/** One change in the picture, dated by publication. */
export interface Change extends Item {
  /** The day it was published. */
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

/** What `recount read --json` prints and `picture.json` holds. Lists are in a fixed order: the same input gives the same bytes. */
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
