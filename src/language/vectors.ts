/**
 * Word vectors: words used alike lie near each other, so what is learned of one is known of the next.
 *
 *     "strafe"  ─▶  row 9120  ─▶  64 numbers of 8 bits
 *
 * The file is made by scripts/build-vectors.ts: JSON length · JSON header · the numbers, word after word.
 */

/** Vectors of a vocabulary; a number is `rows[row * dims + i] * scale`. */
export interface Vectors {
  readonly dims: number
  readonly scale: number
  readonly rows: Int8Array
  /** Row of a word in lower case, or of a kind of name ("<place>"); -1 when there is none. */
  row(word: string): number
}

/** Read an uncompressed file of vectors. Throws `RangeError` when it is not one. */
export function readVectors(bytes: Uint8Array): Vectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.length > 4 ? view.getUint32(0, true) : bytes.length
  if (length > bytes.length - 4) throw new RangeError(`Not word vectors: header of ${length} in ${bytes.length} bytes`)
  const { dims, scale, words } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  const list: readonly string[] = String(words).split(' ')
  const from = 4 + length
  if (bytes.length - from !== dims * list.length)
    throw new RangeError(`Not word vectors: ${bytes.length - from} numbers for ${list.length} words of ${dims}`)
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + from, dims * list.length)
  const index = new Map(list.map((word, row) => [word, row]))
  return { dims, scale, rows, row: (word) => index.get(word) ?? -1 }
}
