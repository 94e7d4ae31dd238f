/**
 * Finds time expressions: at every lexeme the longest match among the rules, left to right, never overlapping.
 * What they mean in days is `resolve.ts`' business.
 */

import { type Lexed, lex } from './lex.ts'
import type { Meaning } from './meaning.ts'
import type { Match, Rule } from './rule.ts'
import { CALENDAR } from './rules-calendar.ts'
import { DEICTIC } from './rules-deictic.ts'
import { LENGTH } from './rules-length.ts'

/** A time expression that is not placed yet. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  readonly meaning: Meaning
  readonly rule: string
}

/** The rules that can start with a code, in their order. */
const RULES = new Map<string, Rule[]>()
for (const rule of [...CALENDAR, ...DEICTIC, ...LENGTH])
  for (const code of rule.pattern.starts) {
    const rules = RULES.get(code)
    if (rules) rules.push(rule)
    else RULES.set(code, [rule])
  }

/** All time expressions of a text, in order. Also gives the lexemes, for what stands around them. */
export function findExpressions(text: string): { found: readonly Found[]; lexed: Lexed } {
  const lexed = lex(text)
  const found: Found[] = []
  for (let i = 0; i < lexed.codes.length; ) {
    const rules = RULES.get(lexed.codes[i] as string)
    const next = rules ? longest(rules, text, lexed, i) : null
    if (next) {
      found.push(...next.found)
      i = next.end
    } else i++
  }
  return { found, lexed }
}

function longest(
  rules: readonly Rule[],
  text: string,
  lexed: Lexed,
  at: number,
): { found: Found[]; end: number } | null {
  const matches: { hit: RegExpExecArray; rule: Rule }[] = []
  for (const rule of rules) {
    rule.pattern.expression.lastIndex = at
    const hit = rule.pattern.expression.exec(lexed.codes)
    if (hit?.[0]) matches.push({ hit, rule })
  }
  matches.sort((a, b) => b.hit[0].length - a.hit[0].length)
  for (const { hit, rule } of matches) {
    const end = at + hit[0].length
    const read = rule.read(view(text, lexed, hit, at, end - 1))
    if (!read) continue
    const parts = 'kind' in read ? [{ meaning: read }] : read
    return {
      end,
      found: parts.map(({ meaning, first = at, last = end - 1 }) => ({
        start: lexed.lexemes[first]?.start ?? 0,
        end: lexed.lexemes[last]?.end ?? 0,
        first,
        last,
        meaning,
        rule: rule.name,
      })),
    }
  }
  return null
}

function view(text: string, { lexemes }: Lexed, hit: RegExpExecArray, first: number, last: number): Match {
  const where = (name: string): readonly [number, number] | undefined => hit.indices?.groups?.[name]
  const words = (from: number, to: number): string =>
    lexemes
      .slice(from, to)
      .map((l) => l.word)
      .join(' ')
  const at = (name: string) => {
    const span = where(name)
    return span && lexemes[span[0]]
  }
  return {
    first,
    last,
    at,
    words: (name) => {
      const span = where(name)
      return span ? words(...span) : ''
    },
    num: (name) => Number(at(name)?.value ?? Number.NaN),
    index: (name) => where(name)?.[0] ?? first,
    before: (places = 1) => lexemes[first - places]?.word ?? '',
    after: (places = 1) => lexemes[last + places]?.word ?? '',
    spells: (name) =>
      words(first, last + 1)
        .replaceAll(" 's", '')
        .startsWith(name),
    capital: /\p{Lu}/u.test(text[lexemes[first]?.start ?? 0] ?? ''),
  }
}
