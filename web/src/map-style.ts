/** How the map looks: paper, land, borders, doubt, marks, names; in light and in dark. No tiles, no glyph server. */
import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl'
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
/** Names that are placed before the marks, so that they always show. */
const MAIN = 10

/** `strength` is the feature state that the clocks set: 0 not there, faint not yet known, paler with age. */
const STRENGTH: ExpressionSpecification = ['number', ['feature-state', 'strength'], 0]

export function mapStyle(dark: boolean): StyleSpecification {
  const [sea, land, border, ink, soft, halo] = dark
    ? ['#14191e', '#24282d', '#565c65', '#e8e6e1', '#a8aeb6', '#16181b']
    : ['#dde6ea', '#f7f4ec', '#b0a999', '#1b1d1f', '#5a5f66', '#fbfaf7']
  const names = (id: string, main: boolean): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source: 'names',
    filter: [main ? '<' : '>=', ['get', 'rank'], MAIN],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': ['sans-serif'],
      'text-size': main ? 13 : 11.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left'],
      'text-radial-offset': 1.1,
      'text-justify': 'auto',
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': main ? ink : soft, 'text-halo-color': halo, 'text-halo-width': 1.6 },
  })
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: EMPTY },
      doubt: { type: 'geojson', data: EMPTY },
      names: { type: 'geojson', data: EMPTY },
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
        paint: { 'line-color': border, 'line-width': 1.2 },
      },
      { id: 'doubt-area', type: 'fill', source: 'doubt', paint: { 'fill-color': soft, 'fill-opacity': 0.06 } },
      {
        id: 'doubt',
        type: 'line',
        source: 'doubt',
        paint: { 'line-color': soft, 'line-width': 1, 'line-opacity': 0.6, 'line-dasharray': [3, 3] },
      },
      names('names', false),
      {
        id: 'marks',
        type: 'symbol',
        source: 'marks',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': ['get', 'size'],
          'icon-offset': ['array', 'number', 2, ['get', 'offset']],
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'icon-opacity': STRENGTH },
      },
      names('names-main', true),
    ],
  }
}
