/**
 * Proper names: BILOU tags by an averaged perceptron over tagged words, PER, ORG or LOC.
 *
 *     Lt.  Gen.  Talib   Shaghati  visited  Bashiqa
 *                B-PER   L-PER              U-LOC
 *
 * Sequences that make no sense (an inside without a beginning) cannot come out. Whether the
 * same name stands elsewhere in the report is for read/names.ts.
 */
import { compile, expand } from './features.ts'
import type { Score } from './weights.ts'
import type { Word } from './words.ts'

/** A name over the tokens `[first, last)` of a sentence. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly type: 'PER' | 'ORG' | 'LOC'
}

/** O, then begin, inside, last, unit of each type. */
export const NAME_TAGS: readonly string[] = [
  'O',
  ...['PER', 'ORG', 'LOC'].flatMap((type) => [...'BILU'].map((part) => `${part}-${type}`)),
]

/** Which tags may follow which; row 0 is the beginning of the sentence, row t+1 follows tag t. */
export const MAY_FOLLOW: readonly Uint8Array[] = [-1, ...NAME_TAGS.keys()].map((before) =>
  Uint8Array.from(NAME_TAGS, (tag) => {
    const from = before < 0 ? 'O' : NAME_TAGS[before]!
    const open = from[0] === 'B' || from[0] === 'I'
    return Number(open ? (tag[0] === 'I' || tag[0] === 'L') && tag.slice(2) === from.slice(2) : 'OBU'.includes(tag[0]!))
  }),
)

const OUTSIDE = 0
const isOpen = (tag: number): boolean => NAME_TAGS[tag]![0] === 'B' || NAME_TAGS[tag]![0] === 'I'

/** Lower-case words and marks start no name, unless a hyphen or a capital follows ("al-Jilane", "van Dam"). */
const PLAIN = /^(?:\p{Ll}+|\P{L})$/u
const LEADS = /^[-\p{Lu}]/u

const ATOMS = `bias w w-1 w-2 w+1 w+2 exact s2 s3 s4 p2 p3 sh sh-1 sh+1 sh+2 x x-1 x+1 t-1 t-2 small middle large
   middle-1 middle+1 large-1 large+1 middle-2 middle+2 first head role case head.c`.split(/\s+/)

const TEMPLATES = compile(
  ATOMS,
  `bias | w | exact | sh | s2 | s3 | s4 | p2 | p3 | w-1 | w+1 | w-2 | w+2 | sh-1 | sh+1 | sh-1 sh | sh sh+1 | sh-1 sh sh+1 | x | x-1 | x+1
   x-1 x | x x+1 | t-1 | t-1 t-2 | t-1 w | t-1 sh | t-1 x | t-1 w-1 | t-1 w+1 | w-1 w | w w+1 | first | first sh | w-1 sh | w+1 sh | w-2 w-1 sh
   small | middle | large | middle sh | large sh | middle t-1 | middle+1 | middle+1 sh | large+1 | middle-1 | middle-1 sh | large-1
   middle middle+1 | middle middle-1 | middle+2 | middle-2 | x head role | sh head | role sh | head.c sh role | w+1 w+2 sh | t-1 x x+1 | t-1 middle+1 sh
   case sh t-1 | t-1 sh x+1 sh+1 | t-1 w-1 sh | large+1 sh | large-1 sh | s3 sh | s4 sh x`,
)

const V = new Int32Array(ATOMS.length + 1)
const FEATURES = new Int32Array(TEMPLATES.size * 2)
const BEFORE = 0x243f6a88
const AFTER = 0x13198a2e

/**
 * Data sets differ in what they call a name. Every feature counts twice, once for all and once for
 * its own set (Daumé 2007); reading uses the conventions of `NEWS`.
 */
export const NEWS = 0x2545f491
export const OTHER = 0x6c62272e

/** What the name tagger sees of a sentence. `set` is NEWS unless it is trained on another set. */
export interface NameInput {
  readonly words: readonly Word[]
  readonly xpos: Int32Array
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly set?: number
}

