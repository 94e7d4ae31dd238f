/**
 * Weights of a linear model over hashed features, and how they are summed.
 *
 *     file    JSON length · JSON header · the arrays of each weight table, as they lie in memory
 *
 * The arrays are looked at where they stand: opening a file decodes nothing. A weight is a square q|q| of
 * 8 bits q, so scoring is integer addition; a scale common to all classes changes no decision
 * and is not kept. What lies in which array is settled by `weights-file.ts`, which writes them.
 */

/** Sums the weights of the features `[from, n)` for every class; the returned array is reused by the next call. */
export type Score = (features: Int32Array, n: number, from?: number) => ArrayLike<number>

/** What the header of a model file says. `arrays`: how many elements each array of a table has. */
export interface Header {
  /** Class names, one list a weight table. */
  readonly classes: readonly (readonly string[])[]
  readonly tables: readonly { readonly bits: number; readonly arrays: readonly number[] }[]
  readonly [key: string]: unknown
}

/** A model file, unpacked. */
export interface Model {
  readonly header: Header
  readonly scores: readonly Score[]
}

/** Read an uncompressed model file. Throws `RangeError` when it is not one. */
export function unpack(file: Uint8Array): Model {
  // Arrays of 4 bytes an element can only be looked at where 4 divides their place.
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file)
  const length = bytes.length > 4 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) : bytes.length
  if (length > bytes.length - 4) throw new RangeError(`Not a model file: header of ${length} in ${bytes.length} bytes`)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
  let at = 4 + length
  const scores = header.tables.map(({ bits, arrays }, table) => {
    const width = header.classes[table]!.length
    const parts = arrays.map((elements, i): Lying => {
      at = (at + 3) & ~3
      const Kind = KINDS[shapeOf(width)][i]!
      if (at + elements * Kind.BYTES_PER_ELEMENT > bytes.length)
        throw new RangeError(`Not a model file: array ${i} of table ${table} ends behind its ${bytes.length} bytes`)
      const array = new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, elements)
      at += array.byteLength
      return array
    })
    return SCORERS[shapeOf(width)]({ bits, width, parts })
  })
  return { header, scores }
}

/** How a table lies: by how many classes it has. */
export type Shape = 'single' | 'dense' | 'sparse'
export const shapeOf = (width: number): Shape => (width === 1 ? 'single' : width === 3 ? 'dense' : 'sparse')

type Lying = Int16Array | Int32Array | Uint16Array

/** The arrays of each shape, in order. Little-endian, each from a multiple of 4 bytes. */
export const KINDS = {
  single: [Int16Array],
  dense: [Int32Array],
  sparse: [Int16Array, Int32Array, Uint16Array, Uint16Array],
} as const satisfies Record<Shape, readonly unknown[]>

interface Table {
  readonly bits: number
  readonly width: number
  readonly parts: readonly Lying[]
}

const SCORERS: Readonly<Record<Shape, (table: Table) => Score>> = { single, dense, sparse }

/** One class: a value a row. */
function single({ bits, parts }: Table): Score {
  const [table] = parts as readonly [Int16Array]
  const mask = (1 << bits) - 1
  const sums = new Int32Array(1)
  return (features, n, from = 0) => {
    let sum = 0
    for (let i = from; i < n; i++) sum += table[features[i]! & mask]!
    sums[0] = sum
    return sums
  }
}

/**
 * Three classes in one integer a row: only differences to the third class decide, so two
 * halves of 16 bits are enough, and a feature costs one look into memory.
 */
function dense({ bits, parts }: Table): Score {
  const [table] = parts as readonly [Int32Array]
  const mask = (1 << bits) - 1
  const sums = new Int32Array(3)
  return (features, n, from = 0) => {
    let a = 0
    let b = 0
    for (let i = from; i < n; i++) {
      const cell = table[features[i]! & mask]!
      a += cell >> 16
      b += (cell << 16) >> 16
    }
    sums[0] = a
    sums[1] = b
    return sums
  }
}

/** In the count of a slot: the row is wide, and its place among the wide ones follows. */
export const WIDE = 0xffff

/** What a slot holds: a count, then so many entries; of longer rows two fewer, and where the rest stand. */
export const SLOT = 8
export const INSIDE = SLOT - 1
export const BEFORE_REST = INSIDE - 2

/**
 * Many classes: a row lists only those it knows something about, one entry of class and value
 * (8 bits each). Rows lie far apart, so what is slow is memory and guessing: which rows there are is
 * told by bits that stay in the cache, most rows fit into one slot of 16 bytes, and the slots are fetched
 * without a branch before any is looked at. Few rows are wide, with a value for every class,
 * but they hold half of the entries that are met; behind them stands one of zeros.
 *
 *     marks    bits of 32 rows, rows before them │ ...
 *     slots    count e e e e e e e │ WIDE place │ count e e e e e rest rest │ ...; none where all rows are wide
 */
function sparse({ bits, width, parts }: Table): Score {
  const [wide, marks, slots, rest] = parts as readonly [Int16Array, Int32Array, Uint16Array, Uint16Array]
  const nothing = wide.length - width
  const mask = (1 << bits) - 1
  const sums = new Int32Array(width)
  let rows = new Int32Array(256)
  let heads = new Int32Array(256)
  let broad = new Int32Array(256)
  return (features, n, from = 0) => {
    if (n + 4 > rows.length) {
      rows = new Int32Array(2 * n + 4)
      heads = new Int32Array(2 * n + 4)
      broad = new Int32Array(2 * n + 4)
    }
    let found = 0
    for (let i = from; i < n; i++) {
      const index = features[i]! & mask
      const group = (index >>> 5) << 1
      const marked = marks[group]!
      const bit = 1 << index
      rows[found] = marks[group + 1]! + ones(marked & (bit - 1))
      found += Number((marked & bit) !== 0)
    }
    sums.fill(0)
    let more = 0
    if (slots.length) {
      for (let i = 0; i < found; i++) heads[i] = slots[rows[i]! * SLOT]!
      for (let i = 0; i < found; i++) {
        const count = heads[i]!
        const slot = rows[i]! * SLOT
        if (count === WIDE) {
          broad[more++] = slots[slot + 1]! * width
          continue
        }
        const end = slot + 1 + (count > INSIDE ? BEFORE_REST : count)
        for (let at = slot + 1; at < end; at++) {
          const cell = slots[at]!
          sums[cell >> 8]! += SQUARES[cell & 255]!
        }
        if (count <= INSIDE) continue
        const start = slots[end]! | (slots[end + 1]! << 16)
        for (let at = start, stop = start + count - BEFORE_REST; at < stop; at++) {
          const cell = rest[at]!
          sums[cell >> 8]! += SQUARES[cell & 255]!
        }
      }
    } else for (; more < found; more++) broad[more] = rows[more]! * width
    // Four rows at once: what a class has so far is fetched and put back once for all of them.
    for (; more & 3; more++) broad[more] = nothing
    for (let i = 0; i < more; i += 4) {
      const [a, b, c, d] = [broad[i]!, broad[i + 1]!, broad[i + 2]!, broad[i + 3]!]
      for (let k = 0; k < width; k++) sums[k]! += wide[a + k]! + wide[b + k]! + wide[c + k]! + wide[d + k]!
    }
    return sums
  }
}

/** How many bits are set. */
function ones(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The square of a value, with its sign, by the value's 8 bits. */
export const SQUARES = Int32Array.from({ length: 256 }, (_, bits) => {
  const q = (bits << 24) >> 24
  return q < 0 ? -q * q : q * q
})
