/** Wording: golden cases of what a claim's own words say of it, every sign among them, and what holds of all. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { type WordSense, wordingWords } from '../src/knowledge/wording.ts'
import type { Claim } from '../src/model/claim.ts'
import { given } from '../src/model/report.ts'
import { SIGNS } from '../src/model/wording.ts'
import { checkCases } from './cases.ts'

const read = reader(['claims'], loadResources())
const claimsIn = (text: string) => read({ id: 'case', text, published: given('2031-04-07') }).claims

const labelOf = (claim: Claim): string =>
  claim.kind === 'figure' ? claim.measure : claim.kind === 'control' ? `control ${claim.status}` : claim.type

/** What is told, and what its words say: signs, then the rest by name. Spans are checked below. */
const line = (claim: Claim): string => {
  const { sentence: _, number: __, counted: ___, opening, signs, ...rest } = claim.wording
  const more = Object.entries({ ...rest, ...(opening && { opening: `${opening.from} to ${opening.to}` }) }).map(
    ([name, value]) => `${name}: ${[value].flat().join(' + ')}`,
  )
  return `${labelOf(claim)} ─ ${[...signs, ...more].join(', ')} [${claim.quote}]`
}

checkCases('wording.txt', (text) => claimsIn(text).map(line))

test('every sign has its case', () => {
  const shown = readFileSync(new URL('cases/wording.txt', import.meta.url), 'utf8')
  const missing = Object.values(SIGNS)
    .flat()
    .filter((sign) => !new RegExp(`[─,] ${sign}[, ]`).test(shown))
  // Lists and "a medic said" are shown in the tests of reconciling.
  expect(missing).toEqual(['list'])
})

test('spans lie in the report, the number in its sentence; a sign is there once', () => {
  const words =
    'the army|rebels|captured|denied|most of|near|Tarin|Sohl|12|people|were killed|,|.|“|of them|since|while|not|one'
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words.split('|')), { maxLength: 40 }), (list) => {
      const text = list.join(' ')
      for (const { wording, start } of claimsIn(text)) {
        const { sentence, number, counted, signs } = wording
        expect(sentence.start).toBeLessThanOrEqual(start)
        for (const span of [sentence, number, counted])
          if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
        expect(new Set(signs).size).toBe(signs.length)
      }
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['KARUM, Ostland (AP) — Nine people were killed on Friday in Aleppo.', 'Aleppo', undefined],
  ['Officials in Damascus said that nine people were killed on Friday.', 'Damascus', 'seat'],
  ['Damascus has denied any role in the raid on Friday.', 'Damascus', 'voice'],
  ['The battle for Aleppo began on Friday with heavy shelling.', 'Aleppo', 'aim'],
  ['An operation to retake Aleppo began on Friday.', 'Aleppo', 'aim'],
  ['A fighter from Aleppo said that the village was free on Friday.', 'Aleppo', 'origin'],
  ['Nine people were killed on Friday in Aleppo.', 'Aleppo', undefined],
])('%s', (text, name, use) => {
  const { places } = read({ id: 'case', text, published: given('2031-04-07') })
  expect(places.find((place) => place.name === name)?.use).toBe(use)
})

test('the table of words refuses what it does not know', () => {
  const sense: WordSense = 'rose'
  expect(wordingWords(`${sense}\trise ~ to|climb`).get('rise')).toEqual([
    { rest: ['~', 'to'], sense, called: '', rank: 0 },
  ])
  expect(() => wordingWords('fell\tfall')).toThrow(RangeError)
  expect(() => wordingWords('rose\t')).toThrow(RangeError)
})
