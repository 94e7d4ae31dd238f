/** What is not known, by the sort of gap: what nobody told, what is old, what rests on one origin or one side. */
import type { Gap } from '../../src/model/picture.ts'
import { count } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { Opener } from './opener.tsx'
import { index, on, operation, query } from './state.ts'
import { useStep } from './step.ts'
import { daysOf, holdsOn, holdsWords, knownBy, within, wordsAt } from './view.ts'

const SORTS: Readonly<Record<Gap['kind'], string>> = {
  missing: 'Nobody told',
  stale: 'No news for long',
  'one-sided': 'Told by one side only',
  'single-origin': 'Rests on one origin',
}

export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const seen = gaps.filter(
    (gap) =>
      holdsOn(gap, on.value) &&
      within(gap, operation.value, index.value) &&
      (query.value === '' || holdsWords(gap.summary, query.value)),
  )
  return (
    <section aria-label="Not known" class="gaps">
      <h2>Not known</h2>
      <Words found={count(seen.length, 'gap')} />
      {seen.length === 0 && <p class="none">No gaps were found.</p>}
      <div class="sorts">
        {(Object.keys(SORTS) as Gap['kind'][]).map((kind) => (
          <Sort key={kind} title={SORTS[kind]} gaps={seen.filter((gap) => gap.kind === kind)} />
        ))}
      </div>
    </section>
  )
}

function Sort({ title, gaps }: { title: string; gaps: readonly Gap[] }) {
  const [most, more] = usePaging(30)
  if (gaps.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class="items">
        {gaps.slice(0, most).map((gap) => (
          <Row key={gap.id} gap={gap} />
        ))}
      </ul>
      <More left={gaps.length - most} more={more} />
    </section>
  )
}

function Row({ gap }: { gap: Gap }) {
  const step = useStep(daysOf(gap, index.value))
  return (
    <li class={knownBy(gap.known, step) ? '' : 'unknown'}>
      <Opener id={gap.id}>{wordsAt(gap, step, index.value)}</Opener>
    </li>
  )
}
