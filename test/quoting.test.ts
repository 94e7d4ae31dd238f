/** What leaves the page for other programs: a citation on the clipboard, and the ledger as a CSV file. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../src/model/claim.ts'
import { citationOf } from '../web/src/citation.ts'
import { csvOf } from '../web/src/csv.ts'
import type { Index } from '../web/src/lookups.ts'

const claim = {
  ...{ id: 'c1', kind: 'figure', report: 'r', quote: 'Three\nwere killed', start: 120, end: 137, modality: 'asserted' },
  ...{ source: ['police', 'Northern Wire'], measure: 'killed', subject: 'people', low: 3, high: 3, confidence: 0.9 },
  ...{ place: 'Tarin', location: { lat: 1.5, lon: 30 }, from: '2019-05-03', to: '2019-05-03' },
} as unknown as Claim
const report = {
  ...{ id: 'r', publisher: 'Crisis Digest', file: 'tarin.txt', url: null },
  published: { date: '2019-05-04', inferred: false },
}
const index = { reports: new Map([['r', report]]), titles: new Map([['r', 'Shelling in Tarin']]) } as unknown as Index

const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

test('a citation holds the words, who says so, and where they stand', () => {
  expect(citationOf(claim, index)).toBe(
    '“Three were killed” (police, to Northern Wire; “Shelling in Tarin”; Crisis Digest; 4 May 2019; tarin.txt, characters 120–137)',
  )
  expect(citationOf({ ...claim, source: [], modality: 'denied' }, index)).toContain('(told as denied; “Shelling')
})

test('a row of the file is a claim with its words and its source', () => {
  expect(read(csvOf([claim], index))).toEqual([
    expect.objectContaining({
      ...{ kind: 'figure', what: 'killed', who: 'people', whom: '', low: '3', high: '3', place: 'Tarin', lat: '1.5' },
      ...{ words: 'Three were killed', according_to: 'police, to Northern Wire', report: 'Shelling in Tarin' },
      ...{ published: '2019-05-04', file: 'tarin.txt', start: '120', end: '137', claim: 'c1' },
    }),
  ])
})

test('whatever a report says stays in its cell, and is no formula there', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', ' =', '"', ',', '\r\n='), (text, first) => {
      const quote = first + text
      const [row, ...more] = read(csvOf([{ ...claim, quote }], index))
      expect(more).toEqual([])
      expect(row!.words!.replace(/^'/, '')).toBe(quote.replace(/\s+/g, ' ').replace(/^'/, ''))
      expect(row!.words).not.toMatch(/^\s*[=+\-@]/)
      expect(row!.claim).toBe('c1')
    }),
  )
})
