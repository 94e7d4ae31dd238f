/**
 * Claims as a CSV file (RFC 4180) for a spreadsheet: what each says in cells of its own, who says so, its words and where
 * they stand. Pure.
 */
import type { Claim } from '../../src/model/claim.ts'
import { type Index, sourceOf } from './lookups.ts'

type Cell = string | number | null

/** What a claim is about, by kind: who or what, whom, and how many. */
function aboutOf(claim: Claim): readonly [what: Cell, who: Cell, whom: Cell, low: Cell, high: Cell] {
  switch (claim.kind) {
    case 'figure':
      return [claim.measure, claim.subject, null, claim.low, claim.high]
    case 'control':
      return [claim.status, claim.actor, claim.fromActor, null, null]
    case 'event':
      return [claim.type, claim.actor, claim.target, null, null]
  }
}

const ABOUT = ['what', 'who', 'whom', 'low', 'high']
const REST = ['place', 'lat', 'lon', 'from', 'to', 'said_as', 'according_to', 'words', 'report', 'publisher']
const SOURCE = ['published', 'url', 'file', 'start', 'end', 'confidence', 'claim']

/** A row under its head for each claim, in their order; begins with a byte order mark, by which spreadsheets know UTF-8. */
export function csvOf(claims: readonly Claim[], index: Index): string {
  const rows = claims.map((claim): readonly Cell[] => {
    const { kind, place, location, from, to, modality, source, quote, start, end, confidence, id } = claim
    const { title, publisher, published, url, file } = sourceOf(claim, index)
    return [
      ...[kind, ...aboutOf(claim), place, location?.lat ?? null, location?.lon ?? null, from, to, modality],
      ...[source.join(', to '), quote, title, publisher, published.date, url, file, start, end, confidence, id],
    ]
  })
  return `\uFEFF${[['kind', ...ABOUT, ...REST, ...SOURCE], ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

/** A cell. Words that a spreadsheet would take for a formula are kept from being one by an apostrophe. */
function cellOf(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const words = value.replace(/\s+/g, ' ').replace(/^(?= ?[=+\-@])/, "'")
  return /[",]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
