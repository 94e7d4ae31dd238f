/** Model files: what is written is what is summed, whatever the number of classes, and what is no model file says so. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpack } from '../src/language/weights.ts'
import { pack, withHeader } from '../src/language/weights-file.ts'

const BITS = 7

/** A weight as 8 bits keep it: small ones are left out, others are squares. */
function kept(weight: number, max: number): number {
  const q = Math.round(127 * Math.sqrt(Math.abs(weight) / max))
  return q < 10 ? 0 : Math.sign(weight) * q * q
}

test.each([1, 2, 3, 5, 16, 17, 51, 84])('%i classes: sums are those of the weights', (width) => {
  const cell = fc.record({ at: fc.nat((width << BITS) - 1), weight: fc.double({ min: -1, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 400 }),
      fc.array(fc.nat(2 ** 20), { maxLength: 60 }),
      fc.nat(3),
      (cells, features, shift) => {
        const weights = new Float32Array(width << BITS)
        for (const { at, weight } of cells) weights[at] = weight
        const max = weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0)
        fc.pre(max > 0)
        const classes = Array.from({ length: width }, (_, k) => `c${k}`)
        const packed = pack([{ bits: BITS, classes, weights }], { note: 'x'.repeat(shift) })
        const file = withHeader(packed, { said: 'later' })
        // Files stand anywhere in memory.
        const moved = new Uint8Array(file.length + shift)
        moved.set(file, shift)
        const { header, scores } = unpack(moved.subarray(shift))
        expect(header).toMatchObject({ classes: [classes], note: 'x'.repeat(shift), said: 'later' })
        const sums = Array.from(scores[0]!(Int32Array.from(features), features.length)).slice(0, width)
        const expected = classes.map((_, k) =>
          features.reduce((sum, f) => sum + kept(weights[(f & ((1 << BITS) - 1)) * width + k]!, max), 0),
        )
        // Of three classes only differences to the third are kept, halved.
        const told = width === 3 ? expected.slice(0, 2).map((sum) => sum - expected[2]!) : expected
        const got = width === 3 ? sums.slice(0, 2).map((sum) => 2 * sum) : sums
        for (const [k, sum] of told.entries())
          expect(Math.abs(sum - got[k]!)).toBeLessThanOrEqual(width === 3 ? 2 * features.length : 0)
      },
    ),
    { numRuns: 60 },
  )
})

test('several tables and the rest of the header are kept', () => {
  const table = { bits: 4, classes: ['a', 'b'], weights: Float32Array.from({ length: 32 }, (_, i) => i - 16) }
  const { header, scores } = unpack(
    pack([table, { ...table, classes: ['only'], weights: table.weights.slice(16) }], { steps: 3 }),
  )
  expect(header.steps).toBe(3)
  expect(Array.from(scores[1]!(Int32Array.of(15), 1))).toEqual([127 * 127])
})

test('what is no model file says so', () => {
  expect(() => unpack(new Uint8Array([255, 0, 0, 0, 1]))).toThrow('Not a model file')
  const file = pack([{ bits: 4, classes: ['a', 'b'], weights: new Float32Array(32).fill(1) }])
  expect(() => unpack(file.subarray(0, file.length - 8))).toThrow('Not a model file')
})
