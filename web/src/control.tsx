/** Who holds what: the latest known state of each place, in words and with the mark the map uses. */
import { computed } from '@preact/signals'
import type { ControlPeriod, Picture } from '../../src/model/picture.ts'
import { latestControl } from '../../src/present/leading.ts'
import { count } from '../../src/present/words.ts'
import { tidyDays } from './days.ts'
import { lookOf } from './features.ts'
import { colourOf } from './holders.ts'
import { More, usePaging } from './more.tsx'
import { Opener } from './opener.tsx'
import { asOf, data, index, on, operation } from './state.ts'
import { asOfWords, stepOf, stepsOf } from './step.ts'
import { daysOf, holdsOn, knownBy, within, wordsAt } from './view.ts'

/** Control as of the clocks: the latest period of each place among those then known and holding on the day. */
function controlAt(picture: Picture, asOfDay: string | null, onDay: string | null): ControlPeriod[] {
  const known = picture.control.filter((period) => knownBy(period.known, asOfDay) && holdsOn(period, onDay))
  return latestControl({ ...picture, control: known, asOf: asOfDay ?? picture.asOf })
}

/** Days on which somebody first spoke about control: between two of them nothing changes. */
const spoken = computed(() =>
  stepsOf(
    (data.value?.picture.control ?? []).flatMap(({ id, known, testimonies }) => [
      ...daysOf({ id, known }, index.value),
      ...testimonies.map(({ published }) => published),
    ]),
  ),
)
const controlBy = (step: string | null): ControlPeriod[] =>
  data.value ? controlAt(data.value.picture, step, on.value) : []

const step = computed(() => stepOf(spoken.value, asOf.value))
/** Control as the clocks stand, for the map. */
export const controlNow = computed(() => controlBy(step.value))

const stepInWords = computed(() => stepOf(spoken.value, asOfWords.value))
/** The same as words follow the clocks. */
export const controlInWords = computed(() => controlBy(stepInWords.value))

export function Control() {
  const periods = controlInWords.value.filter((one) => within(one, operation.value, index.value))
  const [most, more] = usePaging(12)
  return (
    <section aria-label="Who holds what" class="control">
      <h2>Who holds what</h2>
      {periods.length === 0 && <p class="none">Nobody was said to hold or to take a place.</p>}
      <ul class="items columns">
        {periods.slice(0, most).map((period) => (
          <Row
            key={period.id}
            period={period}
            words={tidyDays(wordsAt(period, stepInWords.value, index.value))}
            origins={originsAt(period, stepInWords.value)}
          />
        ))}
      </ul>
      <More left={periods.length - most} more={more} />
    </section>
  )
}

function Row({ period, words, origins }: { period: ControlPeriod; words: string; origins: number }) {
  return (
    <li>
      <Opener id={period.id}>
        <span class={`mark ${lookOf(period)}`} style={{ '--c': colourOf(period.holder) }} aria-hidden="true" />
        {words}{' '}
        <small>
          {period.oneSided && 'one side only, '}
          {count(origins, 'origin')}
        </small>
      </Opener>
    </li>
  )
}

/** Origins that had spoken by the as-of day: of what each said its last word is a testimony, so one may have spoken before its own. */
const originsAt = ({ testimonies }: ControlPeriod, day: string | null): number =>
  Math.max(1, new Set(testimonies.flatMap(({ origin, published }) => (knownBy(published, day) ? [origin] : []))).size)
