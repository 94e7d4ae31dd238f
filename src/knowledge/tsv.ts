/**
 * Reads the small tables of data/: tab-separated, `#` begins a line of notes, `|` separates the items of a cell.
 *
 *     # kind⇥words               ─▶  fields     ['title', 'gen|col']
 *     title⇥gen|col
 *
 *     name⇥lat⇥lon               ─▶  readTable  { name: 'Bartella', lat: '36.35', lon: '43.38' }
 *     Bartella⇥36.35⇥43.38
 *
 * Cells hold no tabs and are not quoted. What a cell means is the caller's business.
 */

/** The rows of a table without a header, at least `columns` cells each. Throws `RangeError` naming file and line when a row is short. */
export function* fields(source: string, file: string, columns: number): Generator<readonly string[]> {
  for (const { cells, line } of rows(source)) {
    if (cells.length < columns)
      throw new RangeError(`${file}, line ${line}: ${cells.length} fields where ${columns} are needed`)
    yield cells
  }
}

/** One row, by column name; a missing cell at the end of a line is empty. */
export type TableRow = Readonly<Record<string, string>>

/** The rows of a table with a header. Throws `RangeError` naming file and line when a row has more cells than the header. */
export function readTable(source: string, file: string): TableRow[] {
  const [header, ...body] = rows(source)
  return body.map(({ cells, line }) => {
    if (cells.length > header!.cells.length)
      throw new RangeError(`${file}, line ${line}: ${cells.length} cells, its header ${header!.cells.length}`)
    return Object.fromEntries(header!.cells.map((name, column) => [name, cells[column] ?? '']))
  })
}

function* rows(source: string): Generator<{ readonly cells: readonly string[]; readonly line: number }> {
  for (const [i, row] of source.split('\n').entries())
    if (row.trim() && !row.startsWith('#')) yield { cells: row.split('\t').map((cell) => cell.trim()), line: i + 1 }
}

/** The items of a cell. */
export const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean)
