/**
 * The ledger: every claim, filterable and sortable. Only the rows in sight are in the page,
 * so that thousands scroll like ten.
 */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Claim } from '../../src/model/claim.ts'
import { count, writeBounds, writeInterval } from '../../src/present/words.ts'
import { asOf, data, index, open, query, ref } from './state.ts'
import { knownBy } from './view.ts'

const ROW = 44
const COLUMNS = ['what', 'who', 'where', 'when', 'according to', 'words', 'report'] as const
type Column = (typeof COLUMNS)[number]

/** A claim as the cells of its row. */
export function cells(claim: Claim, publisher: string): Record<Column, string> {
  const said = claim.modality === 'asserted' ? '' : `${claim.modality}: `
  const what =
    claim.kind === 'figure'
      ? `${writeBounds(claim.low, claim.high, claim.bound)} ${claim.measure}`
      : claim.kind === 'control'
        ? claim.status
        : claim.type.replaceAll('_', ' ')
  const target = claim.kind === 'event' ? claim.target : claim.kind === 'control' ? claim.fromActor : null
  const actor = claim.kind === 'figure' ? claim.subject : claim.actor
  return {
    what: said + what,
    who: [actor, target].filter(Boolean).join(' → '),
    where: claim.place ?? '',
    when: writeInterval(claim.from, claim.to) ?? '',
    'according to': claim.source.join(', to '),
    words: claim.quote.replace(/\s+/g, ' '),
    report: publisher,
  }
}

export function Claims() {
  const [sort, setSort] = useState<Column | null>(null)
  const [down, setDown] = useState(false)
  const [top, setTop] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => {
    const { reports } = index.value
    return data.value!.picture.claims.map((claim) => {
      const report = reports.get(claim.report)
      const row = cells(claim, report?.publisher ?? report?.file ?? claim.report)
      return { claim, row, known: report?.published.date ?? null, text: Object.values(row).join(' ').toLowerCase() }
    })
  }, [data.value])
  const shown = useMemo(() => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean)
    const found = rows.filter(({ text }) => words.every((word) => text.includes(word)))
    if (sort === null) return found
    const key = ({ claim, row }: (typeof rows)[number]) =>
      sort === 'when' ? (claim.from ?? claim.to ?? '') : row[sort]
    const compare = new Intl.Collator('en', { numeric: true }).compare
    return found.toSorted((a, b) => compare(key(a), key(b)) * (down ? -1 : 1))
  }, [rows, query.value, sort, down])
  const height = box.current?.clientHeight ?? 600
  const first = Math.max(0, Math.floor(top / ROW) - 8)
  const last = Math.min(shown.length, Math.ceil((top + height) / ROW) + 8)
  return (
    <section aria-label="Claims" class="ledger">
      <h2>Claims</h2>
      <p class="filter">
        <label for="filter">Filter</label>
        <input
          id="filter"
          type="search"
          value={query.value}
          placeholder="words, places, people"
          onInput={(event) => {
            query.value = event.currentTarget.value
            setTop(0)
            box.current?.scrollTo(0, 0)
          }}
        />
        <output for="filter">{count(shown.length, 'claim')}</output>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div class="scroll" ref={box} tabIndex={0} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
        <table aria-rowcount={shown.length + 1}>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" aria-sort={sort === name ? (down ? 'descending' : 'ascending') : 'none'}>
                  <button
                    type="button"
                    onClick={() => {
                      setDown(sort === name && !down)
                      setSort(name)
                    }}
                  >
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr style={{ height: `${first * ROW}px` }} />}
            {shown.slice(first, last).map(({ claim, row, known }, i) => (
              <tr
                key={claim.id}
                aria-rowindex={first + i + 2}
                class={`${knownBy(known, asOf.value) ? '' : 'unknown'} ${ref.value === claim.id ? 'open' : ''}`}
                onClick={() => open(claim.id)}
              >
                {COLUMNS.map((name, column) => (
                  <td key={name} title={row[name]}>
                    {column === 0 ? (
                      <button type="button" class="plain" data-item={claim.id} onClick={() => open(claim.id)}>
                        {row[name]}
                      </button>
                    ) : (
                      row[name]
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {last < shown.length && <tr style={{ height: `${(shown.length - last) * ROW}px` }} />}
          </tbody>
        </table>
      </div>
    </section>
  )
}
