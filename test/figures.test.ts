/** Figures: golden cases on the whole reading, ids, and that junk and repeated sentences yield nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import type { FigureClaim } from '../src/model/claim.ts'
import { given } from '../src/model/report.ts'
import { quote } from '../src/model/span.ts'
import { checkCases } from './cases.ts'

const read = reader(['claims'])
const figures = (text: string): FigureClaim[] =>
  read({ id: 'case', text, published: given('2020-05-20') }).claims.filter((claim) => claim.kind === 'figure')

checkCases('figures.txt', (text) =>
  figures(text).map(
    ({ measure, low, high, bound, subject, modality, repeat, start, end }) =>
      `${measure} ${low}..${high} ${bound} ${subject}${modality === 'asserted' ? '' : ` ${modality}`}${repeat ? ' repeat' : ''} [${quote(text, { start, end })}]`,
  ),
)

test('figures: ids differ from one another and stay the same', () => {
  const text = 'A bomb killed 12 people and wounded 30. Later 12 people were killed in Tarin.'
  const ids = figures(text).map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(figures(text).map(({ id }) => id)).toEqual(ids)
})

test('figures: a sentence told twice to the letter counts once', () => {
  const once = 'At least 24 soldiers were killed in the valley on Monday.'
  expect(figures(`${once}\n\nThe mayor spoke.\n\n${once}`)).toHaveLength(1)
})

test('figures: quotes lie in the report, confidence is a probability, nothing throws', () => {
  const parts =
    '12|people|were|killed|and|wounding|dozens|,|including|a|child|"|in|Tarin|.|no|at least|$5|million|-|died|é'
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts.split('|')), { maxLength: 25 }), (words) => {
      const text = words.join(' ')
      for (const claim of figures(text)) {
        expect(claim.quote).toBe(text.slice(claim.start, claim.end))
        expect(claim.confidence).toBeGreaterThan(0)
        expect(claim.confidence).toBeLessThan(1)
        expect(claim.low !== null || claim.high !== null).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('figures: what a whole war cost, and more people than live in the town named before, are the country’s', () => {
  const placed = (rest: string) =>
    figures(
      `Shells hit a market in Beira on Monday, killing four people. Mozambique's army was blamed for it. ${rest}`,
    ).map(({ place, low, high }) => `${place} ${low ?? high}`)
  expect(placed('The war has killed as many as 9,000 people since April, the UN said.')).toEqual([
    'Beira 4',
    'Mozambique 9000',
  ])
  expect(placed('More than 2.6 million people have fled their homes, the UN said.')).toEqual([
    'Beira 4',
    'Mozambique 2600000',
  ])
  expect(placed('Another 9,000 people fled Beira, the UN said.')).toEqual(['Beira 4', 'Beira 9000'])
})
