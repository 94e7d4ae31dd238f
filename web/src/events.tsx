/** All events, newest first: the day once, the sort as the map marks it, the statement, and who says so. */
import type { PictureEvent } from '../../src/model/picture.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { GLYPHS } from './icons.ts'
import { More, usePaging, Words } from './more.tsx'
import { Opener } from './opener.tsx'
import { SORT_OF } from './sorts.ts'
import { index, on, operation, query } from './state.ts'
import { useStep } from './step.ts'
import { daysOf, holdsOn, holdsWords, knownBy, sayerOf, within, wordsAt } from './view.ts'

export function Events({ events }: { events: readonly PictureEvent[] }) {
  const [most, more] = usePaging(100)
  const seen = events.filter(
    (item) =>
      holdsOn(item, on.value) &&
      within(item, operation.value, index.value) &&
      (query.value === '' || holdsWords(item.summary, query.value)),
  )
  return (
    <section aria-label="Events">
      <h2>Events</h2>
      <Words found={count(seen.length, 'event')} />
      {seen.length === 0 && <p class="none">No events.</p>}
      <EventList events={seen.slice(0, most)} />
      <More left={seen.length - most} more={more} />
    </section>
  )
}

/** Events by day, the day told once. */
export function EventList({ events }: { events: readonly PictureEvent[] }) {
  return (
    <ul class="items dated">
      {events.map((event, i) => (
        <Row key={event.id} event={event} again={i > 0 && whenOf(event) === whenOf(events[i - 1]!)} />
      ))}
    </ul>
  )
}

/** The day an event stands under: "by" it where only the day is known on which it was told. */
const whenOf = ({ from, to }: PictureEvent): string =>
  from === null && to !== null ? `by ${writeDay(to)}` : writeDay(from ?? to)

/** Speakers named; the rest is counted. */
const MOST = 2

/** `again` is true where the day is that of the row above: it is told once. */
function Row({ event, again }: { event: PictureEvent; again: boolean }) {
  const { id, known, type, modality, testimonies } = event
  const step = useStep(daysOf(event, index.value))
  const when = whenOf(event)
  const words = wordsAt(event, step, index.value)
  const sort = modality === 'asserted' ? SORT_OF[type] : undefined
  const said = testimonies.filter(({ published }) => knownBy(published, step))
  const names = [...new Set((said.length > 0 ? said : testimonies).map((one) => sayerOf(one, index.value)))]
  return (
    <li class={`${knownBy(known, step) ? '' : 'unknown'} ${again ? 'again' : ''}`}>
      <Opener id={id}>
        <time>{when}</time>
        <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
          {sort && <path d={GLYPHS[sort]} />}
        </svg>
        <span>{words.endsWith(`, ${when}`) ? words.slice(0, -when.length - 2) : words}</span>
        <small>
          {names.slice(0, MOST).join('; ')}
          {names.length > MOST && `; ${names.length - MOST} more`}
        </small>
      </Opener>
    </li>
  )
}
