/**
 * Events in time: one column a day (or more, where days would be thinner than a hair), as high as
 * it has events. What was not known by the as-of day is faded. A click sets the day looked at.
 */

import { useMemo } from 'preact/hooks'
import { daysBetween } from '../../src/model/interval.ts'
import type { PictureEvent } from '../../src/model/picture.ts'
import { count, writeDay, writeNumber } from '../../src/present/words.ts'
import { addDays, ticksOf } from './days.ts'
import { index, on, operation } from './state.ts'
import { asOfWords, countUntil } from './step.ts'
import { within } from './view.ts'

const HEIGHT = 64
const COLUMNS = 120
/** Widest column, in thousandths of the axis: three days of news are no three towers. */
const WIDEST = 26
/** Later than any day: when an undated report was published. */
const NEVER = '9999'

export function Strip({ events }: { events: readonly PictureEvent[] }) {
  const axis = useMemo(() => columnsOf(events), [events, operation.value])
  const hits = useMemo(() => axis && <Hits axis={axis} />, [axis])
  if (!axis) return null
  const { first, last, step, columns, most, dated, ticks } = axis
  const limit = asOfWords.value
  const unit = (HEIGHT - 4) / most
  const width = 1000 / columns.length
  const thick = Math.min(WIDEST, width * 0.8)
  const bar = (i: number, from: number, to: number) =>
    from === to
      ? ''
      : `M${((i + 0.5) * width - thick / 2).toFixed(2)} ${(HEIGHT - from * unit).toFixed(2)}v${((from - to) * unit).toFixed(2)}h${thick.toFixed(2)}v${((to - from) * unit).toFixed(2)}z`
  let [seen, unseen] = ['', '']
  for (const [i, known] of columns.entries()) {
    const part = limit === null ? known.length : countUntil(known, limit)
    seen += bar(i, 0, part)
    unseen += bar(i, part, known.length)
  }
  const at = on.value === null ? -1 : Math.floor(daysBetween(first, on.value) / step)
  return (
    <section aria-label="Events in time" class="strip">
      <h2>Events in time</h2>
      <div class="axis">
        <svg
          viewBox={`0 0 1000 ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${count(dated, 'dated event')}, ${writeDay(first)} to ${writeDay(last)}, at most ${most} in ${step > 1 ? `${step} days` : 'a day'}`}
        >
          {at >= 0 && at < columns.length && (
            <rect class="on" x={at * width} y={0} width={Math.max(width, 3)} height={HEIGHT} />
          )}
          <path class="seen" d={seen} />
          <path class="unseen" d={unseen} />
          {hits}
        </svg>
        <span class="most">{writeNumber(most)}</span>
        <p class="times" aria-hidden="true">
          {ticks.map(({ at: place, words }) => (
            <span key={place} style={{ left: `${place * 100}%` }}>
              {words}
            </span>
          ))}
        </p>
      </div>
      <p class="ends">
        {step > 1 ? `Each column is ${step} days` : 'Each column is a day'}; its height is the number of events.
        <span class="howto"> A click sets the day looked at.</span>
      </p>
    </section>
  )
}

/** What a pointer hits: a column a day; drawn once, since no clock changes it. */
function Hits({ axis: { first, step, columns } }: { axis: Axis }) {
  const width = 1000 / columns.length
  return (
    <>
      {columns.map((known, i) => {
        const day = addDays(first, i * step)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short way to what the slider above does for everyone
          <rect
            class="hit"
            key={day}
            x={i * width}
            y={0}
            width={width}
            height={HEIGHT}
            onClick={() => (on.value = on.value === day ? null : day)}
          >
            <title>{`${writeDay(day)}: ${count(known.length, 'event')}`}</title>
          </rect>
        )
      })}
    </>
  )
}

type Axis = NonNullable<ReturnType<typeof columnsOf>>

/** For each column the sorted days its events became known; null when fewer than two days have one. */
function columnsOf(events: readonly PictureEvent[]) {
  const dated = events.filter(
    (event) => event.from !== null && event.from === event.to && within(event, operation.value, index.value),
  )
  const days = dated.map(({ from }) => from!).toSorted()
  if (days[0] === days.at(-1)) return null
  const [first, last] = [days[0]!, days.at(-1)!]
  const length = daysBetween(first, last) + 1
  const step = Math.max(1, Math.ceil(length / COLUMNS))
  const columns = Array.from({ length: Math.ceil(length / step) }, (): string[] => [])
  for (const { from, known } of dated) columns[Math.floor(daysBetween(first, from!) / step)]!.push(known ?? NEVER)
  for (const column of columns) column.sort()
  const most = Math.max(...columns.map((column) => column.length))
  return { first, last, step, columns, most, dated: dated.length, ticks: ticksOf(first, columns.length * step) }
}
