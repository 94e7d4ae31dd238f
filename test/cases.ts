/**
 * Golden cases in plain text, one file a stage under test/cases/, readable as the stage's manual:
 *
 *     # name, input, `==>`, then the expected lines
 *
 * `checkCases` runs every case of a file as a test of its own.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** One case: what it shows, the input, the lines it must give. */
export interface Case {
  readonly name: string
  readonly input: string
  readonly expected: string
}

/** Split a case file into its cases. */
export function parseCases(source: string): Case[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [head = '', expected = ''] = block.split(/^==>$/m)
      const cut = head.indexOf('\n')
      return { name: head.slice(0, cut), input: head.slice(cut).trim(), expected: expected.trim() }
    })
}

/** Run every case of `test/cases/FILE`: `lines` turns an input into its result lines. */
export function checkCases(file: string, lines: (input: string) => readonly string[]): void {
  const source = readFileSync(new URL(`./cases/${file}`, import.meta.url), 'utf8')
  for (const { name, input, expected } of parseCases(source))
    test(`${file}: ${name}`, () => expect(lines(input).join('\n')).toBe(expected))
}
