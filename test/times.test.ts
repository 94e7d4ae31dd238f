/** Times: the golden cases of test/cases/times.txt, and that no text can break the stage. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extent } from '../src/language/times/extent.ts'
import { readTimes } from '../src/language/times/index.ts'
import { checkCases } from './cases.ts'

/** `published: DAY` on the first line, then the text; prints type, value, days, relation and rule. */
checkCases('times.txt', (input) => {
  const [, day, text = ''] = /^published: (\S+)\n([\s\S]*)$/.exec(input) ?? []
  const { times, doubts } = readTimes(text, day === 'unknown' || !day ? null : day)
  return [
    ...times.map(({ start, end, type, value, interval: { from, to }, relation, rule }) =>
      [type, value, from || to ? `${from ?? ''}..${to ?? ''}` : '', relation ?? '', rule, `[${text.slice(start, end)}]`]
        .filter(Boolean)
        .join(' '),
    ),
    ...doubts.map(({ code, message, span }) => `! ${code} ${message} [${text.slice(span.start, span.end)}]`),
  ]
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'the a of in Monday May March Oct. 31 2016 1990s last next past two 12 1/2 half year days ago later - , . \n\n '.split(
      ' ',
    ),
    'every',
    'quarter',
    'second',
    "'s",
    'BC',
    '10:35',
    'a.m.',
    '0000-00-00',
    '99/99/9999',
  )
  const day = fc.constantFrom(null, '2016-10-20', '0001-01-01', '9999-12-31', 'junk')

  test('gives ordered spans that never overlap, and never throws', () => {
    const check = (text: string, published: string | null): void => {
      let last = 0
      for (const { start, end } of readTimes(text, published).times) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), day, (parts, d) => check(parts.join(' '), d)))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), day, check))
  })

  test.each(['1', 'the ', 'a ', 'last ', '1,000', '-', "'s ", 'May ', '1990s ', 'one ', 'twenty-', '\n', '12:'])(
    'stays linear on a long run of %j',
    (piece) => {
      const began = performance.now()
      readTimes(piece.repeat(Math.ceil(50_000 / piece.length)), '2016-10-20')
      expect(performance.now() - began).toBeLessThan(4000)
    },
  )
})

test('an interval never ends before it begins', () => {
  const value = fc.oneof(
    fc
      .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
    fc
      .tuple(
        fc.integer({ min: 1000, max: 2999 }),
        fc.constantFrom('-W01', '-W52', '-SP', '-WI', '-Q4', '-H2', '-12', ''),
      )
      .map(([y, s]) => y + s),
  )
  fc.assert(
    fc.property(value, (v) => {
      const { from, to } = extent(v).interval
      expect(from && to && from <= to).toBe(true)
    }),
  )
})
