/** Rows of text for a terminal. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrap } from '../src/present/wrap.ts'

test('rows break at words, keep their indents, and let a long word stand alone', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
  expect(wrap('one two three', 9, '  ', '    ')).toEqual(['  one two', '    three'])
  expect(wrap('an incomprehensibility here', 10)).toEqual(['an', 'incomprehensibility', 'here'])
})

test('no word is lost, and no row of two words is too wide', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 1, max: 40 }),
      (words, width) => {
        const rows = wrap(words.join(' '), width, '  ', '    ')
        expect(rows.join(' ').trim().split(/\s+/)).toEqual(words)
        for (const row of rows) if (row.trim().includes(' ')) expect(row.length).toBeLessThanOrEqual(width)
      },
    ),
  )
})
