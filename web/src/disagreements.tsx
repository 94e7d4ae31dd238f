/** Disagreements: the sides next to each other, who stands on each, and what would settle it. */
import type { Disagreement } from '../../src/model/picture.ts'
import { count, list } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { asOf, index, open, operation, query, ref } from './state.ts'
import { holdsWords, type Index, knownBy, within } from './view.ts'

const KINDS: Record<Disagreement['kind'], string> = {
  number: 'how many',
  holder: 'who holds it',
  actor: 'who did it',
  date: 'when',
  place: 'where',
  happened: 'whether it happened',
  definition: 'what is counted',
}

export function Disagreements({ disagreements }: { disagreements: readonly Disagreement[] }) {
  const [most, more] = usePaging(60)
  const seen = disagreements.filter(
    (item) =>
      within(item, operation.value, index.value) && (query.value === '' || holdsWords(item.summary, query.value)),
  )
  return (
    <section aria-label="Disagreements" class="disagreements">
      <h2>Disagreements</h2>
      {disagreements.length > 6 && <Words found={count(seen.length, 'disagreement')} />}
      {seen.length === 0 && <p class="none">The reports do not contradict each other, or say too little to.</p>}
      <ul class="cards">
        {seen.slice(0, most).map((item) => (
          <li key={item.id} class={`card ${openBy(item, index.value, asOf.value) ? '' : 'unknown'}`}>
            <button
              type="button"
              class="head"
              data-item={item.id}
              aria-pressed={ref.value === item.id}
              onClick={() => open(item.id)}
            >
              <span class="kind">{KINDS[item.kind]}</span>
              <span class="what">{item.summary}</span>
            </button>
            <div class="sides">
              {item.sides.map((side) => (
                <button
                  type="button"
                  key={side.claims.join()}
                  onClick={() => open(item.id, item.claims.indexOf(side.claims[0] ?? ''))}
                >
                  <strong>{side.says}</strong>
                  <span>{side.speakers.length > 0 ? list(side.speakers) : 'in the outlet’s own voice'}</span>
                  <small>{count(side.origins.length, 'origin')}</small>
                </button>
              ))}
            </div>
            <p class="settle">{item.settle}</p>
          </li>
        ))}
      </ul>
      <More left={seen.length - most} more={more} />
    </section>
  )
}

/** A disagreement exists once two of its sides have been published. */
export function openBy(item: Disagreement, { claims, reports }: Index, asOfDay: string | null): boolean {
  const spoken = item.sides.filter((side) =>
    side.claims.some((id) => knownBy(reports.get(claims.get(id)?.report ?? '')?.published.date ?? null, asOfDay)),
  )
  return spoken.length > 1
}
