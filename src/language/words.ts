/**
 * Words: what a single form says about itself, hashed once and remembered.
 *
 *     "Qayyarah"  lower "qayyarah" · shape "Xxx" · endings "h" "ah" "rah" "arah" · clusters 12 / 87 / 530
 *
 * Clusters are k-means groups of word vectors at three sizes: they let a model treat an
 * unseen word like the words it resembles. Context is not looked at here.
 */
import { hash } from './features.ts'

/** Hashes of one form; clusters are 0 when the word is in none. */
export interface Word {
  readonly form: string
  readonly lower: number
  readonly exact: number
  readonly shape: number
  readonly s1: number
  readonly s2: number
  readonly s3: number
  readonly s4: number
  readonly p1: number
  readonly p2: number
  readonly p3: number
  readonly small: number
  readonly middle: number
  readonly large: number
}

/** Gives the `Word` of a form. */
export type Words = (form: string) => Word

const YEAR = /^[12]\d{3}$/
const NUMBER = /^\d[\d.,:]*$/
const REMEMBERED = 60_000

/** Classes of characters in order, runs cut to three: "Xxx", "dd.dd", "X.X.". */
export function shape(form: string): string {
  let out = ''
  let last = ''
  let run = 0
  for (const ch of form) {
    const kind = /\p{Lu}/u.test(ch) ? 'X' : /\p{L}/u.test(ch) ? 'x' : /\p{Nd}/u.test(ch) ? 'd' : ch
    run = kind === last ? run + 1 : 0
    last = kind
    if (run < 3) out += kind
    if (out.length >= 10) break
  }
  return out
}

/** Lower case, with numbers and years as one word each, and typographic quotes made plain. */
const normal = (form: string): string =>
  YEAR.test(form) ? '!year' : NUMBER.test(form) ? '!number' : form.toLowerCase().replaceAll('’', "'")

/** Words over a cluster table. */
export function words(clusters: Uint8Array): Words {
  const table = clusterTable(clusters)
  let known = new Map<string, Word>()
  return (form) => {
    const found = known.get(form)
    if (found) return found
    const lower = normal(form)
    const group = table(hash(lower))
    const word: Word = {
      form,
      lower: hash(lower),
      exact: hash(form),
      shape: hash(shape(form)),
      s1: hash(lower.slice(-1)),
      s2: hash(lower.slice(-2)),
      s3: hash(lower.slice(-3)),
      s4: hash(lower.slice(-4)),
      p1: hash(lower.slice(0, 1)),
      p2: hash(lower.slice(0, 2)),
      p3: hash(lower.slice(0, 3)),
      small: group ? (group & 0xff) + 1 : 0,
      middle: group ? ((group >> 8) & 0xfff) + 1 : 0,
      large: group ? (group >> 20) + 1 : 0,
    }
    if (known.size >= REMEMBERED) known = new Map()
    known.set(form, word)
    return word
  }
}

/** Slots of the cluster table: a power of two well above the number of words. */
export const SLOTS = 1 << 18

/** Where a hash stands in such a table, or would. Open addressing; a group of 0 is an empty slot. */
export function slotOf(key: number, keys: Int32Array, groups: Int32Array): number {
  let at = key & (SLOTS - 1)
  while (groups[at] && keys[at] !== key) at = (at + 1) & (SLOTS - 1)
  return at
}

/**
 * Hash of a word → its three clusters in one integer (8, 12 and 11 bits, each plus one), 0 for none. The table is looked at as
 * it lies in its file (scripts/train/clusters.ts): all hashes, then all groups. Throws `RangeError` when it is none.
 */
function clusterTable(file: Uint8Array): (word: number) => number {
  if (file.length !== 8 * SLOTS) throw new RangeError(`Not a table of clusters: ${file.length} bytes`)
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file)
  const [keys, groups] = [0, 1].map((half) => new Int32Array(bytes.buffer, bytes.byteOffset + half * 4 * SLOTS, SLOTS))
  return (word) => groups![slotOf(word, keys!, groups!)]!
}
