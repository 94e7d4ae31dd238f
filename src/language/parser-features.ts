/** What the parser looks at: words, tags, clusters and children of the top of the stack and the front of the buffer. */
import { compile, expand, scramble } from './features.ts'
import type { State } from './parser.ts'

const NODE = ['s0', 's1', 's2', 'b0', 'b1', 'b2']
const CHILD = ['s0l', 's0r', 's0l2', 's0r2', 's1l', 's1r', 'b0l', 'b0l2', 's1r2']
const ATOMS = [
  ...NODE.flatMap((node) => [`${node}.w`, `${node}.x`, `${node}.u`, `${node}.c`]),
  ...CHILD.flatMap((node) => [`${node}.w`, `${node}.x`, `${node}.d`]),
  's0.v',
  's1.v',
  'b0.v',
  'gap',
  'gap1',
  'size',
  's0.k',
  's1.k',
  'b0.k',
  's0.s',
  's1.s',
  'b0.s',
  'bp.x',
  'bp.w',
] // prettier-ignore

const ACTION = compile(
  ATOMS,
  `s0.w | s0.x | s0.w s0.x | s1.w | s1.x | s1.w s1.x | b0.w | b0.x | b0.w b0.x | b1.w | b1.x | b1.w b1.x | b2.x | b2.w | s2.x
   s0.w b0.w | s0.x b0.x | s0.w s0.x b0.x | s0.x b0.w b0.x | s0.w b0.x | s0.x b0.w | s0.w s0.x b0.w b0.x
   s1.w s0.w | s1.x s0.x | s1.w s1.x s0.x | s1.x s0.w s0.x | s1.w s0.x | s1.x s0.w | s1.x b0.x | s1.w b0.w
   s0.x b0.x b1.x | s1.x s0.x b0.x | s2.x s1.x s0.x | b0.x b1.x b2.x | s1.x s0.x b0.x b1.x | s0.w b0.x b1.x | s1.x s0.w b0.x
   s1.x s0.x b0.w | s1.w s0.x b0.x | s0.x b0.x b1.w
   s0.x s0l.x s0l.d | s0.x s0r.x s0r.d | s1.x s1l.x s1l.d | s1.x s1r.x s1r.d | b0.x b0l.x b0l.d | s0.w s0l.d s0r.d | s1.w s1l.d s1r.d
   b0.w b0l.d | s0.x b0.x s0l.d s0r.d | s0.x b0.x s0r.x b0l.d | s1.x s0.x s0l.d s0r.d | s1.x s0.x s0l.x s0r.x | s1.x s0.x s1r.d s1l.d
   s0.x s0l.d s0l2.d | s0.x s0r.d s0r2.d | b0.x b0l.d b0l2.d | s0r.w s0.x | s0l.w s0.x | b0l.w b0.x
   s0.x b0.x gap | s0.w gap | b0.w gap | s1.x s0.x gap1 | s0.w s0.v | s0.x s0.v | b0.x b0.v | s1.x s1.v | s1.x s0.x b0.x s0.v
   s0.u b0.u | s1.u s0.u b0.u | size | s0.u b0.u s0r.d b0l.d | s0.w s1.u s0r.d | s1.u s0.u b0.u b1.u
   s0.c b0.c | s0.c b0.x | s0.x b0.c | s1.c s0.c | s1.c s0.x | s1.x s0.c | s1.x s0.c b0.x | s1.c b0.c | s1.k s0.k b0.k | b1.c b0.x
   s0.w b0.c s1.x | s1.c s0.w b0.x | s1.x s0.x b0.c | s1.c s0.x b0.x
   s0.s b0.s | s1.s s0.s | s1.w s0l.w s0.x | s1.x s0l.w s0.w | s1.c s0l.w s0.c | b0.w b0l.w s0.x | s1.x s0.x s1r.x s1r.d
   s1.x s1r.d s0.x s0l.d | s0.w s0r.d b0.w | s0.x bp.x b0.x | s0.x bp.w b0.x | s2.x s1.x s0.x b0.x | s1.w s0l.w b0.x
   s1.x s1r.d s1r2.d s0.x | s2.u s1.w s0.u b0.u | s1.c s0.c b0.u | b0.u b1.u b2.u s0.x | s1.x s1l.d s0.x b0.x | s0.c s0l.w s1.c s1.u`,
)

