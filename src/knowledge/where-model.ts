/**
 * How well a place fits a claim: weights of a softmax regression, trained by scripts/train-where.ts; models/where.md is its card.
 *
 *     key`rel:${relation}/${group}`  ─▶  hash of "rel:under:obj:in/event"  ─▶  its weight
 *
 * The file spells features out; the reading only hashes their pieces one after the other, so that no string is made.
 */

/** Makes a feature of a template with up to three pieces: its weight for reading, the string itself for training. */
export type Key<F> = (pieces: TemplateStringsArray, a?: string | number, b?: string | number, c?: string | number) => F

/** Weights by feature. */
export interface WhereModel {
  /** The weight of a feature; one that is unknown weighs nothing. */
  readonly weight: Key<number>
}

const BASIS = 0x811c9dc5 | 0

/** FNV-1a, taken up where it was left. */
function on(h: number, text: string): number {
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** The hash of a feature: that of the string the template would make. */
const hashed: Key<number> = (pieces, a, b, c) => {
  let h = on(BASIS, pieces[0]!)
  if (a === undefined) return h
  h = on(on(h, typeof a === 'string' ? a : String(a)), pieces[1]!)
  if (b === undefined) return h
  h = on(on(h, typeof b === 'string' ? b : String(b)), pieces[2]!)
  return c === undefined ? h : on(on(h, typeof c === 'string' ? c : String(c)), pieces[3]!)
}

/** Read the model's file, a JSON object of weights. Throws `RangeError` on a weight that is no number. */
export function parseWhereModel(source: string): WhereModel {
  const entries = Object.entries(JSON.parse(source) as Record<string, number>)
  const size = 1 << Math.ceil(Math.log2(4 * entries.length + 1))
  const keys = new Int32Array(size)
  const weights = new Float64Array(size)
  /** Where a feature stands, or would: open addressing, and no weight is 0. */
  const slot = (feature: number): number => {
    let at = (feature ^ (feature >>> 15)) & (size - 1)
    while (weights[at] !== 0 && keys[at] !== feature) at = (at + 1) & (size - 1)
    return at
  }
  for (const [name, weight] of entries) {
    if (!Number.isFinite(weight)) throw new RangeError(`where.json: the weight of "${name}" is no number`)
    const feature = on(BASIS, name)
    const at = slot(feature)
    keys[at] = feature
    weights[at] = weight
  }
  return { weight: (pieces, a, b, c) => weights[slot(hashed(pieces, a, b, c))]! }
}
