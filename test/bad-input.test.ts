/**
 * What nobody writes but somebody sends: pages made to choke a parser, and texts of one thing over and over, read through all stages.
 * Bounds are processor time of this thread and far above what is needed, so that a slow machine passes and a quadratic scan does not.
 * RECOUNT_FUZZ=10 runs ten times as many random texts.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { readPage } from '../src/ingest/page/index.ts'
import type { Reading } from '../src/model/reading.ts'
import { given } from '../src/model/report.ts'
import { seconds } from './seconds.ts'

const resources = loadResources()
const readText = reader(['claims', 'code'], resources)
const read = (text: string): Reading => readText({ id: 'x', text, published: given('2015-05-05') })
const STORY = 'Engineers opened the dam on Monday, and the water in the lower town fell by two metres, they said. '

describe('pages made to choke a parser end soon, and keep their words', () => {
  const pages: Record<string, string> = {
    'a million entities': '&amp;'.repeat(1e6),
    'entities in a paragraph': `<html><body><p>${'x &lt; y '.repeat(3e5)}`,
    'a page of script': `<html><script>${'var a="<p>text</p>";'.repeat(1e5)}</script></html>`,
    'a page of comment': `<html><body><!--${' - <p>x '.repeat(5e5)}--><p>${STORY}`,
    'comments never closed': `<html><body>${'<!--'.repeat(1e6)}`,
    'a table of 400,000 cells': `<html><body><table>${`<tr>${'<td>cell</td>'.repeat(20)}</tr>`.repeat(2e4)}</table>`,
    'a million divs deep': `<html><body>${'<div>'.repeat(1e6)}${STORY}`,
    'two million paragraphs': `<html><body>${'<p>x'.repeat(2e6)}`,
    'one paragraph of 8 MB': `<html><body><article><p>${STORY.repeat(8e4)}</p></article>`,
    'a tag with 9,000 attributes': `<html><body><p ${Array.from({ length: 9000 }, (_, i) => `a${i}=1`).join(' ')}>${STORY}</p>`,
    'a title of dashes': `<html><head><title>${'a - b | '.repeat(5e5)}</title></head><body><p>${STORY.repeat(10)}`,
    'as many tags as are let through': `<html><body><div>${'<br>x'.repeat(19_000)}</div>`,
  }
  test.each(Object.entries(pages))('%s', (_, html) => {
    let text = ''
    expect(seconds(() => (text = readPage(html).text))).toBeLessThan(20)
    expect(text.length).toBeLessThanOrEqual(html.length)
    if (html.endsWith(STORY)) expect(text).toContain('Engineers opened the dam')
  })
})

describe('one thing over and over: eight times as much takes nowhere near 64 times as long', () => {
  const units = ['a', '1', '"', '“a” ', '[', ', ', 'A.B. ', '\n', '3 May 2015 ', 'of the ', 'Paris, ', 'Dogs.\n\n', 'a: ', '“We won,” said Brenk. ', `${STORY}`, '😀 ', '\ud800', '中', 'he told them that ', 'one hundred and ', '- ', ' '] // biome-ignore format: a bag
  test.each(units)('%j', (unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    read(text(3000))
    const few = seconds(() => read(text(3000)))
    let reading: Reading | undefined
    const many = seconds(() => (reading = read(text(24_000))))
    expect(reading!.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(many).toBeLessThan(Math.max(few, 0.05) * 40)
  })
})

test('no text makes a stage fail, and all that is found stands inside the text', () => {
  const parts = fc.constantFrom('“', '”', '"', "'", '(', ')', '[', ',', '.', ':', '\n', '\n\n', '\r\n', '\t', ' ', '\0', '\ud800', '\udc00', '\u200f', '\u202e', '😀', '中', 'حرب', 'of the ', 'At least ', '12', '1,000', '3.5 million', 'killed', ' people ', 'Paris', 'Aleppo', ' said ', 'according to ', 'Monday', 'on 3 May 2015', 'May', 'J.', 'A.B.', '(AP Photo/', ' -- ', 'http://a.b/c', '%', '—', 'the army ', 'seized ', 'denied that ', 'A'.repeat(300), '0'.repeat(300)) // biome-ignore format: a bag
  const texts = fc.oneof(
    fc.array(parts, { minLength: 1, maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  )
  const inside = (text: string, { start, end }: { start: number; end: number }): boolean =>
    0 <= start && start <= end && end <= text.length
  fc.assert(
    fc.property(texts, (text) => {
      const { passages, sentences, tokens, names, numbers, times, places, claims, diagnostics } = read(text)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      for (const layer of [passages, sentences, tokens, names, numbers, times, places])
        for (const span of layer) expect(inside(text, span)).toBe(true)
      for (const { start, end, quote } of claims) expect(text.slice(start, end)).toBe(quote)
    }),
    { numRuns: 80 * Number(process.env.RECOUNT_FUZZ ?? 1) },
  )
})
