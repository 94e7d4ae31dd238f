/**
 * Tables: tab-separated text with a header line, as the hand-made packs are kept.
 *
 *     name⇥lat⇥lon⏎  Bartella⇥36.35⇥43.38⏎   ─▶  [{ name: 'Bartella', lat: '36.35', lon: '43.38' }]
 *
 * Lines that are empty or start with # are notes. Cells hold no tabs and are not
 * quoted. What a cell means is the caller's business.
 */

/** One row, by column name; a missing cell at the end of a line is empty. */
export type TableRow = Readonly<Record<string, string>>

/** Read a table. Throws `RangeError` with file and line when a row has more cells than the header. */
export function readTable(source: string, file: string): TableRow[] {
  const rows: TableRow[] = []
  let header: string[] | null = null
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (!header) {
      header = cells
      continue
    }
    if (cells.length > header.length)
      throw new RangeError(`${file}:${index + 1} has ${cells.length} cells, its header ${header.length}`)
    rows.push(Object.fromEntries(header.map((name, column) => [name, (cells[column] ?? '').trim()])))
  }
  return rows
}
