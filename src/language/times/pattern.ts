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
  source.replace(/<(\w+)>/g, (_, name: string) => {
    const macro = MACROS[name]
    if (macro === undefined) throw new RangeError(`No macro <${name}> in "${source}"`)
    return expand(macro)
  })

/** A compiled pattern: a sticky expression over the code string, and the codes it can start with. */
export interface Pattern {
  readonly expression: RegExp
  readonly starts: ReadonlySet<string>
}

/** Part of a pattern: its expression, the codes it can start with, and whether it can match nothing. */
interface Part {
  readonly source: string
  readonly starts: readonly string[]
  readonly empty: boolean
}

/** Compile a pattern. Throws `RangeError` on an unknown macro or a pattern that is not well formed. */
export function compile(pattern: string): Pattern {
  const tokens = expand(pattern).match(/[a-z]\w*:|[A-Z]+|[a-z]+|'s|[,()|?-]/g) ?? []
  let at = 0

  const choice = (): Part => {
    const parts = [sequence()]
    while (tokens[at] === '|') {
      at++
      parts.push(sequence())
    }
    return {
      source: parts.map((p) => p.source).join('|'),
      starts: parts.flatMap((p) => p.starts),
      empty: parts.some((p) => p.empty),
    }
  }
  const sequence = (): Part => {
    let whole: Part = { source: '', starts: [], empty: true }
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
      const next = item()
      whole = {
        source: whole.source + next.source,
        starts: whole.empty ? [...whole.starts, ...next.starts] : whole.starts,
        empty: whole.empty && next.empty,
      }
    }
    return whole
  }
  const item = (): Part => {
    const name = tokens[at]?.endsWith(':') ? tokens[at++]?.slice(0, -1) : undefined
    const one = atom()
    const optional = tokens[at] === '?'
    if (optional) at++
    return {
      source: `(?${name ? `<${name}>` : ':'}${one.source})${optional ? '?' : ''}`,
      starts: one.starts,
      empty: one.empty || optional,
    }
  }
  const atom = (): Part => {
    const token = tokens[at++]
    if (token === '(') {
      const inner = choice()
      if (tokens[at++] !== ')') throw new RangeError(`A bracket is not closed in "${pattern}"`)
      return inner
    }
    if (!token || /[|?]/.test(token)) throw new RangeError(`Something is missing in "${pattern}"`)
    const kinds = /^[A-Z]/.test(token) ? (SETS[token] ?? token).split(' ') : [ENTRIES.get(token)?.kind ?? token]
    const codes = kinds.map(codeOf)
    return { source: `[${codes.join('')}]`, starts: codes, empty: false }
  }

  const whole = choice()
  if (at < tokens.length) throw new RangeError(`A bracket is closed too often in "${pattern}"`)
  return { expression: new RegExp(whole.source, 'dy'), starts: new Set(whole.starts) }
}
