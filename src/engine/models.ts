/** Loads the trained models under models/: brotli files, unpacked in memory. What they are is written in their cards. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { type English, english } from '../language/english.ts'
import { unpack } from '../language/weights.ts'

/** English as trained by `npm run train`. `home` is the folder that holds models/. */
export function loadEnglish(home: URL): English {
  const read = (name: string): Buffer => brotliDecompressSync(readFileSync(new URL(`models/${name}.br`, home)))
  return english({
    clusters: read('clusters').toString(),
    lemmas: read('lemmas').toString(),
    segment: unpack(read('segment')),
    tagger: unpack(read('tagger')),
    parser: unpack(read('parser')),
    names: unpack(read('names')),
  })
}
