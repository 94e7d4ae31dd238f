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
import type { Report } from '../model/report.ts'
import { averageLink, type Edge } from './linkage.ts'
import { split } from './split.ts'
import { cosine, terms, type Vector, vectors } from './terms.ts'

/** Groups are joined while their reports are more alike than this on average. */
const ALIKE = 0.25
/** Words by which a report looks for others like it, and how many reports such a word may stand in. */
const TELLING = 24
const COMMON = 150
/** Days between publication after which likeness has fallen to half. */
const HALF_LIFE = 45

/** For each report the index of its story: the first report that belongs to it. Dates are used where they are given. */
export function stories(reports: readonly Pick<Report, 'title' | 'text' | 'published'>[]): number[] {
  const all = terms(reports)
  const everyone = reports.map((_, i) => i)
  const weighed = vectors(all, everyone, true)
  const days = reports.map(({ published }) => (published.date ? Date.parse(published.date) / 864e5 : null))
  const edges: Edge[] = []
  for (const [a, b] of candidates(weighed)) {
    const [from, to] = [days[a], days[b]]
    const apart = from == null || to == null ? 0 : Math.abs(from - to)
    const weight = cosine(weighed[a]!, weighed[b]!) * 0.5 ** (apart / HALF_LIFE)
    if (weight > 0.05) edges.push({ a, b, weight })
  }
  const story = Array<number>(reports.length).fill(0)
  for (const group of averageLink(reports.length, edges, ALIKE))
    for (const part of split(all, group)) for (const member of part) story[member] = part[0]!
  return story
}

/** Pairs that share a telling word, each once, ascending. */
function candidates(weighed: readonly Vector[]): [number, number][] {
  const postings = new Map<number, number[]>()
  weighed.forEach(({ ids, weights }, report) => {
    const telling = Array.from(ids, (_, i) => i).sort((x, y) => weights[y]! - weights[x]! || x - y)
    for (const i of telling.slice(0, TELLING)) {
      const list = postings.get(ids[i]!)
      if (list) list.push(report)
      else postings.set(ids[i]!, [report])
    }
  })
  const size = 2 ** 21
  const pairs = new Set<number>()
  for (const list of postings.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length && j <= i + COMMON; j++) pairs.add(list[i]! * size + list[j]!)
  return Array.from(pairs)
    .sort((x, y) => x - y)
    .map((pair) => [Math.floor(pair / size), pair % size])
}
