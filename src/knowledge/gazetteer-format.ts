/**
 * The world gazetteer's file: columns of rows, then sorted names, to be searched where they lie.
 *
 *     header (JSON) │ row columns │ row names │ keys, front-coded in blocks of 16 │ postings
 *                                               "mosul" → block → [row, row']
 *
 * Half a million names as JavaScript strings would cost a second and 200 MB at
 * start; as bytes they cost 80 ms and 20 MB. This file lays the bytes out and reads
 * them; gazetteer-write.ts writes them. What a name means is gazetteer.ts's business.
 */

/** GeoNames feature codes that are told apart; every other populated place is PPL. */
export const FEATURES = ['PCLI', 'ADM1', 'ADM2', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPL', 'PPLX'] as const
export type Feature = (typeof FEATURES)[number]

/** Names a block of keys holds. */
export const BLOCK = 16
/** Degrees are kept to a thousandth: 110 metres. */
export const SCALE = 1000
export const COLUMNS = ['id', 'lat', 'lon', 'population', 'feature', 'area', 'nameLength'] as const
export type Column = (typeof COLUMNS)[number]

/** What the file says of itself. */
export interface Header {
  readonly rows: number
  readonly keys: number
  /** "IQ", "IQ.15", "IQ.15.1234": what the area column points into. */
  readonly areas: readonly string[]
  /** Byte length of each section, in order. */
  readonly sections: readonly number[]
}

/** What a loosely folded key starts with, to be apart from the exact ones. */
export const LOOSE = '~'

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

/** Values written as differences, zigzag, as varints; each must fit in 32 bits with its sign. */
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
