/** Hand-coded claims of the shared folder, as reports with located evidence; read for training and measuring, never copied. */
import { existsSync, readFileSync } from 'node:fs'
import { given, type Report, UNDATED } from '../../src/model/report.ts'
import type { Span } from '../../src/model/span.ts'

/** A claim as coded by hand. `label` is its event type, or "control:STATUS", or "figure". */
export interface Coded extends Span {
  readonly label: string
  readonly modality: string
  readonly actor: string | null
  /** Of a claim of control whoever loses the place. */
  readonly target: string | null
  readonly optional: boolean
}

export interface CodedReport {
  readonly report: Report
  /** Collection it belongs to; only open ones may feed weights that ship. */
  readonly set: string
  readonly claims: readonly Coded[]
}

/** Collections whose licence lets weights be learned from them. */
export const OPEN_SETS: ReadonlySet<string> = new Set(['fa-kes', 're3d', 'wikinews', 'gum'])

const SHARED = new URL('../../../shared/gold/', import.meta.url)

/** Reports of a part ("train", "dev", "seeds"); null when the shared folder is not there. */
export function codedReports(part: string, shared: URL = SHARED): CodedReport[] | null {
  const folder = new URL(`${part}/`, shared)
  if (!existsSync(folder)) return null
  const lines = readFileSync(new URL('claims.jsonl', folder), 'utf8').split('\n').filter(Boolean)
  const claims = lines.map((line) => JSON.parse(line))
  const entries = JSON.parse(readFileSync(new URL('reports.json', folder), 'utf8'))
  return entries.map(({ id, published, publisher, set }: Record<string, string>) => {
    const text = readFileSync(new URL(`reports/${id}.txt`, folder), 'utf8')
    return {
      report: { id, text, published: published ? given(published) : UNDATED, publisher },
      set: set ?? part,
      claims: claims
        .filter((claim) => claim.report === id)
        .map((claim) => {
          const start = text.indexOf(claim.quote)
          const label = claim.kind === 'control' ? `control:${claim.status}` : (claim.type ?? 'figure')
          return {
            start,
            end: start + claim.quote.length,
            label,
            modality: claim.modality,
            actor: claim.actor ?? null,
            target: claim.target ?? claim.from_actor ?? null,
            optional: claim.optional === true,
          }
        }),
    }
  })
}
