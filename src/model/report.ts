/** Reports: what was published, and when. A report's text never changes; its id is made from it. */

/** An ISO 8601 calendar day, `2016-10-24`. */
export type Day = string

/**
 * The day a report was published. `date` is null when nothing supports one.
 * `inferred` is true when it does not come from the report's own metadata; then
 * `confidence` (0 to 1) and `reason` say how far it can be trusted and why.
 */
export interface Published {
  readonly date: Day | null
  readonly inferred: boolean
  readonly confidence: number
  readonly reason: string
}

/** One publication. */
export interface Report {
  /** Given by the user, or a hash of url and text. */
  readonly id: string
  readonly text: string
  readonly published: Published
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly author?: string
  /** The file it was read from, as the user named it. */
  readonly file?: string
}

/** An empty publication date, for reports that carry none and support none. */
export const UNDATED: Published = { date: null, inferred: false, confidence: 0, reason: 'no date given' }

/** A publication date that the report's own metadata gives. */
export const given = (date: Day, reason = 'given with the report'): Published => ({
  date,
  inferred: false,
  confidence: 1,
  reason,
})