/** Tag a sentence from left to right. `decide` gets the tags that may follow as a mask. */
export function tagNames(
  input: NameInput,
  decide: (features: Int32Array, n: number, may: Uint8Array, i: number) => number,
): Int32Array {
  const { words, xpos, heads, labels, set = NEWS } = input
  const n = words.length
  const out = new Int32Array(n)
  let t1 = -1
  let t2 = -1
  let upper = 0
  for (const { form } of words) if (/^\p{Lu}/u.test(form)) upper++
  const kind = upper * 10 > n * 6 && n > 3 ? 2 : 1
  for (let i = 0; i < n; i++) {
    const w = words[i]!
    if (!(t1 >= 0 && isOpen(t1)) && PLAIN.test(w.form) && !(i + 1 < n && LEADS.test(words[i + 1]!.form))) {
      t2 = t1
      t1 = OUTSIDE
      continue
    }
    const a = words[i - 1]
    const b = words[i + 1]
    const a2 = words[i - 2]
    const b2 = words[i + 2]
    const head = heads[i]! < 0 ? undefined : words[heads[i]!]
    V[1] = 1
    V[2] = w.lower
    V[3] = a ? a.lower : BEFORE
    V[4] = a2 ? a2.lower : BEFORE
    V[5] = b ? b.lower : AFTER
    V[6] = b2 ? b2.lower : AFTER
    V[7] = w.exact
    V[8] = w.s2
    V[9] = w.s3
    V[10] = w.s4
    V[11] = w.p2
    V[12] = w.p3
    V[13] = w.shape
    V[14] = a ? a.shape : BEFORE
    V[15] = b ? b.shape : AFTER
    V[16] = b2 ? b2.shape : AFTER
    V[17] = xpos[i]!
    V[18] = a ? xpos[i - 1]! : BEFORE
    V[19] = b ? xpos[i + 1]! : AFTER
    V[20] = t1 + 5
    V[21] = t2 + 5
    V[22] = w.small
    V[23] = w.middle
    V[24] = w.large
    V[25] = a ? a.middle : BEFORE
    V[26] = b ? b.middle : AFTER
    V[27] = a ? a.large : BEFORE
    V[28] = b ? b.large : AFTER
    V[29] = a2 ? a2.middle : BEFORE
    V[30] = b2 ? b2.middle : AFTER
    V[31] = i ? 2 : 1
    V[32] = head ? head.lower : BEFORE
    V[33] = labels[i]! + 3
    V[34] = kind
    V[35] = head ? head.middle : BEFORE
    const k = expand(TEMPLATES, V, FEATURES)
    for (let f = 0; f < k; f++) FEATURES[k + f] = Math.imul(FEATURES[f]! ^ set, 0x85ebca6b) >>> 7
    const said = decide(FEATURES, 2 * k, MAY_FOLLOW[t1 + 1]!, i)
    out[i] = said
    t2 = t1
    t1 = said
  }
  return out
}

/** The best allowed tag. */
export function bestAllowed(sums: ArrayLike<number>, may: Uint8Array): number {
  let top = -1
  for (let k = 0; k < may.length; k++) if (may[k] && (top < 0 || sums[k]! > sums[top]!)) top = k
  return top
}

/** Spans of a tag sequence; a name cut off by the end of the sentence still counts. */
export function nameSpans(tags: ArrayLike<number>): NameSpan[] {
  const out: NameSpan[] = []
  let first = -1
  for (let i = 0; i < tags.length; i++) {
    const tag = NAME_TAGS[tags[i]!]!
    if (tag[0] === 'B' || tag[0] === 'U') first = i
    if (tag[0] === 'U' || tag[0] === 'L' || (tag !== 'O' && i === tags.length - 1))
      out.push({ first, last: i + 1, type: tag.slice(2) as NameSpan['type'] })
  }
  return out
}

/** Names of a sentence by a trained model. */
export const findNames = (input: NameInput, score: Score): NameSpan[] =>
  nameSpans(tagNames(input, (features, n, may) => bestAllowed(score(features, n), may)))
