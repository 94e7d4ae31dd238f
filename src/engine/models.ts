/** Loads the trained models under models/: zstd files, unpacked in memory. What they are is written in their cards. */
import { readFileSync } from 'node:fs'
import { type English, english } from '../language/english.ts'
import { unpack } from '../language/weights.ts'
import { readPacked } from './packed.ts'

/** English as trained by `npm run train`. `home` is the folder that holds models/. */
export function loadEnglish(home: URL): English {
  const read = (name: string): Buffer => readPacked(new URL(`models/${name}.zst`, home))
  return english({
    clusters: read('clusters'),
    vocabulary: read('vocabulary').toString(),
    lemmas: read('lemmas').toString(),
    segment: unpack(read('segment')),
    tagger: unpack(read('tagger')),
    parser: unpack(read('parser')),
    names: unpack(read('names')),
    irregular: readFileSync(new URL('data/language/irregular.tsv', home), 'utf8'),
    nameWords: readFileSync(new URL('data/language/name-words.tsv', home), 'utf8'),
  })
}
