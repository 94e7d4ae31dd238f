/**
 * Golden cases: plain text that reads as a stage's manual. A case is a heading that says what it shows,
 * the input, a line `==>`, and what the stage must answer, one line each.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** One case of a file. */
export interface Case {
  readonly name: string
  readonly input: string
  readonly expected: string
}

const CASE = /^# (?<name>.+)\n(?<input>[\s\S]*?)^==>$(?<expected>[\s\S]*?)(?=^# |$(?![\s\S]))/gm

/** All cases of a file, in its order. Throws `RangeError` when a heading has no `==>`. */
export function parseCases(source: string): Case[] {
  const cases = [...source.matchAll(CASE)].map(({ groups }) => ({
    name: groups!.name!.trim(),
    input: groups!.input!.trim(),
    expected: groups!.expected!.trim(),
  }))
  const headings = source.match(/^# /gm)?.length ?? 0
  if (headings !== cases.length)
    throw new RangeError(`${headings} headings, but ${cases.length} cases: a "==>" is missing`)
  return cases
}

/** Run each case of `test/cases/FILE` as a test of its own; `answer` turns an input into the stage's lines. */
export function checkCases(file: string, answer: (input: string) => readonly string[]): void {
  for (const { name, input, expected } of parseCases(readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8')))
    test(`${file}: ${name}`, () => expect(answer(input).join('\n')).toBe(expected))
}
