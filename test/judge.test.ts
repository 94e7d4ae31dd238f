/** What the judge of events looks at beside an event: what else its sentence may tell of, and what the rest of the report tells of. */
import { expect, test } from 'vitest'
import { clausesOf } from '../src/read/claims/clauses.ts'
import type { Rival } from '../src/read/claims/rival.ts'
import { standing, tells } from '../src/read/claims/rival.ts'
import { topics } from '../src/read/claims/topics.ts'

const rival = (label: number, score: number): Rival => ({
  label,
  token: 0,
  clause: 0,
  words: score,
  trust: score,
  score,
})

test('topics: before, after, the mean elsewhere, the share of the report', () => {
  const [first, second, third] = topics([[rival(1, 0.8)], [rival(2, 0.2)], [rival(1, 0.4), rival(2, 0.6)]])
  const [before, after, mean, share, times, likelier, last, next] = third![0]!
  expect(before).toBeCloseTo(0.8)
  expect(after).toBe(0)
  expect(mean).toBeCloseTo(0.4)
  expect(share).toBeCloseTo(1.2 / 2)
  expect(times).toBeCloseTo(1 / 3)
  expect(likelier).toBeCloseTo(1 / 3)
  expect([last, next]).toEqual([0, 0])
  expect(first![0]![1]).toBeCloseTo(0.4)
  expect(second![0]![7]).toBeCloseTo(0.6)
})

test('topics: a report of one sentence has no others', () => {
  const [[numbers]] = topics([[rival(3, 0.5)]]) as [[number[]]]
  expect(numbers).toEqual([0, 0, 0, 1, 0, 0, 0, 0])
})

test('standing: places in the clause, and how far behind the first', () => {
  const view = clausesOf([
    {
      upos: 'VERB',
      xpos: 'VBD',
      deprel: 'root',
      lemma: 'shell',
      text: 'shelled',
      head: -1,
      start: 0,
      end: 7,
      sentence: 0,
    } as Parameters<typeof clausesOf>[0][number],
  ])
  const [first, second] = standing([rival(1, 0.8), rival(2, 0.3)], view, { index: 0, first: 0, last: 1 })
  expect(first!.slice(4, 7)).toEqual([1, 0, 0])
  expect(second!.slice(4, 7)).toEqual([0, 1, 0])
  expect(first![12]).toBe(0)
  expect(second![12]).toBeLessThan(0)
  expect(tells([1, 0], 1, [2, 0, 0, 1, -3])).toBeCloseTo(0.5)
})
