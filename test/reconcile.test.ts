/** Reconciling: what must hold for every ledger, and what single invented crises must come to. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../src/model/picture.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'
import { asRead, bare, type Told, told } from './claims.ts'

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
      bare(`r${i}`, published, claims as Parameters<typeof told>[2], { publisher }),
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

describe('whose people a number counts', () => {
  const men = { kind: 'figure', measure: 'other', place: 'Danu', from: '2031-04-02' } as const
  const readings = [
    told(
      'a',
      '2031-04-02',
      [
        { ...men, subject: 'jihadists', low: 500, high: 700, quote: '500 to 700 jihadists are holed up in Danu' },
        { ...men, subject: 'men', low: 9000, high: 9000, quote: '9,000 men' },
      ],
      {
        before:
          'The Harat Front is losing. Still 500 to 700 jihadists are holed up in Danu. The operation that began on Monday mustered 9,000 men. ',
      },
    ),
    told(
      'b',
      '2031-04-03',
      [{ ...men, subject: 'men', low: null, high: 600, bound: 'at_most', quote: 'up to 600 men' }],
      { before: 'In Danu the Harat Front has up to 600 men. ' },
    ),
    told(
      'c',
      '2031-04-04',
      [
        {
          ...men,
          measure: 'strength',
          subject: 'Ostland forces',
          low: 4000,
          high: null,
          bound: 'at_least',
          quote: 'involves more than 4,000 Ostland troops, tribesmen and volunteers',
        },
        {
          ...men,
          measure: 'killed',
          subject: 'Harat Front',
          low: 25,
          high: 25,
          source: ['Ostland army'],
          quote: '25 of its soldiers have been killed',
        },
      ],
      { before: 'The campaign involves more than 4,000 Ostland troops, tribesmen and volunteers. ' },
    ),
  ].map((one): Told => {
    const at = (name: string, kind: 'armed-group' | 'state-force') =>
      Array.from(one.report.text.matchAll(new RegExp(name, 'g')), ({ index }) => ({
        name,
        kind,
        country: null,
        start: index,
        end: index + name.length,
        basis: 'alias' as const,
        head: 0,
        confidence: 1,
      }))
    const army = {
      name: 'Ostland army',
      kind: 'state-force',
      country: null,
      start: 0,
      end: 0,
      basis: 'alias',
      head: 0,
      confidence: 1,
    } as const
    return asRead({ ...one, actors: [army, ...at('Harat Front', 'armed-group')] })
  })

  test('"jihadists" and "men" that a group has are its own; an operation\'s men are not', () => {
    const p = picture(readings)
    expect(p.figures.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        'Harat Front fighters in Danu: 500 to 700 (report of 2 Apr 2031) / up to 600 (report of 3 Apr 2031), on 2 Apr 2031',
        'Forces in the Danu operation: 9,000 (report of 2 Apr 2031) / at least 4,000 (report of 4 Apr 2031), on 2 Apr 2031',
      ]),
    )
    expect(picture(readings, { asOf: '2031-04-02' }).figures.map(({ high }) => high)).toEqual([700, 9000])
  })

  test('a speaker who counts "its soldiers" counts its own', () => {
    expect(picture(readings).figures.find(({ measure }) => measure === 'killed')!.subject).toBe('Ostland army')
  })
})

describe('what is taken back', () => {
  const toll = { kind: 'figure', measure: 'killed', place: 'Danu', source: ['Ostland interior ministry'] } as const

  test('a corrected number replaces the first, wherever the correction puts it; "not 16" counts nobody', () => {
    const p = picture([
      told('a', '2031-04-03', [
        { ...toll, low: 16, high: null, bound: 'at_least', quote: 'at least 16 were killed in Danu' },
      ]),
      told('b', '2031-04-04', [
        {
          kind: 'event',
          type: 'retraction',
          modality: 'retracted',
          actor: 'Ostland interior ministry',
          source: ['Ostland interior ministry'],
          confidence: 0.45,
          quote: 'The interior ministry corrected its figure of 16',
        },
        { ...toll, place: 'country:Ostland', low: 13, high: 13, quote: '13 people, not 16, were killed' },
        { ...toll, place: 'country:Ostland', low: 16, high: 16, quote: '16, were killed' },
      ]),
    ])
    expect(p.figures.map(({ summary }) => summary)).toEqual([
      'People killed in Danu: 13 on 3 Apr 2031 (Ostland interior ministry); replaces at least 16',
    ])
    expect(p.links).toContainEqual(expect.objectContaining({ from: 'b.1', to: 'a.0', kind: 'corrects' }))
    expect(p.disagreements).toEqual([])
  })

  test('a withdrawal whose statement was not read takes the announcement before it, in its words', () => {
    const p = picture([
      told('a', '2031-04-08', [
        {
          kind: 'event',
          type: 'announcement',
          actor: 'ministry',
          source: ['ministry'],
          quote: 'The ministry announced that Danu was almost free',
        },
        {
          kind: 'event',
          type: 'retraction',
          modality: 'retracted',
          quote: 'It later retracted that statement and fighting goes on',
        },
      ]),
    ])
    expect(p.disagreements.map(({ summary }) => summary)).toEqual([
      '“The ministry announced that Danu was almost free”: said by ministry, in report of 8 Apr 2031, later retracted: “It later retracted that statement and fighting goes on”',
    ])
    // "It" is whoever had announced it.
    expect(p.disagreements[0]!.sides.map(({ speakers }) => speakers)).toEqual([['ministry'], ['ministry']])
  })

  test('what one reading of the same words denies, all deny; who denies one way of fighting denies all', () => {
    const p = picture(
      [
        told('a', '2031-04-08', [
          {
            kind: 'event',
            type: 'shelling',
            actor: 'Norland army',
            place: 'Danu',
            source: ['Norland premier'],
            quote: 'our guns have shelled Danu',
          },
          {
            kind: 'event',
            type: 'denial',
            modality: 'denied',
            actor: 'Ostland',
            source: ['Ostland'],
            quote: 'Ostland denied',
          },
          {
            kind: 'event',
            type: 'clash',
            actor: 'Norland army',
            place: 'Danu',
            quote: 'that Norland took part in the fighting',
          },
          {
            kind: 'control',
            status: 'entered',
            modality: 'denied',
            actor: 'Norland army',
            place: 'Danu',
            quote: 'that Norland took part in the fighting',
          },
        ]),
      ].map((one) => {
        const text = one.report.text.replace('denied. that', 'denied  that')
        return asRead({ ...one, report: { ...one.report, text } })
      }),
    )
    expect(p.disagreements.map(({ kind, summary }) => [kind, summary])).toEqual([
      ['happened', 'Shelling by Norland army in Danu: said by Norland premier, denied by Ostland'],
    ])
  })
})

describe('who can hold what', () => {
  const taken = { kind: 'control', status: 'captured', actor: 'Ostland army', place: 'Danu' } as const

  test('offices hold no places, and a building is not its town', () => {
    const p = picture([
      told('a', '2031-04-08', [
        { ...taken, actor: 'prime minister', quote: 'the prime minister has taken Danu' },
        { ...taken, placeBasis: 'context', quote: 'they captured the village' },
        { ...taken, actor: 'Harat Front', quote: 'it captured the main government compound' },
      ]),
    ])
    expect(p.control.map(({ state, status, holder }) => [state, status, holder])).toEqual([
      ['contested', 'entered', null],
    ])
  })

  test('what a sentence tells of 2014 is no news of 2031', () => {
    const p = picture([
      told('a', '2031-04-08', [
        {
          ...taken,
          actor: 'Harat Front',
          timeBasis: 'context',
          quote: 'since the summer of 2028, when the Harat Front seized Danu',
        },
      ]),
    ])
    expect(p.control[0]!.summary).toBe('Danu: captured by Harat Front, 2028 (report of 8 Apr 2031)')
    expect(p.changes).toEqual([])
  })
})

test('one voice that goes on counting gives one figure, and each day is told as it stood', () => {
  const toll = { kind: 'figure', place: 'Danu', source: ['Ministry of Health'], from: null } as const
  const p = picture([
    told('a', '2031-04-02', [
      { ...toll, quote: 'the toll stood at 1,290, the ministry said', low: 1290, high: 1290, to: '2031-04-02' },
    ]),
    told('b', '2031-04-05', [
      { ...toll, quote: 'the ministry put the dead at 1,343', low: 1343, high: 1343, to: '2031-04-05' },
    ]),
    told('c', '2031-04-06', [
      { ...toll, quote: 'a bus fell from a bridge and 9 died', low: 9, high: 9, from: '2031-04-06', to: '2031-04-06' },
    ]),
  ])
  expect(p.figures.map(({ best }) => best).sort()).toEqual([1343, 9])
  expect(p.changes.map(({ day, summary }) => `${day} ${summary}`)).toEqual([
    '2031-04-02 People killed in Danu: 1,290 by 2 Apr 2031 (Ministry of Health)',
    '2031-04-05 People killed in Danu: 1,343 by 5 Apr 2031 (Ministry of Health); replaces 1,290',
  ])
})

test('a denial is an act that was done, and no denied event', () => {
  const p = picture([
    told('a', '2031-04-02', [
      {
        kind: 'event',
        quote: 'Harat denied it',
        type: 'denial',
        modality: 'denied',
        actor: 'Harat',
        source: ['Harat'],
      },
      {
        kind: 'event',
        quote: 'Odan demanded a truce',
        type: 'demand',
        modality: 'demanded',
        actor: 'Odan',
        source: ['Odan'],
      },
    ]),
  ])
  expect(p.events.map(({ summary, modality, grade }) => [summary, modality, grade.word])).toEqual([
    ['Denial by Harat, 2 Apr 2031', 'asserted', 'weak'],
    ['Demand by Odan, 2 Apr 2031', 'asserted', 'weak'],
  ])
})

test('an event of a town told by its day and by the day it was told is one; one a week later is not', () => {
  const raid = { kind: 'event', type: 'airstrike', target: 'civilians' } as const
  const p = picture([
    told('a', '2031-04-02', [
      { ...raid, quote: 'jets struck Danu on Tuesday', place: 'Danu', from: '2031-04-01', to: '2031-04-01' },
    ]),
    told('b', '2031-04-03', [{ ...raid, quote: 'Danu had been struck', place: 'Danu', from: null, to: '2031-04-03' }]),
    told('c', '2031-04-09', [{ ...raid, quote: 'Danu was struck', place: 'Danu', from: null, to: '2031-04-09' }]),
  ])
  expect(p.events.map(({ summary, origins }) => [summary, origins.length])).toEqual([
    ['Airstrike on civilians in Danu, 1 Apr 2031', 2],
    ['Airstrike on civilians in Danu, by 9 Apr 2031', 1],
  ])
})

test('initials stand for the only body they fit, and a joint voice is no surname', () => {
  const p = picture([
    told('a', '2031-04-02', [
      {
        kind: 'figure',
        quote: 'the Coastal Relief Committee said 9 died',
        low: 9,
        high: 9,
        source: ['Coastal Relief Committee'],
      },
      { kind: 'event', quote: 'Harat and Ostland agreed', type: 'talks', source: ['Harat; Ostland'] },
    ]),
    told('b', '2031-04-03', [
      {
        kind: 'figure',
        quote: 'the CRC now puts the dead at 12',
        low: 12,
        high: 12,
        source: ['CRC'],
        from: '2031-04-02',
      },
      {
        kind: 'figure',
        quote: 'Ostland counted 40 houses',
        measure: 'damaged',
        low: 40,
        high: 40,
        source: ['Ostland'],
      },
    ]),
  ])
  const voices = p.figures.map(({ testimonies }) => testimonies.map(({ speaker }) => speaker))
  expect(voices).toEqual([['Coastal Relief Committee', 'Coastal Relief Committee'], ['Ostland']])
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
