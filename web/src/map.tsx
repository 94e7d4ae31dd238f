/**
 * The map: who has which place, and where things happened.
 *
 * Offline: outlines come with the app, names from the places of the picture. A place is a
 * mark, never an area nobody has a source for; uncertainty is drawn as the circle or wedge
 * it is. `places.tsx` says the same in a list, for those who cannot see a map or use a mouse.
 */
import { effect } from '@preact/signals'
import type { FitBoundsOptions, IControl, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import type { Town } from '../../src/present/towns.ts'
import type { TileSet } from '../../src/server/tiles.ts'
import { controlNow } from './control.tsx'
import { loadTiles, withToken } from './data.ts'
import { type MapData, mapData } from './features.ts'
import { boundsOf, coreOf } from './framing.ts'
import { Here, showPlace } from './here.tsx'
import { holders } from './holders.ts'
import { Legend } from './legend.tsx'
import type { MapLibrary } from './map-library.ts'
import { mapLibrary } from './map-loading.ts'
import { mapStyle } from './map-style.ts'
import { type Overlay, overlay } from './overlay.ts'
import { Places } from './places.tsx'
import { dark, here, index, operation } from './state.ts'
import { daysNow } from './step.ts'
import { strengthOf } from './strength.ts'

const TITLE = 'Map of control and events; the list of places under it says the same in words'

export function PictureMap({ picture, towns }: { picture: Picture; towns: readonly Town[] }) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useMemo(() => mapData(picture, holders.value), [picture])
  const [trouble, setTrouble] = useState('')
  const [folded, setFolded] = useState(0)
  const any = drawn.marks.length > 0
  useEffect(() => {
    if (!any) return
    let remove: (() => void) | undefined
    let gone = false
    Promise.all([mapLibrary(), loadTiles()]).then(
      ([library, tiles]) => {
        if (!gone) remove = draw(box.current!, library, { drawn, towns, tiles, told: setFolded })
      },
      (error: Error) => setTrouble(error.message),
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [drawn, dark.value])
  return (
    <section aria-label="Map" class="map">
      {any ? (
        <div ref={box} class="canvas">
          {trouble && <p class="none">{trouble}</p>}
        </div>
      ) : (
        <p class="none">The reports name no place that can be drawn.</p>
      )}
      {here.value && <Here picture={picture} place={here.value} />}
      {any && <Legend drawn={drawn} folded={folded > 0} />}
      {any && <Places drawn={drawn} />}
    </section>
  )
}

/** Attributions as text: MapLibre sets them as markup, and a file's could hold any. */
const escaped = (words: readonly (string | undefined)[]): string =>
  words
    .filter(Boolean)
    .join('; ')
    .replace(/<[^>]*>/g, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

interface Drawing {
  readonly drawn: MapData
  readonly towns: readonly Town[]
  readonly tiles: TileSet | null
  /** Hears how many places are folded into dots. */
  readonly told: (folded: number) => void
}

/** Draw the map and keep it at the clocks; returns how to take it away. */
function draw(
  container: HTMLElement,
  { MapLibre, NavigationControl, ScaleControl, countries }: MapLibrary,
  { drawn, towns, tiles, told }: Drawing,
): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const core = coreOf(drawn.places, container.clientWidth / container.clientHeight)
  // Room for the names, which stand beside their marks.
  const side = Math.min(90, container.clientWidth / 6)
  const fit: FitBoundsOptions = { padding: { top: 40, bottom: 52, left: side, right: side }, maxZoom: 9.5 }
  const map = new MapLibre({
    container,
    style: mapStyle(dark.value, tiles),
    transformRequest: (url) => ({ url: withToken(url) }),
    bounds: boundsOf(core),
    fitBoundsOptions: fit,
    attributionControl: { compact: true, customAttribution: escaped(['Natural Earth; GeoNames', tiles?.attribution]) },
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: calm ? 0 : 200,
    locale: { 'Map.Title': TITLE },
    // One finger scrolls the page, two move the map: a phone must not get stuck in it.
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  if (core.length < drawn.places.length)
    map.addControl(
      wholeOrCore((whole) => void map.fitBounds(boundsOf(whole ? drawn.places : core), { ...fit, animate: !calm })),
    )
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
  const over = overlay(map, { drawn, towns, countries }, dark.value, told)
  const stops = [
    effect(() => strengthen(over)),
    effect(() => over.choose(here.value)),
    effect(() => clear(map, drawn, calm)),
  ]
  map.once('idle', () => container.setAttribute('data-ready', ''))
  map.on('click', ({ point }) => {
    const place = over.at(point)
    if (place !== null || here.value !== null) showPlace(place)
  })
  map.on('mousemove', ({ point }) => void (map.getCanvas().style.cursor = over.at(point) === null ? '' : 'pointer'))
  return () => {
    for (const stop of stops) stop()
    over.remove()
    // A map that is removed while its sources load throws from their replies: let them arrive first.
    if (map.loaded()) map.remove()
    else map.once('idle', () => map.remove())
  }
}

/** The button between the bulk of what is told and all of it. */
function wholeOrCore(show: (whole: boolean) => void): IControl {
  const box = document.createElement('div')
  box.className = 'maplibregl-ctrl maplibregl-ctrl-group whole'
  const button = box.appendChild(Object.assign(document.createElement('button'), { type: 'button' }))
  let whole = false
  const say = () => (button.textContent = whole ? 'Show less' : 'Show all')
  button.addEventListener('click', () => {
    whole = !whole
    say()
    show(whole)
  })
  say()
  return { onAdd: () => box, onRemove: () => box.remove() }
}

/** Room that the open card takes from the left of the map, in pixels. */
const CARD = 330

/** Keep the place whose card is open clear of the card. */
function clear(map: MapLibre, { places }: MapData, calm: boolean): void {
  const at = places.find(({ name }) => name === here.value)?.at
  if (!at) return
  const { x } = map.project([...at])
  const width = map.getContainer().clientWidth
  // Where the map is narrow the card stands under it.
  const left = width < 2 * CARD - 120 ? 0 : CARD
  if (x > left + 20 && x < width) return
  map.easeTo({ center: [...at], offset: [left / 2, 0], duration: calm ? 0 : 300 })
}

/** Draw every mark as strongly as the clocks say. */
function strengthen(over: Overlay): void {
  const current = new Set(controlNow.value.map(({ id }) => id))
  const days = daysNow.value
  over.show((mark) => strengthOf(mark, days, current, operation.value, index.value))
}
