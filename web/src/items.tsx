/** A plain list of statements; each opens its evidence. What was not yet known on the as-of day is faded. */
import { count, writeDay } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { asOf, index, on, open, operation, query, ref } from './state.ts'
import { holdsOn, holdsWords, knownBy, within } from './view.ts'

interface Listed {
  readonly id: string
  readonly summary: string
  readonly known: string | null
  readonly from: string | null
  readonly to: string | null
  readonly claims: readonly string[]
  readonly operation?: string | null
}

interface ItemsProps {
  readonly title: string
  readonly items: readonly Listed[]
  readonly noun: string
  readonly none: string
  /** Show the first day of each in front of it. */
  readonly dated?: boolean
}

export function Items({ title, items, noun, none, dated = false }: ItemsProps) {
  const [most, more] = usePaging(100)
  const seen = items.filter(
    (item) =>
      holdsOn(item, on.value) &&
      within(item, operation.value, index.value) &&
      (query.value === '' || holdsWords(item.summary, query.value)),
  )
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Words found={count(seen.length, noun)} />
      {seen.length === 0 && <p class="none">{none}</p>}
      <ul class={dated ? 'items dated' : 'items'}>
        {seen.slice(0, most).map((item) => (
          <li key={item.id} class={knownBy(item.known, asOf.value) ? '' : 'unknown'}>
            <button
              type="button"
              data-item={item.id}
              aria-pressed={ref.value === item.id}
              onClick={() => open(item.id)}
            >
              {dated && <time>{writeDay(item.from ?? item.to)}</time>} {item.summary}
            </button>
          </li>
        ))}
      </ul>
      <More left={seen.length - most} more={more} />
    </section>
  )
}
