/**
 * Codes for short reports, as a typed view of data/codebook/codes.tsv: which words speak for
 * which ACLED sub-event type and which PLOVER type, and how strongly.
 *
 *     acled  Arrests  6  arrest, detain, round up      six points when one of them stands there
 *
 * What the points add up to is for read/code.ts.
 */
import { readTable } from './tsv.ts'

/** A condition on a report: some word of the class stands in it, or none does. */
export interface CodeNeed {
  readonly not: boolean
  readonly name: string
}

/** One line of the table. */
export interface CodeRule {
  readonly system: 'acled' | 'plover'
  readonly code: string
  readonly points: number
  /** Up to three lemmas each, joined with blanks. */
  readonly words: readonly string[]
  readonly needs: readonly CodeNeed[]
}

/** Rules, and which of them each word speaks for. */
export interface Codes {
  readonly rules: readonly CodeRule[]
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** First words of those that are several. */
  readonly openers: ReadonlySet<string>
}

/** Read the table. Throws `RangeError` on an unknown system, class or a row without points. */
export function readCodes(source: string, file: string, classes: ReadonlySet<string>): Codes {
  const byWord = new Map<string, number[]>()
  const rules = readTable(source, file).map(
    ({ system, code = '', points, words = '', needs = '' }, index): CodeRule => {
      if ((system !== 'acled' && system !== 'plover') || !Number(points))
        throw new RangeError(`${file}: row ${index + 1} ("${code}") has no known system or no points`)
      const rule: CodeRule = {
        system,
        code,
        points: Number(points),
        words: split(words, ','),
        needs: split(needs, ' ').map((need) => ({ not: need.startsWith('!'), name: need.replace(/^!?class:/, '') })),
      }
      for (const { name } of rule.needs)
        if (!classes.has(name))
          throw new RangeError(`${file}: row ${index + 1} ("${code}") asks for the unknown class "${name}"`)
      for (const word of rule.words) byWord.set(word, [...(byWord.get(word) ?? []), index])
      return rule
    },
  )
  const several = [...byWord.keys()].filter((words) => words.includes(' '))
  return { rules, byWord, openers: new Set(several.map((words) => words.slice(0, words.indexOf(' ')))) }
}

const split = (cell: string, mark: string): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim().replaceAll('-', ' '))
    .filter(Boolean)
