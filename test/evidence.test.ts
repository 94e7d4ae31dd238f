/** What makes a bold line of the picture, and what does not: invented sentences with the claims a reader might make of them. */
import { describe, expect, test } from 'vitest'
import type { ActorMention, PlaceMention } from '../src/model/mention.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { ledger } from '../src/relate/ledger.ts'
import { asRead, bare, type Told, told } from './claims.ts'

const TOWNS: Readonly<Record<string, string>> = { Danu: 'own:danu', Kubela: 'own:kubela' }
const SIDES: Readonly<Record<string, ActorMention['kind']>> = {
  'Harat Front': 'armed-group',
  'Ostland army': 'state-force',
}

/** A report with its towns and sides found by their names. */
function read(id: string, day: string, drafts: Parameters<typeof told>[2], before = ''): Told {
  const reading = bare(id, day, drafts, { before })
  const { text } = reading.report
  const spans = (name: string) =>
    Array.from(text.matchAll(new RegExp(name, 'g')), ({ index }) => ({ start: index, end: index + name.length }))
  const places = Object.entries(TOWNS).flatMap(([name, key]) =>
    spans(name).map(
      (span): PlaceMention =>
        ({
          ...span,
          name,
          id: key,
          kind: 'town',
          location: null,
          partOf: ['country:OL'],
          confidence: 1,
        }) as unknown as PlaceMention,
    ),
  )
  const actors = Object.entries(SIDES).flatMap(([name, kind]) =>
    spans(name).map(
      (span): ActorMention =>
        ({ ...span, name, kind, country: null, basis: 'alias', head: 0, confidence: 1 }) as ActorMention,
    ),
  )
  return asRead({ ...reading, places, actors })
}

/** Where in a quote its verb stands: from the start of the report. */
const trigger = (text: string, word: string) => {
  const start = text.indexOf(word)
  return { frame: 'test', trigger: { start, end: start + word.length }, notes: [] }
}

const danu = { place: 'Danu', placeId: 'own:danu' } as const
const control = (...readings: Told[]) => reconcile(ledger(readings)).control.map(({ summary }) => summary)

describe('who holds a place', () => {
  test('who cuts a road, or is fought on the way, does not hold the place', () => {
    const quote = 'the road to Danu was cut by the Harat Front'
    const cut = {
      kind: 'control',
      status: 'cut',
      actor: 'Harat Front',
      fromActor: 'Ostland army',
      quote,
      ...danu,
    } as const
    expect(control(read('a', '2031-04-02', [{ ...cut, reason: trigger(quote, 'cut') }]))).toEqual([
      'Danu: road cut by Harat Front, 2 Apr 2031 (report of 2 Apr 2031)',
    ])
  })

  test('a place that the sentence neither names nor means has no period', () => {
    const quote = 'The Harat Front took the bridge'
    const claim = { kind: 'control', status: 'captured', actor: 'Harat Front', quote, ...danu } as const
    const before = 'Danu is a market town of some size. '
    const reason = trigger(before + quote, 'took')
    expect(control(read('a', '2031-04-02', [{ ...claim, reason, placeBasis: 'context' }], before))).toEqual([])
  })

  test('where a speaker comes from is not what was freed', () => {
    const quote = 'we freed the village'
    const before = 'Col. Odan is a fighter from Danu who is glad of it. '
    const claim = { kind: 'control', status: 'captured', actor: 'Ostland army', quote, ...danu } as const
    expect(control(read('a', '2031-04-02', [{ ...claim, reason: trigger(before + quote, 'freed') }], before))).toEqual(
      [],
    )
    const after = 'The fight for Danu was short. '
    const freed = [{ ...claim, reason: trigger(after + quote, 'freed') }]
    expect(control(read('a', '2031-04-02', freed, after))).toHaveLength(1)
  })

  test.each([
    ['The Ostland army took nine villages near Danu', 'took', 0],
    ['The Ostland army took the village of Danu', 'took', 1],
    ['The Ostland army took the border town of Kubela in Danu', 'took', 0],
  ])('%s', (quote, verb, periods) => {
    const claim = { kind: 'control', status: 'captured', actor: 'Ostland army', quote, ...danu } as const
    expect(control(read('a', '2031-04-02', [{ ...claim, reason: trigger(quote, verb) }]))).toHaveLength(periods)
  })
})

