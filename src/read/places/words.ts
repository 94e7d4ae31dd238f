/**
 * Words of a report as place names need them: capital or not, and what lies between.
 *
 *     ... Iraqi forces near al-Shirqat, Iraq's ...
 *         ^I           ^l  ^l ^S      ^I
 *
 * A light pass of its own, because a name is looked up by its letters before any
 * parse is asked: hyphens divide words, a possessive is left outside, "U.S." and
 * "W.Va." stay whole.
 */
import type { Sentence } from '../../model/text.ts'

/** A word with its offsets in the report. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  /** It starts with a capital letter. */
  readonly capital: boolean
  /** What stands between the word before and this one. */
  readonly gap: string
  /** First word of a sentence, a line or a quotation. */
  readonly first: boolean
}

const WORD = /(?:\p{Lu}\p{Ll}{0,2}\.){2,}|[\p{L}\p{M}]+(?:['’ʻ`]\p{L}[\p{L}\p{M}]*)*|\p{N}+(?:[.,]\p{N}+)*/gu
const POSSESSIVE = /['’]s$/iu
const CAPITAL = /^\p{Lu}/u
const BREAK = /[.?!]["”’)\]]*\s|\n|[“"]|^\s*[•*–—-]+\s/u
const ABBREVIATION = /^(?:St|Ft|Mt|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|No|Jr|Sr|vs|\p{Lu})$/u

/** Divide the text into words. Sentence starts come from `sentences` where there are any, else from the marks. */
export function wordsOf(text: string, sentences: readonly Sentence[]): Word[] {
  const starts = new Set(sentences.map((sentence) => sentence.start))
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    let word = match[0]
    if (POSSESSIVE.test(word)) word = word.slice(0, -2)
    if (!word) continue
    const gap = text.slice(end, start)
    const before = words.at(-1)
    const broken = BREAK.test(gap) && !(gap === '. ' && before && ABBREVIATION.test(before.text))
    words.push({
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase(),
      capital: CAPITAL.test(word),
      gap,
      first: !before || broken || starts.has(start),
    })
    end = start + word.length
  }
  return words
}
