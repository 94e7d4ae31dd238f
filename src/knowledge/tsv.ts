/** Reads the small tables of data/: tab-separated, `#` begins a comment line, `|` separates the items of a list field. */

/** The rows of a table, at least `columns` fields each (missing trailing ones read as ""). Throws `RangeError` naming file and line when a row is short. */
export function* fields(file: string, source: string, columns: number): Generator<readonly string[]> {
  let line = 0
  for (const row of source.split('\n')) {
    line++
    if (!row.trim() || row.startsWith('#')) continue
    const cells = row.split('\t').map((cell) => cell.trim())
    if (cells.length < columns)
      throw new RangeError(`${file}, line ${line}: ${cells.length} fields where ${columns} are needed`)
    yield cells
  }
}

/** The items of a list field. */
export const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean)
