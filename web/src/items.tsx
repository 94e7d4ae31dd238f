/** A list of statements; each opens its evidence. What was not yet known on the as-of day is faded. */
import { writeDay } from '../../src/present/words.ts'
import { asOf, open, ref } from './state.ts'
import { knownBy } from './view.ts'

interface Listed {
  readonly id: string
  readonly summary: string
  readonly known: string | null
  readonly day?: string
}

export function Items({ title, items, dated = false }: { title: string; items: readonly Listed[]; dated?: boolean }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {items.length === 0 && <p class="none">None.</p>}
      <ul class="items">
        {items.map((item) => (
          <li key={item.id} class={knownBy(item.known, asOf.value) ? '' : 'unknown'}>
            <button type="button" aria-pressed={ref.value === item.id} onClick={() => open(item.id)}>
              {dated && <time>{writeDay(item.day ?? item.known)}</time>}
              {item.summary}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
