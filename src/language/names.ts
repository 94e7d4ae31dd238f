/**
 * Proper names: BILOU tags by a conditional random field, PER, ORG or LOC.
 *
 *     Lt.  Gen.  Talib   Shaghati  visited  Bashiqa
 *                B-PER   L-PER              U-LOC
 *
 * A word weighs for each tag (name-features.ts), a tag for the tag after it, by what kind of word that is; the best whole
 * sequence wins (Viterbi 1967). Sequences that make no sense (an inside without a beginning) cannot come out. Words that can be
 * in no name are never looked at. That the same name has one type throughout is for read/names.ts.
 */
import { type NameReport, nameFeatures } from './name-features.ts'
import { isCapitalised } from './name-words.ts'
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
const TAGS = NAME_TAGS.length

/** Is a name still open after this tag? */
export const IS_OPEN: readonly boolean[] = NAME_TAGS.map((tag) => tag[0] === 'B' || tag[0] === 'I')

/** The tags that may stand before each tag. What goes before the first word is as after O. */
export const BEFORE: readonly (readonly number[])[] = NAME_TAGS.map((tag) =>
  [...NAME_TAGS.keys()].filter((from) =>
    IS_OPEN[from] ? 'IL'.includes(tag[0]!) && tag.slice(2) === NAME_TAGS[from]!.slice(2) : 'OBU'.includes(tag[0]!),
  ),
)

/** Lower-case words and marks are in no name, unless a hyphen or a capital follows ("al-Jilane") or capitals stand close on both sides. */
const PLAIN = /^(?:\p{Ll}+|\P{L})$/u
const LEADS = /^[-\p{Lu}]/u
const CLOSE = 3

/** The tokens of a sentence that can be in a name. */
export function mayBeNames(words: readonly Word[]): Uint8Array {
  const may = new Uint8Array(words.length)
  const leads = words.map(({ form }) => LEADS.test(form))
  for (const [i, { form }] of words.entries()) {
    if (!PLAIN.test(form) || (leads[i + 1] && form !== ',')) may[i] = 1
    else {
      let before = false
      let after = false
      for (let d = 1; d <= CLOSE; d++) {
        before ||= i >= d && isCapitalised(words[i - d]!.form)
        after ||= leads[i + d] === true
      }
      may[i] = Number(before && after)
    }
  }
  return may
}

/** Kinds of words that the step from one tag to the next depends on. */
export const WORD_KINDS = 8
export function wordKind({ form }: Word): number {
  if (isCapitalised(form)) return /^\p{Lu}{2,}$/u.test(form) ? 0 : 1
  if (form === 'of') return 2
  if (/^(?:the|and|for|&|in|on)$/.test(form)) return 3
  if (/^[-'’.,]$/.test(form)) return 4
  return /^\d/.test(form) ? 5 : /^\p{Ll}/u.test(form) ? 6 : 7
}

/** Where the weight of a step stands among `WORD_KINDS * TAGS * TAGS`: onto a word of this kind, from one tag to the next. */
export const stepAt = (kind: number, from: number, to: number): number => (kind * TAGS + from) * TAGS + to

/** What the tagger has learned: a word's weights for the tags, and what each step weighs, in the same unit. */
export interface NameModel {
  readonly score: Score
  readonly steps: ArrayLike<number>
}

/** The best sequence for `n` words: `weights` has a row of tags for each, `kinds` what they are. A name that is open at the end cannot be. */
function bestTags(
  weights: ArrayLike<number>,
  kinds: ArrayLike<number>,
  n: number,
  steps: ArrayLike<number>,
): Int32Array {
  const sums = new Float64Array(n * TAGS).fill(Number.NEGATIVE_INFINITY)
  const from = new Uint8Array(n * TAGS)
  for (let i = 0; i < n; i++)
    for (let tag = 0; tag < TAGS; tag++) {
      let most = Number.NEGATIVE_INFINITY
      for (const before of BEFORE[tag]!) {
        const so = (i ? sums[(i - 1) * TAGS + before]! : before ? most : 0) + steps[stepAt(kinds[i]!, before, tag)]!
        if (so <= most) continue
        most = so
        from[i * TAGS + tag] = before
      }
      sums[i * TAGS + tag] = most + weights[i * TAGS + tag]!
    }
  let best = 0
  for (let tag = 1; tag < TAGS; tag++)
    if (!IS_OPEN[tag] && sums[(n - 1) * TAGS + tag]! > sums[(n - 1) * TAGS + best]!) best = tag
  const out = new Int32Array(n)
  for (let i = n - 1; i >= 0; i--) {
    out[i] = best
    best = from[i * TAGS + best]!
  }
  return out
}

/** Spans of a tag sequence. */
function nameSpans(tags: ArrayLike<number>): NameSpan[] {
  const out: NameSpan[] = []
  let first = -1
  for (let i = 0; i < tags.length; i++) {
    const tag = NAME_TAGS[tags[i]!]!
    if (tag[0] === 'B' || tag[0] === 'U') first = i
    if (tag[0] === 'U' || tag[0] === 'L') out.push({ first, last: i + 1, type: tag.slice(2) as NameSpan['type'] })
  }
  return out
}

/** Names of every sentence of a report by a trained model. */
export const findNames = (report: NameReport, { score, steps }: NameModel): NameSpan[][] =>
  report.sentences.map(({ words }, sentence) => {
    const may = mayBeNames(words)
    const weights = new Int32Array(words.length * TAGS)
    nameFeatures(report, sentence, may, (i, features, n) => weights.set(score(features, n), i * TAGS))
    const kinds = words.map(wordKind)
    const tags = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      if (!may[i]) continue
      const first = i
      while (may[i + 1]) i++
      const stretch = weights.subarray(first * TAGS, (i + 1) * TAGS)
      tags.set(bestTags(stretch, kinds.slice(first, i + 1), i + 1 - first, steps), first)
    }
    return nameSpans(tags)
  })
