/** What happened, on the first screen of a crisis in which nobody is told to hold a place: the few events that matter most of those then known, newest first. */
import { useMemo } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { leadingEvents } from '../../src/present/key-events.ts'
import { EventList } from './events.tsx'
import { goTo, index, on, operation } from './state.ts'
import { stepsOf, useStep } from './step.ts'
import { byDay, firstOf, holdsOn, knownBy, within } from './view.ts'

/** Events shown. */
const MOST = 6

export function Happened({ picture }: { picture: Picture }) {
  const events = useMemo(() => leadingEvents(picture), [picture])
  const step = useStep(useMemo(() => stepsOf(events.map(({ known }) => known)), [events]))
  const foremost = firstOf(
    events,
    MOST,
    (event) => knownBy(event.known, step) && holdsOn(event, on.value) && within(event, operation.value, index.value),
  )
  if (foremost.length === 0) return null
  return (
    <section aria-label="What happened" class="happened">
      <h2>What happened</h2>
      <EventList events={byDay(foremost)} />
      <p class="more">
        <button type="button" onClick={() => goTo('events')}>
          All events
        </button>
      </p>
    </section>
  )
}