describe('the words of a line', () => {
  const line = (quote: string, verb: string, claim: object, day = '2031-04-02', id = 'a') =>
    read(id, day, [{ kind: 'control', quote, reason: trigger(quote, verb), ...danu, ...claim } as never])

  test('who rings a town beside another is named with him; what has no day of its own came about by then', () => {
    const quote = 'the Harat Front drove them off the hills and, along with the Ostland army, has encircled Danu'
    const claim = { status: 'encircled', actor: 'Ostland army', timeBasis: 'report' }
    expect(control(line(quote, 'encircled', claim))).toEqual([
      'Danu: encircled by Harat Front and Ostland army, by 2 Apr 2031 (report of 2 Apr 2031)',
    ])
  })

  test('"forces" are nobody’s name: whoever else the report tells of there, else nobody', () => {
    const claim = { status: 'advancing', actor: 'Forces', fromActor: 'Ostland army' }
    expect(control(line('Forces close in on Danu', 'close in', claim))).toEqual([
      'Danu: under attack, 2 Apr 2031 (report of 2 Apr 2031)',
    ])
    const quotes = ['Forces close in on Danu', 'the Harat Front pushed toward Danu'] as const
    const both = read('a', '2031-04-02', [
      { ...claim, kind: 'control', ...danu, quote: quotes[0], reason: trigger(quotes[0], 'close in') } as never,
      {
        ...claim,
        kind: 'control',
        ...danu,
        actor: 'Harat Front',
        quote: quotes[1],
        reason: trigger(quotes.join('. '), 'pushed'),
      } as never,
    ])
    expect(control(both)).toEqual(['Danu: Harat Front advancing, 2 Apr 2031 (report of 2 Apr 2031)'])
    const held = 'the Ostland army holds Danu'
    const besieged = read('a', '2031-04-02', [
      {
        ...claim,
        fromActor: null,
        kind: 'control',
        ...danu,
        quote: quotes[0],
        reason: trigger(quotes[0], 'close in'),
      } as never,
      {
        kind: 'control',
        ...danu,
        status: 'held',
        actor: 'Ostland army',
        fromActor: null,
        placeBasis: 'report',
        from: '2031-03-20',
        to: '2031-03-22',
        quote: held,
        reason: trigger(`${quotes[0]}. ${held}`, 'holds'),
      } as never,
    ])
    expect(control(besieged)).toEqual(['Danu: held by Ostland army, 20–22 Mar 2031 (report of 2 Apr 2031)'])
  })

  test('"nearly" and "retook" are kept', () => {
    const cleared = { status: 'cleared', fromActor: 'Harat Front' }
    expect(control(line('the Harat Front has been nearly pushed out of Danu', 'pushed out', cleared))).toEqual([
      'Danu: said to be nearly cleared of Harat Front, 2 Apr 2031 (report of 2 Apr 2031)',
    ])
    const taken = { status: 'captured', actor: 'Ostland army' }
    expect(control(line('the Ostland army retook Danu', 'retook', taken))).toEqual([
      'Danu: retaken by Ostland army, 2 Apr 2031 (report of 2 Apr 2031)',
    ])
  })

  test('what is only supposed is no advance', () => {
    const claim = { status: 'advancing', actor: 'Harat Front' }
    const quote = 'the Ostland army would hold Danu if the Harat Front advanced on it'
    expect(control(line(quote, 'advanced', claim))).toEqual([])
  })

  test('an entry plainly said is believed a little sooner; who enters a ringed town came later', () => {
    const entered = { status: 'entered', actor: 'Ostland army', confidence: 0.46 }
    const ringed = line('the Ostland army encircled Danu', 'encircled', { status: 'encircled', actor: 'Ostland army' })
    expect(control(ringed, line('the Ostland army entered Danu', 'entered', entered, '2031-04-03', 'b'))).toEqual([
      'Danu: entered by Ostland army, 3 Apr 2031 (report of 2 Apr 2031, report of 3 Apr 2031)',
    ])
    const aside = 'the Ostland army entered talks on Danu in Kubela'
    expect(control(line(aside, 'entered', { ...entered, place: 'Kubela', placeId: 'own:kubela' }))).toEqual([])
  })
})

