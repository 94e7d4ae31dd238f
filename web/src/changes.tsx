/** What changed, newest first, as of the day known up to. */
import type { Picture } from '../../src/model/picture.ts'
import { writeDay } from '../../src/present/words.ts'
import { asOf, open, ref } from './state.ts'
import { knownBy } from './view.ts'

export function Changes({ picture, most = 9 }: { picture: Picture; most?: number }) {
  const known = picture.changes
    .filter(({ day }) => knownBy(day, asOf.value))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const newest = known[0]?.day
  return (
    <section aria-label="What changed last" class="changes">
      <h2>What changed last</h2>
      {known.length === 0 && <p class="none">Nothing was known yet.</p>}
      <ol class="items">
        {known.slice(0, most).map(({ id, day, summary, about, kind }) => (
          <li key={id} class={`${kind} ${day === newest ? 'newest' : ''}`}>
            <button
              type="button"
              data-item={about[0] ?? id}
              aria-pressed={ref.value === (about[0] ?? id)}
              onClick={() => open(about[0] ?? id)}
            >
              <time dateTime={day}>{writeDay(day)}</time> {summary}
            </button>
          </li>
        ))}
      </ol>
      {known.length > most && <p class="more">and {known.length - most} earlier changes</p>}
    </section>
  )
}
