/** Trains the name tagger on texts with names as character spans, read with the models just trained. */
import { readFileSync } from 'node:fs'
import type { Resources } from '../../src/knowledge/resources.ts'
import { nameInput } from '../../src/language/english.ts'
import type { NameWords } from '../../src/language/name-words.ts'
import {
  bestAllowed,
  NAME_TAGS,
  type NameInput,
  type NameReport,
  NEWS,
  nameReport,
  OTHER,
  tagNames,
} from '../../src/language/names.ts'
import type { Table } from '../../src/language/weights.ts'
import { UNDATED } from '../../src/model/report.ts'
import type { Span } from '../../src/model/span.ts'
import { pipeline, stagesFor } from '../../src/read/stage.ts'
import { STAGES } from '../../src/read/stages.ts'
import { random, shuffle } from './perceptron.ts'
import { regression, softmax } from './softmax.ts'

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
  readonly report: NameReport
  /** The right tags of each sentence. */
  readonly gold: readonly Int32Array[]
}

/** Documents read as reports are read, so that the tagger learns from what it will see. */
export function nameExamples(
  documents: readonly NameDocument[],
  resources: Resources,
  labels: readonly string[],
  kinds: NameWords,
): Example[] {
  const read = pipeline(stagesFor(STAGES, ['tokens']))
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  return documents.map(({ id, set, text, names }) => {
    const { sentences, tokens } = read({ id, text, published: UNDATED }, resources)
    const parts = sentences.map(({ first, last }) => tokens.slice(first, last))
    const inputs = parts.map((part, i): NameInput => {
      const forms = part.map((token) => token.text)
      const sentence = {
        forms,
        upos: part.map(({ upos }) => upos),
        xpos: part.map(({ xpos }) => xpos),
        heads: Int32Array.from(part, ({ head }) => (head < 0 ? -1 : head - sentences[i]!.first)),
        deprels: part.map(({ deprel }) => deprel),
        known: resources.known(forms),
      }
      return {
        ...nameInput(sentence, resources.english.words, labelIndex),
        set: set === 'gumfree' ? NEWS : OTHER,
      }
    })
    return { report: nameReport(inputs, kinds), gold: parts.map((part) => goldTags(part, names)) }
  })
}

function goldTags(tokens: readonly Span[], names: NameDocument['names']): Int32Array {
  const gold = new Int32Array(tokens.length)
  for (const { start, end, type } of names) {
    const first = tokens.findIndex((token) => token.end > start)
    const last = tokens.findLastIndex((token) => token.start < end)
    if (first < 0 || last < first || tokens[first]!.start >= end || tokens[last]!.end <= start) continue
    for (let i = first; i <= last; i++)
      gold[i] = NAME_TAGS.indexOf(`${first === last ? 'U' : i === first ? 'B' : i === last ? 'L' : 'I'}-${type}`)
  }
  return gold
}

const SETTINGS = { bits: 19, least: 2, rate: 0.06, decay: 0, dropout: 0.2 }

/** Logistic regression over the tags that may follow; a third of the time what it said itself counts as what went before. */
export function trainNames(data: readonly Example[], rounds: number): Table {
  const all: Int32Array[] = []
  for (const { report, gold } of data)
    for (const [i, right] of gold.entries())
      tagNames(report, i, (features, n, may, at) => {
        all.push(features.slice(0, n))
        return may[right[at]!] ? right[at]! : bestAllowed(NOTHING, may)
      })
  const model = regression(all, NAME_TAGS, SETTINGS)
  all.length = 0
  const next = random(7)
  const sums = new Float64Array(NAME_TAGS.length)
  const order = data.flatMap(({ report, gold }) => gold.map((right, i) => ({ report, i, right })))
  for (let round = 0; round < rounds; round++)
    for (const { report, i, right } of shuffle(order, next))
      tagNames(report, i, (features, n, may, at) => {
        const rows = model.drop(model.rows(features.subarray(0, n)))
        sums.fill(0)
        model.add(rows, sums)
        const said = bestAllowed(sums, may)
        const tag = right[at]!
        if (!may[tag]) return said
        for (let k = 0; k < sums.length; k++) if (!may[k]) sums[k] = Number.NEGATIVE_INFINITY
        softmax(sums)
        sums[tag]! -= 1
        model.step(rows, sums)
        return next() < 0.7 ? tag : said
      })
  return model.table()
}

const NOTHING = new Float64Array(NAME_TAGS.length)
