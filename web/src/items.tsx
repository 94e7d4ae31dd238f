/** A plain list of statements; each opens its evidence. What was not yet known on the as-of day is faded. */
import { writeDay } from '../../src/present/words.ts'
import { asOf, on, open, ref } from './state.ts'
import { holdsOn, knownBy } from './view.ts'

interface Listed {
  readonly id: string
  readonly summary: string
  readonly known: string | null
  readonly from: string | null
  readonly to: string | null
}

interface ItemsProps {
  readonly title: string
  readonly items: readonly Listed[]
  readonly none: string
  /** Show the first day of each in front of it. */
  readonly dated?: boolean
  readonly most?: number
}

export function Items({ title, items, none, dated = false, most = 200 }: ItemsProps) {
  const seen = items.filter((item) => holdsOn(item, on.value))
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {seen.length === 0 && <p class="none">{none}</p>}
      <ul class="items">
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
      {seen.length > most && <p class="more">and {seen.length - most} more, all among the claims</p>}
    </section>
  )
}
