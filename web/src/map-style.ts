/** How the map looks: paper, land, borders, doubt, marks, labels; in light and in dark. No tiles, no glyph server. */
import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'

/** Land and borders, from Natural Earth by way of world-atlas. */
export function outlines(): FeatureCollection {
  const topology = atlas as unknown as Topology<{ land: GeometryCollection; countries: GeometryCollection }>
  const land = feature(topology, topology.objects.land)
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b)
  return {
    type: 'FeatureCollection',
    features: [...land.features, { type: 'Feature', geometry: borders, properties: {} }],
  }
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

export function mapStyle(): StyleSpecification {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const [sea, land, border, ink, halo] = dark
    ? ['#1b2228', '#24282d', '#4a5058', '#e8e6e1', '#16181b']
    : ['#e6ecef', '#f7f4ec', '#b9b3a6', '#1b1d1f', '#fbfaf7']
  const opacity = ['case', ['boolean', ['feature-state', 'faded'], false], 0.15, 1] as unknown as number
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: EMPTY },
      doubt: { type: 'geojson', data: EMPTY },
      marks: { type: 'geojson', data: EMPTY },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'outlines',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': land },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'outlines',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': border, 'line-width': 1 },
      },
      {
        id: 'doubt',
        type: 'line',
        source: 'doubt',
        paint: { 'line-color': border, 'line-width': 1, 'line-dasharray': [3, 3] },
      },
      {
        id: 'marks',
        type: 'symbol',
        source: 'marks',
        layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'symbol-sort-key': ['get', 'rank'] },
        paint: { 'icon-opacity': opacity },
      },
      {
        id: 'labels',
        type: 'symbol',
        source: 'marks',
        filter: ['!=', ['get', 'label'], ''],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': ['sans-serif'],
          'text-size': 13,
          'text-anchor': 'left',
          'text-offset': [0.9, 0],
          'text-optional': true,
        },
        paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.5, 'text-opacity': opacity },
      },
    ],
  }
}
