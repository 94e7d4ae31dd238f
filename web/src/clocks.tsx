/**
 * The two clocks as sliders: the day known up to (`as of`) and the day looked at (`on`).
 * Native range inputs, so that keys, touch and screen readers work as people expect.
 */

import { useMemo } from 'preact/hooks'
import { daysBetween } from '../../src/model/interval.ts'
import { writeDay } from '../../src/present/words.ts'
import { addDays } from './days.ts'
import { asOf, index, on } from './state.ts'

export function Clocks() {
  const { published, happened, reportDays, eventDays } = index.value
  return (
    <div class="clocks">
      {published && published[0] !== published[1] && (
        <Clock
          name="Known as of"
          help="what had been published by this day"
          range={published}
          day={asOf.value ?? published[1]}
          all={asOf.value === null}
          set={(day) => {
            asOf.value = day === published[1] ? null : day
          }}
          reset="Back to the newest reports"
          clear={() => {
            asOf.value = null
          }}
          id="clock-asof"
          rug={reportDays}
        />
      )}
      {happened && happened[0] !== happened[1] && (
        <Clock
          name="Looking at"
          help="the day looked at"
          range={happened}
          day={on.value ?? happened[1]}
          all={on.value === null}
          set={(day) => {
            on.value = day
          }}
          reset="Back to every day"
          open="every day"
          clear={() => {
            on.value = null
          }}
          id="clock-on"
          rug={eventDays}
        />
      )}
    </div>
  )
}

interface ClockProps {
  readonly name: string
  readonly help: string
  readonly range: readonly [string, string]
  readonly day: string
  /** True while the clock is not set. */
  readonly all: boolean
  readonly set: (day: string) => void
  readonly clear: () => void
  /** What the button says that unsets it. */
  readonly reset: string
  /** What an unset clock says, where that is not its last day. */
  readonly open?: string
  readonly id: string
  /** Days that are marked under the slider. */
  readonly rug: readonly string[]
}

function Clock({ name, help, range, day, all, set, clear, reset, open, id, rug }: ClockProps) {
  const length = daysBetween(range[0], range[1])
  const marks = useMemo(() => rugOf(rug, range[0], length), [rug, range, length])
  const at = daysBetween(range[0], day)
  const words = all && open ? open : writeDay(day)
  return (
    <div class={all ? 'clock all' : 'clock'}>
      <label for={id}>
        {name} <span class="hidden">{help}</span>
      </label>
      <div class="slide" style={{ '--at': `${(100 * at) / length}%` }}>
        {/* Inset by half the handle, so that a mark stands where the handle does on its day. */}
        <svg class="rug" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
          <path d={marks} />
        </svg>
        <input
          id={id}
          type="range"
          min={0}
          max={length}
          value={at}
          title={`${name}: ${help}`}
          aria-valuetext={words}
          onInput={(event) => onFrame(id, addDays(range[0], Number(event.currentTarget.value)), set)}
        />
      </div>
      <button type="button" class="plain" disabled={all} aria-label={reset} title={reset} onClick={clear}>
        ×
      </button>
      {/* The slider itself says its day. */}
      <output for={id} aria-live="off">
        {words}
      </output>
    </div>
  )
}

/** A short line for each day, once. */
const rugOf = (days: readonly string[], first: string, length: number): string =>
  [...new Set(days)].map((day) => `M${((1000 * daysBetween(first, day)) / length).toFixed(1)} 0v10`).join('')

const waiting = new Map<string, string>()

/** Set a clock once a frame at most: a mouse tells of more moves than can be drawn. */
function onFrame(id: string, day: string, set: (day: string) => void): void {
  if (!waiting.has(id))
    requestAnimationFrame(() => {
      const last = waiting.get(id)
      waiting.delete(id)
      if (last !== undefined) set(last)
    })
  waiting.set(id, day)
}
