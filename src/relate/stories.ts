/**
 * Stories: which reports tell of the same happening.
 *
 * Reports are joined when they are alike on average (average linkage over their
 * rare words and names), then groups that hold two stories of one kind are cut
 * (`split.ts`). A pair is compared only when the two share some of their most
 * telling words, and reports published far apart are less alike: the time grows
 * with the reports, not with their square.
 *
 * A story is a set of reports; which operation a single claim belongs to is
 * `reconcile/operations.ts`'s business.
 */
import { dayNumber } from '../model/interval.ts'
import type { Report } from '../model/report.ts'
import { averageLink, type Edge } from './linkage.ts'
import { split } from './split.ts'
import { cosine, terms, type Vector, vectors } from './terms.ts'

/** Groups are joined while their reports are more alike than this on average. */
const ALIKE = 0.25
/** Words by which a report looks for others like it, the most telling first; of very common ones only the nearest users are met. */
const TELLING = 24
const COMMON = 150
/** How many others a report is compared with: those it shares most of its telling words' weight with. */
const NEIGHBOURS = 48
/** Days between publication after which likeness has fallen to half. */
const HALF_LIFE = 45

/** For each report the index of its story: the first report that belongs to it. Dates are used where they are given. */
export function stories(reports: readonly Pick<Report, 'title' | 'text' | 'published'>[]): number[] {
  const first = firsts(reports)
  const once = storiesOf(first.order.map((i) => reports[i]!))
  return reports.map((_, i) => first.order[once[first.at[i]!]!]!)
}

/** Reports told word for word on one day are one to the linking: the first of each, in order, and for each report which that is. */
function firsts(reports: readonly Pick<Report, 'title' | 'text' | 'published'>[]): { order: number[]; at: number[] } {
  const seen = new Map<string, number>()
  const order: number[] = []
  const at = reports.map(({ title = '', text, published }, i) => {
    const key = `${published.date}\n${title}\n${text}`
    const known = seen.get(key)
    if (known !== undefined) return known
    seen.set(key, order.length)
    return order.push(i) - 1
  })
  return { order, at }
}

/** The same for reports that all differ. */
function storiesOf(reports: readonly Pick<Report, 'title' | 'text' | 'published'>[]): number[] {
  const all = terms(reports)
  const everyone = reports.map((_, i) => i)
  const weighed = vectors(all, everyone, true)
  const days = reports.map(({ published }) => (published.date ? dayNumber(published.date) : null))
  const edges: Edge[] = []
  for (const [a, b] of candidates(weighed)) {
    const [from, to] = [days[a], days[b]]
    const apart = from == null || to == null ? 0 : Math.abs(from - to)
    const weight = cosine(weighed[a]!, weighed[b]!) * 0.5 ** (apart / HALF_LIFE)
    if (weight > 0.05) edges.push({ a, b, weight })
  }
  const story = Array<number>(reports.length).fill(0)
  for (const group of averageLink(reports.length, edges, ALIKE, { most: NEIGHBOURS }))
    for (const part of split(all, group)) for (const member of part) story[member] = part[0]!
  return story
}

/** For each report the pairs it makes with its likeliest neighbours, each pair once, ascending. */
function candidates(weighed: readonly Vector[]): [number, number][] {
  const telling = weighed.map(({ ids, weights }) => {
    const order = Array.from(ids, (_, i) => i).sort((x, y) => weights[y]! - weights[x]! || x - y)
    return order.slice(0, TELLING).map((i) => ({ id: ids[i]!, weight: weights[i]! }))
  })
  const postings = new Map<number, { report: number; weight: number }[]>()
  telling.forEach((words, report) => {
    for (const { id, weight } of words) {
      const list = postings.get(id)
      if (list) list.push({ report, weight })
      else postings.set(id, [{ report, weight }])
    }
  })
  const size = 2 ** 21
  const pairs = new Set<number>()
  const reached = new Map<number, number>()
  const place = new Map<number, number>()
  telling.forEach((words, report) => {
    reached.clear()
    for (const { id, weight } of words) {
      const list = postings.get(id)!
      // Where this report stands in the word's list: reports come in order, so each list is walked once in all.
      const here = place.get(id) ?? 0
      place.set(id, here + 1)
      for (let i = Math.max(0, here - COMMON); i < list.length && i <= here + COMMON; i++) {
        const other = list[i]!
        if (other.report !== report) reached.set(other.report, (reached.get(other.report) ?? 0) + weight * other.weight)
      }
    }
    const nearest = Array.from(reached).sort((x, y) => y[1] - x[1] || x[0] - y[0])
    for (const [other] of nearest.slice(0, NEIGHBOURS))
      pairs.add(Math.min(report, other) * size + Math.max(report, other))
  })
  return Array.from(Float64Array.from(pairs).sort(), (pair) => [Math.floor(pair / size), pair % size])
}
