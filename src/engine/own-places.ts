/** Reads the places that a user has in files of his own. Imported only where there are such files. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { guessColumns, type OwnPlaces, ownGeoNames, ownTable, type PlaceColumns } from '../knowledge/own-places.ts'
import { UserError } from '../model/diagnostic.ts'

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
