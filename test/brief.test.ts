/** The brief: what comes first, each thing once, in the order in which an information officer reads. */
import { describe, expect, test } from 'vitest'
import type { Picture } from '../src/model/picture.ts'
import { brief } from '../src/present/brief.ts'
import { keyEvents } from '../src/present/key-events.ts'
import { keyFigures } from '../src/present/key-figures.ts'
import { latestControl } from '../src/present/leading.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'
import { type Told, told } from './claims.ts'

const picture = (...readings: readonly Told[]): Picture => reconcile(ledger(readings))
const counts = (p: Picture) => keyFigures(p, 12).map(({ summary }) => summary.replace(/ (?:on|by|in) \d.*| \(.*/, ''))

const flood = (measure: string, low: number, quote: string, rest = {}) =>
  ({ kind: 'figure', measure, subject: 'people', low, high: low, place: 'Ruva', quote, ...rest }) as Parameters<
    typeof told
  >[2][number]

describe('key figures', () => {
  test('of a calamity the dead come first, then the hurt, the missing, the displaced, the houses; lorries are left to the list', () => {
    const p = picture(
      told('a', '2031-04-02', [
        flood('damaged', 900, 'the flood wrecked 900 houses in Ruva', { subject: 'houses' }),
        flood('equipment', 12, 'twelve lorries were sent to Ruva', { subject: 'lorries' }),
        flood('displaced', 52000, '52,000 people have left Ruva'),
        flood('population', 400000, 'Ruva has 400,000 inhabitants'),
        flood('missing', 60, 'sixty people are missing in Ruva'),
        flood('killed', 31, 'the flood killed 31 people in Ruva'),
        flood('wounded', 120, 'it hurt 120 people in Ruva'),
      ]),
    )
    expect(counts(p)).toEqual([
      'People killed in Ruva: 31',
      'People wounded in Ruva: 120',
      'People missing in Ruva: 60',
      'People displaced in or from Ruva: 52,000',
      'Houses damaged in Ruva: 900',
      'People living in Ruva: 400,000',
    ])
  })

  test('the toll of an earlier calamity never leads', () => {
    const p = picture(
      told('a', '2031-04-02', [
        flood('killed', 230000, 'in 2004 a wave killed 230,000 people around the gulf', {
          place: 'the gulf',
          from: '2031-04-02',
          timeBasis: 'context',
        }),
        flood('killed', 31, 'the flood has killed 31 people in Ruva'),
      ]),
    )
    expect(keyFigures(p, 12).map(({ summary }) => summary)).toEqual([
      'People killed in Ruva: 31 on 2 Apr 2031 (report of 2 Apr 2031)',
      'People killed in the gulf: 230,000 in 2004 (report of 2 Apr 2031)',
    ])
  })

  test('a toll that has grown is told by its last number', () => {
    const p = picture(
      told('a', '2031-04-02', [flood('killed', 5, 'the flood killed five people in Ruva')], { publisher: 'Gulf Wire' }),
      told('b', '2031-04-03', [flood('killed', 24, 'the flood killed 24 people in Ruva', { from: '2031-04-02' })], {
        publisher: 'Delta Post',
      }),
    )
    expect(keyFigures(p, 12).map(({ summary }) => summary)).toEqual([
      'People killed in Ruva: 24 on 2 Apr 2031 (Delta Post); earlier 5',
    ])
    expect(p.figures[0]).toMatchObject({ low: 5, high: 24 })
  })
})

describe('what is counted where, and of whom', () => {
  test('what is counted in two places together is of neither alone', () => {
    const p = picture(
      told('a', '2031-04-02', [
        flood('killed', 40, 'the flood killed 40 people in Ruva and Sohl', {
          place: 'Ruva and Sohl',
          placeId: 'geonames:1',
        }),
        flood('killed', 9, 'nine people were killed in Ruva itself', { placeId: 'geonames:1' }),
      ]),
    )
    expect(counts(p).sort()).toEqual(['People killed in Ruva and Sohl: 40', 'People killed in Ruva: 9'])
  })

  test('within one story a count without a first day is of the incident of the days before', () => {
    const here = { timeBasis: 'report', place: 'Ruva province', placeId: 'admin1:XX.01' } as const
    const before =
      'The Ruva burst its banks at Sohl bridge after the Kubela dam failed in the monsoon, drowning Tarin market. '
    const first = [flood('killed', 5, 'the flood killed five people on Wednesday', { ...here, from: '2031-04-02' })]
    const next = [flood('killed', 24, 'the flood has killed 24 people', { ...here, from: null, to: '2031-04-03' })]
    const others = ['chess', 'opera', 'wheat', 'train'].map((word) =>
      told(word, '2031-04-02', [], {
        before: `A ${word} fair of ${word} lovers opened in its ${word} hall far away. `,
      }),
    )
    const p = picture(
      told('a', '2031-04-02', first, { before }),
      told('b', '2031-04-03', next, { before: before.replace('Tarin', 'its') }),
      ...others,
    )
    expect(p.reports.slice(0, 2).map(({ story }) => story)).toEqual(['a', 'a'])
    expect(counts(p)).toEqual(['People killed in Ruva province: 24'])
    expect(p.disagreements).toEqual([])
  })

  test('who gives a total and then less, in one report, gives a part', () => {
    const p = picture(
      told('a', '2031-04-02', [
        flood('killed', 31, 'the flood killed 31 people in Ruva'),
        flood('killed', 10, 'ten people were killed on the bus in Ruva'),
      ]),
    )
    expect(p.figures.map(({ low, high }) => [low, high])).toEqual([[31, 31]])
    expect(p.figures[0]!.claims).toHaveLength(2)
  })

  test('a person by name dies once', () => {
    const p = picture({
      ...told('a', '2031-04-02', [flood('killed', 1, 'the blast killed Ren Odan in Ruva', { subject: 'Ren Odan' })]),
      actors: [{ name: 'Ren Odan', kind: 'person' }] as unknown as Told['actors'],
    })
    expect(keyFigures(p, 12).map(({ summary }) => summary)).toEqual([
      'Ren Odan killed in Ruva on 2 Apr 2031 (report of 2 Apr 2031)',
    ])
  })

  test('a sea is held by nobody', () => {
    const p = picture(
      told('a', '2031-04-02', [
        {
          kind: 'control',
          status: 'held',
          actor: 'Harat Front',
          place: 'Danu',
          placeId: 'pack:danu',
          quote: 'the Harat Front holds Danu',
        },
      ]),
    )
    const sea = {
      ...told('a', '2031-04-02', [
        {
          kind: 'control',
          status: 'held',
          actor: 'Harat Front',
          place: 'Danu',
          placeId: 'pack:danu',
          quote: 'the Harat Front holds Danu',
        },
      ]),
    }
    const places = [
      {
        start: 22,
        end: 26,
        name: 'Danu',
        id: 'pack:danu',
        location: null,
        country: null,
        population: 0,
        partOf: [],
        source: 'pack',
        confidence: 1,
        kind: 'region',
      },
    ] as const
    expect(p.control).toHaveLength(1)
    expect(picture({ ...sea, places }).control).toEqual([])
  })
})

describe('what is not known', () => {
  test('an incident does not grow old, and one origin alone is no news where there is no other', () => {
    const p = picture(
      told('a', '2031-04-02', [
        flood('killed', 310, 'the flood killed 310 people in Ruva'),
        flood('displaced', 52000, '52,000 people have left Ruva'),
      ]),
    )
    expect(p.gaps).toEqual([])
  })
})

describe('what happened', () => {
  const strike = {
    kind: 'event',
    type: 'airstrike',
    actor: 'Ostland army',
    target: 'civilians',
    place: 'Danu',
  } as const

  test('what its figure tells is not told as an event, and no attack twice', () => {
    const p = picture(
      told('a', '2031-04-02', [
        { ...strike, quote: 'Ostland jets bombed Danu and 300 people fled' },
        {
          kind: 'event',
          type: 'displacement',
          target: 'people',
          place: 'Danu',
          quote: 'bombed Danu and 300 people fled',
        },
        flood('displaced', 300, '300 people fled', { place: 'Danu' }),
      ]),
    )
    expect(keyEvents(p, 10).map(({ summary }) => summary)).toEqual([
      'Airstrike by Ostland army on civilians in Danu, 2 Apr 2031',
    ])
  })

  test('who is not told brings no two enemies into one attack', () => {
    const shelling = { kind: 'event', type: 'shelling', place: 'Danu' } as const
    const p = picture(
      told('a', '2031-04-02', [
        { ...shelling, actor: 'Harat Front', quote: 'the Harat Front shelled Danu' },
        { ...shelling, quote: 'shells fell on Danu all day' },
        { ...shelling, actor: 'Ostland army', quote: 'the Ostland army shelled Danu' },
      ]),
    )
    expect(p.events.map(({ actor }) => actor).sort()).toEqual(['Harat Front', 'Ostland army'])
  })
})

test('a part of a town that was taken since is no news of who holds it', () => {
  const held = { kind: 'control', status: 'held', actor: 'Harat Front' } as const
  const p = picture(
    told('a', '2031-04-02', [
      { ...held, place: 'eastern Danu', placeId: 'geonames:1/east', quote: 'the Harat Front holds eastern Danu' },
    ]),
    told('b', '2031-04-20', [
      {
        ...held,
        status: 'captured',
        actor: 'Ostland army',
        place: 'Danu',
        placeId: 'geonames:1',
        quote: 'the Ostland army has captured Danu',
      },
    ]),
  )
  expect(p.control).toHaveLength(2)
  const places = p.places.map((place) => (place.name === 'eastern Danu' ? { ...place, partOf: ['Danu'] } : place))
  expect(latestControl({ ...p, places }).map(({ place }) => place)).toEqual(['Danu'])
})

test('reports of one day changed nothing: each thing is told once', () => {
  const one = told('a', '2031-04-02', [flood('killed', 31, 'the flood killed 31 people in Ruva')])
  const next = told('b', '2031-04-03', [flood('killed', 12, 'a second flood killed twelve in Sohl', { place: 'Sohl' })])
  expect(brief(picture(one))).not.toContain('What changed last')
  expect(brief(picture(one, next))).toContain('What changed last')
})

test('a calamity leads by its name, however long it lasts; another event of no sort does not', () => {
  const other = (target: string, quote: string, rest = {}) =>
    ({
      kind: 'event',
      type: 'other',
      actor: null,
      target,
      place: 'Ruva',
      from: '2031-03-01',
      to: '2031-04-20',
      quote,
      ...rest,
    }) as Parameters<typeof told>[2][number]
  const p = picture(
    told('a', '2031-04-20', [
      other('flood', 'the flood has covered Ruva since March', { calamity: true }),
      other('parade', 'the parade in Ruva', { from: '2031-04-20' }),
    ]),
  )
  expect(keyEvents(p, 9).map(({ summary }) => summary)).toEqual(['Flood in Ruva, 1 Mar – 20 Apr 2031'])
})
