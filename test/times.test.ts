/** Times: the golden cases of test/cases/times.txt, and that no text can break the stage. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Resources } from '../src/knowledge/resources.ts'
import { extent } from '../src/language/times/extent.ts'
import { readTimes } from '../src/language/times/index.ts'
import { given, type Report, UNDATED } from '../src/model/report.ts'
import type { Passage } from '../src/model/text.ts'
import { BLANK } from '../src/read/stage.ts'
import { times } from '../src/read/times.ts'
import { checkCases } from './cases.ts'
import { seconds } from './seconds.ts'

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

describe('the stage', () => {
  const text = 'KESH (AP) - Troops left Tuesday.\n\nA guard stands in Kesh on Friday.'
  const read = (published: string | null, passages: readonly Passage[]): string[] => {
    const report: Report = { id: 'r', text, published: published ? given(published) : UNDATED }
    return times.run({ ...BLANK, report, passages }, {} as Resources).times.map(({ value }) => value)
  }
  const caption: Passage = { start: 34, end: text.length, role: 'caption', date: '2019-01-18' }

  test('counts a caption from its own day', () => {
    expect(read('2019-03-15', [caption])).toEqual(['2019-03-12', '2019-01-18'])
  })
  test("counts an undated report from its dateline's day", () => {
    expect(read(null, [{ start: 0, end: 11, role: 'dateline', date: '2019-03-15' }])).toEqual([
      '2019-03-12',
      '2019-03-15',
    ])
  })
  test('leaves a weekday open when nothing dates it', () => {
    expect(read(null, [])).toEqual(['XXXX-WXX-2', 'XXXX-WXX-5'])
  })
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
      const text = piece.repeat(Math.ceil(50_000 / piece.length))
      expect(seconds(() => readTimes(text, '2016-10-20'))).toBeLessThan(4)
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