describe('where a count belongs, and what it is set against', () => {
  const killed = { kind: 'figure', measure: 'killed', subject: 'people', ...danu } as const
  const disagreements = (...readings: Told[]) => reconcile(ledger(readings)).disagreements.map(({ summary }) => summary)

  test('since the operation began, anywhere in it', () => {
    const before = 'The operation to retake Danu goes on. '
    const quote = '25 soldiers have been killed since the operation began'
    const { figures } = reconcile(
      ledger([
        read(
          'a',
          '2031-04-02',
          [{ ...killed, subject: 'soldiers', low: 25, high: 25, quote, placeBasis: 'context' }],
          before,
        ),
      ]),
    )
    expect(figures.map(({ summary }) => summary)).toEqual([
      'Soldiers killed in the Danu operation: 25 on 2 Apr 2031 (report of 2 Apr 2031)',
    ])
  })

  test('since the operation began, in a report that names every town once: nobody knows where', () => {
    const before = 'A market in Kubela burned down. Danu is quiet. '
    const quote = '25 soldiers have been killed since the operation began'
    const carried = { ...killed, subject: 'soldiers', low: 25, high: 25, quote, placeBasis: 'context' } as const
    const { figures } = reconcile(ledger([read('a', '2031-04-02', [carried], before)]))
    expect(figures.map(({ summary }) => summary)).toEqual(['Soldiers killed: 25 on 2 Apr 2031 (report of 2 Apr 2031)'])
  })

  test('what a war has killed is not of the town named last, nor is a town named once carried far', () => {
    const before = 'A market in Kubela burned down. Danu is quiet. Danu has a school. '
    const of = (quote: string) =>
      reconcile(
        ledger([
          read(
            'a',
            '2031-04-02',
            [{ ...killed, place: 'Kubela', placeId: 'own:kubela', low: 900, high: 900, quote, placeBasis: 'context' }],
            before,
          ),
        ]),
      ).figures.map(({ place }) => place)
    expect(of('the war has killed 900 people')).toEqual([null])
    expect(of('900 people have been killed')).toEqual([null])
  })

  test('one in each of two places is in neither', () => {
    const quote = 'two reporters were killed'
    const before = 'In Kubela all was quiet. '
    const reading = told('a', '2031-04-02', [{ ...killed, subject: 'reporters', low: 2, high: 2, quote }], { before })
    const text = `${before}${quote}, one in Kubela and the other in Danu.`
    const whole = { ...reading, report: { ...reading.report, text } }
    const { start, end } = { start: text.lastIndexOf('Danu'), end: text.lastIndexOf('Danu') + 4 }
    const place = {
      start,
      end,
      name: 'Danu',
      id: 'own:danu',
      kind: 'town',
      location: null,
      partOf: [],
    } as unknown as PlaceMention
    const { figures } = reconcile(ledger([asRead({ ...whole, places: [place] })]))
    expect(figures.map(({ summary }) => summary)).toEqual(['Reporters killed: 2 on 2 Apr 2031 (report of 2 Apr 2031)'])
  })

  test('two tolls of one day differ; a part, another place or another time does not', () => {
    const one = read('a', '2031-04-02', [{ ...killed, low: 12, high: 12, quote: '12 people were killed in Danu' }])
    const other = (quote: string, low: number) => read('b', '2031-04-02', [{ ...killed, low, high: low, quote }])
    expect(disagreements(one, other('20 people were killed in Danu', 20))).toHaveLength(1)
    expect(disagreements(one, other('20 people with one family name were killed in Danu', 20))).toEqual([])
    expect(disagreements(one, other('20 people were killed in Danu in late March', 20))).toHaveLength(0)
  })
})
