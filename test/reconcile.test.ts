/** Reconciling: what must hold for every ledger, and what single invented crises must come to. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../src/model/picture.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'
import { type Told, told } from './claims.ts'

fc.configureGlobal({ numRuns: 60 })

const picture = (readings: readonly Told[], clocks = {}) => reconcile(ledger(readings), clocks)

/** Reports about one war: few places, sides and numbers, so that they meet, repeat and clash. */
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2031-04-${String(d).padStart(2, '0')}`)
const side = fc.constantFrom('Ostland army', 'Harat Front', 'Danu rebels', null)
const place = fc.constantFrom('Danu', 'Kubela', 'northern Kubela', null)
const speaker = fc.constantFrom([], ['Ostland army'], ['Col. Ren Odan'], ['Ren Odan', 'Reuters'])
const modality = fc.constantFrom('asserted', 'asserted', 'asserted', 'predicted', 'denied', 'retracted')
const words = fc.array(
  fc.constantFrom('bridge', 'river', 'shells', 'night', 'column', 'road', 'hill', 'camp', 'market'),
  { minLength: 6, maxLength: 9 },
)
const common = fc.record({ from: fc.option(day), to: fc.option(day), place, source: speaker, modality })
const claim = fc
  .tuple(
    words,
    common,
    fc.oneof(
      fc.record({
        kind: fc.constant('figure'),
        measure: fc.constantFrom('killed', 'strength', 'displaced'),
        subject: side,
        low: fc.constantFrom(null, 5, 12, 4000),
        high: fc.constantFrom(5, 12, 4000),
        bound: fc.constantFrom('exact', 'approx', 'at_most'),
      }),
      fc.record({
        kind: fc.constant('control'),
        status: fc.constantFrom('held', 'captured', 'entered', 'advancing', 'lost', 'cleared', 'contested'),
        actor: side,
        fromActor: side,
      }),
      fc.record({
        kind: fc.constant('event'),
        type: fc.constantFrom('airstrike', 'clash', 'offensive', 'retraction', 'denial'),
        actor: side,
        target: side,
      }),
    ),
  )
  .map(([quote, shared, own]) => ({
    ...shared,
    ...own,
    from: shared.from !== null && shared.to !== null && shared.from > shared.to ? shared.to : shared.from,
    quote: quote.join(' '),
  }))
const pile: fc.Arbitrary<Told[]> = fc
  .array(
    fc.tuple(fc.option(day), fc.array(claim, { maxLength: 5 }), fc.constantFrom(undefined, 'Harbour Post', 'Reuters')),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(([published, claims, publisher], i) =>
      told(`r${i}`, published, claims as Parameters<typeof told>[2], { publisher }),
    ),
  )

const items = (p: Picture) => [
  ...p.events,
  ...p.figures,
  ...p.control,
  ...p.disagreements,
  ...p.operations,
  ...p.actors,
  ...p.places,
  ...p.gaps,
  ...p.changes,
]

describe('for every pile of reports', () => {
  test('the order of reports changes nothing, and the same input gives the same bytes', () => {
    fc.assert(
      fc.property(pile, fc.option(day), (readings, asOf) => {
        expect(JSON.stringify(picture(readings.toReversed(), { asOf }))).toBe(
          JSON.stringify(picture(readings, { asOf })),
        )
      }),
    )
  })

  test('nothing published after asOf matters', () => {
    fc.assert(
      fc.property(pile, day, (readings, asOf) => {
        const before = readings.filter(({ report }) => report.published.date !== null && report.published.date <= asOf)
        const { gaps: seen, ...rest } = picture(readings, { asOf })
        const { gaps: known, ...same } = picture(before, { asOf })
        expect(rest).toEqual(same)
        // That undated reports were left out is the only thing said of them.
        expect(seen.filter(({ summary }) => !summary.includes('without a date'))).toEqual(known)
      }),
    )
  })

  test('everything leads to claims, and every claim to words of its report', () => {
    fc.assert(
      fc.property(pile, (readings) => {
        const p = picture(readings)
        const claims = new Map(p.claims.map((one) => [one.id, one]))
        const texts = new Map(readings.map(({ report }) => [report.id, report.text]))
        for (const { report, start, end, quote } of p.claims) expect(texts.get(report)!.slice(start, end)).toBe(quote)
        for (const item of items(p)) for (const id of item.claims) expect(claims.has(id)).toBe(true)
        for (const figure of p.figures) {
          expect(figure.claims.length).toBeGreaterThan(0)
          const numbers = figure.claims.flatMap((id) => {
            const one = claims.get(id)!
            return one.kind === 'figure' ? [one.low, one.high] : []
          })
          for (const n of [figure.low, figure.best, figure.high]) if (n !== null) expect(numbers).toContain(n)
        }
      }),
    )
  })

  test('the picture is as its JSON Schema says, here and when written and read back', () => {
    const schema = JSON.parse(readFileSync(new URL('../docs/picture.schema.json', import.meta.url), 'utf8'))
    const valid = new Ajv({ allowUnionTypes: true }).compile(schema)
    fc.assert(
      fc.property(pile, fc.option(day), (readings, asOf) => {
        const p = JSON.parse(JSON.stringify(picture(readings, { asOf })))
        expect(valid(p), JSON.stringify(valid.errors)).toBe(true)
      }),
    )
    expect(valid({ ...picture([]), version: 2 })).toBe(false)
  })

  test('references are unique and lead somewhere', () => {
    fc.assert(
      fc.property(pile, (readings) => {
        const p = picture(readings)
        const ids = [...items(p), ...p.origins].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const known = new Set([...ids, ...p.reports.map(({ id }) => id)])
        for (const { about } of [...p.disagreements, ...p.gaps, ...p.changes])
          for (const id of about) expect(known).toContain(id)
        for (const item of [...p.events, ...p.figures, ...p.control])
          for (const { origin, by } of item.testimonies) {
            expect(known).toContain(origin)
            if (by !== null) expect(p.claims.some(({ id }) => id === by)).toBe(true)
          }
      }),
    )
  })

  test('a copy adds no origin to anything', () => {
    fc.assert(
      fc.property(pile, fc.nat(), (readings, nth) => {
        const original = readings[nth % Math.max(1, readings.length)]
        // Who copied whom can be told only of dated reports.
        fc.pre(original !== undefined && original.report.published.date !== null && original.report.text.length > 150)
        const copy = told('zz-copy', '2031-04-28', [], { publisher: 'Copy Daily' })
        const claims = original!.claims.map((one) => ({ ...one, id: `copy-${one.id}`, report: 'zz-copy' }))
        const copied = { ...copy, report: { ...copy.report, text: original!.report.text }, claims }
        const without = picture(readings)
        const withCopy = picture([...readings, copied])
        expect(withCopy.origins.length).toBe(without.origins.length)
        const counts = (p: Picture) =>
          p.figures
            .map(({ origins }) => origins.length)
            .sort()
            .join()
        expect(counts(withCopy)).toBe(counts(without))
      }),
    )
  })

  test('a withdrawn claim never stands anywhere', () => {
    fc.assert(
      fc.property(pile, (readings) => {
        const p = picture(readings)
        const fallen = new Set(p.links.filter(({ kind }) => kind === 'retracts').map(({ to }) => to))
        for (const item of [...p.events, ...p.figures, ...p.control])
          for (const { claims, status } of item.testimonies)
            if (claims.every((id) => fallen.has(id))) expect(status).not.toBe('stands')
      }),
    )
  })
})

describe('figures', () => {
  const strength = {
    kind: 'figure',
    measure: 'strength',
    subject: 'Harat Front',
    place: 'Danu',
    from: '2031-04-02',
  } as const

  test('a range of what each source gives, later numbers of a speaker instead of earlier, never an average', () => {
    const p = picture([
      told('a', '2031-04-02', [
        {
          ...strength,
          quote: 'up to 600 Harat fighters are in Danu, Odan said',
          low: null,
          high: 600,
          bound: 'at_most',
          source: ['Col. Ren Odan'],
        },
      ]),
      told('b', '2031-04-05', [
        {
          ...strength,
          quote: 'the ministry put the Harat Front at 900 men in Danu',
          low: 900,
          high: 900,
          source: ['Ostland Ministry of Defence'],
        },
      ]),
      told('c', '2031-04-09', [
        {
          ...strength,
          quote: 'no more than 500 remain in Danu, Odan said',
          low: null,
          high: 500,
          bound: 'at_most',
          source: ['Odan'],
          from: '2031-04-09',
          to: '2031-04-09',
        },
      ]),
    ])
    expect(p.figures).toHaveLength(1)
    expect(p.figures[0]).toMatchObject({ low: null, high: 900, best: 900, grade: { word: 'contested' } })
    expect(p.figures[0]!.testimonies.map(({ speaker, status }) => [speaker, status])).toEqual([
      ['Col. Ren Odan', 'superseded'],
      ['Ostland Ministry of Defence', 'stands'],
      ['Col. Ren Odan', 'stands'],
    ])
    expect(p.disagreements.map(({ kind }) => kind)).toEqual(['number'])
  })

  test('forecasts stand beside counts; as of an earlier day only what was published counts', () => {
    const readings = [
      told('a', '2031-04-02', [
        {
          kind: 'figure',
          measure: 'displaced',
          place: 'Danu',
          low: 5000,
          high: 5000,
          quote: 'some 5,000 have fled Danu',
        },
      ]),
      told('b', '2031-04-04', [
        {
          kind: 'figure',
          measure: 'displaced',
          place: 'Danu',
          low: null,
          high: 400000,
          bound: 'at_most',
          modality: 'predicted',
          from: null,
          to: null,
          quote: 'up to 400,000 could flee Danu',
        },
      ]),
    ]
    expect(picture(readings).figures.map(({ modality, high }) => [modality, high])).toEqual([
      ['asserted', 5000],
      ['predicted', 400000],
    ])
    expect(picture(readings, { asOf: '2031-04-03' }).figures).toHaveLength(1)
  })

  test('counts over different periods, places or people are different figures', () => {
    const flow = { kind: 'figure', measure: 'displaced', low: 5000, high: 5000 } as const
    const p = picture([
      told('a', '2031-04-20', [
        {
          ...flow,
          place: 'Danu',
          from: '2031-04-01',
          to: '2031-04-20',
          quote: '5,000 have been displaced since the push began',
        },
      ]),
      told('b', '2031-04-20', [
        { ...flow, place: 'Danu', from: '2031-04-19', to: '2031-04-20', quote: '5,000 left Danu overnight' },
      ]),
      told('c', '2031-04-20', [
        { ...flow, place: 'Kubela', from: '2031-04-01', to: '2031-04-20', quote: '5,000 came to Kubela' },
      ]),
    ])
    expect(p.figures).toHaveLength(3)
    expect(p.disagreements).toEqual([])
  })
})

describe('control', () => {
  test('a capture is dated between the last fighting and the first account of it; a part is not the whole', () => {
    const p = picture([
      told('a', '2031-04-03', [
        {
          kind: 'control',
          status: 'entered',
          actor: 'Ostland army',
          place: 'Danu',
          quote: 'Ostland troops entered Danu',
        },
      ]),
      told('b', '2031-04-06', [
        {
          kind: 'control',
          status: 'captured',
          actor: 'Ostland army',
          fromActor: 'Harat Front',
          place: 'Danu',
          from: '2031-04-01',
          to: '2031-04-05',
          quote: 'the army has captured Danu this week',
        },
      ]),
      told('c', '2031-04-06', [
        { kind: 'control', status: 'contested', place: 'northern Danu', quote: 'fighting goes on in northern Danu' },
      ]),
    ])
    expect(p.control.map(({ place, state, begins }) => [place, state, begins.earliest, begins.latest])).toEqual([
      ['Danu', 'contested', '2031-04-03', '2031-04-03'],
      ['Danu', 'held', '2031-04-03', '2031-04-05'],
      ['northern Danu', 'contested', null, '2031-04-06'],
    ])
    expect(p.places.find(({ name }) => name === 'northern Danu')!.partOf).toEqual(['Danu'])
    expect(picture([], {}).control).toEqual([])
  })

  test('a retraction in another report takes the capture back and says so', () => {
    const p = picture([
      told('a', '2031-04-03', [
        {
          kind: 'control',
          status: 'cleared',
          fromActor: 'Harat Front',
          place: 'Kubela',
          source: ['Ostland Ministry of Defence'],
          quote: 'Kubela is cleared, the defence ministry said',
        },
      ]),
      told('b', '2031-04-08', [
        {
          kind: 'event',
          type: 'retraction',
          actor: 'Ostland Ministry of Defence',
          source: ['Ostland Ministry of Defence'],
          place: 'Kubela',
          quote: 'the ministry withdrew its statement on Kubela',
        },
      ]),
    ])
    expect(p.control[0]).toMatchObject({ place: 'Kubela', grade: { word: 'discounted' } })
    expect(p.control[0]!.testimonies[0]).toMatchObject({ status: 'retracted', by: 'b.0' })
    expect(p.disagreements[0]).toMatchObject({ kind: 'happened' })
    expect(p.changes).toContainEqual(expect.objectContaining({ kind: 'retraction', day: '2031-04-08' }))
    expect(p.links).toContainEqual(expect.objectContaining({ from: 'b.0', to: 'a.0', kind: 'retracts' }))
  })
})

test('two outlets that quote one general are two origins and one voice', () => {
  const claim = {
    kind: 'control',
    status: 'captured',
    actor: 'Ostland army',
    place: 'Danu',
    source: ['Gen. Ila Marsh'],
    from: '2031-04-02',
  } as const
  const p = picture([
    told('a', '2031-04-02', [{ ...claim, quote: 'Danu has fallen to us, General Marsh told this paper' }], {
      publisher: 'Harbour Post',
    }),
    told('b', '2031-04-02', [{ ...claim, quote: 'our men took Danu at dawn, said Marsh' }], {
      publisher: 'Hill Times',
    }),
  ])
  expect(p.control[0]!.origins).toHaveLength(2)
  expect(p.control[0]!.grade.word).toBe('weak')
})
