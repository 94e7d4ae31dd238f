/** The number words of data/language/numbers.json, checked when they are loaded. */
import { type NumberLexicon, type NumberWords, numberLexicon } from '../language/numbers/lexicon.ts'

export type { NumberLexicon }

/** Read the file's text. Throws on a file that is no JSON or whose ranges are upside down. */
export const parseNumberWords = (source: string): NumberLexicon => numberLexicon(JSON.parse(source) as NumberWords)
