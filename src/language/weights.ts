/**
 * Weights of a linear model over hashed features, as they ship and as they are used.
 *
 * Shipped: 8 bits a weight, square-root companded (q = 127 sqrt(|w| / max), sign kept), rows
 * and classes with weight zero left out; linear 8 bits would cost 2 to 4 points of LAS.
 *
 *     file     JSON length · JSON header · one block a weight table
 *     block    row gaps (varint) · entries in each row · class of each entry · value of each entry
 *
 * In memory the square q|q| is kept as 16 bits, so scoring is integer addition. A scale
 * common to all classes changes no decision and is not stored. Training is not done here.
 */

/** Sums the weights of `n` features for every class; the returned array is reused by the next call. */
export type Score = (features: Int32Array, n: number) => ArrayLike<number>

/** What the header of a model file says. */
export interface Header {
  /** Class names, one list a weight table. */
  readonly classes: readonly (readonly string[])[]
  readonly tables: readonly { readonly bits: number; readonly rows: number; readonly entries: number }[]
  readonly [key: string]: unknown
}

/** A model file, unpacked. */
export interface Model {
  readonly header: Header
  readonly scores: readonly Score[]
}

/** Read an uncompressed model file. Throws `RangeError` when it is not one. */
export function unpack(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.length > 4 ? view.getUint32(0, true) : bytes.length
  if (length > bytes.length - 4) throw new RangeError(`Not a model file: header of ${length} in ${bytes.length} bytes`)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
  let at = 4 + length
  const scores = header.tables.map(({ bits, rows, entries }, table) => {
    const index = new Int32Array(rows)
    for (let row = 0, last = -1; row < rows; row++) {
      let gap = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!
        gap |= (byte & 127) << shift
        if (byte < 128) break
      }
      index[row] = last += gap
    }
    const counts = bytes.subarray(at, (at += rows))
    const classes = bytes.subarray(at, (at += entries))
    const values = new Int16Array(entries)
    for (let i = 0; i < entries; i++) {
      const q = (bytes[at + i]! << 24) >> 24
      values[i] = q * Math.abs(q)
    }
    at += entries
    const width = header.classes[table]!.length
    return width <= 4
      ? dense(bits, width, index, counts, classes, values)
      : sparse(bits, width, index, counts, classes, values)
  })
  return { header, scores }
}

function dense(
  bits: number,
  width: number,
  index: Int32Array,
  counts: Uint8Array,
  classes: Uint8Array,
  values: Int16Array,
): Score {
  const table = new Int16Array((1 << bits) * 4)
  for (let row = 0, entry = 0; row < index.length; row++)
    for (const end = entry + counts[row]!; entry < end; entry++)
      table[index[row]! * 4 + classes[entry]!] = values[entry]!
  const mask = (1 << bits) - 1
  const sums = new Int32Array(width)
  return (features, n) => {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let i = 0; i < n; i++) {
      const at = (features[i]! & mask) << 2
      a += table[at]!
      b += table[at + 1]!
      c += table[at + 2]!
      d += table[at + 3]!
    }
    sums[0] = a
    sums[1] = b
    sums[2] = c
    sums[3] = d
    return sums
  }
}

function sparse(
  bits: number,
  width: number,
  index: Int32Array,
  counts: Uint8Array,
  classes: Uint8Array,
  values: Int16Array,
): Score {
  const starts = new Int32Array((1 << bits) + 1)
  for (let row = 0; row < index.length; row++) starts[index[row]! + 1] = counts[row]!
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const mask = (1 << bits) - 1
  const sums = new Int32Array(width)
  return (features, n) => {
    sums.fill(0)
    for (let i = 0; i < n; i++) {
      const row = features[i]! & mask
      for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) sums[classes[at]!]! += values[at]!
    }
    return sums
  }
}

/** One trained table: `weights[row * classes + k]`. */
export interface Table {
  readonly bits: number
  readonly classes: readonly string[]
  readonly weights: Float32Array
}

/** Write a model file (before compression): the inverse of `unpack` up to rounding. */
export function pack(tables: readonly Table[], more: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const blocks: Uint8Array[] = []
  const sizes: Header['tables'][number][] = []
  for (const { bits, classes, weights } of tables) {
    let max = 0
    for (const w of weights) max = Math.max(max, Math.abs(w))
    const gaps: number[] = []
    const counts: number[] = []
    const columns: number[] = []
    const values: number[] = []
    const width = classes.length
    for (let row = 0, last = -1; row < 1 << bits; row++) {
      let count = 0
      for (let k = 0; k < width; k++) {
        const w = weights[row * width + k]!
        const q = Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / max))
        if (Math.abs(q) < 3) continue
        columns.push(k)
        values.push(q & 255)
        count++
      }
      if (!count) continue
      counts.push(count)
      let gap = row - last
      for (; gap > 127; gap >>= 7) gaps.push((gap & 127) | 128)
      gaps.push(gap)
      last = row
    }
    sizes.push({ bits, rows: counts.length, entries: values.length })
    for (const part of [gaps, counts, columns, values]) blocks.push(Uint8Array.from(part))
  }
  const header = new TextEncoder().encode(
    JSON.stringify({ ...more, classes: tables.map((table) => table.classes), tables: sizes }),
  )
  const out = new Uint8Array(4 + header.length + blocks.reduce((sum, block) => sum + block.length, 0))
  new DataView(out.buffer).setUint32(0, header.length, true)
  out.set(header, 4)
  let at = 4 + header.length
  for (const block of blocks) {
    out.set(block, at)
    at += block.length
  }
  return out
}
