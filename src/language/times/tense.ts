/**
 * Which way a bare "Tuesday" or "in August" points: tense cues of the words around it in its sentence.
 *
 *     The minister said he will meet them on Thursday.   ->  future ("will" is the nearest cue before it)
 */
import type { Lexeme } from './lex.ts'

/** Where a sentence's verb points from the day of writing. */
export type Tense = 'past' | 'future' | null

const FUTURE = new Set(
  'will shall ll would could may might should must can expected expects expect scheduled due plans plan planned planning set slated going upcoming forthcoming until effective expires expire expiring payable begins starts ends opens next if unless hopes hoping intends aims prepare preparing prepares vows'.split(
    ' ',
  ),
)
const PAST = new Set(
  'was were had did said told went met began fell rose took made came became won lost held sent saw got gave left found led broke ran hit cut put shot struck fought brought thought bought wrote spoke drew grew knew flew threw chose drove stood understood heard kept meant felt spent built dealt read died killed since ago has have been'.split(
    ' ',
  ),
)
const NOT_PAST = new Set('need speed indeed feed seed bed red hundred exceed proceed succeed united'.split(' '))
const WINDOW = 30

const cue = (word: string): Tense =>
  FUTURE.has(word) ? 'future' : PAST.has(word) || (/[a-z]{2}ed$/.test(word) && !NOT_PAST.has(word)) ? 'past' : null

/** Does a lexeme end a sentence? */
export const ends = (lexemes: readonly Lexeme[], at: number): boolean => {
  const it = lexemes[at]
  if (!it) return true
  return it.word === '' || it.word === '.' || it.word === '!' || it.word === '?'
}

/** Tense around lexemes `first` to `last`: the nearest cue before them in the sentence, else the first after. */
export function tenseAt(lexemes: readonly Lexeme[], first: number, last: number): Tense {
  // "Called a strike for Monday": what is fixed for a day is to come.
  if (lexemes[first - 1]?.word === 'for') return 'future'
  for (let i = first - 1; i >= Math.max(0, first - WINDOW) && !ends(lexemes, i); i--) {
    const found = cue(lexemes[i]?.word ?? '')
    if (found) return found
  }
  for (let i = last + 1; i < last + WINDOW && !ends(lexemes, i); i++) {
    const found = cue(lexemes[i]?.word ?? '')
    if (found) return found
  }
  return null
}
