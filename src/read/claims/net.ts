/**
 * What a candidate tells of by the meaning of the words around it: a network with one hidden layer over word vectors.
 *
 *     "The army choked off Sohl."   choke off: in no frame, but its vector lies beside besiege and blockade
 *
 * It gives the probability that the candidate is told times that of each type, if it is: what is told
 * is learned from all types together, so that a type seldom coded gains by the others. What one word adds
 * to the hidden layer in one slot is always the same, so it is computed once and remembered.
 */
import type { ClaimNet } from '../../knowledge/claim-net.ts'
import type { Stretch } from './features.ts'
import type { Scene } from './frames.ts'
import { CLAUSE, near, rowsOf, SENTENCE, wider } from './slots.ts'

/** What the frames that match at a candidate are trusted, by class from 0 ("none" left out). */
export type Votes = ReadonlyMap<number, number>

/** Contributions remembered at most; then remembering starts anew. */
const REMEMBERED = 1 << 15

/** A candidate less likely than this to be told at all is not asked what it tells of: halved, it is below what is looked at. */
const DEAF = 0.04

/** The network, ready to read: probabilities by class ("none" left out) of every candidate of a stretch. */
export type Reader = (scene: Scene, stretch: Stretch, votes: readonly (Votes | null)[]) => Float64Array[]

const readers = new WeakMap<ClaimNet, Reader>()

/** The reader of a network; made once, as it remembers. */
export function readerOf(net: ClaimNet): Reader {
  let reader = readers.get(net)
  if (!reader) readers.set(net, (reader = makeReader(net)))
  return reader
}

function makeReader(net: ClaimNet): Reader {
  const { hidden, classes, vectors, bias, types, typeBias, told, frames, direct } = net
  const add = adder(net)
  const rowsKnown = new WeakMap<Scene, Int32Array>()
  const layer = new Float32Array(hidden)
  return (scene, { sentence: index, candidates }, votes) => {
    if (!candidates.length) return []
    let rows = rowsKnown.get(scene)
    if (!rows) rowsKnown.set(scene, (rows = rowsOf(scene, vectors)))
    const extent = scene.reading.sentences[index]!
    const { sentence, clauses } = wider(scene, extent)
    const base = new Float32Array(bias)
    for (const token of sentence) add(base, SENTENCE, rows[token]!, 1 / sentence.length)
    const sums = new Map<number, Float32Array>()
    return candidates.map(({ token }, at) => {
      layer.set(base)
      const slots = near(scene, token, extent)
      for (let slot = 0; slot < slots.length; slot++) {
        const tokens = slots[slot]!
        for (let i = 0; i < tokens.length; i++) add(layer, slot, rows[tokens[i]!]!, 1 / tokens.length)
      }
      // The clause without the candidate itself: the sum of all, less its own part.
      const home = scene.view.clause[token]!
      const members = clauses.get(home) ?? []
      const inside = members.includes(token)
      const others = members.length - Number(inside)
      if (others > 0) {
        let sum = sums.get(home)
        if (!sum) {
          sums.set(home, (sum = new Float32Array(hidden)))
          for (const member of members) add(sum, CLAUSE, rows[member]!, 1)
        }
        const share = 1 / others
        for (let h = 0; h < hidden; h++) layer[h]! += sum[h]! * share
        if (inside) add(layer, CLAUSE, rows[token]!, -share)
      }
      const own = votes[at]
      let tells = net.toldBias
      if (own) {
        let best = 0
        for (const [k, trust] of own) {
          best = Math.max(best, trust)
          const from = k * hidden
          const match = (classes + k) * hidden
          for (let h = 0; h < hidden; h++) layer[h]! += trust * frames[from + h]! + frames[match + h]!
        }
        tells += direct[2] * best
      }
      for (let h = 0; h < hidden; h++) if (layer[h]! > 0) tells += layer[h]! * told[h]!
      const p = new Float64Array(classes)
      const chance = 1 / (1 + Math.exp(-tells))
      if (chance < DEAF) return p
      p.set(typeBias)
      for (let h = 0; h < hidden; h++) {
        const value = layer[h]!
        if (value > 0) for (let k = 0, from = h * classes; k < classes; k++) p[k]! += value * types[from + k]!
      }
      if (own) for (const [k, trust] of own) p[k]! += direct[0] * trust + direct[1]
      return spread(p, chance)
    })
  }
}

/** Adds what a word says in a slot, times its share, to a hidden layer. What it says is computed once and remembered. */
function adder({ hidden, vectors, words, slots }: ClaimNet) {
  const { dims, scale, rows } = vectors
  const count = rows.length / dims
  const places = new Int32Array(slots * count).fill(-1)
  const known = new Float32Array(REMEMBERED * hidden)
  const sums = new Float64Array(hidden)
  let used = 0
  const learn = (slot: number, row: number): number => {
    if (used === REMEMBERED) {
      places.fill(-1)
      used = 0
    }
    sums.fill(0)
    const x = row * dims
    let i = 0
    let at = slot * dims * hidden
    // Four numbers of the vector at a time: a sum is fetched and put back once for all of them.
    for (; i + 4 <= dims; i += 4, at += 4 * hidden) {
      const a = rows[x + i]! * scale
      const b = rows[x + i + 1]! * scale
      const c = rows[x + i + 2]! * scale
      const d = rows[x + i + 3]! * scale
      for (let h = 0, w = at; h < hidden; h++, w++)
        sums[h]! += a * words[w]! + b * words[w + hidden]! + c * words[w + 2 * hidden]! + d * words[w + 3 * hidden]!
    }
    for (; i < dims; i++, at += hidden)
      for (let h = 0; h < hidden; h++) sums[h]! += rows[x + i]! * scale * words[at + h]!
    const from = used++ * hidden
    known.set(sums, from)
    return from
  }
  return (into: Float32Array, slot: number, row: number, share: number): void => {
    if (row < 0) return
    const at = slot * count + row
    let from = places[at]!
    if (from < 0) places[at] = from = learn(slot, row)
    for (let h = 0; h < hidden; h++) into[h]! += known[from + h]! * share
  }
}

/** Log odds to probabilities that sum to `whole`, in place. */
function spread(odds: Float64Array, whole: number): Float64Array {
  let max = Number.NEGATIVE_INFINITY
  for (let k = 0; k < odds.length; k++) if (odds[k]! > max) max = odds[k]!
  let sum = 0
  for (let k = 0; k < odds.length; k++) sum += odds[k] = Math.exp(odds[k]! - max)
  for (let k = 0; k < odds.length; k++) odds[k]! *= whole / sum
  return odds
}
