/**
 * Sentences and tokens, found together by one trained decision at every possible border.
 *
 *     It's the U.S.-led coalition. It said so.
 *     It|'s the U.S.|-|led coalition|.‖ It said so|.
 *
 * The text falls into atoms (runs of letters, runs of digits, single marks); between two
 * neighbours the model says: same token, next token, next sentence. Words are cut as
 * Universal Dependencies cuts them: do|n't, can|not, U.S.|-|led. A blank line always ends
 * a sentence. Roles of passages are not known here.
 */
import type { Span } from '../model/span.ts'
import { mayEnd, SAME, SENTENCE, settled, TOKEN } from './border-rules.ts'
import { compile, expand, hash, scramble } from './features.ts'
import type { Score } from './weights.ts'
import { shape, type Words } from './words.ts'

/** A piece of text that is never cut further. */
export interface Atom extends Span {
  /** 0: touches the atom before; 1: space between; 2: a line or paragraph ends between. */
  readonly gap: 0 | 1 | 2
}

/** A sentence: its span and the spans of its tokens. */
export interface Segment extends Span {
  readonly tokens: readonly Span[]
}

const ATOM =
  /(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\p{L}\p{M}]+|\p{N}+|([^\p{L}\p{M}\p{N}\s"“”()[\]'’‘])\1*|\S/gu

/** Words written as one that count as two, and where they part. */
const FUSED: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  gimme: 3,
  lemme: 3,
  dunno: 2,
  dont: 2,
  doesnt: 4,
  didnt: 3,
  cant: 2,
  wont: 2,
  isnt: 2,
  wasnt: 3,
  arent: 3,
  werent: 4,
  havent: 4,
  hasnt: 3,
  hadnt: 3,
  couldnt: 5,
  wouldnt: 5,
  shouldnt: 6,
  im: 1,
  ive: 1,
  youre: 3,
  youve: 3,
  theyre: 4,
  thats: 4,
  theres: 5,
  whats: 4,
} // prettier-ignore

/** Cut a stretch of text into atoms. */
export function atoms(text: string, { start, end }: Span): Atom[] {
  const found: Atom[] = []
  const part = text.slice(start, end)
  const wrapped = isWrapped(part)
  let last = 0
  for (const { 0: piece, index } of part.matchAll(ATOM)) {
    const between = part.slice(last, index)
    const gap = between === '' ? 0 : between.includes('\n') && !(wrapped && !/\n\s*\n/.test(between)) ? 2 : 1
    last = index + piece.length
    const cut = inner(piece, part, last)
    if (cut) {
      found.push({ start: start + index, end: start + index + cut, gap: found.length ? gap : 2 })
      found.push({ start: start + index + cut, end: start + last, gap: 0 })
    } else found.push({ start: start + index, end: start + last, gap: found.length ? gap : 2 })
  }
  return found
}

/** Are the lines broken by width, not by meaning? Then a good part of them starts in lower case. */
function isWrapped(part: string): boolean {
  const starts = (part.includes('\n') && part.match(/[^\s]\n\s*\p{L}/gu)) || []
  return starts.filter((start) => /\p{Ll}$/u.test(start)).length * 5 > starts.length
}

/** Where a run of letters parts inside: before the n of "n't", and in fused words. */
function inner(piece: string, text: string, next: number): number {
  if (piece.length > 2 && /n$/i.test(piece) && /^['’`]t(?!\p{L})/iu.test(text.slice(next, next + 3)))
    return piece.length - 1
  return FUSED[piece.toLowerCase()] ?? 0
}

const ATOMS = `bias l.word r.word l2.word r2.word l3.word r3.word l.exact r.exact l.shape r.shape l2.shape r2.shape
   gap gap2 gaps chunk chunk.shape next next.shape before token token.shape token.size size open
   l.group r.group r2.group l2.group last word word.shape`.split(/\s+/)

const TEMPLATES = compile(
  ATOMS,
  `bias | gap l.word | gap r.word | gap l.word r.word | gap l.exact r.exact | gap l.shape r.shape | gap l.word r.shape
   gap l.shape r.word | gap l2.word l.word | gap r.word r2.word | gap l2.shape l.shape r.shape | gap l.shape r.shape r2.shape
   gap l2.word l.word r.shape | gap l.word r.shape r2.shape | gap l.word gap2 r2.word | gap chunk | gap chunk.shape
   gap l.word next | gap l.word next.shape | gap l.word r.exact | gap l.word r.word r2.word | gap l2.word l.word r.word
   gap token r.word | gap token r.shape | gap token.shape r.word | gap token.shape r.shape | gap token l.word r.shape
   gap last r.word | gap last l.word r.shape | gap l.word size | gap l.word r.shape size | gap l.word open | gap r.word open l.word
   gap l.word r.group | gap l.shape r.group | gap l.group r.shape | gap l2.group l.word r.shape | gap l.word r2.group r.shape
   gaps l.shape r.shape r2.shape | gaps l2.shape l.shape r.shape | gap l.word r.shape r3.word | gap l3.word l.word r.word
   gap before l.word r.shape | gap before r.word | gap chunk r.shape | gap chunk.shape r.shape next.shape | gap chunk next.shape
   gap word l.word r.shape | gap word.shape l.word r.shape | gap word l.word | gap word.shape l.word r.word | gap2 l2.shape l.word r.word
   gap l.word r.word open | gap token.size l.shape r.shape | gap token.size token.shape r.word | gap chunk l.word r.word`,
)

const VALUES = new Int32Array(ATOMS.length + 1)
const FEATURES = new Int32Array(TEMPLATES.size)
const NONE = 0x51ed270b

/** Everything about the atoms of one stretch that does not depend on decisions. */
export interface Stretch {
  readonly atoms: readonly Atom[]
  readonly text: string
  readonly lower: Int32Array
  readonly exact: Int32Array
  readonly shape: Int32Array
  readonly group: Int32Array
  /** Hash and shape of the whitespace-free chunk each atom stands in. */
  readonly chunk: Int32Array
  readonly chunkShape: Int32Array
  /** Index of the next chunk's first atom. */
  readonly next: Int32Array
  /** 1 for atoms made of lower-case letters. */
  readonly plain: Uint8Array
}

/** Look up what the features need, once an atom. */
export function stretch(text: string, list: readonly Atom[], words: Words): Stretch {
  const n = list.length
  const column = () => new Int32Array(n)
  const s: Stretch = {
    atoms: list,
    text,
    lower: column(),
    exact: column(),
    shape: column(),
    group: column(),
    chunk: column(),
    chunkShape: column(),
    next: column(),
    plain: new Uint8Array(n),
  } // prettier-ignore
  for (let i = 0; i < n; i++) {
    const form = text.slice(list[i]!.start, list[i]!.end)
    const word = words(form)
    s.lower[i] = word.lower
    s.exact[i] = word.exact
    s.shape[i] = word.shape
    s.group[i] = word.middle
    s.plain[i] = /^\p{Ll}+$/u.test(form) ? 1 : 0
  }
  for (let i = 0; i < n; ) {
    let end = i + 1
    while (end < n && list[end]!.gap === 0) end++
    const chunk = text.slice(list[i]!.start, list[end - 1]!.end)
    const [h, hs] = end === i + 1 ? [s.lower[i]!, s.shape[i]!] : [hash(chunk.toLowerCase()), hash(shape(chunk))]
    for (; i < end; i++) {
      s.chunk[i] = h
      s.chunkShape[i] = hs
      s.next[i] = end
    }
  }
  return s
}

/** What has been decided so far. */
interface Course {
  /** First atom of the current token and sentence. */
  token: number
  sentence: number
  /** Tokens in the current sentence. */
  size: number
  /** Open brackets and quotes in it. */
  open: number
  last: number
  /** The last atom of letters. */
  word: number
}

function look(s: Stretch, i: number, c: Course): number {
  const n = s.atoms.length
  const v = VALUES
  const at = (column: Int32Array, j: number): number => (j < 0 || j >= n ? NONE : column[j]!)
  const list = s.atoms
  v[1] = 1
  v[2] = at(s.lower, i - 1)
  v[3] = at(s.lower, i)
  v[4] = at(s.lower, i - 2)
  v[5] = at(s.lower, i + 1)
  v[6] = at(s.lower, i - 3)
  v[7] = at(s.lower, i + 2)
  v[8] = at(s.exact, i - 1)
  v[9] = at(s.exact, i)
  v[10] = at(s.shape, i - 1)
  v[11] = at(s.shape, i)
  v[12] = at(s.shape, i - 2)
  v[13] = at(s.shape, i + 1)
  v[14] = 7 + list[i]!.gap
  v[15] = i + 1 < n ? 7 + list[i + 1]!.gap : 11
  v[16] = 7 + list[i]!.gap + 3 * list[i - 1]!.gap + (i + 1 < n ? 9 * list[i + 1]!.gap : 27)
  v[17] = s.chunk[i - 1]!
  v[18] = s.chunkShape[i - 1]!
  v[19] = at(s.chunk, s.next[i]!)
  v[20] = at(s.chunkShape, list[i]!.gap ? i : s.next[i]!)
  v[21] = at(s.lower, i - 1 === c.token ? i - 2 : c.token)
  if (c.token === i - 1) {
    v[22] = v[2]!
    v[23] = v[10]!
  } else {
    const token = s.text.slice(list[c.token]!.start, list[i - 1]!.end)
    v[22] = hash(token.toLowerCase())
    v[23] = hash(shape(token))
  }
  v[24] = 3 + Math.min(i - c.token, 6)
  v[25] = 5 + (c.size < 4 ? c.size : c.size < 8 ? 5 : c.size < 20 ? 6 : c.size < 40 ? 7 : 8)
  v[26] = 3 + c.open
  v[27] = at(s.group, i - 1)
  v[28] = at(s.group, i)
  v[29] = at(s.group, i + 1)
  v[30] = at(s.group, i - 2)
  v[31] = 3 + c.last
  v[32] = c.word < 0 ? NONE : s.lower[c.word]!
  v[33] = c.word < 0 ? NONE : s.shape[c.word]!
  for (let k = 14; k < 17; k++) v[k] = scramble(v[k]!)
  return expand(TEMPLATES, v, FEATURES)
}

/**
 * Decide every border of a stretch from left to right; `decide` gets the features of the
 * doubtful ones. Training passes its own `decide`.
 */
export function borders(s: Stretch, decide: (features: Int32Array, n: number, atom: number) => number): Uint8Array {
  const n = s.atoms.length
  const out = new Uint8Array(n)
  const c: Course = { token: 0, sentence: 0, size: 0, open: 0, last: TOKEN, word: -1 }
  for (let i = 0; i < n; i++) {
    if (i > 0) {
      let border = settled(s, i)
      if (border < 0) border = decide(FEATURES, look(s, i, c), i)
      if ((border === SAME && s.atoms[i]!.gap) || (border === SENTENCE && !mayEnd(s, i))) border = TOKEN
      out[i] = border
      c.last = border
      if (border !== SAME) {
        c.token = i
        c.size++
      }
      if (border === SENTENCE) {
        c.sentence = i
        c.size = 0
        c.open = 0
      }
    } else out[i] = SENTENCE
    const ch = s.text[s.atoms[i]!.start]!
    if (ch === '(' || ch === '[' || ch === '“') c.open = Math.min(3, c.open + 1)
    else if (ch === ')' || ch === ']' || ch === '”') c.open = Math.max(0, c.open - 1)
    else if (ch === '"') c.open = c.open ? 0 : 1
    if (/\p{L}/u.test(ch)) c.word = i
  }
  return out
}

/** Sentences and tokens of a stretch of text. */
export function segment(text: string, span: Span, words: Words, score: Score): Segment[] {
  const list = atoms(text, span)
  const out: { start: number; end: number; tokens: Span[] }[] = []
  const decisions = borders(stretch(text, list, words), (features, n) => {
    const sums = score(features, n)
    return sums[SAME]! > sums[TOKEN]!
      ? sums[SAME]! > sums[SENTENCE]!
        ? SAME
        : SENTENCE
      : sums[TOKEN]! >= sums[SENTENCE]!
        ? TOKEN
        : SENTENCE
  })
  for (const [i, { start, end }] of list.entries()) {
    if (decisions[i] === SENTENCE) out.push({ start, end, tokens: [] })
    const sentence = out.at(-1)!
    sentence.end = end
    if (decisions[i] === SAME) sentence.tokens.splice(-1, 1, { start: sentence.tokens.at(-1)!.start, end })
    else sentence.tokens.push({ start, end })
  }
  return out
}
