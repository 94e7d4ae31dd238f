/**
 * Why a claim was made: its trigger and frame, the parse of its sentence, and how each argument was chosen.
 *
 *     said        VERB  root
 *     ├─ colonel  NOUN  nsubj
 *     └─ taken    VERB  ccomp
 *
 * What the machine did, not whether it was right.
 */
import type { Claim } from '../model/claim.ts'
import type { Reading } from '../model/reading.ts'
import { overlaps, quote } from '../model/span.ts'
import type { Token } from '../model/text.ts'
import type { Style } from './brief.ts'

/** The reason for one claim of a reading, as text ending in a newline. */
export function why(reading: Reading, claim: Claim, style: Style): string {
  const { report, tokens, sentences } = reading
  const { reason } = claim
  const out = [
    style.bold(`«${claim.quote.replace(/\s+/g, ' ')}»`),
    `  claim      ${claim.id}, ${claim.kind}, confidence ${claim.confidence.toFixed(2)}`,
    `  trigger    ${quote(report.text, reason.trigger).replace(/\s+/g, ' ')}`,
    `  frame      ${reason.frame}`,
    `  speaker    ${claim.source.join(', to ') || 'the outlet'}`,
    `  modality   ${claim.modality}`,
    `  place      ${claim.place ?? 'none'} (${claim.placeBasis})`,
    `  time       ${claim.from ?? '…'} to ${claim.to ?? '…'} (${claim.timeBasis})`,
    `  wording    ${claim.wording.signs.join(', ') || 'plain'}`,
    ...reason.notes.map((note) => `  because    ${note}`),
  ]
  for (const { start, end, first, last } of sentences)
    if (overlaps({ start, end }, claim)) out.push('', ...tree(tokens, first, last, claim, style))
  return `${out.join('\n')}\n`
}

/** One sentence as a tree, the claim's own words in bold. */
function tree(tokens: readonly Token[], first: number, last: number, claim: Claim, style: Style): string[] {
  const children = new Map<number, number[]>()
  for (let i = first; i < last; i++) {
    const head = tokens[i]!.head
    const inside = head >= first && head < last ? head : -1
    children.set(inside, [...(children.get(inside) ?? []), i])
  }
  const rows: string[] = []
  const visit = (i: number, stem: string, branch: string): void => {
    const { text, upos, deprel, start, end } = tokens[i]!
    const word = overlaps({ start, end }, claim) ? style.bold(text) : text
    rows.push(`  ${stem}${branch}${word}  ${style.dim(`${upos} ${deprel}`)}`)
    const below = children.get(i) ?? []
    const next = stem + (branch === '' ? '' : branch.startsWith('└') ? '   ' : '│  ')
    below.forEach((child, n) => {
      visit(child, next, n === below.length - 1 ? '└─ ' : '├─ ')
    })
  }
  for (const root of children.get(-1) ?? []) visit(root, '', '')
  return rows
}
