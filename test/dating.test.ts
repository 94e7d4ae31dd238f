/** Dates inferred for reports that carry none: the manual, and what must hold whatever the text. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLandmarks } from '../src/knowledge/landmarks.ts'
import { given, type Report, UNDATED } from '../src/model/report.ts'
import { split } from '../src/read/passages.ts'
import { inferDates } from '../src/relate/dating/index.ts'
import { checkCases } from './cases.ts'

const landmarks = parseLandmarks(readFileSync(new URL('../data/landmarks.tsv', import.meta.url), 'utf8'))
const dateable = (report: Report) => ({ report, passages: split(report) })
const undated = (text: string, more: Partial<Report> = {}): Report => ({
  id: 'undated',
  text,
  published: UNDATED,
  ...more,
})
/** The date inferred for a report with no other beside it. */
const alone = (report: Report, known: typeof landmarks) => inferDates([dateable(report)], known).get(report.id)

checkCases('dating.txt', (input) => {
  const reports: Report[] = []
  const own: string[] = []
  for (const line of input.split('\n')) {
    const [, day, text] = /^(\d{4}-\d{2}-\d{2}) \| (.*)$/.exec(line) ?? []
    if (day && text) reports.push({ id: `report-${reports.length + 1}`, text, published: given(day) })
    else own.push(line)
  }
  const found = inferDates([...reports, undated(own.join('\n'))].map(dateable), landmarks).get('undated')
  if (!found) return ['none']
  const word = found.confidence >= 0.75 ? ' firm' : found.confidence < 0.5 ? ' weak' : ''
  return [`${found.date}${word}: ${found.reason}`]
})

test('an address or file name tells the day', () => {
  for (const from of [{ url: 'https://example.org/2015/05/04/dam-holds.html' }, { file: 'leads/2015-05-04_dam.txt' }])
    expect(alone(undated('The dam holds.', from), [])).toMatchObject({ date: '2015-05-04', inferred: true })
})

test('a report with a date keeps it, and the order of reports does not matter', () => {
  const texts = [
    'Kurdish fighters drove the militants from Kobani on Monday.',
    'TARSEN, May 4, 2015 (AP) — The dam holds.',
    'Nothing here.',
  ]
  const reports = texts.map((text, i) => ({ ...undated(text), id: `r${i}` }))
  const dated = { ...reports[0]!, id: 'given', published: given('2015-02-02') }
  const once = inferDates([...reports, dated].map(dateable), landmarks)
  expect([...once.keys()]).toEqual(['r0', 'r1'])
  const turned = inferDates([dated, ...reports.toReversed()].map(dateable), landmarks)
  expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(once))
})

test('whatever the words, an answer is a marked day with a reason, and no older than the pictures', () => {
  const words = fc.constantFrom(
    'Monday',
    'Mosul',
    'launched',
    'offensive',
    'western',
    'May 4, 2015',
    'the third day of',
    'since',
    'two weeks after',
    'Oct. 17',
    '. The',
    '\n',
    'Friday, Oct. 21, 2016. (AP Photo/X)',
    '99 May 2015',
    'last year',
    '2047 GMT',
    'KARUM, May 3 (AP) — ',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const found = alone(undated(parts.join(' ')), landmarks)
      if (!found) return
      expect(found.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(found.inferred).toBe(true)
      expect(found.confidence).toBeGreaterThan(0)
      expect(found.confidence).toBeLessThan(1)
      expect(found.reason).not.toBe('')
    }),
  )
})

test('landmarks: each a real day in order, with words to know it by', () => {
  const days = landmarks.map(({ day }) => day)
  expect(days).toEqual(days.toSorted())
  for (const { day } of landmarks) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
  expect(() => parseLandmarks('day\tevent\tabout\tdid\tsure\n2015-01-01\tx\t\ty\t1')).toThrow(/2015-01-01/)
})
