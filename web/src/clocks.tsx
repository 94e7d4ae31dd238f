/**
 * The two clocks as sliders: the day known up to (`as of`) and the day looked at (`on`).
 * Native range inputs, so that keys, touch and screen readers work as people expect.
 */
import { writeDay } from '../../src/present/words.ts'
import { addDays, daysBetween } from './days.ts'
import { asOf, index, on } from './state.ts'

export function Clocks() {
  const { published, happened } = index.value
  return (
    <div class="clocks">
      {published && published[0] !== published[1] && (
        <Clock
          name="As of"
          help="what had been published by this day"
          range={published}
          day={asOf.value ?? published[1]}
          all={asOf.value === null}
          set={(day) => {
            asOf.value = day === published[1] ? null : day
          }}
          reset="newest"
          clear={() => {
            asOf.value = null
          }}
          id="clock-asof"
        />
      )}
      {happened && happened[0] !== happened[1] && (
        <Clock
          name="On"
          help="the day looked at"
          range={happened}
          day={on.value ?? happened[1]}
          all={on.value === null}
          set={(day) => {
            on.value = day
          }}
          reset="every day"
          open="every day"
          clear={() => {
            on.value = null
          }}
          id="clock-on"
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
}

function Clock({ name, help, range, day, all, set, clear, reset, open, id }: ClockProps) {
  const length = daysBetween(range[0], range[1])
  return (
    <div class={all ? 'clock all' : 'clock'}>
      <label for={id}>
        {name} <span class="help">{help}</span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={length}
        value={daysBetween(range[0], day)}
        aria-valuetext={all && open ? open : writeDay(day)}
        onInput={(event) => set(addDays(range[0], Number(event.currentTarget.value)))}
      />
      <output for={id}>{all && open ? open : writeDay(day)}</output>
      <button type="button" class="plain" disabled={all} onClick={clear}>
        {reset}
      </button>
    </div>
  )
}
