/**
 * Topics: what a report goes on telling of. A type that its other sentences tell of, too, is told here sooner.
 *
 *     sentence   1    2    3    4
 *     airstrike .88  .10  .52   -      in sentence 3: .88 before, nothing after, a third of the report's weight
 *
 * Counted over rivals before they are weighed beside each other, so no decision waits for another.
 */
import type { Rival } from './rival.ts'

/** From which score on a sentence counts as telling of a type. */
const LIKELY = 0.35

/** Numbers of every rival of every sentence of a report, in their order. */
export function topics(sentences: readonly (readonly Rival[])[]): number[][][] {
  const count = sentences.length
  const tops = new Map<number, Float64Array>()
  for (const [at, rivals] of sentences.entries())
    for (const { label, score } of rivals) {
      const top = tops.get(label) ?? new Float64Array(count)
      tops.set(label, top)
      top[at] = Math.max(top[at]!, score)
    }
  const sums = new Map([...tops].map(([label, top]) => [label, top.reduce((sum, score) => sum + score, 0)]))
  const all = [...sums.values()].reduce((sum, score) => sum + score, 0)
  return sentences.map((rivals, at) =>
    rivals.map(({ label }) => {
      const top = tops.get(label)!
      const own = top[at]!
      const sum = sums.get(label)!
      let [before, after, likely, above] = [0, 0, 0, 0]
      for (let i = 0; i < count; i++) {
        const score = top[i]!
        if (score > own) above++
        if (i < at) {
          if (score > before) before = score
          if (score > LIKELY) likely++
        } else if (i > at && score > after) after = score
      }
      return [
        before,
        after,
        (sum - own) / Math.max(1, count - 1),
        sum / all,
        Math.min(6, likely) / 3,
        above / count,
        at ? top[at - 1]! : 0,
        at + 1 < count ? top[at + 1]! : 0,
      ]
    }),
  )
}
