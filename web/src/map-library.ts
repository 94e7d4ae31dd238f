/**
 * The map's library and the outlines of the world, built into a script of their own (map.js): nine tenths of the
 * page's weight, which what can be read in words must not wait for.
 */
import type { FeatureCollection } from 'geojson'
import { Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'

setWorkerUrl(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })))

/** Land and borders, from Natural Earth by way of world-atlas. */
function outlines(): FeatureCollection {
  const topology = atlas as unknown as Topology<{ land: GeometryCollection; countries: GeometryCollection }>
  const land = feature(topology, topology.objects.land)
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b)
  return {
    type: 'FeatureCollection',
    features: [...land.features, { type: 'Feature', geometry: borders, properties: {} }],
  }
}

const library = { MapLibre, NavigationControl, ScaleControl, outlines }
export type MapLibrary = typeof library

// The app waits for this event (`map-loading.ts`).
dispatchEvent(new CustomEvent('recount-map', { detail: library }))
