/**
 * The map: who has which place, and where things happened.
 *
 * Offline: outlines come with the app, names from the places of the picture. A place is a
 * mark, never an area nobody has a source for; uncertainty is drawn as the circle or wedge
 * it is. `places.tsx` says the same in a list, for those who cannot see a map or use a mouse.
 */
import { effect } from '@preact/signals'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { controlNow } from './control.tsx'
import { boundsOf, type MapData, mapData } from './features.ts'
import { Here, showPlace } from './here.tsx'
import { holders } from './holders.ts'
import { drawIcons } from './icons.ts'
import { Legend } from './legend.tsx'
import type { MapLibrary } from './map-library.ts'
import { mapLibrary } from './map-loading.ts'
import { mapStyle } from './map-style.ts'
import { Places } from './places.tsx'
import { dark, here, index, operation } from './state.ts'
import { daysNow } from './step.ts'
import { FAINT, strengthOf } from './strength.ts'

const TITLE = 'Map of control and events; the list of places under it says the same in words'

export function PictureMap({ picture }: { picture: Picture }) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useMemo(() => mapData(picture, holders.value), [picture])
  const [trouble, setTrouble] = useState('')
  const any = drawn.marks.length > 0
  useEffect(() => {
    if (!any) return
    let remove: (() => void) | undefined
    let gone = false
    mapLibrary().then(
      (library) => {
        if (!gone) remove = draw(box.current!, library, drawn)
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
      {any && <Legend drawn={drawn} />}
      {any && <Places drawn={drawn} />}
    </section>
  )
}

/** Draw the map and keep it at the clocks; returns how to take it away. */
function draw(
  container: HTMLElement,
  { MapLibre, NavigationControl, ScaleControl, outlines }: MapLibrary,
  drawn: MapData,
): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  // Room for the names, which stand beside their marks.
  const side = Math.min(110, container.clientWidth / 5)
  const map = new MapLibre({
    container,
    style: mapStyle(dark.value),
    bounds: boundsOf(drawn.marks),
    fitBoundsOptions: { padding: { top: 36, bottom: 44, left: side, right: side }, maxZoom: 9.5 },
    attributionControl: { compact: true, customAttribution: 'Natural Earth; GeoNames' },
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: calm ? 0 : 200,
    locale: { 'Map.Title': TITLE },
    // One finger scrolls the page, two move the map: a phone must not get stuck in it.
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left')
  let follow: (() => void) | undefined
  let gone = false
  map.on('style.load', () => {
    if (gone) return
    drawIcons(map, dark.value)
    const set = (name: string, features: readonly (GeoJSON.Feature | null)[]) =>
      (map.getSource(name) as GeoJSONSource).setData({
        type: 'FeatureCollection',
        features: features.filter((feature) => feature !== null),
      })
    ;(map.getSource('outlines') as GeoJSONSource).setData(outlines())
    set(
      'doubt',
      drawn.places.map(({ doubt }) => doubt),
    )
    set(
      'names',
      drawn.places.map(({ label }) => label),
    )
    set(
      'marks',
      drawn.marks.map(({ feature }) => feature),
    )
    const last = new Map<string, number>()
    follow = effect(() => strengthen(map, drawn, last))
  })
  map.once('idle', () => container.setAttribute('data-ready', ''))
  const place = (event: { features?: { properties: Record<string, unknown> }[] }) =>
    showPlace(String(event.features?.[0]?.properties.place ?? '') || null)
  map.on('click', 'marks', place)
  map.on('mouseenter', 'marks', () => void (map.getCanvas().style.cursor = 'pointer'))
  map.on('mouseleave', 'marks', () => void (map.getCanvas().style.cursor = ''))
  return () => {
    gone = true
    follow?.()
    // A map that is removed while its sources load throws from their replies: let them arrive first.
    if (map.loaded()) map.remove()
    else map.once('idle', () => map.remove())
  }
}

/** Set the strength of whatever changed since the last time; feature state alone changes, so a drag lays out nothing. */
function strengthen(map: MapLibre, { places }: MapData, last: Map<string, number>): void {
  const current = new Set(controlNow.value.map(({ id }) => id))
  const days = daysNow.value
  const set = (source: string, id: number, strength: number) => {
    if (last.get(source + id) === strength) return
    last.set(source + id, strength)
    map.setFeatureState({ source, id }, { strength })
  }
  for (const { marks, label, doubt } of places) {
    let most = 0
    for (const mark of marks) {
      const strength = strengthOf(mark, days, current, operation.value, index.value)
      set('marks', mark.feature.id as number, strength)
      most = Math.max(most, strength)
    }
    if (label) set('names', label.id as number, most > FAINT ? 1 : 0)
    if (doubt) set('doubt', doubt.id as number, most)
  }
}
