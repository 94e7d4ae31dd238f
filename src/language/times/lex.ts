/**
 * Splits a text into the lexemes that patterns match, one character of a code string each.
 *
 *     In the past 2 1/2 years, since mid-October,
 *     in the past  num  units , since mid month ,
 *
 * Numbers in words are joined ("nineteen ninety-one" is the year 1991), hyphens inside words vanish except
 * between digits, abbreviations keep their stop. What is no part of any time becomes a blank that nothing matches.
 */
import { CAPITAL, ENTRIES } from './lexicon.ts'
import { BLANK, codeOf, known } from './pattern.ts'

/** One word, number or mark. */
export interface Lexeme {
  readonly start: number
  readonly end: number
  /** Its kind: "month", "daynum", or the word itself. Empty when no pattern can want it. */
  readonly kind: string
  /** Lower-case text. */
  readonly word: string
  readonly value: number | string
}

/** A text's lexemes, and their kinds as one string with a character each. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[]
  readonly codes: string
}

/** What a lexeme can be, the first that fits. */
const FORMS: Readonly<Record<string, string>> = {
  iso: String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-])|\d{4}\/\d\d\/\d\d(?!\d)|\b9\/11\b(?!\/)`,
  slash: String.raw`\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)`,
  clock: String.raw`\d{1,2}[:.]\d\d(?![\d.,])(?=\s?[AaPp]\.?[Mm]\b|[^.\d]|$)`,
  digits: String.raw`(?<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<decimals>\.\d+)?(?:\s(?<fraction>1\/2|1\/4|3\/4))?(?<suffix>[a-zA-Z]{1,3}\b)?`,
  ampm: String.raw`[AaPp]\.\s?[Mm]\b\.?`,
  letters: String.raw`\p{L}+`,
  gap: String.raw`\n\s*\n`,
  mark: String.raw`['’](?:s\b|(?=\d0s\b))|[^\s]`,
}
const TOKEN = new RegExp(
  Object.entries(FORMS)
    .map(([name, form]) => `(?<${name}>${form})`)
    .join('|'),
  'gu',
)
const FRACTION: Readonly<Record<string, number>> = { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 }
const ABBREVIATED = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)$/

/** Lexemes of a text, in order. Linear in its length. */
export function lex(text: string): Lexed {
  const lexemes: Lexeme[] = []
  for (const m of text.matchAll(TOKEN)) {
    const start = m.index
    if (start < (lexemes.at(-1)?.end ?? 0)) continue
    let end = start + m[0].length
    const { iso, slash, clock, whole, decimals, fraction, suffix, ampm, letters, gap } = m.groups ?? {}
    if (letters) {
      const word = letters.toLowerCase()
      if (ABBREVIATED.test(word) && text[end] === '.') end++
      pushWord(lexemes, start, end, letters, word)
    } else if (whole) lexemes.push(number(text, start, end, whole, decimals, fraction, suffix))
    else if (iso)
      lexemes.push({
        start,
        end,
        kind: 'ISO',
        word: iso,
        value: iso === '9/11' ? '2001-09-11' : iso.replaceAll('/', '-'),
      })
    else if (slash) lexemes.push({ start, end, kind: 'SLASH', word: slash, value: slash })
    else if (clock)
      lexemes.push({ start, end, kind: clock.includes('.') ? 'DOTTED' : 'CLOCK', word: clock, value: clock })
    else if (ampm)
      lexemes.push({ start, end, kind: 'AMPM', word: ampm.toLowerCase(), value: ampm[0]?.toLowerCase() ?? '' })
    else if (gap) lexemes.push({ start, end, kind: '', word: '', value: 0 })
    else pushMark(lexemes, text, start, end, m[0])
  }
  return { lexemes, codes: lexemes.map((lexeme) => (lexeme.kind ? codeOf(lexeme.kind) : BLANK)).join('') }
}

