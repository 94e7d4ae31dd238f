/**
 * Part-of-speech tags: an averaged perceptron from left to right, one decision a word.
 *
 *     Iraqi     forces      took      the     town
 *     ADJ|JJ    NOUN|NNS    VERB|VBD  DET|DT  NOUN|NN
 *
 * A class is a pair of universal and Penn tag. Words of names known beforehand can be bound
 * to the tags of names; their neighbours are then tagged in that light.
 */
import { compile, expand, hash } from './features.ts'
import type { Score } from './weights.ts'
import type { Word } from './words.ts'

const ATOMS = `bias w w-1 w-2 w+1 w+2 exact s1 s2 s3 s4 p1 p2 p3 shape shape-1 shape+1 s3-1 s3+1 s2+1 t-1 t-2 small
   middle large small+1 middle+1 middle-1 first ends title middle+2 case`.split(/\s+/)

const TEMPLATES = compile(
  ATOMS,
  `bias | w | exact | s1 | s2 | s3 | s4 | p1 | p2 | p3 | shape | small | middle | large
   w+1 | s3+1 | shape+1 | small+1 | middle+1
   w-1 | s3-1 | shape-1 | middle-1
   t-1 | t-1 t-2 | t-1 w | w-2 | w+2 | w-1 w | w w+1
   shape first | t-1 w+1 | t-1 t-2 s3 | t-1 middle
   middle middle+1 | t-1 middle+1 | w-1 w+1 | t-1 w w+1 | t-1 s3 | t-1 t-2 w | s2 w+1 | s3 s2+1 | shape case first
   exact first | w ends | t-1 shape shape+1 | s3 middle+1 | t-1 middle middle+1 | w middle+1 | middle-1 w | t-1 shape case | w+1 w+2 | large w-1 | middle+1 middle+2`,
)

/** Where the templates end, the first ones, that look at the word alone, at the next one alone and at the one before alone. */
const OWN = 14
const NEXT = 19
const PREVIOUS = 23

const VALUES = new Int32Array(ATOMS.length + 1)
const FEATURES = new Int32Array(TEMPLATES.size)
const BEFORE = 0x1b873593
const AFTER = 0x19d699a5

/** Share of capitalised words: tells a headline in title case from running text. */
function casing(list: readonly Word[]): number {
  let letters = 0
  let capitals = 0
  for (const { form } of list) {
    if (!/^\p{L}{4,}/u.test(form)) continue
    letters++
    if (/^\p{Lu}/u.test(form)) capitals++
  }
  return letters < 3 ? 1 : capitals * 10 > letters * 7 ? 2 : 3
}

/** Forms that have had one tag only, often: form to class. They are not looked at twice. */
export type Certain = ReadonlyMap<string, number>

/** Tag a sentence with the classes that `certain` knows or `decide` gives; words marked in `bound` are always decided. */
export function tag(
  list: readonly Word[],
  certain: Certain,
  decide: Decide,
  bound?: ArrayLike<number | boolean>,
): Int32Array {
  const n = list.length
  const out = new Int32Array(n)
  const v = VALUES
  const kind = casing(list)
  const ends = n ? hash(list[n - 1]!.form) : 0
  let t1 = BEFORE
  let t2 = BEFORE
  for (let i = 0; i < n; i++) {
    const w = list[i]!
    const a = list[i - 1]
    const b = list[i + 1]
    const sure = bound?.[i] ? undefined : certain.get(w.form)
    if (sure !== undefined) {
      out[i] = sure
      t2 = t1
      t1 = 11 + sure
      continue
    }
    v[1] = 1
    v[2] = w.lower
    v[3] = a ? a.lower : BEFORE
    v[4] = i > 1 ? list[i - 2]!.lower : BEFORE
    v[5] = b ? b.lower : AFTER
    v[6] = i + 2 < n ? list[i + 2]!.lower : AFTER
    v[7] = w.exact
    v[8] = w.s1
    v[9] = w.s2
    v[10] = w.s3
    v[11] = w.s4
    v[12] = w.p1
    v[13] = w.p2
    v[14] = w.p3
    v[15] = w.shape
    v[16] = a ? a.shape : BEFORE
    v[17] = b ? b.shape : AFTER
    v[18] = a ? a.s3 : BEFORE
    v[19] = b ? b.s3 : AFTER
    v[20] = b ? b.s2 : AFTER
    v[21] = t1
    v[22] = t2
    v[23] = w.small
    v[24] = w.middle
    v[25] = w.large
    v[26] = b ? b.small : AFTER
    v[27] = b ? b.middle : AFTER
    v[28] = a ? a.middle : BEFORE
    v[29] = i ? 3 : 5
    v[30] = ends
    v[31] = kind
    v[32] = i + 2 < n ? list[i + 2]!.middle : AFTER
    v[33] = kind
    const said = decide(FEATURES, expand(TEMPLATES, v, FEATURES), i, list)
    out[i] = said
    t2 = t1
    t1 = 11 + said
  }
  return out
}

/** The class of the word at `i` of a list by its features `[0, n)`. */
export type Decide = (features: Int32Array, n: number, i: number, list: readonly Word[]) => number

/** Gives the decisions of a trained model, among the classes marked in `among`; with `only`, just where it says so. */
export type Choose = (among?: Uint8Array, only?: Uint8Array) => Decide

/** Words whose part of the sums is remembered: as many as a few reports have, a third of a kilobyte each. */
const REMEMBERED = 4096

/** Rows of sums, one behind the other, and where that of a word begins. */
interface Part {
  readonly sums: Int32Array
  readonly at: (word: Word | undefined, features: Int32Array) => number
}

/** What one word says by itself, whichever word it stands beside: summed once and remembered. None stands before the first and after the last. */
function partOf(score: Score, width: number, from: number, to: number): Part {
  const sums = new Int32Array(REMEMBERED * width)
  const rows = new Map<Word | undefined, number>()
  return {
    sums,
    at: (word, features) => {
      let row = rows.get(word)
      if (row === undefined) {
        if (rows.size === REMEMBERED) rows.clear()
        row = rows.size * width
        rows.set(word, row)
        sums.set(score(features, to, from), row)
      }
      return row
    },
  }
}

/** What a word and its neighbours say for each of so many classes, each by itself, is remembered: most of the work. */
export function chooser(score: Score, classes: number): Choose {
  const own = partOf(score, classes, 0, OWN)
  const next = partOf(score, classes, OWN, NEXT)
  const last = partOf(score, classes, NEXT, PREVIOUS)
  return (among, only) => (features, n, i, list) => {
    const a = own.at(list[i], features)
    const b = next.at(list[i + 1], features)
    const c = last.at(list[i - 1], features)
    const sums = score(features, n, PREVIOUS)
    const bound = only ? only[i] : among
    let top = -1
    let most = 0
    for (let k = 0; k < classes; k++) {
      if (bound && !among?.[k]) continue
      const sum = own.sums[a + k]! + next.sums[b + k]! + last.sums[c + k]! + sums[k]!
      if (top < 0 || sum > most) {
        top = k
        most = sum
      }
    }
    return top
  }
}

/** How far the best class of those marked in `among` lies behind the best of all, 0 when it is the best. */
export const lacking =
  (score: Score) =>
  (features: Int32Array, n: number, among: Uint8Array): number => {
    const sums = score(features, n)
    let most = Number.NEGATIVE_INFINITY
    let marked = Number.NEGATIVE_INFINITY
    for (let k = 0; k < sums.length; k++) {
      most = Math.max(most, sums[k]!)
      if (among[k]) marked = Math.max(marked, sums[k]!)
    }
    return most - marked
  }