const LABEL_ATOMS = `h.w h.x h.u h.c m.w m.x m.u m.c far m-1.x m+1.x h-1.x h+1.x m-1.w m+1.w ml.w ml.d mr.d hl.d hr.d
   ml2.d hl.w valence hl2.d h.s m.s h.v mr.w ml.x hr.w`.split(/\s+/)

const LABEL = compile(
  LABEL_ATOMS,
  `h.w | h.x | m.w | m.x | h.w m.w | h.x m.x | h.w m.x | h.x m.w | h.w h.x m.x | h.x m.w m.x | h.u m.u | h.x m.x far
   h.x m.x m-1.x | h.x m.x m+1.x | h.x m.x h-1.x | h.x m.x h+1.x | m.x ml.w ml.d | m.x h.x ml.d | m.x h.x mr.d | h.x m.x hl.d
   h.x m.x hr.d | m.w ml.d | h.w hl.d | h.w m.x hr.d | h.w m.x hl.d | ml.w h.w | ml.w m.x h.x | m.x valence | h.x m.x m-1.w
   h.x m.x m+1.w | h.u m.u ml2.d | h.w m.u ml.d | h.c m.c | h.c m.x | h.x m.c | h.w m.c | h.c m.w | h.c m.x ml.d
   h.s m.s | ml.w m.c | ml.w m.w | h.c ml.w m.c | h.x m.x hl.d hl2.d | h.w m.x h.v | mr.w m.x | m.x h.u ml.d ml2.d | hl.w m.x h.x | hr.w m.x h.x`,
)

/** The features last computed; the next call overwrites them. */
export const FEATURES = new Int32Array(Math.max(ACTION.size, LABEL.size))
const V = new Int32Array(ATOMS.length + 1)
const L = new Int32Array(LABEL_ATOMS.length + 1)
const NONE = 0x3c6ef372
const ROOT = 0x510e527f

/** Features of the next action. */
export function actionFeatures(s: State): number {
  const { n, words, xpos, stack, depth, buffer } = s
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  const s2 = depth > 2 ? stack[depth - 3]! : -1
  let at = node(s, s0, 1)
  at = node(s, s1, at)
  at = node(s, s2, at)
  at = node(s, buffer, at)
  at = node(s, buffer < n ? buffer + 1 : -1, at)
  at = node(s, buffer + 1 < n ? buffer + 2 : -1, at)
  at = child(s, s0 < 0 ? -1 : s.left[s0]!, at)
  at = child(s, s0 < 0 ? -1 : s.right[s0]!, at)
  at = child(s, s0 < 0 ? -1 : s.left2[s0]!, at)
  at = child(s, s0 < 0 ? -1 : s.right2[s0]!, at)
  at = child(s, s1 < 0 ? -1 : s.left[s1]!, at)
  at = child(s, s1 < 0 ? -1 : s.right[s1]!, at)
  at = child(s, s.left[buffer]!, at)
  at = child(s, s.left2[buffer]!, at)
  at = child(s, s1 < 0 ? -1 : s.right2[s1]!, at)
  V[at++] = valence(s, s0)
  V[at++] = valence(s, s1)
  V[at++] = valence(s, buffer)
  V[at++] = 3 + (s0 < 0 ? 0 : Math.min(buffer - s0, 6))
  V[at++] = 3 + (s1 < 0 ? 0 : Math.min(s0 - s1, 6))
  V[at++] = 3 + Math.min(depth, 4) * 8 + Math.min(n - buffer, 4)
  V[at++] = s0 < 0 ? NONE : words[s0]!.small
  V[at++] = s1 < 0 ? NONE : words[s1]!.small
  V[at++] = buffer === n ? ROOT : words[buffer]!.small
  V[at++] = s0 < 0 ? NONE : words[s0]!.large
  V[at++] = s1 < 0 ? NONE : words[s1]!.large
  V[at++] = buffer === n ? ROOT : words[buffer]!.large
  V[at++] = buffer > 0 ? xpos[buffer - 1]! : NONE
  V[at] = buffer > 0 ? words[buffer - 1]!.lower : NONE
  return expand(ACTION, V, FEATURES)
}

