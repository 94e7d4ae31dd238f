/** JSON in pieces: the same bytes as JSON in one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPieces, jsonPieces } from '../src/present/json.ts'

const value = fc.dictionary(
  fc.string(),
  fc.oneof(
    fc.jsonValue(),
    fc.array(fc.jsonValue()),
    fc.constant(undefined),
    fc.constantFrom('two\nlines', '"', '\u2028'),
  ),
)

test.each([0, 1, 2])('indented by %i', (indent) =>
  fc.assert(
    fc.property(value, (one) => {
      expect([...jsonPieces(one, indent)].join('')).toBe(JSON.stringify(one, null, indent))
    }),
  ),
)

test('pieces are joined to about a size, and nothing is lost', () => {
  const texts = Array.from({ length: 100 }, (_, i) => `${i},`)
  const pieces = [...inPieces(texts, 50)]
  expect(pieces.join('')).toBe(texts.join(''))
  expect(pieces.length).toBeGreaterThan(4)
  expect(pieces.length).toBeLessThan(10)
})
