/** Attributions: golden cases through the whole reading, and properties of every span. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { given } from '../src/model/report.ts'
import { quote, type Span } from '../src/model/span.ts'
import { checkCases } from './cases.ts'

const read = reader(['attributions'])
const readText = (text: string) => read({ id: 'r', text, published: given('2019-03-04') })

checkCases('attributions.txt', (input) => {
  const words = (spans: readonly Span[] | null) => spans?.map((span) => quote(input, span)).join(' … ') ?? 'nobody'
  return readText(input).attributions.map(
    (a) => `${a.type} · ${words(a.source)} · ${words(a.cue)} · ${a.speakers.join(' > ') || '?'} [${words(a.content)}]`,
  )
})

const WORDS = [
  '“We',
  'left,”',
  'he',
  'said',
  'that',
  'according',
  'to',
  'the',
  'mayor',
  '.',
  '"',
  '\n\n',
  'told',
  'Reuters',
  'want',
  'seem',
  ':',
  '‘no',
  'way’',
  "didn't",
  '😀',
]

test('every span quotes its report, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }), (words) => {
      const text = words.join(' ')
      const { attributions, diagnostics } = readText(text)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      for (const { source, cue, content, inside } of attributions) {
        expect(content.length).toBeGreaterThan(0)
        for (const span of [...(source ?? []), ...(cue ?? []), ...content]) expect(quote(text, span)).not.toBe('')
        if (inside !== undefined) expect(attributions[inside]).toBeDefined()
      }
    }),
    { numRuns: 60 },
  )
})
