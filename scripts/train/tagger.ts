/** Trains the tagger, and tags the training text by models that have not seen it (jackknife), as the parser needs. */
import { choose, tag } from '../../src/language/tagger.ts'
import { pack, unpack } from '../../src/language/weights.ts'
import type { Word, Words } from '../../src/language/words.ts'
import type { GoldSentence } from './conllu.ts'
import { best, type Perceptron, perceptron, random, shuffle } from './perceptron.ts'

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

interface Example {
  readonly list: readonly Word[]
  readonly gold: readonly number[]
}

function examples(sentences: readonly GoldSentence[], classes: readonly string[], words: Words): Example[] {
  const index = new Map(classes.map((pair, i) => [pair, i]))
  return sentences.map(({ forms, upos, xpos }) => ({
    list: forms.map(words),
    gold: upos.map((u, i) => index.get(`${u}|${xpos[i]}`) ?? classes.findIndex((pair) => pair.startsWith(`${u}|`))),
  }))
}

function learn(
  data: readonly Example[],
  classes: readonly string[],
  bits: number,
  rounds: number,
  seed: number,
): Perceptron {
  const model = perceptron(bits, classes)
  const next = random(seed)
  const order = [...data]
  for (let round = 0; round < rounds; round++)
    for (const { list, gold } of shuffle(order, next))
      tag(list, (features, n, i) => {
        const said = best(model.score(features, n))
        model.tick()
        if (said !== gold[i]) model.update(features, n, gold[i]!, said)
        return said
      })
  return model
}

export const trainTagger = (
  sentences: readonly GoldSentence[],
  classes: readonly string[],
  words: Words,
  rounds: number,
) => learn(examples(sentences, classes, words), classes, 19, rounds, 1).table()

/** Tags for every sentence from a model trained on the other parts. */
export function jackknife(
  sentences: readonly GoldSentence[],
  classes: readonly string[],
  words: Words,
  parts: number,
): Int32Array[] {
  const data = examples(sentences, classes, words)
  const part = (i: number) => Math.floor(i / 20) % parts
  const out: Int32Array[] = []
  for (let p = 0; p < parts; p++) {
    const score = unpack(
      pack([
        learn(
          data.filter((_, i) => part(i) !== p),
          classes,
          18,
          4,
          p + 2,
        ).table(),
      ]),
    ).scores[0]!
    for (const [i, { list }] of data.entries()) if (part(i) === p) out[i] = tag(list, choose(score))
  }
  return out
}
