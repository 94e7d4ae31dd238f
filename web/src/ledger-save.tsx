/** Saves the ledger's rows, as filtered and sorted, as a CSV file; what was not yet known on the as-of day is left out. */
import { csvOf } from './csv.ts'
import type { Row } from './ledger-rows.ts'
import { asOf, data, index } from './state.ts'
import { knownBy } from './view.ts'

export function SaveRows({ rows }: { rows: readonly Row[] }) {
  return (
    <button type="button" disabled={rows.length === 0} onClick={() => save(rows)}>
      Save as CSV
    </button>
  )
}

function save(rows: readonly Row[]): void {
  const known = rows.filter((row) => knownBy(row.known, asOf.value)).map(({ claim }) => claim)
  const address = URL.createObjectURL(new Blob([csvOf(known, index.value)], { type: 'text/csv' }))
  const words = [data.value!.name, 'claims', asOf.value && `as of ${asOf.value}`]
  Object.assign(document.createElement('a'), {
    href: address,
    download: `${words.filter(Boolean).join(' ')}.csv`,
  }).click()
  // A browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
