/**
 * Weights of a linear model over hashed features, as they ship and as they are used.
 *
 * Shipped: 8 bits a weight, square-root companded (q = 127 sqrt(|w| / max), sign kept);
 * linear 8 bits would cost 2 to 4 points of LAS. Rows that know nothing are left out.
 *
 *     file     JSON length · JSON header · one block a weight table
 *     block    row gaps (varint) · entries in each row · class of each entry · value of each entry
 *              with three classes: row gaps · one value for each class
 *
 * In memory the square q|q| is kept as 16 bits, so scoring is integer addition. A scale
 * common to all classes changes no decision and is not stored. Training is not done here.
 */

/** Sums the weights of the features `[from, n)` for every class; the returned array is reused by the next call. */
export type Score = (features: Int32Array, n: number, from?: number) => ArrayLike<number>

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
    const width = header.classes[table]!.length
    const listed = width !== 3
    const indexes = new Int32Array(rows)
    at = rowIndexes(bytes, at, indexes)
    const block: Block = {
      bits,
      width,
      indexes,
      counts: listed ? bytes.subarray(at, (at += rows)) : bytes.subarray(0, 0),
      classes: listed ? bytes.subarray(at, (at += entries)) : bytes.subarray(0, 0),
      values: bytes.subarray(at, (at += entries)),
    }
    return width === 1 ? single(block) : listed ? sparse(block) : dense(block)
  })
  return { header, scores }
}

/** One table as it lies in the file, where its rows stand worked out. Values are bytes yet, their sign not looked at. */
interface Block {
  readonly bits: number
  readonly width: number
  readonly indexes: Int32Array
  readonly counts: Uint8Array
  readonly classes: Uint8Array
  readonly values: Uint8Array
}

/** Work out the index of every row from the gaps that begin at `at`; says where they end. Millions of rows: a plain loop. */
function rowIndexes(bytes: Uint8Array, at: number, indexes: Int32Array): number {
  let next = at
  for (let i = 0, row = -1; i < indexes.length; i++) {
    let byte = bytes[next++]!
    let gap = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[next++]!
      gap |= (byte & 127) << shift
    }
    indexes[i] = row += gap
  }
  return next
}

/**
 * Three classes in one integer a row: only differences to the third class decide, so two
 * halves of 16 bits are enough, and a feature costs one look into memory.
 */
