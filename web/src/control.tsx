/** Who holds what: the latest known state of each place, in words and with the mark the map uses. */
import type { ControlPeriod, Picture } from '../../src/model/picture.ts'
import { latestControl } from '../../src/present/brief.ts'
import { count } from '../../src/present/words.ts'
import { lookOf } from './features.ts'
import { More, usePaging } from './more.tsx'
import { asOf, index, on, open, operation, ref } from './state.ts'
import { holdsOn, knownBy, within } from './view.ts'

/** Control as of the clocks: the latest period of each place among those then known and holding on the day. */
export function controlAt(picture: Picture, asOfDay: string | null, onDay: string | null): ControlPeriod[] {
  const known = picture.control.filter((period) => knownBy(period.known, asOfDay) && holdsOn(period, onDay))
  return latestControl({ ...picture, control: known })
}

export function Control({ picture }: { picture: Picture }) {
  const periods = controlAt(picture, asOf.value, on.value).filter((one) => within(one, operation.value, index.value))
  const [most, more] = usePaging(24)
  return (
    <section aria-label="Who holds what" class="control">
      <h2>Who holds what</h2>
      {periods.length === 0 && <p class="none">Nothing was known about control.</p>}
      <ul class="items columns">
        {periods.slice(0, most).map((period) => (
          <li key={period.id}>
            <button
              type="button"
              data-item={period.id}
              aria-pressed={ref.value === period.id}
              onClick={() => open(period.id)}
            >
              <span class={`mark ${lookOf(period)}`} aria-hidden="true" />
              {period.summary}{' '}
              <small>
                {period.oneSided && 'one side only, '}
                {count(originsAt(period), 'origin')}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <More left={periods.length - most} more={more} />
    </section>
  )
}

/** Origins that had spoken by the as-of day. */
const originsAt = ({ testimonies }: ControlPeriod): number =>
  new Set(testimonies.flatMap(({ origin, published }) => (knownBy(published, asOf.value) ? [origin] : []))).size
