/**
 * Average linkage over a sparse graph: join the two groups whose members are most alike on average, again and again.
 *
 * Pairs without an edge count as 0, so the work grows with the edges and not with
 * the square of the items. Where an item was only compared with its `most` nearest,
 * a pair of groups is not expected to have more than that many edges for each member
 * of the smaller. Ties are broken by index: the same input gives the same groups.
 */

/** An edge between two items, `a < b`, with how alike they are. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/** One step of the joining: the two groups, their members, and how alike they were on average. */
export interface Join {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly weight: number
}

interface Candidate {
  readonly weight: number
  readonly a: number
  readonly b: number
  readonly versions: number
}

/** Join groups while their average weight is above `least`; returns the groups, and tells `onJoin` of each step. */
export function averageLink(
  count: number,
  edges: readonly Edge[],
  least: number,
  { most = Number.POSITIVE_INFINITY, onJoin }: { readonly most?: number; readonly onJoin?: (join: Join) => void } = {},
): number[][] {
  const members: (number[] | null)[] = Array.from({ length: count }, (_, i) => [i])
  const sums: Map<number, number>[] = Array.from({ length: count }, () => new Map())
  const version = new Int32Array(count)
  const heap: Candidate[] = []
  for (const { a, b, weight } of edges) {
    sums[a]!.set(b, weight)
    sums[b]!.set(a, weight)
    if (weight > least) push(heap, { weight, a, b, versions: 0 })
  }
  for (let top = pop(heap); top; top = pop(heap)) {
    const { a, b } = top
    if (!members[a] || !members[b] || version[a]! + version[b]! !== top.versions) continue
    onJoin?.({ left: members[a], right: members[b], weight: top.weight })
    members[a] = [...members[a], ...members[b]]
    members[b] = null
    version[a]!++
    sums[a]!.delete(b)
    for (const [other, sum] of sums[b]!) {
      sums[other]!.delete(b)
      if (other !== a) sums[a]!.set(other, (sums[a]!.get(other) ?? 0) + sum)
    }
    sums[b]!.clear()
    for (const [other, sum] of sums[a]!) {
      sums[other]!.set(a, sum)
      const [small, large] = [members[a].length, members[other]!.length].sort((x, y) => x - y) as [number, number]
      const weight = sum / (small * Math.min(large, most))
      if (weight > least)
        push(heap, { weight, a: Math.min(a, other), b: Math.max(a, other), versions: version[a]! + version[other]! })
    }
  }
  return members.filter((group) => group !== null).map((group) => group.sort((x, y) => x - y))
}

const before = (x: Candidate, y: Candidate): boolean =>
  x.weight !== y.weight ? x.weight > y.weight : x.a !== y.a ? x.a < y.a : x.b < y.b

function push(heap: Candidate[], item: Candidate): void {
  let at = heap.length
  while (at > 0) {
    const up = (at - 1) >> 1
    if (!before(item, heap[up]!)) break
    heap[at] = heap[up]!
    at = up
  }
  heap[at] = item
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
    if (!before(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
