/** Disagreements: the sides next to each other, who stands on each, and what would settle it. */
import type { Disagreement } from '../../src/model/picture.ts'
import { count, list } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { asOf, goTo, index, open, operation, query, ref } from './state.ts'
import { useStep } from './step.ts'
import { holdsWords, knownBy, openedOn, within } from './view.ts'

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
          <Card key={item.id} item={item} />
        ))}
      </ul>
      <More left={seen.length - most} more={more} />
    </section>
  )
}

function Card({ item }: { item: Disagreement }) {
  const day = openedOn(item, index.value)
  const step = useStep(day === null ? [] : [day])
  return (
    <li class={`card ${knownBy(day, step) ? '' : 'unknown'}`}>
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
      <p class="settle">What would settle it: {item.settle}.</p>
    </li>
  )
}

/** Shown on the first screen. */
const FIRST = 4

/** The first few for the first screen, one line each, of what was known by the as-of day. */
export function Contested({ disagreements }: { disagreements: readonly Disagreement[] }) {
  const known = disagreements.filter(
    (item) => within(item, operation.value, index.value) && knownBy(openedOn(item, index.value), asOf.value),
  )
  if (known.length === 0) return null
  return (
    <section aria-label="Where reports disagree" class="contested">
      <h2>Where reports disagree</h2>
      <ul class="items">
        {known.slice(0, FIRST).map(({ id, kind, summary }) => (
          <li key={id}>
            <button type="button" data-item={id} aria-pressed={ref.value === id} onClick={() => open(id)}>
              <small>{KINDS[kind]}</small>
              {summary}
            </button>
          </li>
        ))}
      </ul>
      {known.length > FIRST && (
        <p class="more">
          <button type="button" onClick={() => goTo('disagreements')}>
            All {known.length} disagreements
          </button>
        </p>
      )}
    </section>
  )
}
