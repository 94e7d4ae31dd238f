/**
 * The world gazetteer's file: columns of rows, then sorted names, to be searched where they lie.
 *
 *     header (JSON) │ row columns │ row names │ keys, front-coded in blocks of 16 │ postings
 *                                               "mosul" → block → [row, row']
 *
 * Half a million names as JavaScript strings would cost a second and 200 MB at
 * start; as bytes they cost 80 ms and 20 MB. This file only writes and reads the
 * bytes. What a name means is gazetteer.ts's business.
 */

/** GeoNames feature codes that are told apart; every other populated place is PPL. */
export const FEATURES = ['PCLI', 'ADM1', 'ADM2', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPL', 'PPLX'] as const
export type Feature = (typeof FEATURES)[number]

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

/** Names a block of keys holds. */
const BLOCK = 16
/** Degrees are kept to a thousandth: 110 metres. */
const SCALE = 1000
const COLUMNS = ['id', 'lat', 'lon', 'population', 'feature', 'area', 'nameLength'] as const
type Column = (typeof COLUMNS)[number]

interface Header {
  readonly rows: number
  readonly keys: number
  /** "IQ", "IQ.15", "IQ.15.1234": what the area column points into. */
  readonly areas: readonly string[]
  /** Byte length of each section, in order. */
  readonly sections: readonly number[]
}

/** What a loosely folded key starts with, to be apart from the exact ones. */
export const LOOSE = '~'

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

  const postings = new Map<string, Map<number, number>>()
  for (const [index, { row }] of sorted.entries())
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
  const keys = [...postings].map(([key, found]) => ({ bytes: text.encode(key), found }))
  keys.sort((a, b) => compareBytes(a.bytes, b.bytes))
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
    before = bytes
  }

  const sections = [
    ...COLUMNS.map((name) => Uint8Array.from(deltas(columns[name]))),
    concat(names),
    Uint8Array.from(deltas(keyBlocks)),
    Uint8Array.from(deltas(postBlocks)),
    Uint8Array.from(keyBytes),
    Uint8Array.from(postBytes),
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

/** The unpacked columns and the searchable bytes. */
export interface GazetteerBytes {
  readonly rows: number
  readonly areas: readonly string[]
  readonly id: Int32Array
  readonly lat: (row: number) => number
  readonly lon: (row: number) => number
  readonly population: Int32Array
  readonly feature: Uint8Array
  readonly area: Int32Array
  readonly name: (row: number) => string
  /** Postings of a folded key: row * 2, plus 1 for an alternate name. Empty when nobody is called so. */
  readonly find: (key: string) => readonly number[]
}

/** Open packed bytes. Throws `RangeError` when they are not a gazetteer. */
export function openGazetteer(bytes: Uint8Array): GazetteerBytes {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  if (size + 4 > bytes.length) throw new RangeError(`Gazetteer: header of ${size} bytes in a file of ${bytes.length}`)
  const utf8 = new TextDecoder()
  const header = JSON.parse(utf8.decode(bytes.subarray(4, 4 + size))) as Header
  let at = 4 + size
  const parts = header.sections.map((length) => bytes.subarray(at, (at += length)))
  if (at !== bytes.length) throw new RangeError(`Gazetteer: sections end at ${at}, the file at ${bytes.length}`)
  const column = (name: Column) => undelta(parts[COLUMNS.indexOf(name)]!, header.rows)
  const [nameBytes, keyBlockBytes, postBlockBytes, keyBytes, postBytes] = parts.slice(COLUMNS.length) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const blocks = Math.ceil(header.keys / BLOCK)
  const keyBlocks = undelta(keyBlockBytes, blocks)
  const postBlocks = undelta(postBlockBytes, blocks)
  const [lat, lon] = [column('lat'), column('lon')]
  const nameStart = new Uint32Array(header.rows + 1)
  const lengths = column('nameLength')
  for (let row = 0; row < header.rows; row++) nameStart[row + 1] = nameStart[row]! + lengths[row]!
  const encoder = new TextEncoder()

  /** Sign of (first key of the block) - key. */
  const compareFirst = (block: number, key: Uint8Array): number => {
    const start = keyBlocks[block]! + 2
    const length = keyBytes[start - 1]!
    const shared = Math.min(length, key.length)
    for (let index = 0; index < shared; index++)
      if (keyBytes[start + index] !== key[index]) return keyBytes[start + index]! - key[index]!
    return length - key.length
  }
  const find = (name: string): readonly number[] => {
    const key = encoder.encode(name)
    let low = 0
    let high = blocks - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (compareFirst(middle, key) <= 0) low = middle
      else high = middle - 1
    }
    let at = keyBlocks[low] ?? 0
    const last = Math.min(BLOCK, header.keys - low * BLOCK)
    let matched = 0
    for (let entry = 0; entry < last; entry++) {
      const shared = keyBytes[at]!
      const length = keyBytes[at + 1]!
      at += 2
      if (shared < matched) return []
      if (shared === matched) {
        let same = 0
        while (same < length && matched + same < key.length && keyBytes[at + same] === key[matched + same]) same++
        if (same === length && matched + same === key.length) return postings(low, entry)
        matched += same
      }
      at += length
    }
    return []
  }
  const postings = (block: number, entry: number): number[] => {
    let at = postBlocks[block]!
    const varint = (): number => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = postBytes[at++]!
        value |= (byte & 127) << shift
        if (byte < 128) return value
      }
    }
    for (let skipped = 0; skipped < entry; skipped++) for (let left = varint(); left > 0; left--) varint()
    const found: number[] = []
    let value = 0
    for (let left = varint(); left > 0; left--) found.push((value += varint()))
    return found
  }

  return {
    rows: header.rows,
    areas: header.areas,
    id: column('id'),
    lat: (row) => lat[row]! / SCALE,
    lon: (row) => lon[row]! / SCALE,
    population: column('population'),
    feature: new Uint8Array(column('feature')),
    area: column('area'),
    name: (row) => utf8.decode(nameBytes.subarray(nameStart[row], nameStart[row + 1])),
    find,
  }
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

/** The values that `deltas` wrote; each must fit in 32 bits with its sign. */
function undelta(bytes: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count)
  let at = 0
  let last = 0
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++]!
    let zigzag = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      zigzag |= (byte & 127) << shift
    }
    last += (zigzag >>> 1) ^ -(zigzag & 1)
    values[index] = last
  }
  return values
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
