/** Mentions: the spans that name someone, somewhere, sometime or so many. */
import type { Interval } from './interval.ts'
import type { Span } from './span.ts'

/** A proper name as found by the name tagger and the knowledge packs. */
export interface Name extends Span {
  readonly type: 'PER' | 'ORG' | 'LOC'
  /** The longest form the report gives: "al-Jilane" -> "Sarmad al-Jilane". */
  readonly canonical: string
}

/** TIMEX3 types. */
export type TimeType = 'date' | 'time' | 'duration' | 'set'

/** A time expression with its TIMEX3 value and, where it can be placed, the days it covers. */
export interface TimeMention extends Span {
  readonly type: TimeType
  /** TIMEX3 value: "2016-10-20", "2016-W42", "P10D", "PRESENT_REF". */
  readonly value: string
  readonly interval: Interval
  readonly granularity:
    | 'minute'
    | 'hour'
    | 'daypart'
    | 'day'
    | 'week'
    | 'month'
    | 'season'
    | 'quarter'
    | 'year'
    | 'decade'
    | 'century'
    | 'unknown'
  /** "since", "until", "before", "after", "by" in front of it, where there is one. */
  readonly relation?: 'since' | 'until' | 'before' | 'after' | 'by' | 'during'
  /** Name of the rule that read it, for `recount why`. */
  readonly rule: string
}

/** How the words bound a number. */
export type Bound = 'exact' | 'approx' | 'at_least' | 'at_most' | 'range' | 'vague'

/** A number with what it counts or measures. */
export interface Quantity extends Span {
  /** Null where the wording leaves that side open ("up to 6,000" has no low). */
  readonly low: number | null
  readonly high: number | null
  readonly bound: Bound
  /** The counted noun's words, without the number: "ISIS fighters"; for a measure its unit ("kilometers"). */
  readonly unit: string
  /** Span of that noun phrase, when there is one. */
  readonly unitSpan?: Span
  /** What sort of number it is; only `count` (and `money`, `percent`) can become a figure. */
  readonly role:
    | 'count'
    | 'money'
    | 'percent'
    | 'distance'
    | 'measure'
    | 'age'
    | 'rank'
    | 'ordinal'
    | 'unit-name'
    | 'year'
    | 'duration'
    | 'conversion'
    | 'other'
  /** True for "another", "an additional", "more" in front of the noun. */
  readonly additional?: boolean
}

/** A point, or a sector with an uncertainty radius. Degrees WGS 84, kilometres. */
export interface Location {
  readonly lat: number
  readonly lon: number
  readonly radiusKm: number
  readonly precision: 'point' | 'town' | 'area' | 'admin' | 'country' | 'sector'
  /** For "45 km south of X": bearing in degrees from north and half-width of the sector. */
  readonly bearing?: number
  readonly spread?: number
}

/**
 * What a place is named for, other than as where something happens: where a report was filed, where a speaker is
 * ("officials in Danu"), who speaks or acts from there ("Danu has denied"), what an operation is for ("the battle for
 * Danu"), where somebody is from ("a fighter from Danu").
 */
export type PlaceUse = 'dateline' | 'seat' | 'voice' | 'aim' | 'origin'

/** A place as named in the text; `location` is null when it stays unresolved. */
export interface PlaceMention extends Span {
  /** Canonical name ("Qaraqosh" for Hamdaniyah, "western Mosul" for "the western half of Mosul"). */
  readonly name: string
  /** Stable id: "geonames:99072", "pack:bartella", "country:IQ", "admin1:IQ.15"; null when unresolved. */
  readonly id: string | null
  readonly location: Location | null
  readonly country: string | null
  /** People who live there (for a part or a place near it, in the place that is named), 0 where not known. */
  readonly population: number
  /** Ids of what contains it, nearest first, where known ("pack:karama-mosul" is part of "geonames:99072"). */
  readonly partOf: readonly string[]
  /** Where the answer came from and how sure it is (0 to 1). */
  readonly source: 'user' | 'pack' | 'gazetteer' | 'relative' | 'none'
  readonly confidence: number
  readonly kind:
    | 'country'
    | 'admin'
    | 'town'
    | 'village'
    | 'quarter'
    | 'base'
    | 'road'
    | 'region'
    | 'river'
    | 'demonym'
    | 'other'
  readonly use?: PlaceUse
}

/** Kinds of actors. */
export type ActorKind =
  | 'state-force'
  | 'armed-group'
  | 'government'
  | 'agency'
  | 'civilians'
  | 'media'
  | 'person'
  | 'country'
  | 'other'

/** Someone who can act, be acted on, or speak; resolved through aliases, composition and pronouns. */
export interface ActorMention extends Span {
  /** Canonical name as the guidelines would write it ("Islamic State", "Iraqi army 9th Division", "Lt. Gen. Talib Shaghati"). */
  readonly name: string
  readonly kind: ActorKind
  /** Country the actor belongs to, ISO 3166 alpha-2, when known. */
  readonly country: string | null
  /** How the name was reached. */
  readonly basis: 'alias' | 'composed' | 'name' | 'pronoun' | 'definite' | 'words'
  /** Index of the head token, so that the parse can be asked about it. */
  readonly head: number
  readonly confidence: number
}

/** Who says what: source and cue may be missing, content is always there. Spans may be discontinuous. */
export interface Attribution {
  readonly source: readonly Span[] | null
  readonly cue: readonly Span[] | null
  readonly content: readonly Span[]
  /** Canonical speaker, innermost first, carriers after: ["Dilshad Mawlood", "Rudaw"]; empty when unresolved. */
  readonly speakers: readonly string[]
  readonly type: 'direct' | 'indirect' | 'mixed' | 'according-to' | 'belief' | 'document'
  /** Index of the attribution that this one stands inside of. */
  readonly inside?: number
}
