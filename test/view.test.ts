/**
 * The page's own arithmetic: the range a figure had on an earlier day must be the one that the engine
 * gives when it is asked as of that day, wherever both rest on the same claims. And the cutting of
 * texts for the reader, and the packing of a page.
 */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openProject } from '../src/engine/project.ts'
import type { Testimony } from '../src/model/picture.ts'
import { type PageFile, pack, unpack } from '../src/present/page.ts'
import { tidyDays } from '../web/src/days.ts'
import { alsoIn, pieces } from '../web/src/lit.ts'
import { type Index, indexOf } from '../web/src/lookups.ts'
import { figureAt, knownBy, statusAt, wordsAt } from '../web/src/view.ts'

const example = fileURLToPath(new URL('../examples/mosul', import.meta.url))

test('the head of a figure on an earlier day is what the engine says as of that day', async () => {
  const project = await openProject([example])
  const data = { ...(await project.page({})), earlier: project.earlier(null) }
  const index = indexOf(data)
  const day = (claim: string) => index.reports.get(index.claims.get(claim)!.report)!.published.date
  const days = new Set(data.picture.reports.flatMap(({ published }) => published.date ?? []))
  let compared = 0
  for (const asOf of days) {
    const then = new Map(project.picture({ asOf }).figures.map((one) => [one.claims.toSorted().join(), one]))
    for (const figure of data.picture.figures) {
      const known = figure.claims.filter((claim) => knownBy(day(claim), asOf))
      const same = then.get(known.toSorted().join())
      if (known.length === 0) expect(figureAt(figure, index, asOf)).toBeNull()
      if (!same) continue
      const { low, best, high } = same
      expect({ asOf, id: figure.id, ...figureAt(figure, index, asOf) }).toMatchObject({ low, best, high })
      compared++
    }
  }
  expect(compared).toBeGreaterThan(50)
  expect(await unpack(await pack(data))).toEqual(data)
})

test('control, events and figures are called on an earlier day what the engine calls them as of that day', async () => {
  const project = await openProject([example])
  const index = indexOf({ ...(await project.page({})), earlier: project.earlier(null) })
  const days = new Set([...index.reports.values()].flatMap(({ published }) => published.date ?? []))
  const changed = new Set<string>()
  for (const asOf of days) {
    const { control, events, figures } = project.picture({ asOf })
    for (const { id, summary } of [...control, ...events, ...figures]) {
      const item = index.items.get(id)
      if (!item) continue
      expect(wordsAt(item, asOf, index)).toBe(summary)
      if (summary !== item.summary) changed.add(id)
    }
  }
  expect(changed.size).toBeGreaterThan(3)
})

test('where only the words of today are known, they are told without the days that came later', () => {
  const index = { earlier: new Map() } as unknown as Index
  const words = (summary: string) => wordsAt({ id: 'C1', to: '2015-06-30', summary }, '2015-05-01', index)
  expect(words('Danu: held by rebels, 3 Apr – 30 Jun 2015; army advancing (Northern Wire)')).toBe(
    'Danu: held by rebels',
  )
  expect(words('Clash between rebels and 9th Division in Harat, by 30 Jun 2015')).toBe(
    'Clash between rebels and 9th Division in Harat',
  )
  expect(wordsAt({ id: 'C1', to: '2015-06-30', summary: 'Clash, 30 Jun 2015' }, '2015-07-01', index)).toContain('2015')
})

test('what is retracted later still stands on the days before', () => {
  const report = (id: string, date: string) => ({ id, published: { date }, claims: [] })
  const picture = {
    reports: [report('a', '2017-01-18'), report('b', '2017-01-19')],
    claims: [{ id: 'c', report: 'b', quote: 'The ministry retracted its statement.' }],
    ...{ origins: [], operations: [], events: [], figures: [], control: [] },
    ...{ disagreements: [], gaps: [], changes: [], links: [] },
  }
  const index = indexOf({ version: 1, name: '', picture, reports: [], towns: [], earlier: {} } as unknown as PageFile)
  const said = { status: 'retracted', by: 'c', published: '2017-01-18' } as Testimony
  expect(statusAt(said, index, '2017-01-18')).toBe('stands')
  expect(statusAt(said, index, '2017-01-19')).toBe('retracted')
  expect(statusAt(said, index, null)).toBe('retracted')
})

test('what is undated is known only while no day is set', () => {
  expect(knownBy(null, null)).toBe(true)
  expect(knownBy(null, '2016-10-20')).toBe(false)
  expect(knownBy('2016-10-20', '2016-10-20')).toBe(true)
})

test('pieces quote the text whole, in order, and light what they are asked to', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      span,
      fc.array(span, { maxLength: 4 }),
      span,
      (text, one, more, other) => {
        const cut = pieces(text, 0, text.length, one, more, other)
        expect(cut.map((piece) => piece.text).join('')).toBe(text)
        const lit = cut.filter((piece) => piece.lit === 'current' || piece.lit === 'trigger').map((piece) => piece.text)
        expect(lit.join('')).toBe(text.slice(one.start, one.end))
      },
    ),
  )
})

test('the same words are found in another report whatever the spacing, five words or more', () => {
  const texts = [
    { id: 'a', text: 'Shells hit the old market on Friday.', passages: [] },
    { id: 'b', text: 'BREAKING: shells hit the\nold market, on Friday', passages: [] },
    { id: 'c', text: 'Shells hit a market.', passages: [] },
  ]
  expect(alsoIn('Shells hit the old market', 'a', texts)).toEqual(['b'])
  expect(alsoIn('Shells hit', 'a', texts)).toEqual([])
})

test('days in words are written as people write them, each on one line', () => {
  expect(tidyDays('its dateline says 2016-10-17')).toBe('its dateline says 17\u00a0Oct\u00a02016')
  expect(tidyDays('12 Aug – 16 Sep 2016, 4 Marches')).toBe('12\u00a0Aug – 16\u00a0Sep\u00a02016, 4 Marches')
})
