/**
 * The ledger's rows: a claim as cells, what a filter leaves of all rows, and their order. Pure.
 *
 * All of a row that a drag of a clock asks for is made once, its days as numbers: thousands are asked at every step.
 */

import type { Claim, ControlStatus, Measure } from '../../src/model/claim.ts'
import { dayNumber } from '../../src/model/interval.ts'
import type { Picture } from '../../src/model/picture.ts'
import { writeFigure, writeInterval } from '../../src/present/words.ts'
import { type Index, nameOf } from './lookups.ts'
import { within } from './view.ts'

export const COLUMNS = ['what', 'who', 'where', 'when', 'according to', 'words', 'report'] as const
export type Column = (typeof COLUMNS)[number]

export interface Row {
  readonly claim: Claim
  readonly cells: Readonly<Record<Column, string>>
  /** Day its report was published. */
  readonly known: string | null
  /** Day numbers it speaks of; infinite where open. */
  readonly from: number
  readonly to: number
  /** All its cells in lower case, to be searched. */
  readonly text: string
}

/** What the menus and the field ask for. */
export interface Asked {
  readonly kind?: string | undefined
  readonly said?: string | undefined
  readonly place?: string | undefined
  readonly report?: string | undefined
  readonly words: string
  readonly operation: string | null
}

/** Where the codebook's word is no word for readers. */
const COUNTED: Partial<Record<Measure, string>> = { in_need: 'in need', equipment: 'pieces', strength: 'strong' }
const STATUS: Partial<Record<ControlStatus, string>> = { cut: 'cut off', advancing: 'advance', lost: 'given up' }

/** A claim as the cells of its row. */
function cellsOf(claim: Claim, publisher: string): Row['cells'] {
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

/** A row a claim: of the newest report first, the undated last; of one report in the order of its text. */
export function rowsOf({ claims }: Picture, { reports }: Index): Row[] {
  const rows = claims.map((claim): Row => {
    const report = reports.get(claim.report)
    const cells = cellsOf(claim, nameOf(report, claim.report))
    return {
      ...{ claim, cells, known: report?.published.date ?? null, text: Object.values(cells).join(' ').toLowerCase() },
      from: claim.from === null ? Number.NEGATIVE_INFINITY : dayNumber(claim.from),
      to: claim.to === null ? Number.POSITIVE_INFINITY : dayNumber(claim.to),
    }
  })
  const day = ({ known }: Row) => known ?? ''
  return rows.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0))
}

/** The rows that hold what is asked for. */
export function filtered(rows: readonly Row[], asked: Asked, index: Index): readonly Row[] {
  const { kind, said, place, report, operation } = asked
  const words = asked.words.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ claim, text }) =>
      (!kind || claim.kind === kind) &&
      (!said || claim.modality === said) &&
      (!place || claim.place === place) &&
      (!report || claim.report === report) &&
      (operation === null || within({ claims: [claim.id] }, operation, index)) &&
      words.every((word) => text.includes(word)),
  )
}

/** The rows that speak of a day; all of them for none. */
export const rowsOn = (rows: readonly Row[], day: number | null): readonly Row[] =>
  day === null ? rows : rows.filter(({ from, to }) => from <= day && day <= to)

/** In the order of a column; as they are for none. */
export function sorted(rows: readonly Row[], by: Column | null, down: boolean): readonly Row[] {
  if (by === null) return rows
  const key = ({ claim, cells }: Row) => (by === 'when' ? (claim.from ?? claim.to ?? '') : cells[by])
  const { compare } = new Intl.Collator('en', { numeric: true })
  return rows.toSorted((a, b) => compare(key(a), key(b)) * (down ? -1 : 1))
}
