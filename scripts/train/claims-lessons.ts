/** Lessons of the network of read/claims/net.ts as numbers: what each candidate's words put into it, and what is coded around it. */
import type { Vectors } from '../../src/language/vectors.ts'
import type { Scene } from '../../src/read/claims/frames.ts'
import type { Votes } from '../../src/read/claims/net.ts'
import { CLAUSE, near, rowsOf, SENTENCE, SLOTS, wider } from '../../src/read/claims/slots.ts'
import type { Example } from './claims-model.ts'

/** A sentence to learn from. Labels of its claims count from 1; `votes` is one entry a candidate. */
export interface Lesson extends Example {
  readonly scene: Scene
  readonly votes: readonly (Votes | null)[]
}

/** A word of the codebook and the class (from 0) its frame gives. */
export interface Entry {
  readonly lemmas: readonly string[]
  readonly label: number
}

/** What stands before the hidden layer is made larger while learning: vectors are short. */
export const GAIN = 4

/** A frame that matches: its class from 0, and what it is trusted. */
export interface Vote {
  readonly k: number
  readonly trust: number
}

/** A lesson as numbers: inputs of its candidates, and which of them may tell each claim. Labels count from 0. */
export interface Row {
  readonly x: Float32Array
  readonly votes: readonly (readonly Vote[])[]
  readonly claims: readonly { readonly label: number; readonly options: readonly number[] }[]
  /** For each candidate the classes coded around it. */
  readonly inside: readonly Readonly<Record<number, true>>[]
}

const rowsKnown = new WeakMap<Scene, Int32Array>()

/** A lesson as numbers. */
export function flat({ scene, stretch, spans, claims, votes }: Lesson, vectors: Vectors): Row {
  const { dims } = vectors
  let rows = rowsKnown.get(scene)
  if (!rows) rowsKnown.set(scene, (rows = rowsOf(scene, vectors)))
  const extent = scene.reading.sentences[stretch.sentence]!
  const { sentence, clauses } = wider(scene, extent)
  const x = new Float32Array(stretch.candidates.length * SLOTS * dims)
  for (const [c, { token }] of stretch.candidates.entries()) {
    const members = (clauses.get(scene.view.clause[token]!) ?? []).filter((other) => other !== token)
    const slots = new Map([...near(scene, token, extent).entries(), [CLAUSE, members], [SENTENCE, sentence]])
    for (const [slot, tokens] of slots)
      for (const one of tokens) addVector(x, (c * SLOTS + slot) * dims, vectors, rows[one]!, 1 / tokens.length)
  }
  const found = claims.map(({ start, end, label }) => ({
    label: label - 1,
    options: spans.flatMap((span, c) => (start < span.end && span.start < end ? [c] : [])),
  }))
  return {
    x,
    votes: votes.map((own) => [...(own ?? [])].map(([k, trust]) => ({ k, trust }))),
    claims: found.filter(({ options }) => options.length),
    inside: spans.map((_, c) =>
      Object.fromEntries(found.flatMap(({ label, options }) => (options.includes(c) ? [[label, true as const]] : []))),
    ),
  }
}

/** Words of the codebook as inputs of the candidate's own slot: the mean of their vectors. */
export function shownOf(
  entries: readonly Entry[],
  vectors: Vectors,
): { readonly x: Float32Array; readonly label: number }[] {
  return entries.flatMap(({ lemmas, label }) => {
    const rows = lemmas.map((lemma) => vectors.row(lemma))
    if (rows.includes(-1)) return []
    const x = new Float32Array(vectors.dims)
    for (const row of rows) addVector(x, 0, vectors, row, 1 / rows.length)
    return [{ x, label }]
  })
}

function addVector(x: Float32Array, from: number, vectors: Vectors, row: number, share: number): void {
  if (row < 0) return
  const factor = GAIN * vectors.scale * share
  for (let i = 0; i < vectors.dims; i++) x[from + i]! += vectors.rows[row * vectors.dims + i]! * factor
}
