/**
 * The reader: the opened statement, its evidence one piece at a time, and the report it stands
 * in with the words lit. Report text is only ever set as text, never as markup.
 */
import { useEffect, useRef } from 'preact/hooks'
import type { Claim } from '../../src/model/claim.ts'
import type { Role } from '../../src/model/text.ts'
import { writeDay, writeInterval } from '../../src/present/words.ts'
import { index, open, piece, ref } from './state.ts'

export function Reader() {
  const item = index.value.items.get(ref.value ?? '')
  const claims = (item?.claims ?? []).flatMap((id) => index.value.claims.get(id) ?? [])
  const at = Math.min(piece.value, claims.length - 1)
  const claim = claims[at]
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [ref.value])
  return (
    <aside class="reader" aria-label="Evidence">
      <h2 tabIndex={-1} ref={title}>
        {item?.summary ?? 'Nothing is known under this reference.'}
      </h2>
      <button type="button" class="close" onClick={() => open(null)}>
        Close
      </button>
      {claims.length > 1 && (
        <p class="steps">
          <button type="button" disabled={at === 0} onClick={() => (piece.value = at - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            evidence {at + 1} of {claims.length}
          </span>
          <button type="button" disabled={at >= claims.length - 1} onClick={() => (piece.value = at + 1)}>
            Next
          </button>
        </p>
      )}
      {claim && <Evidence claim={claim} />}
    </aside>
  )
}

function Evidence({ claim }: { claim: Claim }) {
  const report = index.value.reports.get(claim.report)
  const copies = report?.copies ?? []
  const name = (id: string) => index.value.reports.get(id)?.publisher ?? index.value.reports.get(id)?.file ?? id
  return (
    <>
      <p class="byline">
        {report?.title && <strong>{report.title}, </strong>}
        {report?.publisher ?? report?.file ?? claim.report}, {writeDay(report?.published.date ?? null)}
        {report?.published.inferred && ' (date inferred)'}
      </p>
      <p class="byline">
        {claim.source.length > 0 ? `According to ${claim.source.join(', to ')}` : 'In the outlet’s own voice'} ·{' '}
        {claim.modality}
        {claim.place && ` · ${claim.place}`}
        {writeInterval(claim.from, claim.to) && ` · ${writeInterval(claim.from, claim.to)}`}
      </p>
      {copies.length > 0 && (
        <p class="byline">These words may also stand in {copies.map(({ of }) => name(of)).join(', ')}.</p>
      )}
      <details class="reason">
        <summary>How the machine read it (confidence {claim.confidence.toFixed(2)})</summary>
        <p>
          {claim.reason.frame}: {claim.reason.notes.join('; ')}
        </p>
      </details>
      <Text claim={claim} />
    </>
  )
}

const NAMED: ReadonlySet<Role> = new Set(['caption', 'teaser', 'boilerplate', 'credit', 'quote'])

function Text({ claim }: { claim: Claim }) {
  const lit = useRef<HTMLElement>(null)
  useEffect(() => lit.current?.scrollIntoView({ block: 'center' }), [claim.id])
  const report = index.value.texts.get(claim.report)
  if (!report) return null
  const { text } = report
  const passages = report.passages.length > 0 ? report.passages : [{ start: 0, end: text.length, role: 'body' as Role }]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <article class="text" tabIndex={0} aria-label="The report">
      {passages.map(({ start, end, role }) => {
        const from = Math.min(Math.max(claim.start, start), end)
        const to = Math.min(Math.max(claim.end, start), end)
        return (
          <p key={start} class={role} data-role={NAMED.has(role) ? role : undefined}>
            {text.slice(start, from)}
            {from < to && <mark ref={lit}>{text.slice(from, to)}</mark>}
            {text.slice(to, end)}
          </p>
        )
      })}
    </article>
  )
}
