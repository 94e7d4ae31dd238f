/**
 * Writes the gazetteer's file, which gazetteer-format.ts lays out and reads. Only the build needs it
 * (scripts/build-gazetteer.ts); what goes into it is decided there.
 */
import { BLOCK, COLUMNS, type Column, FEATURES, type Feature, type Header, LOOSE, SCALE } from './gazetteer-format.ts'

/** One place to be written. Degrees WGS 84. `id` is GeoNames' (0 for areas, which are known by their codes). */
export interface GazetteerRow {
  readonly id: number
  readonly name: string
  readonly keys: readonly string[]
  readonly alternates: readonly string[]
  /** Names to be found in any romanisation. */
  readonly loose: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly feature: Feature
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

/** Pack the rows. Key = `fold`ed name, or "~" and the `loosely` folded one; a posting is row * 2, plus 1 when the name is only an alternate. */
export function encodeGazetteer(
  rows: readonly GazetteerRow[],
  fold: (name: string) => string,
  loosely: (name: string) => string,
): Uint8Array {
  const area = (row: GazetteerRow) => [row.country, row.admin1, row.admin2].filter(Boolean).join('.')
  const sorted = rows
    .map((row) => ({ row, area: area(row) }))
    .sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : a.row.id - b.row.id))
  const areas = [...new Set(sorted.map((entry) => entry.area))]
  const areaIndex = new Map(areas.map((code, index) => [code, index]))
  const text = new TextEncoder()
  const names = sorted.map(({ row }) => text.encode(row.name).subarray(0, 255))
  const columns: Record<Column, number[]> = {
    id: sorted.map(({ row }) => row.id),
    lat: sorted.map(({ row }) => Math.round(row.lat * SCALE)),
    lon: sorted.map(({ row }) => Math.round(row.lon * SCALE)),
    population: sorted.map(({ row }) => round2(row.population)),
    feature: sorted.map(({ row }) => FEATURES.indexOf(row.feature)),
    area: sorted.map((entry) => areaIndex.get(entry.area)!),
    nameLength: names.map((name) => name.length),
  }

  const keys = keysOf(
    sorted.map(({ row }) => row),
    fold,
    loosely,
  )
  const packed = pack(keys)
  const sections = [
    ...COLUMNS.map((name) => Uint8Array.from(deltas(columns[name]))),
    concat(names),
    Uint8Array.from(deltas(packed.keyBlocks)),
    Uint8Array.from(deltas(packed.postBlocks)),
    Uint8Array.from(packed.keyBytes),
    Uint8Array.from(packed.postBytes),
  ]
  const header: Header = {
    rows: sorted.length,
    keys: keys.length,
    areas,
    sections: sections.map((section) => section.length),
  }
  const head = text.encode(JSON.stringify(header))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, head.length, true)
  return concat([size, head, ...sections])
}

/** A key as bytes, and the rows that are called so: 1 where the name is only an alternate. */
interface Key {
  readonly bytes: Uint8Array
  readonly found: ReadonlyMap<number, number>
}

/** The keys of all rows, in order of their bytes; those of one letter and of more than 60 bytes are left out. */
function keysOf(
  rows: readonly GazetteerRow[],
  fold: (name: string) => string,
  loosely: (name: string) => string,
): Key[] {
  const text = new TextEncoder()
  const postings = new Map<string, Map<number, number>>()
  for (const [index, row] of rows.entries())
    for (const [list, flag, form] of [
      [row.loose, 1, (name: string) => LOOSE + loosely(name)],
      [row.alternates, 1, fold],
      [row.keys, 0, fold],
    ] as const)
      for (const name of list) {
        const key = form(name)
        if (key.length < 2 || text.encode(key).length > 60) continue
        let known = postings.get(key)
        if (!known) postings.set(key, (known = new Map()))
        known.set(index, flag)
      }
  return [...postings]
    .map(([key, found]) => ({ bytes: text.encode(key), found }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes))
}

/** Keys in blocks, each key without what it shares with the one before; where the blocks begin; the rows of each key. */
function pack(keys: readonly Key[]) {
  const keyBytes: number[] = []
  const keyBlocks: number[] = []
  const postBytes: number[] = []
  const postBlocks: number[] = []
  let before = new Uint8Array()
  for (const [index, { bytes, found }] of keys.entries()) {
    if (index % BLOCK === 0) {
      keyBlocks.push(keyBytes.length)
      postBlocks.push(postBytes.length)
      before = new Uint8Array()
    }
    let shared = 0
    while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++
    keyBytes.push(shared, bytes.length - shared)
    for (const byte of bytes.subarray(shared)) keyBytes.push(byte)
    const list = [...found].map(([row, flag]) => row * 2 + flag).sort((a, b) => a - b)
    writeVarint(postBytes, list.length)
    let last = 0
    for (const value of list) {
      writeVarint(postBytes, value - last)
      last = value
    }
    before = new Uint8Array(bytes)
  }
  return { keyBytes, keyBlocks, postBytes, postBlocks }
}

/** Two significant digits are enough for a prior. */
function round2(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.round(value / unit) * unit
}

/** Differences from one value to the next, zigzag, as varints. */
function deltas(values: readonly number[]): number[] {
  const bytes: number[] = []
  let last = 0
  for (const value of values) {
    const delta = value - last
    writeVarint(bytes, delta < 0 ? -delta * 2 - 1 : delta * 2)
    last = value
  }
  return bytes
}

function writeVarint(bytes: number[], value: number): void {
  let left = value
  while (left >= 128) {
    bytes.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  bytes.push(left)
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return a[index]! - b[index]!
  return a.length - b.length
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
