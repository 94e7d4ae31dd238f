/** The place of a claim, on sentences of wars that never were. */
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { UNDATED } from '../src/model/report.ts'
import { where } from '../src/read/claims/where.ts'

const resources = loadResources()
const read = reader(['places', 'passages', 'sentences', 'tokens', 'names', 'actors', 'attributions'], resources)

/** Place and basis of the claim that the words in [brackets] make. */
function placeOf(marked: string, kind: 'figure' | 'event' = 'figure', label = 'killed') {
  const start = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const span = { start, end: marked.indexOf(']') - 1 }
  const reading = read({ id: 'case', text, published: UNDATED })
  const sentence = reading.sentences.find((one) => one.end > start)!
  const verb = /\b(?:struck|killed|shelled|pledged|withdraw)\b/.exec(text.slice(span.start, span.end))!
  const trigger = { start: start + verb.index, end: start + verb.index + verb[0].length }
  const asked = { span, trigger, sentence, kind, label }
  const { place, basis } = where(reading, asked, resources.where)
  return [place, basis]
}

test.each([
  ['Fighting went on in Beira while [planes struck a market in Nampula].', 'Nampula', 'clause'],
  ['[Twelve people were killed in Nampula], Mozambique, on Monday.', 'Nampula', 'clause'],
  ['Rebels entered Nampula on Monday. [Six soldiers were killed], the army said.', 'Nampula', 'context'],
  [
    'The city of Nampula was quiet. Rebels stood in [eastern parts of the city, where six soldiers were killed].',
    'eastern Nampula',
    'clause',
  ],
  [
    'Jets flew over Mogadishu on Monday. [Kenya killed twenty people in a series of air strikes].',
    'Mogadishu',
    'context',
  ],
  ['Kenya mourned. [Kenya killed twenty people].', 'Kenya', 'clause'],
])('%s', (marked, place, basis) => expect(placeOf(marked)).toEqual([place, basis]))

test.each([
  // What a country gives is told of where the crisis is, and its troops leave the place they are in.
  ['A flood hit Malawi. Malawi mourned. [Kenya pledged a field hospital].', 'aid', 'Malawi', 'context'],
  [
    'Kenya debated. Kenya voted. [The decision to withdraw Kenyan troops from Somalia] stands.',
    'withdrawal',
    'Somalia',
    'clause',
  ],
  // A capital that is urged is a government, and no place.
  [
    'Fighting went on in Somalia. [The union called on Mogadishu to withdraw] its troops.',
    'withdrawal',
    'Somalia',
    'context',
  ],
])('%s', (marked, label, place, basis) => expect(placeOf(marked, 'event', label)).toEqual([place, basis]))

test('a report without places has none', () =>
  expect(placeOf('[Six soldiers were killed] on Monday.')).toEqual([null, 'none']))
