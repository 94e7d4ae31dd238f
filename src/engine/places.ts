/** Loads the gazetteer: the world index, the hand-made pack and the user's own files. Called by resources.ts when first needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Gazetteer, gazetteer, type PlaceList } from '../knowledge/gazetteer.ts'
import { openGazetteer } from '../knowledge/gazetteer-format.ts'
import { guessColumns, type OwnPlaces, ownGeoNames, ownTable, type PlaceColumns } from '../knowledge/own-places.ts'
import { type PlaceWords, packNames, readPack, readPlaceWords } from '../knowledge/places.ts'
import type { KnownName } from '../language/lexicon.ts'
import { UserError } from '../model/diagnostic.ts'
import { readPacked } from './packed.ts'

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

/** Open the gazetteer under `home`; `own` lists (the user's files) come before the pack. */
export function loadGazetteer(home: URL, own: readonly PlaceList[] = []): Gazetteer {
  const world = openGazetteer(readPacked(new URL('data/gazetteer/world.bin.zst', home)))
  return gazetteer(world, [...own, readPack(packs(home))])
}

/**
 * Read the user's own places: a GeoNames dump (.txt, .tsv) or a table (.csv) whose columns are guessed unless `columns` names them.
 * Throws `UserError` when a table has no column for names or for points, or nothing in the file can be used.
 */
export function readOwnPlaces(path: string, columns: Partial<PlaceColumns> = {}): OwnPlaces {
  const text = contents(path).replace(/^\uFEFF/, '')
  const own = path.endsWith('.csv') ? table(path, text, columns) : ownGeoNames(text)
  if (own.used > 0) return own
  throw new UserError('places/empty', 'No row of this file has a name and a point', {
    path,
    hint: 'Give a GeoNames country file (19 columns, tab separated) or a CSV with columns for name, latitude and longitude.',
  })
}

function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError('places/unreadable', 'Cannot read the file of places', {
      path,
      hint: error instanceof Error ? error.message : String(error),
    })
  }
}

function table(path: string, text: string, columns: Partial<PlaceColumns>): OwnPlaces {
  const rows: Record<string, string>[] = parse(text, {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  const header = Object.keys(rows[0] ?? {})
  const guessed = guessColumns(header)
  const { name, lat, lon } = { ...guessed, ...columns }
  if (!name || !lat || !lon)
    throw new UserError('places/columns', `Cannot tell which columns hold names and points: ${header.join(', ')}`, {
      path,
      hint: 'Name the columns: name, lat, lon, and if there is one, code.',
    })
  return ownTable(rows, { code: null, country: null, others: [], ...guessed, ...columns, name, lat, lon })
}

/** Demonyms, abbreviations and the ordinary words that some place is called by. */
export function loadPlaceWords(home: URL): PlaceWords {
  const read = (name: string) => readFileSync(new URL(`data/places/${name}`, home), 'utf8')
  return readPlaceWords(read('countries.tsv'), read('us-states.tsv'), read('ordinary-words.txt'))
}