function pushWord(lexemes: Lexeme[], start: number, end: number, written: string, word: string): void {
  const entry = ENTRIES.get(word)
  if (!entry || (CAPITAL.has(entry.kind) && written[0] === word[0])) {
    const kind = entry ? '' : word === 'am' || word === 'pm' ? 'AMPM' : known(word) ? word : ''
    lexemes.push({ start, end, kind, word, value: kind === 'AMPM' ? (word[0] ?? '') : 0 })
    return
  }
  const before = lexemes.at(-1)
  if (entry.kind === 'CARD' || entry.kind === 'one' || entry.kind === 'SCALE') {
    const joined = before && join(before, entry.kind, Number(entry.value), start)
    if (before && joined) {
      lexemes[lexemes.length - 1] = { ...before, end, word: `${before.word} ${word}`, ...joined }
      return
    }
  }
  lexemes.push({ start, end, kind: entry.kind, word, value: entry.value })
}

/** Join a number word to the one before it, where they make one number. */
function join(before: Lexeme, kind: string, value: number, start: number): { kind: string; value: number } | null {
  if (start - before.end > 1) return null
  const n = Number(before.value)
  if (before.kind === 'a' && kind === 'SCALE') return { kind: 'CARD', value }
  if (before.kind === 'SPOKEN' && n % 10 === 0 && value < 10) return { kind: 'SPOKEN', value: n + value }
  if (before.kind !== 'CARD' && before.kind !== 'one') return null
  if (kind === 'SCALE') return { kind: 'CARD', value: n * value }
  if (n >= 20 && n < 100 && n % 10 === 0 && value < 10) return { kind: 'CARD', value: n + value }
  if (n >= 13 && n <= 20 && value >= 10) return { kind: 'SPOKEN', value: n * 100 + value }
  return null
}

function number(
  text: string,
  start: number,
  end: number,
  digits: string,
  decimals: string | undefined,
  fraction: string | undefined,
  suffix: string | undefined,
): Lexeme {
  const value = Number(digits.replaceAll(',', '') + (decimals ?? '')) + (fraction ? (FRACTION[fraction] ?? 0) : 0)
  const at = (kind: string, worth: number | string = value): Lexeme => ({
    start,
    end,
    kind,
    word: text.slice(start, end).toLowerCase(),
    value: worth,
  })
  if (/[$£€¥#]/.test(text[start - 1] ?? '') || /[%°]/.test(text[end] ?? '')) return at('')
  if (suffix) {
    const tail = suffix.toLowerCase()
    if (/^(?:st|nd|rd|th)$/.test(tail)) return at('ORDNUM')
    if (tail === 's' && /^\d{2,3}0$/.test(digits)) return at('DECADE', digits.slice(0, -1))
    if (tail === 's' && /^\d0$/.test(digits)) return at('DECADE', digits.slice(0, 1))
    if ((tail === 'am' || tail === 'pm') && value <= 12) return at('HOURAMPM', `${value}${tail[0]}`)
    return at('')
  }
  if (decimals || fraction || digits.includes(',')) return at('NUM')
  if (digits.length === 4 && value >= 1000 && value <= 2100) return at('YYYY')
  return at(value >= 1 && value <= 31 && digits.length <= 2 ? 'DAYNUM' : 'NUM')
}

function pushMark(lexemes: Lexeme[], text: string, start: number, end: number, mark: string): void {
  if (/^['’]/.test(mark) && mark.length === 2) lexemes.push({ start, end, kind: "'s", word: "'s", value: 0 })
  else if (mark === ',') lexemes.push({ start, end, kind: ',', word: ',', value: 0 })
  else if (/[-–—]/.test(mark)) {
    const inside = start > 0 && /\S/.test(text[start - 1] ?? '') && /[^\s-]/.test(text[end] ?? ' ')
    if (inside && !(/\d/.test(text[start - 1] ?? '') && /\d/.test(text[end] ?? ''))) return
    lexemes.push({ start, end, kind: inside ? '-' : '', word: '-', value: 0 })
  } else if (!/['’"“”`]/.test(mark)) lexemes.push({ start, end, kind: '', word: mark, value: 0 })
}
