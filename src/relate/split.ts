/**
 * Splitting: is a group of like reports one story, or two of the same kind?
 *
 *     "striker placed on injured list"  Bush, Chicago, 2008  |  Thomas, Ivory, 2011
 *
 * Words that all of a group share say what kind of story it is; what tells two
 * stories of a kind apart are the names and numbers that one half is full of and
 * the other lacks, on both sides. So the group is weighed anew by its own words,
 * cut in two, and the cut is kept when both halves have names and numbers of
 * their own and are little alike.
 */
import { averageLink, type Edge, type Join } from './linkage.ts'
import { cosine, type Terms, type Vector, vectors } from './terms.ts'

/** Keep a cut when `contrast - LIKENESS x (mean likeness across the cut)` reaches `KEEP`; chosen on the development stories. */
const LIKENESS = 8
const KEEP = 0.5
/** Groups above this size are cut by a sample of them, so that the time stays linear. */
const SAMPLE = 240

/** Cut a group again and again until every part is one story. */
export function split(all: Terms, group: readonly number[]): number[][] {
  if (group.length < 5) return [[...group]]
  const weighed = vectors(all, group, false)
  const side = bisect(weighed)
  const halves = [0, 1].map((half) => group.filter((_, i) => side[i] === half))
  if (halves.some((half) => half.length < 2)) return [[...group]]
  if (contrast(all, halves) - LIKENESS * across(weighed, side) < KEEP) return [[...group]]
  return halves.flatMap((half) => split(all, half))
}

/** Two halves of a group: average linkage gives the seeds, two-means settles the rest. */
function bisect(weighed: readonly Vector[]): number[] {
  const stride = Math.ceil(weighed.length / SAMPLE)
  const sample = weighed.map((_, i) => i).filter((i) => i % stride === 0)
  const edges: Edge[] = []
  for (let a = 0; a < sample.length; a++)
    for (let b = a + 1; b < sample.length; b++)
      edges.push({ a, b, weight: cosine(weighed[sample[a]!]!, weighed[sample[b]!]!) })
  let best: Join | null = null
  const smaller = (join: Join) => Math.min(join.left.length, join.right.length)
  averageLink(sample.length, edges, -1, {
    onJoin: (join) => {
      if (!best || smaller(join) >= smaller(best)) best = join
    },
  })
  const seeds = best as Join | null
  if (!seeds) return weighed.map(() => 0)
  let side = Array<number>(weighed.length).fill(-1)
  for (const i of seeds.left) side[sample[i]!] = 0
  for (const i of seeds.right) side[sample[i]!] = 1
  for (let round = 0; round < 20; round++) {
    const next = assign(weighed, side)
    if (!next.includes(0) || !next.includes(1)) return weighed.map(() => 0)
    if (next.every((half, i) => half === side[i])) break
    side = next
  }
  return side
}

/** Give each report to the half whose sum of vectors, itself left out, it is nearer to. */
function assign(weighed: readonly Vector[], side: readonly number[]): number[] {
  const sums = [new Map<number, number>(), new Map<number, number>()]
  weighed.forEach(({ ids, weights }, i) => {
    const sum = sums[side[i]!]
    if (sum) ids.forEach((id, k) => void sum.set(id, (sum.get(id) ?? 0) + weights[k]!))
  })
  const squares = sums.map((sum) => Array.from(sum.values()).reduce((total, weight) => total + weight * weight, 0))
  return weighed.map(({ ids, weights }, i) => {
    const near = [0, 1].map((half) => {
      let dot = 0
      ids.forEach((id, k) => void (dot += weights[k]! * (sums[half]!.get(id) ?? 0)))
      if (side[i] !== half) return dot / (Math.sqrt(squares[half]!) || 1)
      return (dot - 1) / (Math.sqrt(Math.max(1e-9, squares[half]! - 2 * dot + 1)) || 1)
    })
    return near[0]! >= near[1]! ? 0 : 1
  })
}

/** Mean likeness of reports across the cut. */
function across(weighed: readonly Vector[], side: readonly number[]): number {
  const sums = [new Map<number, number>(), new Map<number, number>()]
  const sizes = [0, 0]
  weighed.forEach(({ ids, weights }, i) => {
    const half = side[i]!
    sizes[half]!++
    ids.forEach((id, k) => void sums[half]!.set(id, (sums[half]!.get(id) ?? 0) + weights[k]!))
  })
  let dot = 0
  for (const [id, weight] of sums[0]!) dot += weight * (sums[1]!.get(id) ?? 0)
  return dot / (sizes[0]! * sizes[1]!)
}

/**
 * How much each half has names and numbers of its own: for its three best terms the share of reports that have it less
 * twice the share across, summed, and the mean of both halves. From 0 to 3; counts are drawn in by half a report, so
 * that small halves must be clearer.
 */
function contrast(all: Terms, halves: readonly (readonly number[])[]): number {
  const spreads = halves.map((half) => {
    const spread = new Map<number, number>()
    for (const member of half)
      for (const id of all.ids[member]!) if (all.kinds[id] !== 'word') spread.set(id, (spread.get(id) ?? 0) + 1)
    return spread
  })
  const own = halves.map((half, i) => {
    const other = 1 - i
    const best = Array.from(spreads[i]!, ([id, reports]) => {
      const here = (reports - 0.5) / (half.length + 0.5)
      const there = ((spreads[other]!.get(id) ?? 0) + 0.5) / (halves[other]!.length + 0.5)
      return Math.max(0, here - 2 * there)
    }).sort((a, b) => b - a)
    return best.slice(0, 3).reduce((sum, value) => sum + value, 0)
  })
  return (own[0]! + own[1]!) / 2
}
