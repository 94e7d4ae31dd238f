/** Days as numbers, for sliders, axes and ages. ISO days in, ISO days out; always UTC, so no clock change can shift one. */

const DAY = 86_400_000

/** A day as a whole number: days since 1 January 1970. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** Whole days from `a` to `b`. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a)

/** The day `n` days after `day`. */
export const addDays = (day: string, n: number): string =>
  new Date((dayNumber(day) + n) * DAY).toISOString().slice(0, 10)
