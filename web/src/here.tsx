/** The card of a place, opened from the map: who has it, what happened there, how many; as the clocks stand. */
import { useEffect, useRef } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { controlAt } from './control.tsx'
import { asOf, filters, goTo, here, index, on, open, operation } from './state.ts'
import { holdsOn, knownBy, newestFirst, within } from './view.ts'

/** Statements shown before "all claims". */
const MOST = 7

export function Here({ picture, place }: { picture: Picture; place: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [place])
  const seen = (item: { known: string | null; from: string | null; to: string | null; claims: readonly string[] }) =>
    knownBy(item.known, asOf.value) && holdsOn(item, on.value) && within(item, operation.value, index.value)
  const control = controlAt(picture, asOf.value, on.value).filter((period) => period.place === place)
  const events = newestFirst(picture.events.filter((event) => event.place === place && seen(event)))
  const figures = newestFirst(picture.figures.filter((figure) => figure.place === place && seen(figure)))
  const all = [...control, ...events, ...figures]
  return (
    <div class="here">
      <h3 ref={title} tabIndex={-1}>
        {place}
      </h3>
      <button type="button" class="close" aria-label="Close the card" onClick={() => (here.value = null)}>
        ✕
      </button>
      {all.length === 0 && <p class="none">Nothing is known of it as the clocks stand.</p>}
      <ul class="items">
        {all.slice(0, MOST).map(({ id, summary }) => (
          <li key={id}>
            <button type="button" onClick={() => open(id)}>
              {summary}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="plain"
        onClick={() => {
          filters.value = { place }
          goTo('claims')
        }}
      >
        All claims about {place}
      </button>
    </div>
  )
}
