/** What is not known, by the sort of gap: what nobody told, what is old, what rests on one origin or one side. */
import { useMemo } from 'preact/hooks'
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
  const opening = useMemo(() => openingOf(gaps.map(({ summary }) => summary)), [gaps])
  if (gaps.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {opening && <p class="opening">{opening} …</p>}
      <ul class={opening ? 'items close' : 'items'}>
        {gaps.slice(0, most).map((gap) => (
          <Row key={gap.id} gap={gap} opening={opening} />
        ))}
      </ul>
      <More left={gaps.length - most} more={more} />
    </section>
  )
}

/** Fewer statements, and fewer words that all of them begin with, are not worth setting apart. */
const LEAST = 3

/** The words that all statements begin with, told once over them; '' where they are few. */
function openingOf(summaries: readonly string[]): string {
  const [first, ...others] = summaries.map((words) => words.split(' '))
  if (!first || others.length + 1 < LEAST) return ''
  let same = 0
  while (same < first.length - 1 && others.every((words) => words[same] === first[same])) same++
  return same < LEAST ? '' : first.slice(0, same).join(' ')
}

function Row({ gap, opening }: { gap: Gap; opening: string }) {
  const step = useStep(daysOf(gap, index.value))
  const words = wordsAt(gap, step, index.value)
  return (
    <li class={knownBy(gap.known, step) ? '' : 'unknown'}>
      <Opener id={gap.id}>
        {opening && words.startsWith(opening) ? (
          <>
            <span class="hidden">{opening}</span>
            {words.slice(opening.length)}
          </>
        ) : (
          words
        )}
      </Opener>
    </li>
  )
}
