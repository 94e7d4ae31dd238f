/** The manual of the passages stage, and what must hold on any text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { split } from '../src/read/passages.ts'
import { checkCases } from './cases.ts'
import { seconds } from './seconds.ts'

checkCases('passages.txt', (text) =>
  split({ text }).map(({ role, date, repeatOf, start, end }) =>
    [role, date, repeatOf === undefined ? null : '(repeat)', `[${text.slice(start, end).replaceAll('\n', ' / ')}]`]
      .filter(Boolean)
      .join(' '),
  ),
)

test('the report’s own title is its headline even with a full stop', () => {
  const text = 'The dam holds.\nEngineers said on Monday that the dam holds.'
  expect(split({ text, title: 'The dam holds.' })[0]).toEqual({ start: 0, end: 14, role: 'headline' })
})

const PIECES = [
  'KARUM (UPN) — ', 'Caption: ', 'Photo: ', ' (AP Photo)', 'Source: ', '\n', '\r\n', '\n\n', '\t', '   ', '. ', ' "', '”',
  '12 March 2014 ', '30 February 2014', ' 99 May 0000', 'Read more', 'We left. ', 'Name, a man', 'A', 'é', '😀', '\u0000', '\ud800', '::', '((((', '[[', '----', ' and so on ',
] // biome-ignore format: a bag of shapes
test('any text is split into ordered parts that lose nothing but white space', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0
      for (const { start, end, repeatOf } of split({ text })) {
        expect(text.slice(at, start).replace(/[\s\u200b\ufeff]/g, '')).toBe('')
        expect(end).toBeGreaterThan(start)
        if (repeatOf !== undefined) expect(text.slice(repeatOf, repeatOf + end - start)).toBe(text.slice(start, end))
        at = end
      }
      expect(text.slice(at).replace(/[\s\u200b\ufeff]/g, '')).toBe('')
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one line', 'word '.repeat(200_000)],
  ['many lines', 'Short title line\n'.repeat(60_000)],
  ['capitals', 'A'.repeat(1_000_000)],
  ['dashes', '- — '.repeat(250_000)],
  ['spaces', `a${' '.repeat(1_000_000)}b`],
  ['quotes', '"'.repeat(1_000_000)],
  ['datelines', 'KARUM, '.repeat(150_000)],
])('a million characters of %s take no quadratic time', (_, text) => {
  expect(seconds(() => split({ text }))).toBeLessThan(8)
})
