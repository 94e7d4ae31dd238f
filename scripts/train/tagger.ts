/** Trains the tagger, and tags the training text by models that have not seen it (jackknife), as the parser needs. */
import { type Certain, chooser, tag } from '../../src/language/tagger.ts'
import { type Score, unpack } from '../../src/language/weights.ts'
import { pack, type Table } from '../../src/language/weights-file.ts'
import type { Word, Words } from '../../src/language/words.ts'
import type { GoldSentence } from './conllu.ts'
import { best, perceptron, random, shuffle } from './perceptron.ts'

/** Pairs of tags seen often enough to be classes. */
export function tagClasses(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { upos, xpos } of sentences)
    for (const [i, u] of upos.entries()) counts.set(`${u}|${xpos[i]}`, (counts.get(`${u}|${xpos[i]}`) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= 6)
    .sort((a, b) => b[1] - a[1])
    .map(([pair]) => pair)
}

/** Forms seen at least 30 times, and at most once in 300 with another tag. */
export function certainTags(sentences: readonly GoldSentence[], classes: readonly string[]): [string, number][] {
  const counts = new Map<string, Map<number, number>>()
  for (const { forms, upos, xpos } of sentences)
    for (const [i, form] of forms.entries()) {
      const pair = classes.indexOf(`${upos[i]}|${xpos[i]}`)
      const tags = counts.get(form) ?? new Map<number, number>()
      counts.set(form, tags.set(pair, (tags.get(pair) ?? 0) + 1))
    }
  const certain: [string, number][] = []
  for (const [form, tags] of counts) {
    const all = [...tags.values()].reduce((sum, count) => sum + count, 0)
    for (const [pair, count] of tags) if (pair >= 0 && all >= 30 && count * 300 >= all * 299) certain.push([form, pair])
  }
  return certain
}

/** What is to be learned: sentences, the classes, the forms that need no decision. */
export interface TaggerTask {
  readonly sentences: readonly GoldSentence[]
  readonly classes: readonly string[]
  readonly certain: Certain
  readonly words: Words
}

interface Example {
  readonly list: readonly Word[]
  readonly gold: readonly number[]
}

function examples({ sentences, classes, words }: TaggerTask): Example[] {
  const index = new Map(classes.map((pair, i) => [pair, i]))
  return sentences.map(({ forms, upos, xpos }) => ({
    list: forms.map(words),
    gold: upos.map((u, i) => index.get(`${u}|${xpos[i]}`) ?? classes.findIndex((pair) => pair.startsWith(`${u}|`))),
  }))
}

function learn(data: readonly Example[], { classes, certain }: TaggerTask, bits: number, rounds: number, seed: number) {
  const model = perceptron(bits, classes)
  const next = random(seed)
  const order = [...data]
  for (let round = 0; round < rounds; round++)
    for (const { list, gold } of shuffle(order, next))
      tag(list, certain, (features, n, i) => {
        const said = best(model.score(features, n))
        model.tick()
        if (said !== gold[i]) model.update(features, n, gold[i]!, said)
        return said
      })
  return model.table()
}

export const trainTagger = (task: TaggerTask, rounds: number): Table => learn(examples(task), task, 19, rounds, 1)

/** Tags for every sentence from a model trained on the other parts. */
export function jackknife(task: TaggerTask, parts: number): Int32Array[] {
  const data = examples(task)
  const part = (i: number) => Math.floor(i / 20) % parts
  const out: Int32Array[] = []
  for (let p = 0; p < parts; p++) {
    const others = data.filter((_, i) => part(i) !== p)
    const [score] = unpack(pack([learn(others, task, 18, 3, p + 2)])).scores as [Score]
    const choose = chooser(score, task.classes.length)
    for (const [i, { list }] of data.entries()) if (part(i) === p) out[i] = tag(list, task.certain, choose())
  }
  return out
}
