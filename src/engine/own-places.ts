/** Reads the places that a user has in files of his own, to be trusted before all others. Imported only where there are such files. */
import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { decode } from '../ingest/decode.ts'
import { guessColumns, type OwnPlaces, ownGeoNames, ownTable } from '../knowledge/own-places.ts'
import type { Resources } from '../knowledge/resources.ts'
import { type Diagnostic, UserError } from '../model/diagnostic.ts'
import { loadResources } from './resources.ts'

const WANTED =
  'Give a GeoNames country file (19 columns, tab separated) or a CSV with columns for name, latitude and longitude.'

/**
 * Load what the stages need, with the places of these files, the most trusted first. `tell` hears how many rows could not be used.
 * Throws `UserError` as `readOwnPlaces` does.
 */
export function resourcesWith(files: readonly string[], tell: (trouble: Diagnostic) => void = () => {}): Resources {
  const places = files.map((file) => {
    const { list, skipped } = readOwnPlaces(file)
    if (skipped > 0)
      tell({
        code: 'places/rows',
        severity: 'warning',
        file,
        message: `rows without a name or a point: ${skipped}; they were left out`,
      })
    return list
  })
  return loadResources({ places })
}

/**
 * Read the user's own places: a GeoNames dump (.txt, .tsv) or a table (.csv) whose columns are known by their names.
 * A table's cells are parted by commas, semicolons or tabs, whichever its header has most of.
 * Throws `UserError` when a table is broken or has no column for names or for points, or nothing in the file can be used.
 */
function readOwnPlaces(path: string): OwnPlaces {
  const text = contents(path)
  const own = path.endsWith('.csv') ? table(path, text) : ownGeoNames(text)
  if (own.used > 0) return own
  throw new UserError('places/empty', 'No row of this file has a name and a point', {
    path,
    hint: WANTED,
  })
}

function contents(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new UserError('places/unreadable', `The file of places could not be read: ${(error as Error).message}`, {
      path,
      hint: WANTED,
    })
  }
  const { text } = decode(bytes)
  if (text === null)
    throw new UserError('places/unreadable', 'The file of places holds no text', { path, hint: WANTED })
  return text.replace(/^\uFEFF/, '')
}

/** The character between the cells of a table, by its first line. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n'))
  const [first] = [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)
  return first!
}

function rowsOf(path: string, text: string): Record<string, string>[] {
  try {
    return parse(text, {
      columns: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UserError('places/broken', `The table cannot be read: ${error.message}`, { path, hint: WANTED })
  }
}

function table(path: string, text: string): OwnPlaces {
  const rows = rowsOf(path, text)
  const header = Object.keys(rows[0] ?? {})
  const columns = guessColumns(header)
  if (!columns)
    throw new UserError('places/columns', `Cannot tell which columns hold names and points: ${header.join(', ')}`, {
      path,
      hint: 'Name the columns: name, lat, lon, and if there is one, code.',
    })
  return ownTable(rows, columns)
}
