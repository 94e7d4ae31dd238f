/** Actors: golden cases through the whole reading, and properties of every mention. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { given } from '../src/model/report.ts'
import { quote } from '../src/model/span.ts'
import { checkCases } from './cases.ts'

const read = reader(['actors'])
const readText = (text: string) => read({ id: 'r', text, published: given('2019-03-04') })

checkCases('actors.txt', (input) =>
  readText(input).actors.map((a) => `${a.name} · ${a.kind} · ${a.basis} [${quote(input, a)}]`),
)

const WORDS = [
  'the',
  'Kenyan',
  'troops',
  'he',
  '“',
  '”',
  'IS',
  'SDF',
  'said',
  'of',
  '.',
  '\n\n',
  'U.S.',
  'rebels',
  'group',
  '-',
  'their',
  'Col.',
  '😀',
]

test('every mention quotes its report, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }), (words) => {
      const text = words.join(' ')
      const { actors, tokens, diagnostics } = readText(text)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      let last = 0
      for (const { start, end, head, name } of actors) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(quote(text, { start, end })).not.toBe('')
        expect(tokens[head]).toBeDefined()
        expect(name).not.toBe('')
        last = start
      }
    }),
    { numRuns: 60 },
  )
})
