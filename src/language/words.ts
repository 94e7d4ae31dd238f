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
export const normal = (form: string): string =>
  YEAR.test(form) ? '!year' : NUMBER.test(form) ? '!number' : form.toLowerCase().replaceAll('’', "'")

/** Words over a cluster table (lines of word, small, middle, large cluster, tab-separated). */
export function words(clusters: string): Words {
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
const SLOTS = 1 << 18

/** Hash of a word → its three clusters in one integer (8, 12 and 11 bits), 0 for none. Open addressing. */
function clusterTable(source: string): (word: number) => number {
  const keys = new Int32Array(SLOTS)
  const groups = new Int32Array(SLOTS)
  const slot = (key: number): number => {
    let at = key & (SLOTS - 1)
    while (groups[at] && keys[at] !== key) at = (at + 1) & (SLOTS - 1)
    return at
  }
  for (let at = 0; at < source.length; ) {
    const tab = source.indexOf('\t', at)
    if (tab < 0) break
    const key = hash(source, at, tab)
    let group = 0
    let number = 0
    let shift = 0
    for (at = tab + 1; at <= source.length; at++) {
      const digit = source.charCodeAt(at) - 48
      if (digit >= 0 && digit < 10) number = number * 10 + digit
      else {
        group |= (number + 1) << shift
        number = 0
        shift = shift ? 20 : 8
        if (digit !== TAB) break
      }
    }
    at++
    const place = slot(key)
    keys[place] = key
    groups[place] = group
  }
  return (word) => groups[slot(word)]!
}

const TAB = 9 - 48