function dense({ bits, indexes, values }: Block): Score {
  const table = new Int32Array(1 << bits)
  for (let i = 0, at = 0; i < indexes.length; i++, at += 3) {
    const third = SQUARES[values[at + 2]!]! >> 1
    const first = (SQUARES[values[at]!]! >> 1) - third
    table[indexes[i]!] = (first << 16) | (((SQUARES[values[at + 1]!]! >> 1) - third) & 0xffff)
  }
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

/** One class: a value a row. */
function single({ bits, indexes, values }: Block): Score {
  const table = new Int16Array(1 << bits)
  for (let i = 0; i < indexes.length; i++) table[indexes[i]!] = SQUARES[values[i]!]!
  const mask = (1 << bits) - 1
  const sums = new Int32Array(1)
  return (features, n, from = 0) => {
    let sum = 0
    for (let i = from; i < n; i++) sum += table[features[i]! & mask]!
    sums[0] = sum
    return sums
  }
}

/** Rows that know at least one class in three are kept with a value for every class, and so are all where classes are few. */
const WIDE = 0xffff
const FEW = 16

/** What a slot holds: a count, then so many entries; of longer rows two fewer, and where the rest stand. */
const SLOT = 8
const INSIDE = SLOT - 1
const BEFORE_REST = INSIDE - 2

/**
 * Many classes: a row lists only those it knows something about, one entry of class and value
 * (8 bits each). Rows lie far apart, so what is slow is memory and guessing: which rows there are is
 * told by bits that stay in the cache, most rows fit into one slot of 16 bytes, and the slots are fetched
 * without a branch before any is looked at. Few rows are wide, but they hold half of the entries that are met.
 *
 *     marks    bits of 32 rows, rows before them │ ...
 *     slots    count e e e e e e e │ WIDE place │ count e e e e e rest rest │ ...
 */
function sparse({ bits, width, indexes, counts, classes, values }: Block): Score {
  // From so many entries on a row is wide.
  const least = width <= FEW ? 0 : Math.max(9, Math.ceil(width / 3))
  let many = 0
  let over = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count >= least) many++
    else if (count > INSIDE) over += count - BEFORE_REST
  }
  // Behind the wide rows stands one of zeros.
  const nothing = many * width
  const wide = new Int16Array(nothing + width)
  const marks = new Int32Array(2 << Math.max(0, bits - 5))
  const slots = new Uint16Array(many === counts.length ? 0 : counts.length * SLOT)
  const rest = new Uint16Array(over)
  for (let i = 0, entry = 0, next = 0, left = 0; i < indexes.length; i++) {
    const index = indexes[i]!
    const group = (index >>> 5) << 1
    if (!marks[group]) marks[group + 1] = i
    marks[group]! |= 1 << index
    const count = counts[i]!
    const end = entry + count
    const slot = i * SLOT
    if (count >= least) {
      if (many < counts.length) {
        slots[slot] = WIDE
        slots[slot + 1] = next
      }
      for (let at = next++ * width; entry < end; entry++) wide[at + classes[entry]!] = SQUARES[values[entry]!]!
    } else {
      slots[slot] = count
      let at = slot
      if (count > INSIDE) {
        slots[slot + INSIDE - 1] = left & 0xffff
        slots[slot + INSIDE] = left >>> 16
        for (const inside = entry + BEFORE_REST; entry < inside; entry++)
          slots[++at] = (classes[entry]! << 8) | values[entry]!
        for (; entry < end; entry++) rest[left++] = (classes[entry]! << 8) | values[entry]!
      } else for (; entry < end; entry++) slots[++at] = (classes[entry]! << 8) | values[entry]!
    }
  }
  if (many > WIDE && slots.length) throw new RangeError(`${many} wide rows do not fit into a model of many classes`)
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
const SQUARES = Int32Array.from({ length: 256 }, (_, bits) => {
  const q = (bits << 24) >> 24
  return q < 0 ? -q * q : q * q
})

/** Smaller values (of 127) are left out: they cost a third of the file and decide nothing (measured: 0.05 LAS). */
const SMALLEST = 10

/** One trained table: `weights[row * classes + k]`. */
export interface Table {
  readonly bits: number
  readonly classes: readonly string[]
  readonly weights: Float32Array
}

/** Write a model file (before compression): the inverse of `unpack` up to rounding. */
export function pack(tables: readonly Table[], more: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const blocks: Uint8Array[] = []
  const sizes = tables.map((table) => {
    const { gaps, counts, classes, values } = columns(table)
    const listed = table.classes.length !== 3
    for (const part of listed ? [gaps, counts, classes, values] : [gaps, values]) blocks.push(Uint8Array.from(part))
    return { bits: table.bits, rows: counts.length, entries: values.length }
  })
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

/** A table as columns of bytes: companded, without what is too small to matter. */
function columns({ bits, classes: { length: width }, weights }: Table) {
  let max = 0
  for (const w of weights) max = Math.max(max, Math.abs(w))
  const gaps: number[] = []
  const counts: number[] = []
  const classes: number[] = []
  const values: number[] = []
  for (let row = 0, last = -1; row < 1 << bits; row++) {
    const cells = Array.from(weights.subarray(row * width, (row + 1) * width), (w) => {
      const q = Math.round(127 * Math.sqrt(Math.abs(w) / max))
      return q < SMALLEST ? 0 : w < 0 ? -q : q
    })
    const count = cells.filter(Boolean).length
    if (!count) continue
    counts.push(count)
    for (const [k, q] of cells.entries())
      if (q || width === 3) {
        classes.push(k)
        values.push(q & 255)
      }
    let gap = row - last
    for (; gap > 127; gap >>= 7) gaps.push((gap & 127) | 128)
    gaps.push(gap)
    last = row
  }
  return { gaps, counts, classes, values }
}
