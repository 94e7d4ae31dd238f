/** The place of a claim, on sentences of wars that never were. */
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { UNDATED } from '../src/model/report.ts'
import { where } from '../src/read/claims/where.ts'

const read = reader(['places', 'passages', 'sentences', 'tokens', 'names'], loadResources())

/** Place and basis of the claim that the words in [brackets] make. */
function placeOf(marked: string) {
  const start = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const span = { start, end: marked.indexOf(']') - 1 }
  const reading = read({ id: 'case', text, published: UNDATED })
  const { place, basis } = where(reading, span, reading.sentences.find((one) => one.end > start)!)
  return [place, basis]
}

test.each([
  ['Fighting went on in Beira while [planes struck a market in Nampula].', 'Nampula', 'clause'],
  ['[Twelve people were killed in Nampula], Mozambique, on Monday.', 'Nampula', 'clause'],
  ['Rebels entered Nampula on Monday. [Six soldiers were killed], the army said.', 'Nampula', 'context'],
])('%s', (marked, place, basis) => expect(placeOf(marked)).toEqual([place, basis]))

test('a report without places has none', () =>
  expect(placeOf('[Six soldiers were killed] on Monday.')).toEqual([null, 'none']))
