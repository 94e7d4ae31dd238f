/**
 * Events in time: one column a day (or more, where days would be thinner than a hair), as high as
 * it has events. What was not known by the as-of day is faded. A click sets the day looked at.
 */
import { useMemo } from 'preact/hooks'
import type { PictureEvent } from '../../src/model/picture.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { addDays, dayNumber, daysBetween } from './days.ts'
import { asOf, index, on, operation } from './state.ts'
import { within } from './view.ts'

const HEIGHT = 64
const COLUMNS = 120

export function Strip({ events }: { events: readonly PictureEvent[] }) {
  const axis = useMemo(() => columnsOf(events), [events, operation.value])
  if (!axis) return null
  const { first, last, step, columns, dated } = axis
  const limit = asOf.value === null ? Number.POSITIVE_INFINITY : dayNumber(asOf.value)
  const most = Math.max(...columns.map(({ length }) => length))
  const width = 1000 / columns.length
  const unit = (HEIGHT - 4) / most
  const mark = on.value && Math.floor(daysBetween(first, on.value) / step)
  return (
    <section aria-label="Events in time" class="strip">
      <h2>Events in time</h2>
      <svg
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${count(dated, 'dated event')}, ${writeDay(first)} to ${writeDay(last)}`}
      >
        {columns.map((known, i) => {
          const seen = known.filter((day) => day <= limit).length
          const day = addDays(first, i * step)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short way to what the slider above does for everyone
            <g key={day} class={mark === i ? 'on' : ''} onClick={() => (on.value = on.value === day ? null : day)}>
              <title>{`${writeDay(day)}: ${count(known.length, 'event')}`}</title>
              <rect class="back" x={i * width} y={0} width={width} height={HEIGHT} />
              <rect
                class="seen"
                x={i * width + width * 0.1}
                y={HEIGHT - seen * unit}
                width={width * 0.8}
                height={seen * unit}
              />
              {known.length > seen && (
                <rect
                  class="unseen"
                  x={i * width + width * 0.1}
                  y={HEIGHT - known.length * unit}
                  width={width * 0.8}
                  height={(known.length - seen) * unit}
                />
              )}
            </g>
          )
        })}
      </svg>
      <p class="ends">
        <span>{writeDay(first)}</span>
        <span>
          at most {count(most, 'event')} in {step > 1 ? `a column of ${step} days` : 'a day'}
        </span>
        <span>{writeDay(last)}</span>
      </p>
    </section>
  )
}

/** For each column the days its events became known; null when fewer than two days have one. */
function columnsOf(events: readonly PictureEvent[]) {
  const dated = events.filter(
    (event) => event.from !== null && event.from === event.to && within(event, operation.value, index.value),
  )
  const days = dated.map(({ from }) => from!).toSorted()
  if (days[0] === days.at(-1)) return null
  const [first, last] = [days[0]!, days.at(-1)!]
  const length = daysBetween(first, last) + 1
  const step = Math.max(1, Math.ceil(length / COLUMNS))
  const columns = Array.from({ length: Math.ceil(length / step) }, (): number[] => [])
  for (const { from, known } of dated)
    columns[Math.floor(daysBetween(first, from!) / step)]!.push(
      known === null ? Number.POSITIVE_INFINITY : dayNumber(known),
    )
  return { first, last, step, columns, dated: dated.length }
}
