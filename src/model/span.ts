/**
 * Spans: where in a report the words stand.
 *
 *     Up to 6,000 fighters are inside the city.
 *     ^^^^^^^^^^^^^^^^^^^^ {start: 0, end: 20}
 *
 * Half-open, counted in UTF-16 code units of the report's text, as JavaScript
 * strings are. Exports to W3C selectors convert to code points at the edge.
 */

/** A half-open range `[start, end)` of UTF-16 code units in the text of one report. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The exact words a span covers. Throws `RangeError` when it lies outside the text. */
export function quote(text: string, { start, end }: Span): string {
  if (start < 0 || end > text.length || start > end)
    throw new RangeError(`Span ${start}-${end} is outside a text of length ${text.length}`)
  return text.slice(start, end)
}

/** Do two spans share at least one character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Does `outer` cover all of `inner`? */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Index of the first of some spans, in text order and apart from one another, that ends after `offset`; their number when none does. */
export function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Does one of some spans, in text order and apart from one another, cover all of `inner`? */
export function within(spans: readonly Span[], inner: Span): boolean {
  const outer = spans[firstAfter(spans, inner.start)]
  return outer !== undefined && covers(outer, inner)
}

/** Text order: by start, longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
