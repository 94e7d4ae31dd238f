/** Disagreements: the sides next to each other, who stands on each, and what would settle it. */
import { useMemo } from 'preact/hooks'
import type { Disagreement } from '../../src/model/picture.ts'
import { weighty } from '../../src/present/leading.ts'
import { count, list } from '../../src/present/words.ts'
import { tidyDays } from './days.ts'
import { More, usePaging, Words } from './more.tsx'
import { Opener } from './opener.tsx'
import { goTo, index, open, operation, query } from './state.ts'
import { asOfWords, useStep } from './step.ts'
import { holdsWords, knownBy, sayerOf, subjectOf, within } from './view.ts'

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
  const ranked = useMemo(() => weighty(disagreements), [disagreements])
  const seen = ranked.filter(
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

/** What a side says, without telling again what the disagreement is about. */
export const saysOf = ({ says }: Pick<Disagreement['sides'][number], 'says'>, item: Disagreement): string =>
  says.toLowerCase() === subjectOf(item).toLowerCase() ? 'said' : says

/** Speakers named; the rest is counted. */
const MOST = 3

/** Who stands on a side, each as the engine names him; where nobody is quoted, the outlets. `most`: how many are named. */
export function voices({ speakers, origins }: Disagreement['sides'][number], most = MOST): string {
  const [only, ...others] = origins
  const where = only === undefined || others.length > 0 ? null : only
  const names =
    speakers.length > 0
      ? speakers.map((speaker) => (where === null ? speaker : sayerOf({ speaker, origin: where }, index.value)))
      : origins.map((origin) => sayerOf({ speaker: null, origin }, index.value))
  const shown = Math.max(1, most - 1)
  return list(names.length > most ? [...names.slice(0, shown), `${names.length - shown} others`] : names)
}

/** The words of the report that first stands on the side. */
function wordsOf({ claims }: Disagreement['sides'][number]) {
  const quote = index.value.claims.get(claims[0] ?? '')?.quote
  return quote && <span class="words">{quote}</span>
}

function Card({ item }: { item: Disagreement }) {
  const day = index.value.opened.get(item.id) ?? null
  const step = useStep(day === null ? [] : [day])
  return (
    <li class={`card ${knownBy(day, step) ? '' : 'unknown'}`}>
      <Opener id={item.id} class="head">
        <span class="kind">{KINDS[item.kind]}</span>
        <span class="what">{tidyDays(subjectOf(item))}</span>
      </Opener>
      <div class="sides">
        {item.sides.map((side) => (
          <button
            type="button"
            key={side.claims.join()}
            onClick={() => open(item.id, item.claims.indexOf(side.claims[0] ?? ''))}
          >
            <strong>{saysOf(side, item)}</strong>
            <span>{voices(side)}</span>
            {wordsOf(side)}
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
  const known = useMemo(() => weighty(disagreements), [disagreements]).filter(
    (item) =>
      within(item, operation.value, index.value) && knownBy(index.value.opened.get(item.id) ?? null, asOfWords.value),
  )
  if (known.length === 0) return null
  return (
    <section aria-label="Where reports disagree" class="contested">
      <h2>Where reports disagree</h2>
      <ul class="items">
        {known.slice(0, FIRST).map((item) => (
          <li key={item.id}>
            <Opener id={item.id}>
              <small>{KINDS[item.kind]}</small>
              {subjectOf(item)}
              {item.sides.map((side) => (
                <span class="side" key={side.claims.join()}>
                  <b>{saysOf(side, item)}</b> {voices(side)}
                </span>
              ))}
            </Opener>
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
