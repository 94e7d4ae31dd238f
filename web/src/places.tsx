/**
 * The places on the map as a list: each with its state and what happened there as the clocks stand, most told of first.
 * What the map shows to the eye and the mouse, this shows to a screen reader and the keyboard; a place opens its card.
 */
import { signal } from '@preact/signals'
import type { ControlPeriod } from '../../src/model/picture.ts'
import { count } from '../../src/present/words.ts'
import { controlNow } from './control.tsx'
import { lookOf, type MapData, type MapPlace, type Mark } from './features.ts'
import { showPlace } from './here.tsx'
import { colourOf } from './holders.ts'
import { here, index, operation } from './state.ts'
import { daysNow } from './step.ts'
import { shows } from './strength.ts'
import { within } from './view.ts'

/** Is the list open? Kept while parts change; the key `p` opens it. */
export const placesOpen = signal(false)

export function Places({ drawn: { places } }: { drawn: MapData }) {
  return (
    <details
      class="places"
      open={placesOpen.value}
      onToggle={(event) => {
        placesOpen.value = event.currentTarget.open
      }}
    >
      <summary>{count(places.length, 'place')} on the map, as a list</summary>
      {placesOpen.value && <List places={places} />}
    </details>
  )
}

const STATES = { solid: 'held', hatched: 'claimed', dotted: 'contested', empty: 'not told who has it' } as const

function List({ places }: { places: readonly MapPlace[] }) {
  const periods = new Map<string, ControlPeriod>(controlNow.value.map((period) => [period.place, period]))
  const told = ({ marks }: MapPlace, sort: Mark['kind']): string | false => {
    const items = marks.flatMap(({ kind, items }) => (kind === sort ? items : []))
    const seen = items.filter((item) => shows(item, daysNow.value) && within(item, operation.value, index.value))
    return seen.length > 0 && count(seen.length, sort)
  }
  return (
    <ul class="items">
      {places.map((place) => {
        const period = periods.get(place.name)
        const held = period && within(period, operation.value, index.value) ? period : null
        const look = held ? lookOf(held) : 'none'
        const state = look !== 'none' && (held?.holder ? `${STATES[look]} by ${held.holder}` : STATES[look])
        return (
          <li key={place.name}>
            <button
              type="button"
              data-item={`place:${place.name}`}
              aria-expanded={here.value === place.name}
              onClick={() => showPlace(place.name)}
            >
              <span class={`mark ${look}`} style={{ '--c': colourOf(held?.holder ?? null) }} aria-hidden="true" />
              {place.name}{' '}
              <small>
                {[state, told(place, 'event'), told(place, 'figure')].filter(Boolean).join(', ') || 'nothing known'}
              </small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
