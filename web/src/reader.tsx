/**
 * The reader: the opened statement, its evidence one piece at a time, and the report
 * with the sentence lit. Report text is only ever set as text, never as markup.
 */
import { useEffect, useRef } from 'preact/hooks'
import type { Claim } from '../../src/model/claim.ts'
import { writeDay } from '../../src/present/words.ts'
import { index, open, piece, ref } from './state.ts'

export function Reader() {
  const item = index.value.items.get(ref.value ?? '')
  const claims = (item?.claims ?? []).flatMap((id) => index.value.claims.get(id) ?? [])
  const claim = claims[Math.min(piece.value, claims.length - 1)]
  return (
    <aside aria-label="Evidence">
      <button type="button" class="close" onClick={() => open(null)}>
        Close
      </button>
      <h2>{item?.summary ?? 'Nothing is known under this reference.'}</h2>
      {claim && (
        <>
          <p class="steps">
            <button type="button" disabled={piece.value === 0} onClick={() => piece.value--}>
              Previous
            </button>
            <span>
              evidence {piece.value + 1} of {claims.length}
            </span>
            <button type="button" disabled={piece.value >= claims.length - 1} onClick={() => piece.value++}>
              Next
            </button>
          </p>
          <Evidence claim={claim} />
        </>
      )}
    </aside>
  )
}

function Evidence({ claim }: { claim: Claim }) {
  const report = index.value.reports.get(claim.report)
  const text = index.value.texts.get(claim.report)?.text ?? ''
  const lit = useRef<HTMLElement>(null)
  useEffect(() => lit.current?.scrollIntoView({ block: 'center' }), [claim.id])
  return (
    <>
      <p class="byline">
        {report?.publisher ?? report?.file ?? claim.report}, {writeDay(report?.published.date ?? null)}
        {report?.published.inferred && ' (date inferred)'}
        {claim.source.length > 0 && <> · according to {claim.source.join(', to ')}</>} · {claim.modality}
      </p>
      <article class="text">
        {text.slice(0, claim.start)}
        <mark ref={lit}>{text.slice(claim.start, claim.end)}</mark>
        {text.slice(claim.end)}
      </article>
    </>
  )
}
