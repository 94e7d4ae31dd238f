/** Loads the trained models under models/: zstd files, unpacked in memory. What they are is written in their cards. */
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { type English, english } from '../language/english.ts'
import { unpack } from '../language/weights.ts'

/** English as trained by `npm run train`. `home` is the folder that holds models/. */
export function loadEnglish(home: URL): English {
  const read = (name: string): Buffer =>
    zstdDecompressSync(readFileSync(new URL(`models/${name}.zst`, home)), { chunkSize: 1 << 22 })
  return english({
    clusters: read('clusters').toString(),
    lemmas: read('lemmas').toString(),
    segment: unpack(read('segment')),
    tagger: unpack(read('tagger')),
    parser: unpack(read('parser')),
    names: unpack(read('names')),
  })
}
