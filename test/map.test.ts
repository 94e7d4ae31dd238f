/** The map without a browser: its outlines, where names stand, what the first view holds, what is pointed at from its edge. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../src/model/picture.ts'
import { cutCountries } from '../web/countries.ts'
import { cutOutlines, FINEST } from '../web/outlines.ts'
import { placeCountries } from '../web/src/countries.ts'
import { type MapPlace, mapData, type Point } from '../web/src/features.ts'
import { folded } from '../web/src/folding.ts'
import { boundsOf, coreOf } from '../web/src/framing.ts'
import { type Box, type Label, placeLabels } from '../web/src/placing.ts'
import { edgeOf } from '../web/src/pointers.ts'

const room = { width: 400, height: 300 }
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const box = (x: number, y: number, by: number): Box => ({ left: x - by, top: y - by, right: x + by, bottom: y + by })

const label = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 10, max: 120 }),
  height: fc.constantFrom(14, 28),
  sort: fc.constantFrom('main', 'plain', 'town') satisfies fc.Arbitrary<Label['sort']>,
})

test('no name lies over another, over what is fixed, or beyond the edge', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 40 }), (labels) => {
      const fixed = [box(380, 20, 20)]
      const boxes = placeLabels(labels, [], room, fixed).filter((one) => one !== null)
      for (const [i, one] of boxes.entries()) {
        expect(one.left >= 0 && one.top >= 0 && one.right <= room.width && one.bottom <= room.height).toBe(true)
        expect([...fixed, ...boxes.slice(0, i)].some((other) => overlap(one, other))).toBe(false)
      }
    }),
  )
})

test('two places a few pixels apart are both named, clear of both marks', () => {
  const places = [
    { x: 200, y: 150 },
    { x: 208, y: 152 },
  ]
  const marks = places.map(({ x, y }) => box(x, y, 8))
  const labels = places.map(({ x, y }): Label => ({ x, y, width: 70, height: 28, sort: 'main' }))
  const boxes = placeLabels(labels, marks, room)
  expect(boxes).not.toContain(null)
  for (const one of boxes) expect(marks.some((mark) => overlap(one!, mark))).toBe(false)
})

test('a town gives way to a mark on every side', () => {
  const town: Label = { x: 200, y: 150, width: 40, height: 14, sort: 'town' }
  expect(placeLabels([town], [], room)).not.toContain(null)
  expect(placeLabels([town], [box(200, 150, 60)], room)).toEqual([null])
})

const place = (name: string, at: Point, events: number): MapPlace => {
  const items = Array.from({ length: events }, (_, i) => ({ id: `${i}`, claims: [], known: 0, from: 0 }))
  const mark = { kind: 'event', place: name, items, at, icon: 'fight', size: 1, offset: [0, 0], minor: false } as const
  return { name, at, marks: [mark], named: true, doubt: null }
}

test('the first view holds the bulk of what is told, and leaves out what lies far off', () => {
  const places = [
    place('Aweil', [27.4, 8.77], 9),
    place('Wau', [28.0, 7.7], 9),
    place('Gogrial', [28.1, 8.53], 4),
    place('Juba', [31.6, 4.85], 1),
  ]
  expect(coreOf(places).map(({ name }) => name)).toEqual(['Aweil', 'Wau', 'Gogrial'])
  const [west, south, east, north] = boundsOf(coreOf(places))
  for (const { at } of coreOf(places)) {
    expect(at[0] > west && at[0] < east).toBe(true)
    expect(at[1] > south && at[1] < north).toBe(true)
  }
  expect(coreOf(places.slice(0, 1))).toHaveLength(1)
})

test('the first view leaves out the few whose side of the map would stand all but empty', () => {
  const row = Array.from({ length: 12 }, (_, i) => place(`Town ${i}`, [27 + (i % 4) * 0.2, 8 + (i % 3) * 0.3], 4))
  const far = place('Raga', [28.9, 8.3], 1)
  expect(coreOf([...row, far])).toEqual(row)
  // Where it tells as much as the others it is worth its room.
  const told = place('Raga', [28.9, 8.3], 40)
  expect(coreOf([...row, told])).toContain(told)
})

test('what stands too near to something more telling is folded, and nothing that shows nothing folds another', () => {
  const at = (x: number, strength = 1) => ({ x, y: 50, strength })
  expect(folded([at(100), at(104), at(130)], 18)).toEqual([false, true, false])
  expect(folded([at(100, 0), at(104), at(106)], 18)).toEqual([false, false, true])
  // Not yet known: it gives way to what is, though it comes first.
  expect(folded([at(100, 0.12), at(104)], 18)).toEqual([true, false])
  const standing = fc.record({
    x: fc.integer({ min: -50, max: 450 }),
    y: fc.integer({ min: -50, max: 350 }),
    strength: fc.constantFrom(0, 0.12, 0.45, 1),
  })
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 60 }), (places) => {
      const out = places.filter((one, i) => one.strength > 0 && !folded(places, 18)[i])
      for (const [i, a] of out.entries())
        for (const b of out.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(18)
    }),
  )
})

test('what lies beyond the edge is named inside it, on its side', () => {
  const name = { width: 60, height: 14 }
  const [east, ...rest] = edgeOf(
    [
      { x: 900, y: 150, name },
      { x: 910, y: 151, name },
    ],
    room,
  )
  expect(rest.every((other) => !overlap(other.box, east!.box))).toBe(true)
  expect(east!.angle).toBeCloseTo(0)
  expect(east!.box.right).toBeLessThan(room.width)
  expect(east!.box.left).toBeGreaterThan(room.width / 2)
})

test('a country is named inside what is seen of it and clear of all else, and not where it has no room', () => {
  const countries = cutCountries()
  const size = { width: 80, height: 14 }
  // 20 pixels a degree, from 10 W 40 N.
  const view = {
    toPixels: ([lon, lat]: Point): Point => [(lon + 10) * 20, (40 - lat) * 20],
    toPoint: ([x, y]: Point): Point => [x / 20 - 10, 40 - y / 20],
  }
  const named = (taken: readonly Box[]) =>
    placeCountries(countries, { width: 700, height: 500 }, view, () => size, taken)
  const free = named([])
  const niger = free.find(({ country }) => country === 'Niger')!
  expect(niger.at[0]).toBeGreaterThan(1)
  expect(niger.at[0]).toBeLessThan(15)
  expect(free.map(({ country }) => country)).not.toContain('Togo')
  const [x, y] = view.toPixels(niger.at)
  const moved = named([box(x, y, 20)]).find(({ country }) => country === 'Niger')
  if (moved)
    expect(Math.abs(view.toPixels(moved.at)[0] - x) > 20 || Math.abs(view.toPixels(moved.at)[1] - y) > 20).toBe(true)
  expect(named([{ left: 0, top: 0, right: 700, bottom: 500 }])).toEqual([])
})

describe('outlines', () => {
  const tiles = cutOutlines()
  /** Where the tile of a place is, as "z/x/y". */
  const tileAt = (z: number, [lon, lat]: Point): string => {
    const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI
    return `${z}/${Math.floor((2 ** z * (lon + 180)) / 360)}/${Math.floor((2 ** z * (1 - y)) / 2)}`
  }
  const layersAt = (z: number, at: Point): string[] => {
    const bytes = Buffer.from(tiles[tileAt(z, at)] ?? '', 'base64').toString('latin1')
    return ['land', 'borders'].filter((name) => bytes.includes(name))
  }

  test('every zoom has land where there is land, and borders near one', () => {
    for (let z = 0; z <= FINEST; z++) {
      expect(layersAt(z, [-70.1, 19.2])).toEqual(['land', 'borders'])
      expect(layersAt(z, [134.5, -24.5])).toContain('land')
    }
    expect(layersAt(FINEST, [134.5, -24.5])).toEqual(['land'])
  })

  test('the open sea has no tile; land beyond the 180th meridian draws no line through it', () => {
    for (const at of [
      [-140, 10],
      [-5, 69],
    ] as const)
      expect(tiles[tileAt(FINEST, at)]).toBeUndefined()
    for (const at of [
      [-172, 66],
      [172, 68],
      [0, -84],
    ] as const)
      expect(layersAt(FINEST, at)).toContain('land')
  })
})

