/** English: golden cases for sentences, tokens, parse and names, and what must hold for any text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { nameLexicon } from '../src/language/lexicon.ts'
import type { Reading } from '../src/model/reading.ts'
import { type Report, UNDATED } from '../src/model/report.ts'
import { checkCases } from './cases.ts'

const read = reader(['sentences', 'tokens', 'names'])
const report = (text: string): Report => ({ id: 'test', text, published: UNDATED })
const reading = (text: string): Reading => read(report(text))

checkCases('sentences.txt', (text) =>
  reading(text).sentences.map(({ first, last, start, end }) => {
    const forms = reading(text).tokens.slice(first, last)
    return `${forms.map((token) => token.text).join('|')}  [${text.slice(start, end)}]`
  }),
)

checkCases('parse.txt', (text) => {
  const { tokens } = reading(text)
  return tokens.map(
    ({ text: form, lemma, upos, head, deprel }) =>
      `${upos} ${lemma} ${deprel} < ${tokens[head]?.text ?? 'root'}  [${form}]`,
  )
})

checkCases('names.txt', (text) =>
  reading(text).names.map(({ start, end, type, canonical }) => `${type} ${canonical}  [${text.slice(start, end)}]`),
)

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'The',
        'U.S.',
        '.',
        '"',
        "don't",
        '\n',
        '\n\n',
        '(',
        'IS',
        '3.5',
        '--',
        'said',
        '…',
        "'",
        '’s',
        'a@b.cd',
        'http://x.y/z.',
        '\ud800',
      ),
      {
        maxLength: 80,
      },
    )
    .map((words) => words.join(' ')),
)

test('any text: nothing breaks, spans are in order and cover every character that is not space', () => {
  fc.assert(
    fc.property(junk, (text) => {
      const { tokens, sentences, diagnostics } = reading(text)
      expect(diagnostics).toEqual([])
      let rest = text
      let last = 0
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(last)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.text).toBe(text.slice(token.start, token.end))
        last = token.end
      }
      for (const token of tokens.toReversed()) rest = rest.slice(0, token.start) + rest.slice(token.end)
      expect(rest.trim()).toBe('')
      expect(sentences.flatMap(({ first, last }) => tokens.slice(first, last))).toEqual(tokens)
    }),
    { numRuns: 300 },
  )
})

test('any text: every sentence is a tree with one root', () => {
  fc.assert(
    fc.property(junk, (text) => {
      const { tokens, sentences } = reading(text)
      for (const [index, { first, last }] of sentences.entries()) {
        const part = tokens.slice(first, last)
        expect(part.filter(({ head }) => head === -1)).toHaveLength(1)
        for (let i = first; i < last; i++) {
          expect(tokens[i]!.sentence).toBe(index)
          let steps = 0
          for (let at = i; at !== -1; at = tokens[at]!.head) {
            expect(at).toBeGreaterThanOrEqual(first)
            expect(at).toBeLessThan(last)
            expect(steps++).toBeLessThan(part.length)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('lines broken by width are read as running text, other line ends end a sentence', () => {
  const { english } = loadResources()
  const cut = (text: string) =>
    english.segment(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
  const wrapped = 'The convoy left the port at dawn and\nreached the camp before noon, the\nmayor said. It was late.'
  expect(cut(wrapped)).toEqual([wrapped.slice(0, -13), 'It was late.'])
  expect(cut('Convoy reaches camp\nThe convoy left at dawn.')).toEqual([
    'Convoy reaches camp',
    'The convoy left at dawn.',
  ])
})

test('a headline in title case is read as the body writes its words', () => {
  const { tokens } = reading(
    'Rebels Retake Port As Talks Falter\n\nThe rebels said they would retake the port as talks go on.',
  )
  expect(tokens.slice(0, 4).map(({ text, upos }) => [text, upos])).toEqual([
    ['Rebels', 'NOUN'],
    ['Retake', 'VERB'],
    ['Port', 'NOUN'],
    ['As', 'SCONJ'],
  ])
})

test('known names are found longest first and only by their exact letters', () => {
  const known = nameLexicon([
    { name: 'IS', type: 'ORG' },
    { name: 'Popular Mobilization', type: 'ORG' },
    { name: 'Popular Mobilization Forces', type: 'ORG' },
    { name: 'al-Qaim', type: 'LOC' },
  ])
  expect(known('This is what IS did to the Popular Mobilization Forces near al - Qaim'.split(' '))).toEqual([
    { first: 3, last: 4, type: 'ORG' },
    { first: 7, last: 10, type: 'ORG' },
    { first: 11, last: 14, type: 'LOC' },
  ])
  expect(known(['Popular', 'Mobilization'])).toEqual([{ first: 0, last: 2, type: 'ORG' }])
  expect(known([])).toEqual([])
  expect(nameLexicon([])(['IS'])).toEqual([])
})
