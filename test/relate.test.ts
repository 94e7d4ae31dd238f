/** Relating reports: shingles, copies, linkage, stories. The reports here are invented. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given, UNDATED } from '../src/model/report.ts'
import { copies } from '../src/relate/copies.ts'
import { averageLink } from '../src/relate/linkage.ts'
import { asSet, coverage, fingerprints, shared, shingles, words } from '../src/relate/shingles.ts'
import { stories } from '../src/relate/stories.ts'

const report = (text: string, date?: string) => ({ text, published: date ? given(date) : UNDATED })

const WIRE =
  'Rebels seized the river port of Danu on Tuesday after two days of shelling that killed at least 14 people, ' +
  'the governor of the province said. Thousands of residents fled on foot along the northern road, he added.'
const REWRITE =
  'DANU: At least that much is clear. Rebels seized the river port of Danu on Tuesday after two days of shelling that ' +
  'killed at least 14 people, the governor of the province said, and aid workers counted the empty houses.'
const OTHER =
  'The central bank kept its rate at four percent on Tuesday, citing slower growth in the building trade and a weak harvest.'

describe('shingles', () => {
  test('case, punctuation and spacing do not count; the title does', () => {
    const set = (text: string, title?: string) => [...asSet(shingles(words({ text, title })))]
    expect(set('The port, of Danu -- fell TODAY!')).toEqual(set('the port of danu fell today'))
    expect(set('of Danu fell today', 'The port')).toEqual(set('The port of Danu fell today'))
    expect(set('only four words here')).toEqual([])
  })

  test('any run of twelve shared words gives two reports a fingerprint in common', () => {
    const word = fc.stringMatching(/^[a-z]{2,6}$/)
    const run = fc.array(word, { minLength: 12, maxLength: 12 })
    const around = fc.array(word, { maxLength: 30 })
    fc.assert(
      fc.property(run, around, around, around, around, (common, a, b, c, d) => {
        const prints = (before: string[], after: string[]) =>
          fingerprints(shingles(words({ text: [...before, ...common, ...after].join(' ') })))
        expect(shared(prints(a, b), prints(c, d))).toBeGreaterThan(0)
      }),
    )
  })

  test('coverage: how much of a sentence another report has too', () => {
    const own = words({ text: REWRITE })
    const other = new Set(shingles(words({ text: WIRE })))
    const at = (part: string) => ({ start: REWRITE.indexOf(part), end: REWRITE.indexOf(part) + part.length })
    expect(coverage(own, shingles(own), other, at('Rebels seized the river port of Danu on Tuesday'))).toBe(1)
    expect(coverage(own, shingles(own), other, at('aid workers counted the empty houses'))).toBe(0)
  })
})

describe('copies', () => {
  test('a rewrite is found by the part of the shorter report it shares', () => {
    const [pair, ...rest] = copies([report(OTHER), report(WIRE), report(REWRITE)])
    expect(rest).toEqual([])
    expect(pair).toMatchObject({ a: 1, b: 2 })
    expect(pair!.share).toBeGreaterThan(0.5)
    expect(pair!.share).toBeLessThan(0.9)
  })

  test('a report and itself share everything; the order of reports changes no share', () => {
    const text = fc.array(fc.constantFrom(WIRE, REWRITE, OTHER), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(text, (texts) => {
        const shares = (list: string[]) =>
          copies(list.map((one) => report(one)))
            .map(({ a, b, share }) => `${[list[a], list[b]].sort().join('|')} ${share}`)
            .sort()
        expect(shares(texts.toReversed())).toEqual(shares(texts))
        for (const { a, b, share } of copies(texts.map((one) => report(one))))
          if (texts[a] === texts[b]) expect(share).toBe(1)
      }),
    )
  })

  test('never throws on junk', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => void copies(texts.map((one) => report(one)))),
    )
  })
})

test('average linkage joins the most alike first and counts missing edges as nothing', () => {
  const edges = [
    { a: 0, b: 1, weight: 0.9 },
    { a: 1, b: 2, weight: 0.5 },
    { a: 3, b: 4, weight: 0.4 },
  ]
  expect(averageLink(5, edges, 0.3)).toEqual([[0, 1], [2], [3, 4]])
  expect(averageLink(5, edges, 0.2)).toEqual([
    [0, 1, 2],
    [3, 4],
  ])
})

describe('stories', () => {
  const siege = (town: string, river: string, leader: string, dead: number, angle: string) =>
    `${angle} Government troops shelled ${town} on the ${river} for a third day, killing ${dead} people, as commander ${leader} ` +
    `said his fighters would hold the town. Residents of ${town} said the bridge over the ${river} was hit, and ${leader} ` +
    `refused talks while the ${dead} dead were buried.`
  const angles = ['Markets stayed shut.', 'Doctors asked for blood.', 'The road was cut.', 'Schools were closed.']
  const north = angles.map((angle) => siege('Harat', 'Sil', 'Odan', 31, angle))
  const south = angles.map((angle) => siege('Kubela', 'Nere', 'Tamsin', 57, angle))
  const filler = Array.from({ length: 12 }, (_, i) =>
    report(`${OTHER} Item ${i} of the day concerned trade with Ostland.`),
  )

  test('two sieges of one kind stay two stories', () => {
    const story = stories([...north, ...south].map((text) => report(text)).concat(filler))
    expect(new Set(story.slice(0, 4)).size).toBe(1)
    expect(new Set(story.slice(4, 8)).size).toBe(1)
    expect(story[0]).not.toBe(story[4])
  })

  test('the same words a year apart are another story', () => {
    const list = [...north.map((text) => report(text, '2021-03-02')), report(north[0]!, '2022-03-02'), ...filler]
    expect(stories(list)[4]).toBe(4)
  })
})
