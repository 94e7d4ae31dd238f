/** Trains the parser with a dynamic oracle: it learns from its own wrong turns (Goldberg and Nivre 2013). */

import type { Analysis } from '../../src/language/english.ts'
import { hash } from '../../src/language/features.ts'
import {
  ACTIONS,
  allowed,
  arc,
  attach,
  bestAction,
  initial,
  LEFT,
  RIGHT,
  SHIFT,
  type State,
  shift,
  unfinished,
} from '../../src/language/parser.ts'
import { actionFeatures, arcKey, FEATURES, labelFeatures } from '../../src/language/parser-features.ts'
import type { Table } from '../../src/language/weights-file.ts'
import type { Word } from '../../src/language/words.ts'
import { best, perceptron, random, shuffle } from './perceptron.ts'

/** A tagged sentence with its right tree; the root's head is n. */
export interface TreeExample {
  readonly words: readonly Word[]
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly heads: readonly number[]
  readonly labels: readonly number[]
}

export function trainParser(
  data: readonly TreeExample[],
  labelNames: readonly string[],
  rounds: number,
  seed: number,
): [Table, Table] {
  const actions = perceptron(22, ACTIONS)
  const labels = perceptron(20, labelNames)
  const root = labelNames.indexOf('root')
  const next = random(seed)
  const order = [...data]
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    let all = 0
    for (const { words, upos, xpos, heads, labels: gold } of shuffle(order, next)) {
      const s = initial(words, upos, xpos)
      while (unfinished(s)) {
        const n = actionFeatures(s)
        const sums = actions.score(FEATURES, n)
        const said = bestAction(s, sums)
        const costs = [cost(s, SHIFT, heads), cost(s, LEFT, heads), cost(s, RIGHT, heads)]
        const least = Math.min(...costs)
        let right = -1
        for (let a = 0; a < 3; a++) if (costs[a] === least && (right < 0 || sums[a]! > sums[right]!)) right = a
        all++
        actions.tick()
        const mistaken = costs[said] !== least
        if (mistaken) {
          wrong++
          actions.update(FEATURES, n, right, said)
        }
        const action = mistaken && (round < 1 || next() > 0.9) ? right : said
        if (action === SHIFT) shift(s)
        else {
          const [head, child] = arc(s, action)
          let label = root
          if (head < s.n) {
            const m = labelFeatures(s, head, child)
            label = best(labels.score(FEATURES, m))
            labels.tick()
            if (heads[child] === head && label !== gold[child]) labels.update(FEATURES, m, gold[child]!, label)
          }
          attach(s, head, label)
        }
      }
    }
    console.log(`parser round ${round + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong`)
  }
  return [actions.table(), labels.table()]
}

/** How many right arcs an action puts out of reach. */
function cost(s: State, action: number, heads: readonly number[]): number {
  if (!allowed(s, action)) return Number.POSITIVE_INFINITY
  const { stack, depth, buffer, n } = s
  let lost = 0
  if (action === SHIFT) {
    for (let i = 0; i < depth - 1; i++) if (heads[buffer] === stack[i]) lost++
    for (let i = 0; i < depth; i++) if (heads[stack[i]!] === buffer) lost++
    return lost
  }
  const s0 = stack[depth - 1]!
  for (let i = buffer; i < n; i++) if (heads[i] === s0) lost++
  if (action === LEFT)
    return lost + (depth > 1 && heads[s0] === stack[depth - 2] ? 1 : 0) + (heads[s0]! > buffer ? 1 : 0)
  return lost + (heads[s0]! >= buffer ? 1 : 0)
}

/** An arc leaves no doubt when its label was seen so often, and so seldom another. */
const OFTEN = 50
const ALWAYS = 0.995

/** The labels that the trained parser hardly ever gives otherwise, by `arcKey`: measured on `analyses` of what it was trained on. */
export function certainLabels(analyses: Iterable<Analysis>, labelNames: readonly string[]): [number, number][] {
  const seen = new Map<number, Map<string, number>>()
  for (const { words, upos, xpos, heads, deprels } of analyses)
    for (const [i, head] of heads.entries()) {
      if (head < 0) continue
      const key = arcKey(words[i]!.lower, hash(`X${upos[i]}|${xpos[i]}`), hash(`U${upos[head]}`), head < i)
      let counts = seen.get(key)
      if (!counts) seen.set(key, (counts = new Map()))
      counts.set(deprels[i]!, (counts.get(deprels[i]!) ?? 0) + 1)
    }
  return [...seen].flatMap(([key, counts]): [number, number][] => {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const [label, n] = [...counts].reduce((top, one) => (one[1] > top[1] ? one : top))
    return all >= OFTEN && n >= ALWAYS * all ? [[key, labelNames.indexOf(label)]] : []
  })
}
