/**
 * The map: who has which place, and where things happened.
 *
 * Offline: outlines come with the app, names from the places of the picture. A place is a
 * mark, never an area nobody has a source for; uncertainty is drawn as the circle or wedge
 * it is. The same statements stand in the lists beside it, for those who cannot see a map.
 */
import { type GeoJSONSource, Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { controlAt } from './control.tsx'
import { dayNumber } from './days.ts'
import { boundsOf, type MapData, mapData } from './features.ts'
import { Here } from './here.tsx'
import { drawIcons } from './icons.ts'
import { Legend } from './legend.tsx'
import { mapStyle, outlines } from './map-style.ts'
import { asOf, dark, here, index, on, operation } from './state.ts'
import { strengthOf } from './strength.ts'

setWorkerUrl(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })))

const TITLE = 'Map of control and events; the lists on this page say the same in words'

export function PictureMap({ picture }: { picture: Picture }) {
  const box = useRef<HTMLDivElement>(null)
  const paint = useRef<(() => void) | null>(null)
  const drawn = useMemo(() => mapData(picture), [picture])
  const any = drawn.marks.length > 0
  useEffect(() => {
    if (!any) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const map = new MapLibre({
      container: box.current!,
      style: mapStyle(dark.value),
      bounds: boundsOf(drawn.marks),
      fitBoundsOptions: { padding: { top: 30, bottom: 30, left: 60, right: 60 }, maxZoom: 9 },
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
    let gone = false
    map.on('style.load', () => {
      if (gone) return
      drawIcons(map, dark.value)
      const set = (name: string, features: readonly GeoJSON.Feature[]) =>
        (map.getSource(name) as GeoJSONSource).setData({ type: 'FeatureCollection', features: [...features] })
      ;(map.getSource('outlines') as GeoJSONSource).setData(outlines())
      set('doubt', drawn.doubts)
      set('names', drawn.names)
      set(
        'marks',
        drawn.marks.map(({ feature }) => feature),
      )
      const last = new Map<number, number>()
      paint.current = () => strengthen(map, drawn, picture, last)
      paint.current()
    })
    map.once('idle', () => box.current?.setAttribute('data-ready', ''))
    const place = (event: { features?: { properties: Record<string, unknown> }[] }) =>
      (here.value = String(event.features?.[0]?.properties.place ?? '') || null)
    map.on('click', 'marks', place)
    map.on('mouseenter', 'marks', () => void (map.getCanvas().style.cursor = 'pointer'))
    map.on('mouseleave', 'marks', () => void (map.getCanvas().style.cursor = ''))
    return () => {
      gone = true
      paint.current = null
      // A map that is removed while its sources load throws from their replies: let them arrive first.
      if (map.loaded()) map.remove()
      else map.once('idle', () => map.remove())
    }
  }, [drawn, dark.value])
  // Read here, so that the component runs again when a clock moves.
  const clocks = [asOf.value, on.value, operation.value].join()
  useEffect(() => paint.current?.(), [clocks])
  return (
    <section aria-label="Map" class="map">
      {any ? <div ref={box} class="canvas" /> : <p class="none">The reports name no place that can be drawn.</p>}
      {here.value && <Here picture={picture} place={here.value} />}
      {any && <Legend drawn={drawn} />}
    </section>
  )
}

/** Set the strength of every mark that changed since the last time; feature state alone changes, so a drag lays out nothing. */
function strengthen(map: MapLibre, { marks }: MapData, picture: Picture, last: Map<number, number>): void {
  const current = new Set(controlAt(picture, asOf.value, on.value).map(({ id }) => id))
  const end = asOf.value ?? index.value.published?.[1] ?? null
  const clocks = {
    asOf: asOf.value === null ? null : dayNumber(asOf.value),
    on: on.value === null ? null : dayNumber(on.value),
    today: end === null ? null : dayNumber(end),
  }
  for (const mark of marks) {
    const id = mark.feature.id as number
    const strength = strengthOf(mark, clocks, current, operation.value, index.value)
    if (last.get(id) === strength) continue
    last.set(id, strength)
    map.setFeatureState({ source: 'marks', id }, { strength })
  }
}
