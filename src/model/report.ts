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

/** Days of publication in order. Those that cannot be, in the future, count only where there are no others: one slip of the pen is not "today". */
export function publicationDays(all: readonly Published[]): Day[] {
  const daysOf = (some: readonly Published[]): Day[] => some.flatMap(({ date }) => date ?? []).toSorted()
  const sure = daysOf(all.filter(({ inferred, confidence }) => inferred || confidence > IN_THE_FUTURE))
  return sure.length > 0 ? sure : daysOf(all)
}

/** Confidence of a given day that lies in the future. */
export const IN_THE_FUTURE = 0.3
