/**
 * Events in time: one column a day (or a week, where the days would be thinner than a hair),
 * one block an event, stacked. What was not known by the as-of day is faded.
 */
import type { PictureEvent } from '../../src/model/picture.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { addDays, daysBetween } from './days.ts'
import { asOf, on } from './state.ts'
import { knownBy } from './view.ts'

const HEIGHT = 64
const COLUMNS = 120

export function Strip({ events }: { events: readonly PictureEvent[] }) {
  const dated = events.filter(({ from, to }) => from !== null && from === to)
  const days = dated.map(({ from }) => from!).toSorted()
  if (days.length < 2) return null
  const [first, last] = [days[0]!, days.at(-1)!]
  const step = Math.max(1, Math.ceil((daysBetween(first, last) + 1) / COLUMNS))
  const columns = Array.from(
    { length: Math.ceil((daysBetween(first, last) + 1) / step) },
    () => [0, 0] as [number, number],
  )
  for (const { from, known } of dated)
    columns[Math.floor(daysBetween(first, from!) / step)]![knownBy(known, asOf.value) ? 0 : 1]++
  const most = Math.max(...columns.map(([seen, unseen]) => seen + unseen))
  const width = 1000 / columns.length
  const mark = on.value && Math.floor(daysBetween(first, on.value) / step)
  return (
    <section aria-label="Events in time" class="strip">
      <h2>Events in time</h2>
      <svg
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${count(dated.length, 'dated event')}, ${writeDay(first)} to ${writeDay(last)}`}
      >
        {columns.map(([seen, unseen], i) => {
          const unit = (HEIGHT - 4) / most
          const day = addDays(first, i * step)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short way to what the slider above does for everyone
            <g key={day} class={mark === i ? 'on' : ''} onClick={() => (on.value = on.value === day ? null : day)}>
              <title>{`${writeDay(day)}: ${count(seen + unseen, 'event')}`}</title>
              <rect class="back" x={i * width} y={0} width={width} height={HEIGHT} />
              <rect
                class="seen"
                x={i * width + width * 0.1}
                y={HEIGHT - seen * unit}
                width={width * 0.8}
                height={seen * unit}
              />
              <rect
                class="unseen"
                x={i * width + width * 0.1}
                y={HEIGHT - (seen + unseen) * unit}
                width={width * 0.8}
                height={unseen * unit}
              />
            </g>
          )
        })}
      </svg>
      <p class="ends">
        <span>{writeDay(first)}</span>
        <span>{step > 1 ? `one column is ${step} days` : ''}</span>
        <span>{writeDay(last)}</span>
      </p>
    </section>
  )
}
