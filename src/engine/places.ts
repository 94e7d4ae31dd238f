/** Loads the gazetteer: the world index, the hand-made pack and the user's own files. Called by resources.ts when first needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { type Gazetteer, gazetteer, type PlaceList } from '../knowledge/gazetteer.ts'
import { openGazetteer } from '../knowledge/gazetteer-format.ts'
import { type PlaceWords, readPack, readPlaceWords } from '../knowledge/places.ts'

/** Tables of data/places that are not lists of places. */
const TABLES = new Set(['countries.tsv', 'us-states.tsv'])

/** Open the gazetteer under `home`; `own` lists (the user's files) come before the pack. */
export function loadGazetteer(home: URL, own: readonly PlaceList[] = []): Gazetteer {
  const folder = new URL('data/places/', home)
  const packs = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && !TABLES.has(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  const world = openGazetteer(brotliDecompressSync(readFileSync(new URL('data/gazetteer/world.bin.br', home))))
  return gazetteer(world, [...own, readPack(packs)])
}

/** Demonyms, abbreviations and the ordinary words that some place is called by. */
export function loadPlaceWords(home: URL): PlaceWords {
  const read = (name: string) => readFileSync(new URL(`data/places/${name}`, home), 'utf8')
  return readPlaceWords(read('countries.tsv'), read('us-states.tsv'), read('ordinary-words.txt'))
}
