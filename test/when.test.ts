/** When a claim is true: which time governs which words, and what stands in for one. */
import { describe, expect, test } from 'vitest'
import { readTimes } from '../src/language/times/index.ts'
import type { Reading } from '../src/model/reading.ts'
import { given } from '../src/model/report.ts'
import { type Asked, when } from '../src/read/claims/when.ts'
import { BLANK } from '../src/read/stage.ts'

const DAY = '2019-03-15'

/** Days and basis of the words between ^ and ^, in their sentence, without tags. */
function days(marked: string, asked?: Asked): string {
  const start = marked.indexOf('^')
  const end = marked.indexOf('^', start + 1) - 1
  const text = marked.replaceAll('^', '')
  const sentence = {
    start: Math.max(0, text.lastIndexOf('. ', start) + 1),
    end: `${text} `.indexOf('. ', end) + 1 || text.length,
  }
  const reading: Reading = {
    ...BLANK,
    report: { id: 'r', text, published: given(DAY) },
    times: readTimes(text, DAY).times,
    sentences: [...text.matchAll(/[^.]+\.?/g)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      first: 0,
      last: 0,
      passage: 0,
    })),
  }
  const { from, to, basis } = when(reading, { start, end }, sentence, asked)
  return `${from}..${to} ${basis}`
}

describe('a claim takes its days from', () => {
  test.each([
    ['its own words', '^Rebels took Tarin on Tuesday^.', '2019-03-12..2019-03-12 clause'],
    ['its own words, both ends', '^They fought on Monday and Tuesday^.', '2019-03-11..2019-03-12 clause'],
    ['"since", up to the report', '^Six villages have fallen since Monday^.', '2019-03-11..2019-03-15 clause'],
    ['no yardstick', '^It was the heaviest shelling of the town since 2014^.', 'null..2019-03-15 report'],
    ['the sentence', 'On Tuesday, as ^troops entered Tarin^, shops closed.', '2019-03-12..2019-03-12 sentence'],
    ['the story so far', 'Tarin fell on Tuesday. ^Two guards were killed^.', '2019-03-12..2019-03-12 context'],
    ['nothing: done by now', 'Tarin fell on Tuesday. ^Thousands have fled^.', 'null..2019-03-15 report'],
    [
      'the first day of the operation: done since',
      'The offensive was launched on Tuesday. ^Thousands have fled^.',
      '2019-03-12..2019-03-15 report',
    ],
    ['the report: going on', 'Tarin fell on Tuesday. ^Troops are moving east^.', '2019-03-15..2019-03-15 report'],
    ['nothing else than the saying', 'Officials said Friday that ^hundreds have fled^.', 'null..2019-03-15 report'],
    ['no day to come', '^Rebels shelled Tarin before a vote on March 20^.', 'null..2019-03-15 report'],
  ])('%s', (_, text, expected) => expect(days(text)).toBe(expected))

  test('nothing, when it looks ahead and names no day', () =>
    expect(days('Tarin fell on Tuesday. ^Troops will enter the town^.', { open: true })).toBe('null..null none'))
  test('the day to come, when it looks ahead and names one', () =>
    expect(days('^Troops will enter the town on Sunday^.', { open: true })).toBe('2019-03-17..2019-03-17 clause'))
})
