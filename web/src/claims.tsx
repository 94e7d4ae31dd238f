/**
 * The ledger: every claim, filterable and sortable. Only the rows in sight are in the page,
 * so that thousands scroll like ten.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Claim, ControlStatus, Measure } from '../../src/model/claim.ts'
import { count, writeFigure, writeInterval } from '../../src/present/words.ts'
import { ranked } from './features.ts'
import { LedgerFilters } from './ledger-filters.tsx'
import { Words } from './more.tsx'
import { data, filters, index, on, open, operation, query, ref } from './state.ts'
import { useStep } from './step.ts'
import { holdsOn, knownBy, nameOf, within } from './view.ts'

/** Height of a row in pixels: a line, or on a phone a card; `style/ledger.css` and `style/phone.css` draw it so at the same width. */
const HEIGHTS = { wide: 44, narrow: 88 } as const
const narrow = matchMedia('(max-width: 48rem)')

function useRowHeight(): number {
  const [isNarrow, set] = useState(narrow.matches)
  useEffect(() => {
    const turned = () => set(narrow.matches)
    narrow.addEventListener('change', turned)
    return () => narrow.removeEventListener('change', turned)
  }, [])
  return HEIGHTS[isNarrow ? 'narrow' : 'wide']
}

const COLUMNS = ['what', 'who', 'where', 'when', 'according to', 'words', 'report'] as const
type Column = (typeof COLUMNS)[number]

/** Where the codebook's word is no word for readers. */
const COUNTED: Partial<Record<Measure, string>> = { in_need: 'in need', equipment: 'pieces', strength: 'strong' }
const STATUS: Partial<Record<ControlStatus, string>> = { cut: 'cut off', advancing: 'advance', lost: 'given up' }

/** A claim as the cells of its row. */
export function cells(claim: Claim, publisher: string): Record<Column, string> {
  const said = claim.modality === 'asserted' ? '' : `${claim.modality}: `
  const what =
    claim.kind === 'figure'
      ? `${writeFigure(claim)}${claim.measure === 'other' ? '' : ` ${COUNTED[claim.measure] ?? claim.measure}`}`
      : claim.kind === 'control'
        ? (STATUS[claim.status] ?? claim.status)
        : claim.type === 'other'
          ? 'happening'
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

interface Row {
  readonly claim: Claim
  readonly row: Record<Column, string>
  readonly known: string | null
  readonly text: string
}

export function Claims() {
  const [sort, setSort] = useState<Column | null>(null)
  const [down, setDown] = useState(false)
  const [top, setTop] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const high = useRowHeight()
  const rows = useMemo((): Row[] => {
    const { reports } = index.value
    return data.value!.picture.claims.map((claim) => {
      const report = reports.get(claim.report)
      const row = cells(claim, nameOf(report, claim.report))
      return { claim, row, known: report?.published.date ?? null, text: Object.values(row).join(' ').toLowerCase() }
    })
  }, [data.value])
  const places = useMemo(() => ranked(rows.flatMap(({ claim }) => claim.place ?? [])).slice(0, 300), [rows])
  // Sorted once and then filtered: a drag of the day looked at must not sort thousands at every step.
  const ordered = useMemo(() => sorted(rows, sort, down), [rows, sort, down])
  const shown = useMemo(() => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean)
    return ordered.filter((row) => matches(row, words))
  }, [ordered, query.value, filters.value, on.value, operation.value])
  // The row of the opened claim comes into sight when the ledger is opened at it.
  useEffect(() => {
    const at = shown.findIndex(({ claim }) => claim.id === ref.value)
    if (at > 8) box.current?.scrollTo(0, (at - 4) * high)
  }, [])
  const toTop = () => {
    setTop(0)
    box.current?.scrollTo(0, 0)
  }
  const height = box.current?.clientHeight ?? 600
  const first = Math.max(0, Math.min(Math.floor(top / high) - 8, shown.length - 1))
  const last = Math.min(shown.length, Math.ceil((top + height) / high) + 8)
  return (
    <section aria-label="Claims" class="ledger">
      <h2>Claims</h2>
      <div class="filters">
        <Words found={count(shown.length, 'claim')} onChange={toTop} />
        <LedgerFilters places={places} onChange={toTop} />
      </div>
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
            {first > 0 && <tr style={{ height: `${first * high}px` }} />}
            {shown.slice(first, last).map((row, i) => (
              <Line key={row.claim.id} row={row} at={first + i + 2} />
            ))}
            {last < shown.length && <tr style={{ height: `${(shown.length - last) * high}px` }} />}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Line({ row: { claim, row, known }, at }: { row: Row; at: number }) {
  const step = useStep(known === null ? [] : [known])
  return (
    <tr
      aria-rowindex={at}
      class={`${knownBy(known, step) ? '' : 'unknown'} ${ref.value === claim.id ? 'open' : ''}`}
      onClick={() => open(claim.id)}
    >
      {COLUMNS.map((name, column) => (
        <td key={name} title={row[name]}>
          {column === 0 ? (
            <button type="button" class="plain" data-item={claim.id}>
              {row[name]}
            </button>
          ) : (
            row[name]
          )}
        </td>
      ))}
    </tr>
  )
}

/** Does the row pass the filters as they stand? `words` are in lower case. */
function matches({ claim, text }: Row, words: readonly string[]): boolean {
  const { kind, said, place, report } = filters.value
  return (
    (!kind || claim.kind === kind) &&
    (!said || claim.modality === said) &&
    (!place || claim.place === place) &&
    (!report || claim.report === report) &&
    holdsOn(claim, on.value) &&
    within({ claims: [claim.id] }, operation.value, index.value) &&
    words.every((word) => text.includes(word))
  )
}

function sorted(rows: readonly Row[], sort: Column | null, down: boolean): readonly Row[] {
  if (sort === null) return rows
  const key = ({ claim, row }: Row) => (sort === 'when' ? (claim.from ?? claim.to ?? '') : row[sort])
  const { compare } = new Intl.Collator('en', { numeric: true })
  return rows.toSorted((a, b) => compare(key(a), key(b)) * (down ? -1 : 1))
}
