/**
 * What an as-of day changes, and what it leaves as it is.
 *
 *     days      02 Mar    05 Mar         11 Mar
 *     as of  ──┬─────────┬──────────────┬────────▶
 *     step   ''  02 Mar      05 Mar        11 Mar      null while as-of is not set
 *
 * A statement changes only on the days that something about it was published. Whoever asks for the step
 * instead of the day is drawn again on those days alone, so that a slider can be dragged over thousands of statements.
 */

import { computed, effect, signal, useComputed } from '@preact/signals'
import { dayNumber } from '../../src/model/interval.ts'
import { asOf, index, on } from './state.ts'
import type { Days } from './strength.ts'

/**
 * The as-of day as words follow it: at once, but at every second frame only while a slider is dragged. Map and slider follow
 * `asOf` itself, at every frame; words that change sixty times a second nobody reads, and they cost as much as the map.
 */
export const asOfWords = signal<string | null>(null)

let resting = true
effect(() => {
  const day = asOf.value
  if (resting) tell(day)
})

function tell(day: string | null): void {
  resting = false
  asOfWords.value = day
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (asOf.value === day) resting = true
      else tell(asOf.value)
    }),
  )
}

/** How many of the sorted `days` lie no later than `day`; all of them when it is null. */
export function countUntil(days: readonly string[], day: string | null): number {
  if (day === null) return days.length
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of the sorted `days` that is no later than `day`; '' before the first, null for null. */
export const stepOf = (days: readonly string[], day: string | null): string | null =>
  day === null ? null : (days[countUntil(days, day) - 1] ?? '')

/** Days as steps: the known ones, each once, in order. */
export const stepsOf = (days: Iterable<string | null>): string[] =>
  [...new Set(days)].filter((day) => day !== null).toSorted()

/** The as-of day as far as a component needs it: `knownBy` and the like answer the same for the step as for the day. */
export function useStep(days: readonly string[]): string | null {
  const step = useComputed(() => {
    // New reports may bring other days under the same statement.
    void index.value
    return stepOf(days, asOfWords.value)
  })
  return step.value
}

const numberOf = (day: string | null): number | null => (day === null ? null : dayNumber(day))

/** The day looked at as a day number. */
export const onDay = computed(() => numberOf(on.value))

/** The clocks as day numbers. */
export const daysNow = computed((): Days => {
  const today = asOf.value ?? index.value.published?.[1] ?? null
  return { asOf: numberOf(asOf.value), on: onDay.value, today: numberOf(today) }
})
