/** Places: the golden cases, and what must hold whatever the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadResources } from '../src/engine/resources.ts'
import { foldName } from '../src/knowledge/fold.ts'
import { destination, distanceKm } from '../src/knowledge/geodesy.ts'
import { guessColumns, ownGeoNames, ownTable } from '../src/knowledge/own-places.ts'
import { placeCues } from '../src/knowledge/place-cues.ts'
import { UNDATED } from '../src/model/report.ts'
import { places } from '../src/read/places.ts'
import { pipeline } from '../src/read/stage.ts'
import { checkCases } from './cases.ts'

const resources = loadResources()
const bare = { ...places, needs: [] }
const read = pipeline([bare])
const placesOf = (text: string) => read({ id: 'case', text, published: UNDATED }, resources)

checkCases('places.txt', (text) =>
  placesOf(text).places.map(
    ({ start, end, name, id, kind }) => `${name} ${id ?? '-'} ${kind} [${text.slice(start, end)}]`,
  ),
)

test('spans are in order, apart, and inside the text; reading never throws', () => {
  const word = fc.constantFrom(
    'Mosul',
    'near',
    'Paris',
    ',',
    'Texas',
    'U.S.',
    'al-',
    'the',
    'city',
    'of',
    '15 km',
    'St.',
    "'s",
    '\n',
    '"',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        const reading = placesOf(text)
        expect(reading.diagnostics).toEqual([])
        let end = 0
        for (const mention of reading.places) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})

test('going out and measuring back agree', () => {
  const point = fc.record({
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(point, fc.integer({ min: 0, max: 360 }), fc.integer({ min: 1, max: 900 }), (from, bearing, km) => {
      expect(distanceKm(from, destination(from, bearing, km))).toBeCloseTo(km, 3)
    }),
  )
})

test.each([
  ['Falluja', 'al-Fallujah'],
  ['Khazer', 'Khazir'],
  ['Qayyara', 'Qayyarah'],
  ['Raqqa', 'ar-Raqqah'],
])('%s and %s are one name', (a, b) => expect(foldName(a)).toBe(foldName(b)))

const DUMP = [
  [
    '7000001',
    'Dar al-Amal',
    'Dar al-Amal',
    'Darelamal',
    '-15.2',
    '39.3',
    'P',
    'PPL',
    'MZ',
    '',
    '06',
    '',
    '',
    '',
    '900',
    '',
    '',
    'Africa/Maputo',
    '',
  ].join('\t'),
  'not a record',
].join('\n')

test('a GeoNames dump of the user comes first, and bad lines are counted', () => {
  const { list, used, skipped } = ownGeoNames(DUMP)
  expect([used, skipped]).toEqual([1, 1])
  expect(list.find('dar al amal')[0]).toMatchObject({
    id: 'geonames:7000001',
    country: 'MZ',
    admin1: 'MZ.06',
    source: 'user',
  })
  expect(list.findLoosely('darilamal')).toHaveLength(1)
})

test('the columns of a P-code table are guessed, the finest level first', () => {
  const header = ['ADM1_EN', 'ADM1_PCODE', 'ADM3_EN', 'ADM3_PCODE', 'ADM0_PCODE', 'Latitude', 'Longitude']
  const columns = guessColumns(header)
  expect(columns).toMatchObject({
    name: 'ADM3_EN',
    code: 'ADM3_PCODE',
    lat: 'Latitude',
    lon: 'Longitude',
    country: 'ADM0_PCODE',
  })
  const row = { ADM3_EN: 'Namialo', ADM3_PCODE: 'MZ0601', ADM0_PCODE: 'MZ', Latitude: '-14.92', Longitude: '39.98' }
  const { list, skipped } = ownTable([row, { ADM3_EN: 'Nowhere', Latitude: '', Longitude: '' }], columns!)
  expect(skipped).toBe(1)
  expect(list.find('namialo')[0]).toMatchObject({ id: 'pcode:MZ0601', country: 'MZ', lat: -14.92 })
  expect(guessColumns(['a', 'b'])).toBeNull()
})

test('a table of words around places with an unknown or an empty kind is refused', () => {
  expect(() => placeCues('hamlets\thamlet|dorp')).toThrow('the kind "hamlets" is not known')
  expect(() => placeCues('settlement\thamlet|dorp')).toThrow('"locative" has no words')
})
