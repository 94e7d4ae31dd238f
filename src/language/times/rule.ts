/** What a rule is: a pattern over lexemes and a reader of what it matched. */
import type { Unit } from './calendar.ts'
import type { Lexeme } from './lex.ts'
import type { DayPart, Meaning } from './meaning.ts'
import { compile, type Pattern } from './pattern.ts'

/** A match of a rule, with what its reader may ask. */
export interface Match {
  /** First and last lexeme of the match. */
  readonly first: number
  readonly last: number
  /** Lexeme of a one-lexeme capture. */
  at(name: string): Lexeme | undefined
  /** Words of a capture, joined with spaces; empty when it took no part. */
  words(name: string): string
  /** Numeric value of a capture; NaN when it took no part. */
  num(name: string): number
  /** Index of the first lexeme of a capture. */
  index(name: string): number
  /** Word of the lexeme so many places before the match (1 is next to it) or after it. */
  before(places?: number): string
  after(places?: number): string
  /** Do the lexemes begin with these words, possessive marks apart? */
  spells(words: string): boolean
  /** Was the first letter of the match a capital? */
  readonly capital: boolean
}

/** One mention of a match: what it means, and its lexemes where it is not the whole match. */
export interface Read {
  readonly meaning: Meaning
  readonly first?: number
  readonly last?: number
}

/** A named rule. Null from the reader means: not a time here. */
export interface Rule {
  readonly name: string
  readonly pattern: Pattern
  readonly read: (m: Match) => Meaning | readonly Read[] | null
}

/** Make a rule. */
export const rule = (name: string, source: string, read: Rule['read']): Rule => ({
  name,
  pattern: compile(source),
  read,
})

/** A part of the day as written. */
export const PARTS: Readonly<Record<string, DayPart>> = {
  morning: 'MO',
  mornings: 'MO',
  dawn: 'MO',
  noon: '12:00',
  midday: 'MI',
  afternoon: 'AF',
  evening: 'EV',
  dusk: 'EV',
  night: 'NI',
  nights: 'NI',
  overnight: 'NI',
  midnight: '24:00',
}
export const partOf = (word: string): DayPart | undefined => PARTS[word]

/** Unit of a capture ("weeks", "second", "night"). */
export function unitOf(lexeme: Lexeme | undefined): Unit | null {
  if (!lexeme) return null
  if (lexeme.word === 'second') return 'TS'
  if (lexeme.kind === 'PART' || lexeme.kind === 'PARTS') return lexeme.word.startsWith('night') ? 'D' : null
  if (lexeme.kind === 'SEASON' || lexeme.kind === 'SEASONS') return null
  return lexeme.value as Unit
}
