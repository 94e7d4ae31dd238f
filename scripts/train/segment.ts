/** Trains the borders of sentences and tokens. */
import { BORDERS } from '../../src/language/border-rules.ts'
import { atoms, borders, stretch } from '../../src/language/segment.ts'
import type { Table } from '../../src/language/weights-file.ts'
import type { Words } from '../../src/language/words.ts'
import type { GoldDocument } from './conllu.ts'
import { best, perceptron, random, shuffle } from './perceptron.ts'

export function trainSegment(documents: readonly GoldDocument[], words: Words, rounds: number): Table {
  const data = documents.flatMap((document) => paragraphs(document, words))
  const model = perceptron(19, BORDERS)
  const next = random(1)
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const { s, gold } of shuffle(data, next))
      borders(s, (features, n, i) => {
        const said = best(model.score(features, n))
        const right = gold[i]!
        model.tick()
        if (said !== right) {
          model.update(features, n, right, said)
          wrong++
        }
        return right
      })
    console.log(`segment round ${round + 1}: ${wrong} wrong`)
  }
  return model.table()
}

/** The paragraphs of a document with the right border before each atom. */
function paragraphs({ text, sentences }: GoldDocument, words: Words) {
  const border = new Map<number, number>()
  for (const { spans } of sentences) for (const [i, [start]] of spans.entries()) border.set(start, i ? 1 : 2)
  const out = []
  for (const { 0: paragraph, index } of text.matchAll(/(?:(?!\n\n)[\s\S])+/g)) {
    const list = atoms(text, { start: index, end: index + paragraph.length })
    out.push({ s: stretch(text, list, words), gold: list.map(({ start }) => border.get(start) ?? 0) })
  }
  return out
}
