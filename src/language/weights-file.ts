/**
 * Writes the weights of a trained model as `weights.ts` looks at them.
 *
 * 8 bits a weight, square-root companded (q = 127 sqrt(|w| / max), sign kept): linear 8 bits would
 * cost 2 to 4 points of LAS. Rows that know nothing are left out. Training is not done here, nor compression.
 */
import { BEFORE_REST, INSIDE, KINDS, SLOT, SQUARES, shapeOf, WIDE } from './weights.ts'

/** One trained table: `weights[row * classes + k]`. */
export interface Table {
  readonly bits: number
  readonly classes: readonly string[]
  readonly weights: Float32Array
}

/** Smaller values (of 127) are left out: they cost a third of the file and decide nothing (measured: 0.05 LAS). */
const SMALLEST = 10

/** Rows that know at least one class in three are kept with a value for every class, and so are all where classes are few. */
const FEW = 16
const leastOf = (width: number): number => (width <= FEW ? 0 : Math.max(9, Math.ceil(width / 3)))

/** Write a model file (before compression): the inverse of `unpack` up to rounding. */
export function pack(tables: readonly Table[], more: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const laid = tables.map((table) => LAID[shapeOf(table.classes.length)](rowsOf(table), table))
  const sizes = tables.map(({ bits }, i) => ({ bits, arrays: laid[i]!.map(({ length }) => length) }))
  const header = new TextEncoder().encode(
    JSON.stringify({ ...more, classes: tables.map(({ classes }) => classes), tables: sizes }),
  )
  const start = 4 + header.length
  const room = laid.flat().reduce((at, { byteLength }) => aligned(at) + byteLength, start)
  const out = new Uint8Array(room)
  new DataView(out.buffer).setUint32(0, header.length, true)
  out.set(header, 4)
  let at = start
  for (const { buffer, byteLength } of laid.flat()) {
    at = aligned(at)
    out.set(new Uint8Array(buffer, 0, byteLength), at)
    at += byteLength
  }
  return out
}

/** The same file with more said in its header. */
export function withHeader(file: Uint8Array, more: Readonly<Record<string, unknown>>): Uint8Array {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)))
  const text = JSON.stringify({ ...header, ...more })
  // Spaces behind it leave the arrays where they were, seen from the next multiple of 4.
  const next = new TextEncoder().encode(
    text + ' '.repeat((((length - new TextEncoder().encode(text).length) % 4) + 4) % 4),
  )
  const out = new Uint8Array(4 + next.length + file.length - 4 - length)
  new DataView(out.buffer).setUint32(0, next.length, true)
  out.set(next, 4)
  out.set(file.subarray(4 + length), 4 + next.length)
  return out
}

const aligned = (at: number): number => (at + 3) & ~3

/** What a row knows: class and companded value (its 8 bits) by turns. */
interface Row {
  readonly index: number
  readonly cells: readonly (readonly [k: number, value: number])[]
}

/** The rows that know something, ascending. */
function rowsOf({ bits, classes: { length: width }, weights }: Table): Row[] {
  let max = 0
  for (const w of weights) max = Math.max(max, Math.abs(w))
  const rows: Row[] = []
  for (let index = 0; index < 1 << bits; index++) {
    const cells: [number, number][] = []
    for (let k = 0; k < width; k++) {
      const w = weights[index * width + k]!
      const q = Math.round(127 * Math.sqrt(Math.abs(w) / max))
      if (q >= SMALLEST) cells.push([k, (w < 0 ? -q : q) & 255])
    }
    if (cells.length) rows.push({ index, cells })
  }
  return rows
}

type Arrays = readonly (Int16Array | Int32Array | Uint16Array)[]

const LAID = {
  single(rows: readonly Row[], { bits }: Table): Arrays {
    const table = new KINDS.single[0](1 << bits)
    for (const { index, cells } of rows) table[index] = SQUARES[cells[0]![1]]!
    return [table]
  },

  dense(rows: readonly Row[], { bits }: Table): Arrays {
    const table = new KINDS.dense[0](1 << bits)
    for (const { index, cells } of rows) {
      const half = [0, 0, 0]
      for (const [k, value] of cells) half[k] = SQUARES[value]! >> 1
      table[index] = ((half[0]! - half[2]!) << 16) | ((half[1]! - half[2]!) & 0xffff)
    }
    return [table]
  },

  sparse(rows: readonly Row[], { bits, classes: { length: width } }: Table): Arrays {
    const least = leastOf(width)
    const isWide = ({ cells }: Row): boolean => cells.length >= least
    const many = rows.filter(isWide).length
    if (many > WIDE && many < rows.length)
      throw new RangeError(`${many} wide rows do not fit into a model of many classes`)
    const [Wide, Marks, Slots, Rest] = KINDS.sparse
    const wide = new Wide((many + 1) * width)
    const marks = new Marks(2 << Math.max(0, bits - 5))
    const slots = new Slots(many === rows.length ? 0 : rows.length * SLOT)
    const rest: number[] = []
    let next = 0
    for (const [i, row] of rows.entries()) {
      const { index, cells } = row
      const group = (index >>> 5) << 1
      if (!marks[group]) marks[group + 1] = i
      marks[group]! |= 1 << index
      const slot = i * SLOT
      if (isWide(row)) {
        if (slots.length) slots.set([WIDE, next], slot)
        for (const [k, value] of cells) wide[next * width + k] = SQUARES[value]!
        next++
        continue
      }
      const entries = cells.map(([k, value]) => (k << 8) | value)
      slots[slot] = entries.length
      if (entries.length <= INSIDE) slots.set(entries, slot + 1)
      else {
        slots.set([...entries.slice(0, BEFORE_REST), rest.length & 0xffff, rest.length >>> 16], slot + 1)
        for (const entry of entries.slice(BEFORE_REST)) rest.push(entry)
      }
    }
    return [wide, marks, slots, Rest.from(rest)]
  },
}
