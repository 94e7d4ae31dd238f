/**
 * What the name tagger sees of a word: the word and its neighbours, the tree, its run of capitals
 * (name-words.ts), names known beforehand and its other places in the report (name-elsewhere.ts).
 *
 *     visited  Bashiqa  Road        Bashiqa: lower, shape Xxx, clusters, "visited" before, a run of two that ends in
 *                                   "Road" (a kind of place), elsewhere after "in" ...
 *
 * Features are hashes (features.ts); what they mean is learned. Tags are not looked at here: that is for names.ts.
 */
import { compile, expand } from './features.ts'
import type { KnownMatch } from './lexicon.ts'
import { type Elsewhere, elsewhere } from './name-elsewhere.ts'
import { isCapitalised, type NameWords, type Runs, runs } from './name-words.ts'
import type { Word } from './words.ts'

const ATOMS = `bias w w-1 w-2 w+1 w+2 exact s2 s3 s4 p2 p3 sh sh-1 sh+1 sh+2 x x-1 x+1 small middle large
   middle-1 middle+1 large-1 large+1 middle-2 middle+2 first head role case head.c`.split(/\s+/)

const TEMPLATES = compile(
  ATOMS,
  `bias | w | exact | sh | s2 | s3 | s4 | p2 | p3 | w-1 | w+1 | w-2 | w+2 | sh-1 | sh+1 | sh-1 sh | sh sh+1 | sh-1 sh sh+1 | x | x-1 | x+1
   x-1 x | x x+1 | w-1 w | w w+1 | first | first sh | w-1 sh | w+1 sh | w-2 w-1 sh | case sh
   small | middle | large | middle sh | large sh | middle+1 | middle+1 sh | large+1 | middle-1 | middle-1 sh | large-1
   middle middle+1 | middle middle-1 | middle+2 | middle-2 | x head role | sh head | role sh | head.c sh role | w+1 w+2 sh | x-1 x x+1
   large+1 sh | large-1 sh | s3 sh | s4 sh x`,
)

const KNOWN_ATOMS = 'known known-1 known+1 x w+1'.split(' ')
const KNOWN = compile(KNOWN_ATOMS, 'known | known x | known w+1 | known-1 known+1 known')

const RUN_ATOMS = `part last last.s last.m last.l first first.m length after after.m before before.m role head head.m
   kind last.kind any kind.before kind.after kind-1 sh`.split(/\s+/)
const RUN = compile(
  RUN_ATOMS,
  `last part | last.s part | last.m part | last.l part | first part | first.m part | length part | after part | before part | after.m part
   before.m part | before after | role part | head role part | head.m role part
   kind sh | any | last.kind | last.kind part | kind.before kind.after kind | kind.before | kind.after | kind-1 | kind-1 sh`,
)

const REPORT_ATOMS = 'lower inside count place'.split(' ')
const REPORT = compile(REPORT_ATOMS, 'lower | lower place | inside place | count')

const ELSEWHERE_ATOMS = 'before before.m after after.m before.sh after.sh role head'.split(' ')
const ELSEWHERE = compile(ELSEWHERE_ATOMS, 'before | before.m | after | after.m | before.sh after.sh | role head')

/** How many other places of a word are looked at. */
const PLACES = 5

const V = new Int32Array(ATOMS.length + 1)
const U = new Int32Array(Math.max(RUN_ATOMS.length, ELSEWHERE_ATOMS.length) + 1)
const FEATURES = new Int32Array(2 * (TEMPLATES.size + KNOWN.size + RUN.size + REPORT.size + PLACES * ELSEWHERE.size))
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
  readonly known: readonly KnownMatch[]
  readonly set?: number
}

/** What is known of a report before its sentences are tagged. */
export interface NameReport {
  readonly sentences: readonly NameInput[]
  readonly elsewhere: Elsewhere
  readonly kinds: NameWords
}

/** Index a report's sentences. */
export const nameReport = (sentences: readonly NameInput[], kinds: NameWords): NameReport => ({
  sentences,
  elsewhere: elsewhere(sentences),
  kinds,
})

