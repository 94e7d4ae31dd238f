/**
 * Word clusters: the table that reading looks at, made from the list that training starts from.
 *
 *     clusters.tsv.zst    word TAB small TAB middle TAB large      an input, not made here
 *     models/clusters.zst hashes, groups                           `node scripts/train.ts --only clusters`
 */
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { hash } from '../../src/language/features.ts'
import { SLOTS, slotOf } from '../../src/language/words.ts'

/** The list: a word and its three clusters a row. */
export const clusterList = (): readonly (readonly string[])[] =>
  zstdDecompressSync(readFileSync(new URL('clusters.tsv.zst', import.meta.url)))
    .toString()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((row) => row.length === 4)

/** The table of a list, as it lies in its file. */
export function clusterTable(list: readonly (readonly string[])[]): Uint8Array {
  const table = new Int32Array(2 * SLOTS)
  const [keys, groups] = [table.subarray(0, SLOTS), table.subarray(SLOTS)]
  for (const [word = '', small, middle, large] of list) {
    const key = hash(word)
    const slot = slotOf(key, keys, groups)
    keys[slot] = key
    groups[slot] = (Number(small) + 1) | ((Number(middle) + 1) << 8) | ((Number(large) + 1) << 20)
  }
  return new Uint8Array(table.buffer)
}
