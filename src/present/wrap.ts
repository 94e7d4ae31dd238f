/** Lays running text out in rows. */

/** The words of a text in rows no wider than `width` characters, each row behind its indent. A longer word has a row of its own. */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const rows: string[] = []
  let row = first
  let empty = true
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    if (!empty && row.length + 1 + word.length > width) {
      rows.push(row)
      row = rest
      empty = true
    }
    row += empty ? word : ` ${word}`
    empty = false
  }
  return [...rows, row]
}
