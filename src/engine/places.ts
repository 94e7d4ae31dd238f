/** Loads the gazetteer: the world index and the hand-made pack. Called by resources.ts when first needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Gazetteer, gazetteer, type PlaceList } from '../knowledge/gazetteer.ts'
import { openGazetteer } from '../knowledge/gazetteer-format.ts'
import { type PlaceWords, packNames, readPack, readPlaceWords } from '../knowledge/places.ts'
import type { KnownName } from '../language/lexicon.ts'
import { GAZETTEER, readPacked } from './packed.ts'

/** Tables of data/places that are not lists of places. */
const TABLES = new Set(['countries.tsv', 'us-states.tsv'])

/** The tables that list places. */
function packs(home: URL): { name: string; text: string }[] {
  const folder = new URL('data/places/', home)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && !TABLES.has(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
}

/** Names of places to be told to the parser before it reads. */
export const loadPlaceNames = (home: URL): KnownName[] => packNames(packs(home)).map((name) => ({ name, type: 'LOC' }))

/** Open the gazetteer under `home`; `own` lists (the user's) come before the pack. */
export function loadGazetteer(home: URL, own: readonly PlaceList[] = []): Gazetteer {
  const world = openGazetteer(readPacked(new URL(GAZETTEER, home)))
  return gazetteer(world, [...own, readPack(packs(home))])
}

/** Demonyms, abbreviations, the ordinary words that some place is called by, and the words around names. */
export function loadPlaceWords(home: URL): PlaceWords {
  const read = (name: string) => readFileSync(new URL(`data/${name}`, home), 'utf8')
  return readPlaceWords(
    read('places/countries.tsv'),
    read('places/us-states.tsv'),
    read('places/ordinary-words.txt'),
    read('language/place-words.tsv'),
  )
}
