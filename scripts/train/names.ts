/** Trains the name tagger on texts with names as character spans, read with the models just trained. */
import { readFileSync } from 'node:fs'
import type { Resources } from '../../src/knowledge/resources.ts'
import { nameInput } from '../../src/language/english.ts'
import {
  type NameInput,
  type NameReport,
  NEWS,
  nameFeatures,
  nameReport,
  OTHER,
} from '../../src/language/name-features.ts'
import type { NameWords } from '../../src/language/name-words.ts'
import { BEFORE, IS_OPEN, mayBeNames, NAME_TAGS, stepAt, WORD_KINDS, wordKind } from '../../src/language/names.ts'
import { asRead } from '../../src/language/titlecase.ts'
import type { Table } from '../../src/language/weights-file.ts'
import { UNDATED } from '../../src/model/report.ts'
import type { Span } from '../../src/model/span.ts'
import { pipeline, stagesFor } from '../../src/read/stage.ts'
import { STAGES } from '../../src/read/stages.ts'
import { random, shuffle } from './perceptron.ts'
import { regression } from './softmax.ts'

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
  const analyse = pipeline(stagesFor(STAGES, ['tokens']))
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  return documents.map(({ id, set, text, names }) => {
    const { sentences, tokens } = analyse({ id, text, published: UNDATED }, resources)
    const parts = sentences.map(({ first, last }) => tokens.slice(first, last))
    const read = asRead(
      parts.map((part) => part.map((token) => token.text)),
      resources.english.isCommon,
    )
    const inputs = parts.map((part, i): NameInput => {
      const forms = read[i]!
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

const SETTINGS = { bits: 19, least: 2, rate: 0.06, decay: 0, dropout: 0.5 }
const TAGS = NAME_TAGS.length

/** Words that can be names, one after another, as they are learned from. */
interface Stretch {
  readonly features: Int32Array[]
  readonly kinds: readonly number[]
  readonly gold: Int32Array
}

/** The stretches of a report whose names lie within them. */
function stretchesOf({ report, gold }: Example): Stretch[] {
  const out: Stretch[] = []
  for (const [sentence, { words }] of report.sentences.entries()) {
    const may = mayBeNames(words)
    const features: Int32Array[] = []
    nameFeatures(report, sentence, may, (i, found, n) => {
      features[i] = found.slice(0, n)
    })
    for (let i = 0; i < words.length; i++) {
      if (!may[i]) continue
      const first = i
      while (may[i + 1]) i++
      out.push({
        features: features.slice(first, i + 1),
        kinds: words.slice(first, i + 1).map(wordKind),
        gold: gold[sentence]!.subarray(first, i + 1),
      })
    }
  }
  return out
}

/** Can the tags be said in this order? Not those of a name that begins or ends outside the stretch. */
const isWhole = ({ gold }: Stretch): boolean =>
  gold.every((tag, i) => BEFORE[tag]!.includes(i ? gold[i - 1]! : 0)) && !IS_OPEN[gold.at(-1)!]

/**
 * A conditional random field (Lafferty, McCallum and Pereira 2001): each step follows the gradient of the likelihood of a
 * stretch's tags, by AdaGrad, with half of the features left out. Gives the weights and the steps in the unit of packed weights.
 */
export function trainNames(data: readonly Example[], rounds: number): { table: Table; steps: number[] } {
  const stretches = data.flatMap(stretchesOf)
  const model = regression(
    stretches.flatMap(({ features }) => features),
    NAME_TAGS,
    SETTINGS,
  )
  const learned = stretches
    .filter(isWhole)
    .map(({ features, kinds, gold }) => ({ rows: features.map((list) => model.rows(list)), kinds, gold }))
  const steps = new Float64Array(WORD_KINDS * TAGS * TAGS)
  const squares = new Float64Array(steps.length).fill(0.01)
  const step = (at: number, gradient: number): void => {
    if (Math.abs(gradient) < 0.003) return
    squares[at]! += gradient * gradient
    steps[at]! -= (SETTINGS.rate * gradient) / Math.sqrt(squares[at]!)
  }
  const next = random(7)
  for (let round = 0; round < rounds; round++)
    for (const { rows, kinds, gold } of shuffle([...learned], next)) {
      const kept = rows.map(model.drop)
      const weights = kept.map((list) => {
        const sums = new Float64Array(TAGS)
        model.add(list, sums)
        return sums
      })
      const { tags, pairs } = marginals(weights, kinds, steps)
      for (const [i, list] of kept.entries()) {
        const before = i ? gold[i - 1]! : 0
        for (const { from, to, share } of pairs[i]!)
          step(stepAt(kinds[i]!, from, to), share - Number(from === before && to === gold[i]))
        tags[i]![gold[i]!]! -= 1
        model.step(list, tags[i]!)
      }
    }
  const table = model.table()
  const most = table.weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0)
  return { table, steps: Array.from(steps, (weight) => Math.round((weight * 127 * 127) / most)) }
}

interface Marginals {
  /** For each word the probability of each tag. */
  readonly tags: readonly Float64Array[]
  /** For each word the probability of each pair of tags, the one before it and its own. */
  readonly pairs: readonly (readonly { readonly from: number; readonly to: number; readonly share: number }[])[]
}

/** Forward and backward sums over all sequences of tags. */
function marginals(weights: readonly Float64Array[], kinds: readonly number[], steps: Float64Array): Marginals {
  const n = weights.length
  const none = (): Float64Array => new Float64Array(TAGS).fill(Number.NEGATIVE_INFINITY)
  const forward = weights.map(none)
  const backward = weights.map(none)
  const onto = (i: number, from: number, to: number): number => steps[stepAt(kinds[i]!, from, to)]! + weights[i]![to]!
  for (let i = 0; i < n; i++)
    for (let to = 0; to < TAGS; to++) {
      const ways = i ? BEFORE[to]! : BEFORE[to]!.filter((from) => from === 0)
      forward[i]![to] = logSum(ways.map((from) => (i ? forward[i - 1]![from]! : 0) + onto(i, from, to)))
    }
  for (let tag = 0; tag < TAGS; tag++) if (!IS_OPEN[tag]) backward[n - 1]![tag] = 0
  for (let i = n - 2; i >= 0; i--)
    for (let from = 0; from < TAGS; from++)
      backward[i]![from] = logSum(AFTER[from]!.map((to) => onto(i + 1, from, to) + backward[i + 1]![to]!))
  const total = logSum(Array.from(forward[n - 1]!, (sum, tag) => sum + backward[n - 1]![tag]!))
  return {
    tags: forward.map((sums, i) => sums.map((sum, tag) => Math.exp(sum + backward[i]![tag]! - total))),
    pairs: weights.map((_, i) =>
      BEFORE.flatMap((ways, to) =>
        ways
          .filter((from) => i > 0 || from === 0)
          .map((from) => ({
            from,
            to,
            share: Math.exp((i ? forward[i - 1]![from]! : 0) + onto(i, from, to) + backward[i]![to]! - total),
          })),
      ),
    ),
  }
}

/** The tags that may stand after each tag. */
const AFTER = NAME_TAGS.map((_, from) => [...NAME_TAGS.keys()].filter((to) => BEFORE[to]!.includes(from)))

/** The logarithm of the sum of what these are logarithms of. */
function logSum(terms: readonly number[]): number {
  let max = Number.NEGATIVE_INFINITY
  for (const term of terms) max = Math.max(max, term)
  if (max === Number.NEGATIVE_INFINITY) return max
  let sum = 0
  for (const term of terms) sum += Math.exp(term - max)
  return max + Math.log(sum)
}
