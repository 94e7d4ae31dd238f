/** A plain list of statements; each opens its evidence. What was not yet known on the as-of day is faded. */
import { count, writeDay } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { index, on, open, operation, query, ref } from './state.ts'
import { useStep } from './step.ts'
import { daysOf, holdsOn, holdsWords, knownBy, within, wordsAt } from './view.ts'

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
          <Statement key={item.id} item={item} dated={dated} />
        ))}
      </ul>
      <More left={seen.length - most} more={more} />
    </section>
  )
}

function Statement({ item, dated }: { item: Listed; dated: boolean }) {
  const { id, known, from, to } = item
  const step = useStep(daysOf(item, index.value))
  const day = writeDay(from ?? to)
  const words = wordsAt(item, step, index.value)
  return (
    <li class={knownBy(known, step) ? '' : 'unknown'}>
      <button type="button" data-item={id} aria-pressed={ref.value === id} onClick={() => open(id)}>
        {dated && <time>{day}</time>} {dated && words.endsWith(`, ${day}`) ? words.slice(0, -day.length - 2) : words}
      </button>
    </li>
  )
}