function node({ n, words, upos, xpos }: State, i: number, at: number): number {
  if (i >= 0 && i < n) {
    const word = words[i]!
    V[at] = word.lower
    V[at + 1] = xpos[i]!
    V[at + 2] = upos[i]!
    V[at + 3] = word.middle
  } else {
    const none = i === n ? ROOT : NONE
    V[at] = none
    V[at + 1] = none
    V[at + 2] = none
    V[at + 3] = none
  }
  return at + 4
}

function child({ words, xpos, labels }: State, i: number, at: number): number {
  V[at] = i < 0 ? NONE : words[i]!.lower
  V[at + 1] = i < 0 ? NONE : xpos[i]!
  V[at + 2] = i < 0 ? NONE : labels[i]! + 9
  return at + 3
}

const valence = (s: State, i: number): number =>
  i < 0 ? NONE : 3 + Math.min(s.lefts[i]!, 4) * 5 + Math.min(s.rights[i]!, 4)

/** Features of the label of an arc that is about to be made; `head` is never the root. */
export function labelFeatures(s: State, head: number, m: number): number {
  const { n, words, upos, xpos, labels, left, left2, right } = s
  const h = words[head]!
  const w = words[m]!
  const label = (i: number): number => (i < 0 ? NONE : labels[i]! + 9)
  const word = (i: number): number => (i < 0 || i >= n ? NONE : words[i]!.lower)
  const tag = (i: number): number => (i < 0 || i >= n ? NONE : xpos[i]!)
  const way = head < m ? 0x2f : 0
  L[1] = h.lower + way
  L[2] = xpos[head]! + way
  L[3] = upos[head]! + way
  L[4] = h.middle + way
  L[5] = w.lower + way
  L[6] = xpos[m]! + way
  L[7] = upos[m]! + way
  L[8] = w.middle + way
  L[9] = 3 + Math.min(Math.abs(head - m), 5)
  L[10] = tag(m - 1)
  L[11] = tag(m + 1)
  L[12] = tag(head - 1)
  L[13] = tag(head + 1)
  L[14] = word(m - 1)
  L[15] = word(m + 1)
  L[16] = word(left[m]!)
  L[17] = label(left[m]!)
  L[18] = label(right[m]!)
  L[19] = label(left[head]!)
  L[20] = label(right[head]!)
  L[21] = label(left2[m]!)
  L[22] = word(left[head]!)
  L[23] = 3 + Math.min(s.lefts[m]!, 3) * 4 + Math.min(s.rights[m]!, 3)
  L[24] = label(left2[head]!)
  L[25] = h.large + way
  L[26] = w.large + way
  L[27] = valence(s, head)
  L[28] = word(right[m]!)
  L[29] = left[m]! < 0 ? NONE : xpos[left[m]!]!
  L[30] = word(right[head]!)
  return expand(LABEL, L, FEATURES)
}

/** What tells the labels that leave no doubt: the word, its tag, its head's universal tag, and whether the head stands before it. */
export const arcKey = (word: number, xpos: number, headUpos: number, before: boolean): number =>
  scramble(Math.imul(word, 0x9e3779b1) + Math.imul(xpos, 0x85ebca6b) + Math.imul(headUpos, 0xc2b2ae35) + Number(before))
