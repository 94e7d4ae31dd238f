/** What changed, newest first, as of the day known up to. */
import { useMemo } from 'preact/hooks'
import { writeDay } from '../../src/present/words.ts'
import { tidyDays } from './days.ts'
import { More, usePaging } from './more.tsx'
import { Opener } from './opener.tsx'
import { index, operation } from './state.ts'
import { stepsOf, useStep } from './step.ts'
import { knownBy, within, wordsAt } from './view.ts'

/** The words of a retraction at the end of a statement: one click away, where they stand. */
const QUOTED = /: “[^”]*”$/u

export function Changes() {
  const [most, more] = usePaging(7)
  const { changes, published } = index.value
  const step = useStep(useMemo(() => stepsOf(changes.map(({ day }) => day)), [changes]))
  const known = changes.filter((change) => knownBy(change.day, step) && within(change, operation.value, index.value))
  const newest = known[0]?.day
  const words = published === null ? 'No report is dated: nobody can say what came last.' : 'Nothing was known yet.'
  return (
    <section aria-label="What changed last" class="changes">
      <h2>What changed last</h2>
      {known.length === 0 && <p class="none">{words}</p>}
      <ol class="items">
        {known.slice(0, most).map(({ id, day, summary, about, kind }, i) => (
          <li key={id} class={`${kind} ${day === newest ? 'newest' : ''}`}>
            <Opener id={about[0] ?? id}>
              {day !== known[i - 1]?.day && <time dateTime={day}>{writeDay(day)}</time>}
              {kind === 'retraction' && <strong>Taken back: </strong>}
              {tidyDays(wordsThen(summary, about[0], step).replace(QUOTED, ''))}
            </Opener>
          </li>
        ))}
      </ol>
      <More left={known.length - most} more={more} />
    </section>
  )
}

/** A change in the words of the as-of day, where it only says what it is about. */
function wordsThen(summary: string, about: string | undefined, day: string | null): string {
  const item = index.value.items.get(about ?? '')
  return item?.summary === summary ? wordsAt(item, day, index.value) : summary
}