test('a place of which nothing but people are counted, or something of no sort is told, is on the map', () => {
  const place = (name: string, lon: number) => ({ name, location: { lat: 10, lon, radiusKm: 5, precision: 'town' } })
  const of = { claims: [], known: null, from: null, to: null, modality: 'asserted' }
  const picture = {
    places: [place('Laro', 20), place('Mesk', 21), place('Teff', 22), place('Oum', 23)],
    control: [],
    events: [
      { ...of, id: 'e1', type: 'shelling', place: 'Laro' },
      { ...of, id: 'e2', type: 'other', place: 'Laro' },
      { ...of, id: 'e3', type: 'other', place: 'Teff' },
    ],
    figures: [
      { ...of, id: 'f1', measure: 'killed', place: 'Laro' },
      { ...of, id: 'f2', measure: 'killed', place: 'Mesk' },
      { ...of, id: 'f3', measure: 'strength', place: 'Oum' },
    ],
  } as unknown as Picture
  const { places } = mapData(picture, [])
  const marks = places.map(({ name, marks }) => [name, ...marks.map(({ kind, icon }) => `${kind} ${icon}`)])
  expect(marks).toEqual([
    ['Laro', 'event blast'],
    ['Mesk', 'figure people'],
    ['Teff', 'event other'],
  ])
})
