/**
 * Dependency parse: arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), each
 * chosen by a perceptron that was trained with a dynamic oracle (Goldberg and Nivre 2013).
 *
 *     stack  ... s1 s0 │ b0 b1 ...  buffer
 *     SHIFT  b0 goes on the stack
 *     LEFT   s0 hangs on b0
 *     RIGHT  s0 hangs on s1
 *
 * The root waits at the end of the buffer, as node n. Every sentence gets one root and a
 * projective tree. What the templates look at is in parser-features.ts.
 */
import { actionFeatures, arcKey, FEATURES, labelFeatures } from './parser-features.ts'
import type { Score } from './weights.ts'
import type { Word } from './words.ts'

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2
export const ACTIONS = ['shift', 'left', 'right'] as const

/** A parse in the making. Nodes 0 to n-1 are words, n is the root; -1 is none. */
export interface State {
  readonly n: number
  readonly words: readonly Word[]
  /** Hashed universal and full tags. */
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly stack: Int32Array
  depth: number
  buffer: number
  /** Outermost and second outermost children on each side, and how many. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly lefts: Int32Array
  readonly rights: Int32Array
}

/** Room for one parse at a time, kept from sentence to sentence and grown when needed. */
let room = { size: 0, arrays: [] as Int32Array[] }

/** The state before the first action. It lives until the next call, which reuses its arrays. */
export function initial(words: readonly Word[], upos: Int32Array, xpos: Int32Array): State {
  const n = words.length
  if (room.size <= n) {
    const size = Math.max(256, 2 * n)
    room = { size, arrays: Array.from({ length: 9 }, () => new Int32Array(size)) }
  }
  const [heads, labels, left, left2, right, right2, lefts, rights, stack] = room.arrays as Nine
  for (const array of [heads, labels, left, left2, right, right2]) array.fill(-1, 0, n + 1)
  lefts.fill(0, 0, n + 1)
  rights.fill(0, 0, n + 1)
  return { n, words, upos, xpos, heads, labels, stack, depth: 0, buffer: 0, left, left2, right, right2, lefts, rights }
}

type Nine = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

/** Is there anything left to do? */
export const unfinished = (s: State): boolean => s.buffer < s.n || s.depth > 0

/** May the action be taken? LEFT to the root only for the last word on the stack: one root. */
export const allowed = (s: State, action: number): boolean =>
  action === SHIFT ? s.buffer < s.n : action === LEFT ? s.depth > 0 && (s.buffer < s.n || s.depth === 1) : s.depth > 1

/** The only action that may be taken, -1 where there is a choice: a tenth of all actions need no weighing. */
const only = ({ n, buffer, depth }: State): number =>
  depth === 0 ? SHIFT : buffer < n ? -1 : depth === 1 ? LEFT : RIGHT

/** The word that LEFT or RIGHT would give a head, and that head. */
export const arc = (s: State, action: number): [head: number, child: number] => [
  action === LEFT ? s.buffer : s.stack[s.depth - 2]!,
  s.stack[s.depth - 1]!,
]

export function shift(s: State): void {
  s.stack[s.depth++] = s.buffer++
}

/** Take the top of the stack off and hang it on `head`. */
export function attach(s: State, head: number, label: number): void {
  const child = s.stack[--s.depth]!
  s.heads[child] = head
  s.labels[child] = label
  if (child < head) {
    s.left2[head] = s.left[head]!
    s.left[head] = child
    s.lefts[head]!++
  } else {
    s.right2[head] = s.right[head]!
    s.right[head] = child
    s.rights[head]!++
  }
}

/** The best allowed action. */
export function bestAction(s: State, sums: ArrayLike<number>): number {
  let top = -1
  for (let a = 0; a < 3; a++) if (allowed(s, a) && (top < 0 || sums[a]! > sums[top]!)) top = a
  return top
}

/** Labels of arcs that leave no doubt, by `arcKey`: two in five of all arcs. They are not weighed. */
export type CertainLabels = ReadonlyMap<number, number>

/** A tree over a sentence: heads within it (-1 the root) and indexes of labels. */
export interface Tree {
  readonly heads: Int32Array
  readonly labels: Int32Array
}

/** What decides: actions and labels as weights, the labels that need none, and which of them is the root's. */
export interface ParserModel {
  readonly actions: Score
  readonly labels: Score
  readonly certain: CertainLabels
  readonly root: number
}

/** Parse tagged words. */
export function parseTree(
  words: readonly Word[],
  upos: Int32Array,
  xpos: Int32Array,
  { actions, labels, certain, root }: ParserModel,
): Tree {
  const s = initial(words, upos, xpos)
  while (unfinished(s)) {
    let action = only(s)
    if (action < 0) action = bestAction(s, actions(FEATURES, actionFeatures(s)))
    if (action === SHIFT) shift(s)
    else {
      const [head, child] = arc(s, action)
      const label =
        head === s.n
          ? root
          : (certain.get(arcKey(words[child]!.lower, xpos[child]!, upos[head]!, head < child)) ??
            bestLabel(labels(FEATURES, labelFeatures(s, head, child)), root))
      attach(s, head, label)
    }
  }
  const heads = s.heads.slice(0, s.n)
  for (let i = 0; i < s.n; i++) if (heads[i] === s.n) heads[i] = -1
  return { heads, labels: s.labels.slice(0, s.n) }
}

/** The best label but that of the root. */
function bestLabel(sums: ArrayLike<number>, root: number): number {
  let top = -1
  for (let k = 0; k < sums.length; k++) if (k !== root && (top < 0 || sums[k]! > sums[top]!)) top = k
  return top
}
