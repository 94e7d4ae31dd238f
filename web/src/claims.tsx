/**
 * The ledger: every claim, filterable and sortable. Only the rows in sight are in the page, so that thousands scroll
 * like ten; and a row that stays as it was is not drawn again, so that a clock can be dragged over them.
 */
import type { VNode } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { count } from '../../src/present/words.ts'
import { ranked } from './features.ts'
import { LedgerFilters } from './ledger-filters.tsx'
import { COLUMNS, type Column, filtered, type Row, rowsOf, rowsOn, sorted } from './ledger-rows.ts'
import { SaveRows } from './ledger-save.tsx'
import { Words } from './more.tsx'
import { data, filters, index, open, operation, query, ref } from './state.ts'
import { onDay, useStep } from './step.ts'
import { knownBy } from './view.ts'

/** Height of a row in pixels: a line, or on a phone a card; `style/ledger.css` and `style/phone.css` draw it so at the same width. */
const HEIGHTS = { wide: 44, narrow: 88 } as const
const narrow = matchMedia('(max-width: 48rem)')
/** Rows drawn beyond either edge, so that none is missing while they scroll. */
const BEYOND = 8
/** Most rows at a time. */
const MOST = 400
/** Places in the menu. */
const PLACES = 300

function useRowHeight(): number {
  const [isNarrow, set] = useState(narrow.matches)
  useEffect(() => {
    const turned = () => set(narrow.matches)
    narrow.addEventListener('change', turned)
    return () => narrow.removeEventListener('change', turned)
  }, [])
  return HEIGHTS[isNarrow ? 'narrow' : 'wide']
}

export function Claims() {
  const [sort, setSort] = useState<Column | null>(null)
  const [down, setDown] = useState(false)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const box = useRef<HTMLDivElement>(null)
  const high = useRowHeight()
  const rows = useMemo(() => rowsOf(data.value!.picture, index.value), [data.value])
  const places = useMemo(() => ranked(rows.flatMap(({ claim }) => claim.place ?? [])).slice(0, PLACES), [rows])
  // The day looked at comes last: a drag of it must neither sort nor search thousands at every step.
  const ordered = useMemo(() => sorted(rows, sort, down), [rows, sort, down])
  const asked = useMemo(
    () => filtered(ordered, { ...filters.value, words: query.value, operation: operation.value }, index.value),
    [ordered, query.value, filters.value, operation.value],
  )
  const day = onDay.value
  const shown = useMemo(() => rowsOn(asked, day), [asked, day])
  // Asking for the height while drawing would make the page lay itself out twice.
  useLayoutEffect(() => {
    // On paper it is as high as its rows, which would be all of them in the end.
    const seen = new ResizeObserver(() => setHeight(Math.min(MOST * high, box.current!.clientHeight)))
    seen.observe(box.current!)
    return () => seen.disconnect()
  }, [high])
  // The row of the opened claim comes into sight when the ledger is opened at it.
  useEffect(() => {
    const at = shown.findIndex(({ claim }) => claim.id === ref.value)
    if (at > BEYOND) box.current?.scrollTo(0, (at - 4) * high)
  }, [])
  const toTop = useCallback(() => {
    setTop(0)
    box.current?.scrollTo(0, 0)
  }, [])
  // Hundreds of places and reports to choose from, which no clock changes.
  const menus = useMemo(() => <LedgerFilters places={places} onChange={toTop} />, [places])
  const first = Math.max(0, Math.min(Math.floor(top / high) - BEYOND, shown.length - 1))
  const last = Math.min(shown.length, Math.ceil((top + height) / high) + BEYOND)
  const lines = useLines(shown, first, last)
  return (
    <section aria-label="Claims" class="ledger">
      <h2>Claims</h2>
      <div class="filters">
        <Words found={count(shown.length, 'claim')} onChange={toTop}>
          <SaveRows rows={shown} />
        </Words>
        {menus}
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
            {lines}
            {last < shown.length && <tr style={{ height: `${(shown.length - last) * high}px` }} />}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p class="none">No claim passes the filters, or speaks of the day looked at.</p>}
    </section>
  )
}

/** The lines from `first` to before `last`; those that were drawn already are the same nodes, which are left alone. */
function useLines(rows: readonly Row[], first: number, last: number): VNode[] {
  const kept = useRef(new Map<Row, { readonly at: number; readonly line: VNode }>())
  const lines = new Map(
    rows.slice(first, last).map((row, i) => {
      const [at, before] = [first + i + 2, kept.current.get(row)]
      return [row, before?.at === at ? before : { at, line: <Line key={row.claim.id} row={row} at={at} /> }] as const
    }),
  )
  kept.current = lines
  return [...lines.values()].map(({ line }) => line)
}

function Line({ row: { claim, cells, known }, at }: { row: Row; at: number }) {
  const step = useStep(known === null ? [] : [known])
  return (
    <tr
      aria-rowindex={at}
      class={`${knownBy(known, step) ? '' : 'unknown'} ${ref.value === claim.id ? 'open' : ''}`}
      onClick={() => open(claim.id)}
    >
      {COLUMNS.map((name, column) => (
        <td key={name} title={cells[name]}>
          {column === 0 ? (
            <button type="button" class="plain" data-item={claim.id}>
              {cells[name]}
            </button>
          ) : (
            cells[name]
          )}
        </td>
      ))}
    </tr>
  )
}
