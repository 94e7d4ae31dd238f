/** The card of a place, opened from the map or the list of places: who has it, what happened there, how many; as the clocks stand. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { controlNow } from './control.tsx'
import { Opener } from './opener.tsx'
import { asOf, filters, goTo, here, index, on, operation } from './state.ts'
import { holdsOn, knownBy, newestFirst, within, wordsAt } from './view.ts'

/** Statements shown before "all claims". */
const MOST = 7

/** What had the focus when the card opened, to give it back. */
let opener: Element | null = null

/** Open the card of a place; null closes it. */
export function showPlace(name: string | null): void {
  if (name !== null && !document.querySelector('.here')?.contains(document.activeElement))
    opener = document.activeElement
  here.value = name
  if (name === null && opener?.isConnected) (opener as HTMLElement).focus()
}

export function Here({ picture, place }: { picture: Picture; place: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  // The focus brings the card into sight where the list of places has pushed the map out of it.
  useLayoutEffect(() => title.current?.focus(), [place])
  const seen = (item: { known: string | null; from: string | null; to: string | null; claims: readonly string[] }) =>
    knownBy(item.known, asOf.value) && holdsOn(item, on.value) && within(item, operation.value, index.value)
  const control = controlNow.value.filter((period) => period.place === place)
  const events = newestFirst(picture.events.filter((event) => event.place === place && seen(event)))
  const figures = newestFirst(picture.figures.filter((figure) => figure.place === place && seen(figure)))
  const all = [...control, ...events, ...figures]
  return (
    <section class="here" aria-label={`About ${place}`}>
      <h3 ref={title} tabIndex={-1}>
        {place}
      </h3>
      <button type="button" class="close" aria-label="Close the card" onClick={() => showPlace(null)}>
        ✕
      </button>
      {all.length === 0 && <p class="none">Nothing is known of it as the clocks stand.</p>}
      <ul class="items">
        {all.slice(0, MOST).map((item) => (
          <li key={item.id}>
            <Opener id={item.id}>{wordsAt(item, asOf.value, index.value)}</Opener>
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
        {all.length > MOST ? `${all.length - MOST} more, and all` : 'All'} claims about {place}
      </button>
    </section>
  )
}