/** Features of the words of a sentence that `live` marks, one after another; the array is used again for the next word. */
export function nameFeatures(
  report: NameReport,
  sentence: number,
  live: Uint8Array,
  use: (i: number, features: Int32Array, n: number) => void,
): void {
  const { words, xpos, heads, labels, set = NEWS } = report.sentences[sentence]!
  const n = words.length
  const marks = knownMarks(report.sentences[sentence]!)
  const run = runs(words)
  let upper = 0
  for (const { form } of words) if (isCapitalised(form)) upper++
  const kind = upper * 10 > n * 6 && n > 3 ? 2 : 1
  for (let i = 0; i < n; i++) {
    if (!live[i]) continue
    const w = words[i]!
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
    V[20] = w.small
    V[21] = w.middle
    V[22] = w.large
    V[23] = a ? a.middle : BEFORE
    V[24] = b ? b.middle : AFTER
    V[25] = a ? a.large : BEFORE
    V[26] = b ? b.large : AFTER
    V[27] = a2 ? a2.middle : BEFORE
    V[28] = b2 ? b2.middle : AFTER
    V[29] = i ? 2 : 1
    V[30] = head ? head.lower : BEFORE
    V[31] = labels[i]! + 3
    V[32] = kind
    V[33] = head ? head.middle : BEFORE
    let k = expand(TEMPLATES, V, FEATURES)
    k = knownFeatures(marks, i, V[17]!, V[5]!, k)
    if (run.first[i]! >= 0) k = runFeatures(report, sentence, run, i, k)
    if (isCapitalised(w.form)) k = reportFeatures(report, sentence, i, k)
    for (let f = 0; f < k; f++) FEATURES[k + f] = Math.imul(FEATURES[f]! ^ set, 0x85ebca6b) >>> 7
    use(i, FEATURES, 2 * k)
  }
}

const TYPES = ['PER', 'ORG', 'LOC', 'MISC']

/** For each token the type of the known name it is in and its part of it, 0 for none. */
function knownMarks({ words, known }: NameInput): Int32Array {
  const marks = new Int32Array(words.length)
  for (const { first, last, type } of known)
    for (let i = first; i < last; i++) marks[i] = 10 * TYPES.indexOf(type) + part(first, last - 1, i)
  return marks
}

/** The only word, the first, the last or one between. */
const part = (first: number, last: number, i: number): number =>
  first === last ? 1 : i === first ? 2 : i === last ? 3 : 4

function knownFeatures(marks: Int32Array, i: number, x: number, after: number, k: number): number {
  U[1] = marks[i]!
  U[2] = i ? marks[i - 1]! : -1
  U[3] = i + 1 < marks.length ? marks[i + 1]! : -1
  U[4] = x
  U[5] = after
  return expand(KNOWN, U, FEATURES, k)
}

function runFeatures({ sentences, kinds }: NameReport, sentence: number, run: Runs, i: number, k: number): number {
  const { words, heads, labels } = sentences[sentence]!
  const start = run.first[i]!
  const end = run.last[i]!
  const first = words[start]!
  const last = words[end]!
  const before = words[start - 1]
  const after = words[end + 1]
  const head = heads[end]! < 0 ? undefined : words[heads[end]!]
  let any = 0
  let early = 0
  let late = 0
  for (let j = start; j <= end; j++) {
    const kind = isCapitalised(words[j]!.form) ? (kinds.get(words[j]!.lower) ?? 0) : 0
    if (!kind) continue
    any = kind
    if (j < i) early = kind
    if (j > i && !late) late = kind
  }
  U[1] = part(start, end, i)
  U[2] = last.lower
  U[3] = last.small
  U[4] = last.middle
  U[5] = last.large
  U[6] = first.lower
  U[7] = first.middle
  U[8] = Math.min(end - start, 6)
  U[9] = after ? after.lower : AFTER
  U[10] = after ? after.middle : AFTER
  U[11] = before ? before.lower : BEFORE
  U[12] = before ? before.middle : BEFORE
  U[13] = labels[end]! + 3
  U[14] = head ? head.lower : BEFORE
  U[15] = head ? head.middle : BEFORE
  U[16] = kinds.get(words[i]!.lower) ?? 0
  U[17] = kinds.get(last.lower) ?? 0
  U[18] = any
  U[19] = early
  U[20] = late
  U[21] = i ? (kinds.get(words[i - 1]!.lower) ?? 0) : 0
  U[22] = words[i]!.shape
  return expand(RUN, U, FEATURES, k)
}

function reportFeatures({ sentences, elsewhere }: NameReport, sentence: number, i: number, k: number): number {
  const { form } = sentences[sentence]!.words[i]!
  const places = elsewhere.of(form)
  U[1] = elsewhere.isLower(form) ? 1 : 2
  U[2] = places.some(({ token }) => token > 0) ? 1 : 2
  U[3] = Math.min(places.length, 4)
  U[4] = i ? 2 : 1
  let to = expand(REPORT, U, FEATURES, k)
  let seen = 0
  for (const place of places) {
    if (place.sentence === sentence && place.token === i) continue
    if (seen++ === PLACES) break
    const { words, heads, labels } = sentences[place.sentence]!
    const before = words[place.token - 1]
    const after = words[place.token + 1]
    const head = heads[place.token]! < 0 ? undefined : words[heads[place.token]!]
    U[1] = before ? before.lower : BEFORE
    U[2] = before ? before.middle : BEFORE
    U[3] = after ? after.lower : AFTER
    U[4] = after ? after.middle : AFTER
    U[5] = before ? before.shape : BEFORE
    U[6] = after ? after.shape : AFTER
    U[7] = labels[place.token]! + 3
    U[8] = head ? head.lower : BEFORE
    to = expand(ELSEWHERE, U, FEATURES, to)
  }
  return to
}
