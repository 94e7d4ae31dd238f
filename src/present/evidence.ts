/**
 * The evidence behind a reference: its summary, then every claim as the quoted sentence in
 * its report, with who said it, when it was published and how it was meant.
 */
import type { Claim } from '../model/claim.ts'
import type { Picture } from '../model/picture.ts'
import type { Style } from './brief.ts'
import { writeDay, writeInterval } from './words.ts'
import { wrap } from './wrap.ts'

/** Something a reference can open. */
export interface Referent {
  readonly id: string
  readonly summary: string
  readonly claims: readonly string[]
}

const KINDS = ['figures', 'events', 'control', 'disagreements', 'gaps', 'changes'] as const

/** The item or claim with this id; a beginning will do when only one id begins so. Undefined when there is none. */
export function find(picture: Picture, ref: string): Referent | undefined {
  const all: Referent[] = [
    ...KINDS.flatMap((kind): readonly Referent[] => picture[kind]),
    ...picture.operations.map(({ id, name, reason, claims }) => ({ id, summary: `${name}: ${reason}`, claims })),
    ...picture.claims.map(({ id, quote }) => ({ id, summary: quote, claims: [id] })),
  ]
  const exact = all.find(({ id }) => id === ref)
  if (exact) return exact
  const begun = all.filter(({ id }) => id.startsWith(ref))
  return begun.length === 1 ? begun[0] : undefined
}

/** The evidence as text, ending in a newline. `texts` are the reports' texts by id. */
export function evidence(
  picture: Picture,
  item: Referent,
  texts: ReadonlyMap<string, string>,
  style: Style,
  width: number,
): string {
  const claims = new Map(picture.claims.map((claim) => [claim.id, claim]))
  const reports = new Map(picture.reports.map((report) => [report.id, report]))
  const out = [style.bold(`${item.summary.replace(/\s+/g, ' ')}  ${style.dim(item.id)}`)]
  for (const id of item.claims) {
    const claim = claims.get(id)
    if (!claim) continue
    const report = reports.get(claim.report)
    const head = [
      report?.file ?? claim.report,
      report?.publisher,
      writeDay(report?.published.date ?? null) + (report?.published.inferred ? ' (inferred)' : ''),
    ]
    out.push('', style.dim(`${head.filter(Boolean).join(', ')}  ${claim.id}`))
    out.push(...wrap(sentenceAround(texts.get(claim.report) ?? claim.quote, claim, style), width, '  '))
    out.push(style.dim(`  ${meant(claim)}`))
  }
  return `${out.join('\n')}\n`
}

/** The line of text around a claim, its own words in bold (in guillemets where there are no colours). */
function sentenceAround(text: string, { start, end }: Claim, style: Style): string {
  const most = 240
  const left = text.slice(Math.max(0, start - most), start)
  const right = text.slice(end, end + most)
  const before = left.slice(Math.max(left.lastIndexOf('\n') + 1, lastStop(left)))
  const stop = right.search(/(?<=[.!?]["”’)]*)\s|\n/)
  const words = text.slice(start, end)
  const lit = style.bold(words) === words ? `«${words}»` : style.bold(words)
  return `${before}${lit}${stop < 0 ? right : right.slice(0, stop)}`.replace(/\s+/g, ' ').trim()
}

const lastStop = (text: string): number => {
  const stops = [...text.matchAll(/[.!?]["”’)]*\s+(?=["“]?\p{Lu})/gu)]
  const last = stops.at(-1)
  return last ? last.index + last[0].length : 0
}

/** How a claim was meant: speaker, modality, place, days, and what the machine made of it. */
function meant(claim: Claim): string {
  const by = claim.source.length > 0 ? `according to ${claim.source.join(', to ')}` : 'in the outlet’s own voice'
  const when = writeInterval(claim.from, claim.to)
  return [by, claim.modality, claim.place, when].filter(Boolean).join(' · ')
}
