/**
 * A small pattern language over lexemes, compiled to regular expressions over one character a lexeme.
 *
 *     w:(last|past|next) n:COUNT u:UNITS
 *
 * Lower case is a word or a mark, CAPITALS a kind of the lexer or a set of them from `SETS`, `<mod>` a
 * macro, `x:` names a capture of one lexeme or a group; `( | ) ?` as in regular expressions. No repetition
 * other than `?` exists, so matching cannot run away.
 */

import { ENTRIES } from './lexicon.ts'

const codes = new Map<string, string>()
/** The character that stands for a lexeme no pattern wants. */
export const BLANK = ' '

/** The character of a kind; each kind gets its own on first use. */
export function codeOf(kind: string): string {
  let code = codes.get(kind)
  if (!code) {
    code = String.fromCharCode(0x100 + codes.size)
    codes.set(kind, code)
  }
  return code
}

/** Does any pattern name this word? */
export const known = (word: string): boolean => codes.has(word)

const SETS: Readonly<Record<string, string>> = {
  DAY: 'DAYNUM ORDNUM ORD second',
  DATENUM: 'DAYNUM ORDNUM',
  YEAR: 'YYYY SPOKEN',
  COUNT: 'one CARD DAYNUM NUM YYYY',
  NTH: 'ORD ORDNUM second last final',
  UNIT: 'minute hour day week weekend month quarter year decade century second SEASON PART',
  PLURAL: 'UNITS PARTS SEASONS',
  SPAN: 'week weekend month quarter year decade century',
  WDANY: 'WEEKDAY WD',
  VAGUE: 'several few some many numerous countless',
}

const MACROS: Readonly<Record<string, string>> = {
  mod: '((the (very)? (beginning|start|end|middle|close|latter half|first half|second half|latter part|early part) of)|((the)? (early|late|mid)(in|on)?)|earlier|later)?',
  about:
    '(about|around|nearly|almost|roughly|approximately|some|only|over|under|up to|at least|at most|(more|less|fewer|longer) than|as (long|many|much) as)?',
}

const expand = (source: string): string =>
  source.replace(/<(\w+)>/g, (_, name: string) => expand(MACROS[name] ?? fail(`No macro <${name}>`)))
const fail = (message: string): never => {
  throw new RangeError(message)
}
const escapeCode = (kind: string): string => codeOf(kind)

/** Compile a pattern to a sticky expression over the code string. Throws `RangeError` on an unknown macro. */
export function compile(source: string): RegExp {
  const body = expand(source).replace(
    /([a-z]\w*:)?(?:([A-Z]+)|([a-z][a-z]*|'s|,|-)|(\())|\s+/g,
    (_, name: string | undefined, set: string | undefined, word: string | undefined, open: string | undefined) => {
      const inner = set
        ? `[${(SETS[set] ?? set).split(' ').map(escapeCode).join('')}]`
        : word
          ? codeOf(ENTRIES.get(word)?.kind ?? word)
          : ''
      const group = name ? `?<${name.slice(0, -1)}>` : ''
      if (open) return group ? `(${group}` : '(?:'
      return inner && group ? `(${group}${inner})` : inner
    },
  )
  return new RegExp(body, 'dy')
}
