/** Numbers: golden cases, the span property, and the vague words' table. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumberWords } from '../src/knowledge/numbers.ts'
import { numberExpressions } from '../src/language/numbers/expressions.ts'
import { checkCases } from './cases.ts'

const lexicon = parseNumberWords(readFileSync(new URL('../data/language/numbers.json', import.meta.url), 'utf8'))

checkCases('numbers.txt', (text) =>
  numberExpressions(text, lexicon).map(
    ({ start, end, low, high, bound, sort, additional }) =>
      `${low}..${high} ${bound} ${sort}${additional ? ' +' : ''} [${text.slice(start, end)}]`,
  ),
)

test('numbers: spans quote the text in order, and low never exceeds high', () => {
  const parts = 'at least|up to|5,000|7|to|-|million|several|dozens|of|thousands|no|twenty|one|$|(|)|km|2014|.|é|people'
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts.split('|'))), (words) => {
      const text = words.join(' ')
      let end = 0
      for (const found of numberExpressions(text, lexicon)) {
        expect(found.start).toBeGreaterThanOrEqual(end)
        expect(found.end).toBeLessThanOrEqual(text.length)
        expect(found.core.start).toBeGreaterThanOrEqual(found.start)
        if (found.low !== null && found.high !== null) expect(found.low).toBeLessThanOrEqual(found.high)
        expect(found.low !== null || found.high !== null).toBe(true)
        end = found.end
      }
    }),
  )
})

test('numbers: junk never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void numberExpressions(text, lexicon)),
    { numRuns: 40 },
  )
})

test('numbers: a range that is upside down in the table is refused', () => {
  const source = JSON.stringify({ vague: { many: [9, 2] } })
  expect(() => parseNumberWords(source)).toThrow(RangeError)
})
