/**
 * Feature templates: readable lists of what a model looks at, compiled to tight loops over numbers.
 *
 *     atoms       s0.word = 81273, b0.tag = 551, ...      one integer each, filled in by the model
 *     template    's0.word b0.tag'                        a conjunction of up to four atoms
 *     feature     one 32-bit hash a template              rows of the weight table
 *
 * Hashing instead of a dictionary keeps the models small and the features free of strings.
 * What the atoms mean is each model's business.
 */

/** Templates over a fixed list of atoms: for each feature four atom indexes and a seed. */
export interface Templates {
  readonly size: number
  readonly parts: Uint16Array
  readonly seeds: Int32Array
}

/** FNV-1a over the UTF-16 code units `[from, to)`. */
export function hash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return scramble(h)
}

/** Spread the bits of a small or patterned integer. */
export function scramble(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}

/**
 * Compile templates: one conjunction a line or between bars, atoms separated by spaces.
 * Throws `RangeError` on an unknown atom or more than four, for that is a programmer's mistake.
 */
export function compile(atoms: readonly string[], source: string): Templates {
  const lines = source
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
  const parts = new Uint16Array(lines.length * 4)
  const seeds = new Int32Array(lines.length)
  for (const [row, line] of lines.entries()) {
    const names = line.split(/\s+/)
    if (names.length > 4) throw new RangeError(`Template "${line}" has ${names.length} atoms, more than 4`)
    for (const [column, name] of names.entries()) {
      const index = atoms.indexOf(name)
      if (index < 0) throw new RangeError(`Template "${line}" names the unknown atom "${name}"`)
      parts[row * 4 + column] = index + 1
    }
    seeds[row] = hash(line)
  }
  return { size: lines.length, parts, seeds }
}

/**
 * Fill `features` with one hash a template. `values[0]` is the neutral element and
 * must be 0; atom i stands at `values[i + 1]`. Features before `from` are left alone; returns where they end.
 */
export function expand({ size, parts, seeds }: Templates, values: Int32Array, features: Int32Array, from = 0): number {
  for (let row = 0, at = 0; row < size; row++, at += 4) {
    let h =
      seeds[row]! +
      Math.imul(values[parts[at]!]!, 0x9e3779b1) +
      Math.imul(values[parts[at + 1]!]!, 0x85ebca6b) +
      Math.imul(values[parts[at + 2]!]!, 0xc2b2ae35) +
      Math.imul(values[parts[at + 3]!]!, 0x27d4eb2f)
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    features[from + row] = h ^ (h >>> 13)
  }
  return from + size
}
