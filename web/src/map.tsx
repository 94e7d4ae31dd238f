/**
 * The map: who has which place, and where things happened.
 *
 * Offline: outlines come with the app, labels from the places of the picture. A place is a
 * mark, never an area nobody has a source for; uncertainty is drawn as the circle or sector
 * it is. The same statements stand in the lists beside it, for those who cannot see a map.
 */
import { type GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw'
import { useEffect, useRef } from 'preact/hooks'
import type { Picture } from '../../src/model/picture.ts'
import { featuresOf, type MapFeature } from './features.ts'
import { drawIcons } from './icons.ts'
import { mapStyle, outlines } from './map-style.ts'
import { asOf, on, open } from './state.ts'
import { holdsOn, knownBy } from './view.ts'

setWorkerUrl(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })))

export function PictureMap({ picture }: { picture: Picture }) {
  const box = useRef<HTMLDivElement>(null)
  const seen = useRef<(() => void) | null>(null)
  useEffect(() => {
    const features = featuresOf(picture)
    if (features.length === 0) return
    const map = new MapLibre({
      container: box.current!,
      style: mapStyle(),
      bounds: boundsOf(features),
      fitBoundsOptions: { padding: 40, maxZoom: 9 },
      attributionControl: { compact: true, customAttribution: 'Natural Earth; GeoNames' },
      dragRotate: false,
      pitchWithRotate: false,
    })
    map.addControl(new NavigationControl({ showCompass: false }))
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const repaint = () => map.setStyle(mapStyle())
    dark.addEventListener('change', repaint)
    map.on('style.load', () => {
      drawIcons(map)
      const source = (name: string) => map.getSource(name) as GeoJSONSource
      source('outlines').setData(outlines())
      source('marks').setData({ type: 'FeatureCollection', features: features.map(({ mark }) => mark) })
      source('doubt').setData({ type: 'FeatureCollection', features: features.flatMap(({ doubt }) => doubt ?? []) })
      seen.current = () => fade(map, features)
      seen.current()
    })
    map.on('click', 'marks', (event) => open(String(event.features?.[0]?.properties.ref ?? '') || null))
    map.on('mouseenter', 'marks', () => void (map.getCanvas().style.cursor = 'pointer'))
    map.on('mouseleave', 'marks', () => void (map.getCanvas().style.cursor = ''))
    return () => {
      dark.removeEventListener('change', repaint)
      seen.current = null
      map.remove()
    }
  }, [picture])
  // Read here, so that the component runs again when a clock moves.
  const clocks = `${asOf.value} ${on.value}`
  useEffect(() => seen.current?.(), [clocks])
  return (
    <section aria-label="Map" class="map">
      <div
        ref={box}
        class="canvas"
        role="img"
        aria-label="Map of control and events; the lists on this page say the same in words"
      />
      <ul class="legend" aria-hidden="true">
        <li class="solid">held</li>
        <li class="hatched">claimed by one side</li>
        <li class="dotted">contested</li>
        <li class="event">event</li>
      </ul>
    </section>
  )
}

/** Fade what was not known or does not hold; feature state alone changes, so a drag redraws nothing else. */
function fade(map: MapLibre, features: readonly MapFeature[]): void {
  for (const { mark, item } of features) {
    const faded = !knownBy(item.known, asOf.value) || !holdsOn(item, on.value)
    map.setFeatureState({ source: 'marks', id: mark.id! }, { faded })
  }
}

function boundsOf(features: readonly MapFeature[]): [number, number, number, number] {
  const weigh = (values: number[]) => values.toSorted((a, b) => a - b)
  const lons = weigh(features.map(({ mark }) => mark.geometry.coordinates[0]!))
  const lats = weigh(features.map(({ mark }) => mark.geometry.coordinates[1]!))
  // The middle nine tenths: one far-off place should not shrink the crisis to a dot.
  const at = (sorted: number[], part: number) => sorted[Math.round((sorted.length - 1) * part)]!
  return [at(lons, 0.05) - 0.2, at(lats, 0.05) - 0.15, at(lons, 0.95) + 0.2, at(lats, 0.95) + 0.15]
}
