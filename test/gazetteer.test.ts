/** The gazetteer's file: what is written is found again, each row under each of its names and under no other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldKey, foldName } from '../src/knowledge/fold.ts'
import { FEATURES, LOOSE, openGazetteer } from '../src/knowledge/gazetteer-format.ts'
import { encodeGazetteer, type GazetteerRow } from '../src/knowledge/gazetteer-write.ts'

const name = fc.stringMatching(/^[A-Za-zéøčʿ' -]{2,14}$/)
const row: fc.Arbitrary<GazetteerRow> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 30 }),
  name,
  keys: fc.array(name, { maxLength: 3 }),
  alternates: fc.array(name, { maxLength: 3 }),
  loose: fc.array(name, { maxLength: 2 }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  population: fc.integer({ min: 0, max: 99 }),
  feature: fc.constantFrom(...FEATURES),
  country: fc.constantFrom('XA', 'XB'),
  admin1: fc.constantFrom('', '01', '02'),
  admin2: fc.constantFrom('', '77'),
})
const rowsOf = fc.uniqueArray(row, { maxLength: 60, selector: ({ id }) => id })

test('every row is found under its names, and under no others', () => {
  fc.assert(
    fc.property(rowsOf, name, (rows, other) => {
      const opened = openGazetteer(encodeGazetteer(rows, foldKey, foldName))
      const found = (key: string): string[] =>
        opened.find(key).map((posting) => `${opened.id[posting >> 1]}${posting & 1 ? ' also' : ''}`)
      const keysOf = ({ id, keys, alternates, loose }: GazetteerRow): [string, string][] => [
        ...loose.map((one): [string, string] => [LOOSE + foldName(one), `${id} also`]),
        ...alternates.map((one): [string, string] => [foldKey(one), `${id} also`]),
        ...keys.map((one): [string, string] => [foldKey(one), `${id}`]),
      ]
      const expected = new Map<string, Map<string, string>>()
      for (const one of rows)
        for (const [key, posting] of keysOf(one)) {
          if (key.length < 2) continue
          if (!expected.has(key)) expected.set(key, new Map())
          expected.get(key)!.set(`${one.id}`, posting)
        }
      for (const [key, postings] of expected) expect(found(key).sort()).toEqual([...postings.values()].sort())
      if (!expected.has(foldKey(other))) expect(found(foldKey(other))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('points, populations and areas come back as they were, to a thousandth of a degree', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const opened = openGazetteer(encodeGazetteer(rows, foldKey, foldName))
      expect(opened.rows).toBe(rows.length)
      const byId = new Map(rows.map((one) => [one.id, one]))
      for (let at = 0; at < opened.rows; at++) {
        const one = byId.get(opened.id[at]!)!
        expect(opened.name(at)).toBe(one.name)
        expect(opened.population[at]).toBe(one.population)
        expect(FEATURES[opened.feature[at]!]).toBe(one.feature)
        expect(Math.abs(opened.lat(at) - one.lat)).toBeLessThanOrEqual(0.0005001)
        expect(Math.abs(opened.lon(at) - one.lon)).toBeLessThanOrEqual(0.0005001)
        expect(opened.areas[opened.area[at]!]).toBe([one.country, one.admin1, one.admin2].filter(Boolean).join('.'))
      }
    }),
    { numRuns: 60 },
  )
})

test('what is no gazetteer is refused', () => {
  const bytes = encodeGazetteer([], foldKey, foldName)
  expect(() => openGazetteer(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError)
  expect(() => openGazetteer(new Uint8Array([255, 255, 0, 0, 1]))).toThrow(RangeError)
})
