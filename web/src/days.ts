/** Days as numbers, for sliders and axes. ISO days in, ISO days out; always UTC, so no clock change can shift one. */

const DAY = 86_400_000
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Whole days from `a` to `b`. */
export const daysBetween = (a: string, b: string): number => Math.round((time(b) - time(a)) / DAY)

/** The day `n` days after `day`. */
export const addDays = (day: string, n: number): string => new Date(time(day) + n * DAY).toISOString().slice(0, 10)
