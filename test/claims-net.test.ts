/** The network beside the weights of claims: it computes what it says, is kept as it was learned, and learns from passages. */
import { beforeAll, expect, test } from 'vitest'
import { learnNet } from '../scripts/train/claims-net.ts'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { type ClaimNet, packClaimNet, readClaimNet } from '../src/knowledge/claim-net.ts'
import type { Resources } from '../src/knowledge/resources.ts'
import { readVectors, type Vectors } from '../src/language/vectors.ts'
import { given } from '../src/model/report.ts'
import { readerOf, type Votes } from '../src/read/claims/net.ts'
import { CLAUSE, near, rowsOf, SENTENCE, SLOTS, wider } from '../src/read/claims/slots.ts'
import { stretchesOf } from '../src/read/claims/told.ts'

let resources: Resources
beforeAll(() => {
  resources = loadResources()
})

const TEXT = 'Rebels severed the road to Tarin on Friday, and the army choked off two hill towns. Farmers sold apples.'
const sceneOf = (text: string) =>
  stretchesOf(
    reader(
      ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
      resources,
    )({ id: 'x', text, published: given('2031-05-06') }),
    resources,
  )

/** Vectors as a file: words along one or two axes. */
function vectorsOf(words: Readonly<Record<string, readonly number[]>>): Vectors {
  const list = Object.keys(words)
  const dims = words[list[0]!]!.length
  const header = new TextEncoder().encode(JSON.stringify({ dims, scale: 0.01, words: list.join(' ') }))
  const numbers = list.flatMap((word) => words[word]!.map((number) => number & 255))
  const bytes = new Uint8Array([0, 0, 0, 0, ...header, ...numbers])
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  return readVectors(bytes)
}

/** Weights that look like chance but are always the same. */
function netOf(vectors: Vectors, hidden: number, classes: number): ClaimNet {
  let n = 0
  const some = (length: number) => Float32Array.from({ length }, () => Math.sin(++n * 12.9898))
  return {
    vectors,
    hidden,
    classes,
    slots: SLOTS,
    words: some(SLOTS * vectors.dims * hidden),
    frames: some(2 * classes * hidden),
    bias: some(hidden),
    types: some(hidden * classes),
    typeBias: some(classes),
    told: some(hidden),
    toldBias: -0.5,
    direct: [1, 0.5, 0.25],
  }
}

test('vectors are found by word, and a broken file says so', () => {
  const vectors = vectorsOf({ raid: [100, 0], apple: [0, -100] })
  expect(vectors.row('raid')).toBe(0)
  expect(vectors.row('pear')).toBe(-1)
  expect([...vectors.rows]).toEqual([100, 0, 0, -100])
  expect(() => readVectors(new Uint8Array([255, 0, 0, 0, 1]))).toThrow('Not word vectors')
})

test('a network is kept up to rounding, and only for its own vectors', () => {
  const net = netOf(vectorsOf({ raid: [1, 2, 3] }), 4, 5)
  const again = readClaimNet(packClaimNet(net), net.vectors)
  for (const part of ['words', 'frames', 'bias', 'types', 'typeBias', 'told'] as const)
    for (const [i, value] of net[part].entries()) expect(again[part][i]).toBeCloseTo(value, 3)
  expect(again.direct).toEqual(net.direct)
  expect(() => readClaimNet(packClaimNet(net), vectorsOf({ raid: [1] }))).toThrow('vectors of 3')
})

test('the reader computes what the slots and weights say, word by word', () => {
  const { vectors } = resources.claimModel.net!
  const net = netOf(vectors, 6, 4)
  const { scene, stretches } = sceneOf(TEXT)
  const rows = rowsOf(scene, vectors)
  for (const stretch of stretches) {
    const votes: (Votes | null)[] = stretch.candidates.map((_, i) => (i % 2 ? null : new Map([[1, 0.7]])))
    const found = readerOf(net)(scene, stretch, votes)
    const extent = scene.reading.sentences[stretch.sentence]!
    const { sentence, clauses } = wider(scene, extent)
    for (const [at, { token }] of stretch.candidates.entries()) {
      const members = (clauses.get(scene.view.clause[token]!) ?? []).filter((other) => other !== token)
      const layer = [...net.bias]
      const slots = new Map([...near(scene, token, extent).entries(), [CLAUSE, members], [SENTENCE, sentence]])
      for (const [slot, tokens] of slots)
        for (const one of tokens.filter((i) => rows[i]! >= 0))
          for (let i = 0; i < vectors.dims; i++)
            for (let h = 0; h < 6; h++)
              layer[h]! +=
                ((vectors.rows[rows[one]! * vectors.dims + i]! * vectors.scale) / tokens.length) *
                net.words[(slot * vectors.dims + i) * 6 + h]!
      if (votes[at]) for (let h = 0; h < 6; h++) layer[h]! += 0.7 * net.frames[6 + h]! + net.frames[5 * 6 + h]!
      const live = layer.map((value) => Math.max(0, value))
      const odds = [...net.typeBias].map((bias, k) =>
        live.reduce((sum, value, h) => sum + value * net.types[h * 4 + k]!, bias),
      )
      if (votes[at]) odds[1]! += 0.7 * net.direct[0] + net.direct[1]
      const told = live.reduce(
        (sum, value, h) => sum + value * net.told[h]!,
        net.toldBias + (votes[at] ? 0.7 * net.direct[2] : 0),
      )
      const sum = odds.reduce((total, value) => total + Math.exp(value), 0)
      for (const [k, value] of odds.entries())
        expect(found[at]![k]).toBeCloseTo(Math.exp(value) / sum / (1 + Math.exp(-told)), 5)
    }
  }
})

test('it learns which word of a passage tells, and of words that lie beside it', () => {
  const vectors = vectorsOf({ sever: [120, 0], choke: [115, 10], sell: [0, 120], '<place>': [10, 10] })
  const lessonsOf = (text: string, label: number) => {
    const { scene, stretches } = sceneOf(text)
    return stretches.map((stretch) => {
      const spans = stretch.candidates.map(({ token }) => scene.reading.tokens[token]!)
      const claims = label ? [{ start: 0, end: text.length, label }] : []
      return { scene, stretch, spans, lemmas: spans.map(({ lemma }) => lemma), claims, votes: spans.map(() => null) }
    })
  }
  const lessons = [...lessonsOf('Rebels severed the road.', 1), ...lessonsOf('Farmers sold the apples.', 0)]
  const settings = {
    hidden: 8,
    epochs: 150,
    rate: 0.02,
    decay: 0,
    dropout: { hidden: 0, slot: 0, frames: 0 },
    balance: 0,
    batch: 2,
    seed: 3,
  }
  const net = learnNet(lessons, 2, vectors, [{ lemmas: ['sever'], label: 0 }], settings)
  const { scene, stretches } = sceneOf('The army choked the road. Farmers sold the road.')
  const of = (lemma: string) =>
    stretches.flatMap((stretch) => {
      const p = readerOf(net)(
        scene,
        stretch,
        stretch.candidates.map(() => null),
      )
      return stretch.candidates.flatMap(({ token }, at) =>
        scene.view.tokens[token]!.lemma === lemma ? [p[at]![0]!] : [],
      )
    })[0]!
  expect(of('choke')).toBeGreaterThan(0.5)
  expect(of('sell')).toBeLessThan(0.2)
  expect(learnNet(lessons, 2, vectors, [{ lemmas: ['sever'], label: 0 }], settings).words).toEqual(net.words)
})
