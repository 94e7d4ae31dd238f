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
import type { Town } from '../../src/present/towns.ts'
import type { TileSet } from '../../src/server/tiles.ts'
import { controlNow } from './control.tsx'
import { loadTiles, withToken } from './data.ts'
import { boundsOf, type MapData, mapData, othersThan, point } from './features.ts'
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

export function PictureMap({ picture, towns }: { picture: Picture; towns: readonly Town[] }) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useMemo(() => mapData(picture, holders.value), [picture])
  const [trouble, setTrouble] = useState('')
  const any = drawn.marks.length > 0
  useEffect(() => {
    if (!any) return
    let remove: (() => void) | undefined
    let gone = false
    Promise.all([mapLibrary(), loadTiles()]).then(
      ([library, tiles]) => {
        if (!gone) remove = draw(box.current!, library, drawn, towns, tiles)
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

/** Attributions as text: MapLibre sets them as markup, and a file's could hold any. */
const escaped = (words: readonly (string | undefined)[]): string =>
  words
    .filter(Boolean)
    .join('; ')
    .replace(/<[^>]*>/g, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** Draw the map and keep it at the clocks; returns how to take it away. */
function draw(
  container: HTMLElement,
  { MapLibre, NavigationControl, ScaleControl, outlines }: MapLibrary,
  drawn: MapData,
  towns: readonly Town[],
  tiles: TileSet | null,
): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  // Room for the names, which stand beside their marks.
  const side = Math.min(110, container.clientWidth / 5)
  const map = new MapLibre({
    container,
    style: mapStyle(dark.value, tiles),
    transformRequest: (url) => ({ url: withToken(url) }),
    bounds: boundsOf(drawn.marks),
    fitBoundsOptions: { padding: { top: 36, bottom: 44, left: side, right: side }, maxZoom: 9.5 },
    attributionControl: { compact: true, customAttribution: escaped(['Natural Earth; GeoNames', tiles?.attribution]) },
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
    const [west, , east] = boundsOf(drawn.marks)
    const middle = (west + east) / 2
    set(
      'towns',
      othersThan(drawn.places, towns).map(({ name, lat, lon }, rank) =>
        point(rank + 1, { lat, lon }, { label: name, rank, west: lon < middle }),
      ),
    )
    const last = new Map<string, number>()
    const stops = [effect(() => strengthen(map, drawn, last)), effect(() => clear(map, drawn, calm))]
    follow = () => {
      for (const stop of stops) stop()
    }
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

/** Room that the open card takes from the left of the map, in pixels. */
const CARD = 330

/** Keep the place whose card is open clear of the card. */
function clear(map: MapLibre, { places }: MapData, calm: boolean): void {
  const at = places.find(({ name }) => name === here.value)?.marks[0]?.feature.geometry.coordinates
  if (!at) return
  const { x } = map.project(at as [number, number])
  const width = map.getContainer().clientWidth
  const left = Math.min(CARD, width / 2)
  if (x > left + 20 && x < width) return
  map.easeTo({ center: at as [number, number], offset: [left / 2, 0], duration: calm ? 0 : 300 })
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
