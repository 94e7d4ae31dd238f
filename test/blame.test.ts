/** Who did it, and how many: sides that contradict one another, in invented reports with the claims a reader might make of them. */
import { describe, expect, test } from 'vitest'
import type { ActorMention, PlaceMention } from '../src/model/mention.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'
import { asRead, bare, type Told, type told } from './claims.ts'

const SIDES: Readonly<Record<string, readonly [ActorMention['kind'], string | null]>> = {
  'Harat Front': ['armed-group', null],
  'Ostland army': ['state-force', 'OL'],
  'Ostland government': ['government', 'OL'],
  'Doctors of Danu': ['agency', null],
}

/** A report whose sides and towns are found by their names. */
function read(id: string, day: string, drafts: Parameters<typeof told>[2]): Told {
  const reading = bare(id, day, drafts, { publisher: `${id} Post` })
  const spans = (name: string) =>
    Array.from(reading.report.text.matchAll(new RegExp(name, 'g')), ({ index }) => ({
      start: index,
      end: index + name.length,
    }))
  const actors = Object.entries(SIDES).flatMap(([name, [kind, country]]) =>
    spans(name).map(
      (span) => ({ ...span, name, kind, country, basis: 'alias', head: 0, confidence: 1 }) as ActorMention,
    ),
  )
  const places = (['Danu', 'Kubela'] as const).flatMap((name) =>
    spans(name).map(
      (span) =>
        ({
          ...span,
          name,
          id: `own:${name}`,
          kind: 'town',
          location: null,
          partOf: [],
          confidence: 1,
        }) as unknown as PlaceMention,
    ),
  )
  return asRead({ ...reading, actors, places })
}

const found = (...readings: Told[]) =>
  reconcile(ledger(readings)).disagreements.map(({ kind, summary }) => `${kind}: ${summary}`)

describe('who did it', () => {
  const at = (place: string) => ({ place, placeId: `own:${place}` })
  const blame = (day: string, place = 'Danu') =>
    read('Hill', day, [
      {
        kind: 'event',
        type: 'accusation',
        actor: 'Doctors of Danu',
        source: ['Doctors of Danu'],
        target: 'Ostland army',
        quote: `the Doctors of Danu blamed the Ostland army for the shelling of the market in ${place}`,
        ...at(place),
      },
    ])
  const denial = (day: string, quote: string) =>
    read('Harbour', day, [
      {
        kind: 'event',
        type: 'denial',
        modality: 'denied',
        actor: 'Ostland government',
        source: ['Ostland government'],
        quote,
        ...at('Danu'),
      },
    ])

  test('blamed in one outlet, denied in another by the state it is of', () => {
    expect(
      found(
        blame('2031-04-02'),
        denial('2031-04-03', 'the Ostland government denied responsibility for the shelling of Danu'),
      ),
    ).toEqual([
      'actor: Who carried out the shelling in Danu, 2 Apr 2031: Ostland army (Doctors of Danu); denied by Ostland government',
    ])
  })

  test('whom the denier blames is a side of its own', () => {
    const both = read('Harbour', '2031-04-03', [
      {
        kind: 'event',
        type: 'denial',
        modality: 'denied',
        actor: 'Ostland government',
        source: ['Ostland government'],
        quote: 'the Ostland government denied any involvement in the shelling of Danu',
        ...at('Danu'),
      },
      {
        kind: 'event',
        type: 'accusation',
        actor: 'Ostland government',
        source: ['Ostland government'],
        target: 'Harat Front',
        quote: 'the Ostland government accused the Harat Front of firing the shells',
        ...at('Danu'),
      },
    ])
    expect(found(blame('2031-04-02'), both)).toEqual([
      'actor: Who carried out the shelling in Danu, 2 Apr 2031: Ostland army (Doctors of Danu) / Harat Front (Ostland government); denied by Ostland government',
    ])
  })

  test.each([
    [
      'another town',
      blame('2031-04-02', 'Kubela'),
      'the Ostland government denied responsibility for the shelling of Danu',
    ],
    ['another week', blame('2031-03-12'), 'the Ostland government denied responsibility for the shelling of Danu'],
    ['what is denied in general', blame('2031-04-02'), 'the Ostland government has repeatedly denied shelling Danu'],
    ['what is no attack', blame('2031-04-02'), 'the Ostland government denied that talks on Danu had begun'],
  ])('%s answers nobody', (_, said, quote) => {
    expect(found(said, denial('2031-04-03', quote))).toEqual([])
  })
})

describe('"denies it"', () => {
  const said = 'Danu has fallen to the Harat Front, residents reported'
  const both = (quote: string) =>
    read('Hill', '2031-04-02', [
      {
        kind: 'control',
        status: 'captured',
        actor: 'Harat Front',
        quote: said,
        place: 'Danu',
        placeId: 'own:Danu',
        reason: { frame: 'test', trigger: { start: 9, end: 15 }, notes: [] },
      },
      {
        kind: 'event',
        type: 'denial',
        modality: 'denied',
        actor: 'Ostland government',
        source: ['Ostland government'],
        quote,
      },
    ])

  test('is of the last thing said before', () => {
    expect(found(both('The Ostland government denied it'))).toEqual([
      `happened: “${said}”: said by Hill Post, denied by Ostland government`,
    ])
  })

  test('but not where its own sentence says what', () => {
    expect(found(both('The captain said that he was beaten; the Ostland government denied it'))).toEqual([])
  })
})

describe('how many', () => {
  const toll = (
    id: string,
    day: string,
    low: number,
    rest: object = {},
    quote = `at least ${low} people were killed in Danu`,
  ) =>
    read(id, day, [
      {
        kind: 'figure',
        measure: 'killed',
        subject: 'people',
        low,
        high: null,
        bound: 'at_least',
        quote,
        place: 'Danu',
        placeId: 'own:Danu',
        from: '2031-04-02',
        ...rest,
      },
    ])

  test('who still says 40 when 60 have been counted says otherwise; who said it first does not', () => {
    expect(found(toll('Hill', '2031-04-02', 60), toll('Harbour', '2031-04-03', 40))).toHaveLength(1)
    expect(found(toll('Hill', '2031-04-03', 60), toll('Harbour', '2031-04-02', 40))).toEqual([])
  })

  test('an earlier toll of the same speaker is no side', () => {
    const both = read('Hill', '2031-04-02', [
      {
        kind: 'figure',
        measure: 'killed',
        subject: 'people',
        low: 30,
        high: 30,
        quote: 'shelling of Danu killed 30 people',
        place: 'Danu',
        placeId: 'own:Danu',
      },
      {
        kind: 'figure',
        measure: 'killed',
        subject: 'people',
        low: 25,
        high: 25,
        source: ['Ostland government'],
        quote: 'the Ostland government said in Danu, revising an earlier toll of 25 dead',
        place: 'Danu',
        placeId: 'own:Danu',
      },
    ])
    expect(found(both)).toEqual([])
  })

  test('two attackers are two attacks', () => {
    const by = (who: string, low: number) => `${who} shells killed at least ${low} people in Danu`
    expect(
      found(
        toll('Hill', '2031-04-02', 60, {}, by('Ostland army', 60)),
        toll('Harbour', '2031-04-02', 40, {}, by('Harat Front', 40)),
      ),
    ).toEqual([])
  })
})
