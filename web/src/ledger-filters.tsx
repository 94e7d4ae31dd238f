/** The ledger's menus: kind, how it is said, place, report. What is chosen stands in the address. */
import { FILTERS, filters, index } from './state.ts'

const KINDS = { figure: 'figures', control: 'control', event: 'events' }
const SAID = ['asserted', 'planned', 'predicted', 'demanded', 'denied', 'retracted']

type Options = readonly (readonly [value: string, words: string])[]

export function LedgerFilters({ places, onChange }: { places: readonly string[]; onChange: () => void }) {
  const reports: Options = [...index.value.reports.values()]
    .map((one) => [one.id, [index.value.titles.get(one.id), one.publisher].filter(Boolean).join(', ')] as const)
    .toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
  const options: Record<(typeof FILTERS)[number], Options> = {
    kind: Object.entries(KINDS),
    said: SAID.map((word) => [word, word]),
    place: places.map((name) => [name, name]),
    report: reports,
  }
  const labels = { kind: 'Kind', said: 'Said as', place: 'Place', report: 'Report' }
  const set = Object.values(filters.value).some(Boolean)
  return (
    <div class="menus">
      {FILTERS.map((name) => (
        <label key={name}>
          {labels[name]}{' '}
          <select
            value={filters.value[name] ?? ''}
            onChange={(event) => {
              filters.value = { ...filters.value, [name]: event.currentTarget.value || undefined }
              onChange()
            }}
          >
            <option value="">all</option>
            {options[name].map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {set && (
        <button type="button" onClick={() => (filters.value = {})}>
          Clear
        </button>
      )}
    </div>
  )
}
