/** Trains the name tagger on texts with names as character spans, read with the models just trained. */
import { readFileSync } from 'node:fs'
import type { English } from '../../src/language/english.ts'
import { hash } from '../../src/language/features.ts'
import { bestAllowed, MAY_FOLLOW, NAME_TAGS, type NameInput, NEWS, OTHER, tagNames } from '../../src/language/names.ts'
import type { Table } from '../../src/language/weights.ts'
import type { Words } from '../../src/language/words.ts'
import { perceptron, random, shuffle } from './perceptron.ts'

export interface NameDocument {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly tokenised?: boolean
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: 'PER' | 'ORG' | 'LOC' }[]
}

export const readNames = (file: string): NameDocument[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** News documents of GUM are kept back for scoring. */
export const keptBack = ({ id }: NameDocument): boolean => /GUM_news_/.test(id)

interface Example {
  readonly input: NameInput
  readonly gold: Int32Array
}

export function nameExamples(
  documents: readonly NameDocument[],
  english: English,
  words: Words,
  labels: readonly string[],
): Example[] {
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  return documents.flatMap((document) =>
    english.segment(document.text, { start: 0, end: document.text.length }).map(({ tokens }) => {
      const forms = tokens.map(({ start, end }) => document.text.slice(start, end))
      const { upos, xpos, heads, deprels } = english.analyse(forms)
      const gold = new Int32Array(tokens.length)
      for (const { start, end, type } of document.names) {
        const first = tokens.findIndex((token) => token.end > start)
        const last = tokens.findLastIndex((token) => token.start < end)
        if (first < 0 || last < first || tokens[first]!.start >= end || tokens[last]!.end <= start) continue
        for (let i = first; i <= last; i++)
          gold[i] = NAME_TAGS.indexOf(`${first === last ? 'U' : i === first ? 'B' : i === last ? 'L' : 'I'}-${type}`)
      }
      return {
        input: {
          words: forms.map(words),
          xpos: Int32Array.from(xpos, (x, i) => hash(`X${upos[i]}|${x}`)),
          heads,
          set: document.set === 'gumfree' ? NEWS : OTHER,
          labels: Int32Array.from(deprels, (deprel) => labelIndex.get(deprel) ?? 0),
        },
        gold,
      }
    }),
  )
}

export function trainNames(data: readonly Example[], rounds: number): Table {
  const model = perceptron(19, NAME_TAGS)
  const next = random(7)
  const order = [...data]
  for (let round = 0; round < rounds; round++)
    for (const { input, gold } of shuffle(order, next)) {
      let before = -1
      tagNames(input, (features, n, may, i) => {
        const said = bestAllowed(model.score(features, n), may)
        const right = gold[i]!
        model.tick()
        if (said !== right && (MAY_FOLLOW[before + 1]![right] || may[right])) model.update(features, n, right, said)
        before = next() < 0.7 || !may[said] ? right : said
        return before
      })
    }
  return model.table()
}
