/** How the map looks: paper, land, borders, doubt, marks, names; in light and in dark. No tiles, no glyph server. */
import type { FeatureCollection } from 'geojson'
import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { TileSet } from '../../src/server/tiles.ts'

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }
/** Cut into tiles of 11 degrees at the finest (150 m a step): one or two cover a crisis, and each costs drawing at every frame. */
const SOURCE = { type: 'geojson', data: EMPTY, maxzoom: 5 } as const
/** Names that are placed before the marks, so that they always show. */
const MAIN = 10

/** `strength` is the feature state that the clocks set: 0 not there, faint not yet known, paler with age. */
const STRENGTH: ExpressionSpecification = ['number', ['feature-state', 'strength'], 0]

/** Marks shrink as the map shows more of the world, so that they do not pile up. */
const SIZE: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[5, ['*', 0.5, ['get', 'size']], 7, ['*', 0.75, ['get', 'size']], 9, ['get', 'size']],
] as ExpressionSpecification

/** Where a name stands by its mark, the best first: towards the middle of the map, so that its edge cuts off none. */
const EASTWARD = ['left', [1, 0], 'top', [0, 1], 'bottom', [0, -1], 'top-left', [0.8, 0.7], 'right', [-1, 0]]
const WESTWARD = ['right', [-1, 0], 'top', [0, 1], 'bottom', [0, -1], 'top-right', [-0.8, 0.7], 'left', [1, 0]]

/**
 * The user's own tiles, quiet enough to carry marks: images as they are, paler; of vector tiles water, woods, roads,
 * borders and buildings, found by the names that Protomaps and OpenMapTiles give their layers.
 */
function tileLayers({ kind, layers }: TileSet, dark: boolean): LayerSpecification[] {
  const source = 'tiles'
  if (kind === 'raster') {
    const paint = dark
      ? { 'raster-opacity': 0.55, 'raster-saturation': -0.7, 'raster-brightness-max': 0.6 }
      : { 'raster-opacity': 0.6, 'raster-saturation': -0.5 }
    return [{ id: 'tiles', type: 'raster', source, paint }]
  }
  const [water, green, road, edge, house] = dark
    ? ['#14191e', '#212a26', '#3d434a', '#6b7078', '#2d3238']
    : ['#dde6ea', '#eceddc', '#d8d1c1', '#a59d8b', '#e9e3d5']
  const area = (name: string, colour: string): LayerSpecification => ({
    ...{ id: `tiles-${name}`, type: 'fill', source, 'source-layer': name },
    ...{ filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour } },
  })
  const line = (name: string, colour: string, width: number): LayerSpecification => ({
    ...{ id: `tiles-${name}-line`, type: 'line', source, 'source-layer': name },
    ...{ filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colour, 'line-width': width } },
  })
  const known: readonly (readonly [names: RegExp, layer: (name: string) => LayerSpecification])[] = [
    [/^(?:landcover|landuse|natural|park)$/, (name) => area(name, green)],
    [/^(?:water|ocean)$/, (name) => area(name, water)],
    [/^(?:water|waterway|physical_line)$/, (name) => line(name, water, 1.2)],
    [/^(?:roads|transportation)$/, (name) => line(name, road, 0.9)],
    [/^buildings?$/, (name) => area(name, house)],
    [/^(?:boundaries|boundary)$/, (name) => line(name, edge, 0.9)],
  ]
  return known.flatMap(([names, layer]) => layers.filter((name) => names.test(name)).map(layer))
}

const tileSource = ({ url, kind, minzoom, maxzoom }: TileSet): SourceSpecification => ({
  type: kind,
  // MapLibre wants whole addresses.
  tiles: [url.startsWith('/') ? location.origin + url : url],
  ...{ minzoom, maxzoom, ...(kind === 'raster' && { tileSize: 256 }) },
})

export function mapStyle(dark: boolean, tiles: TileSet | null): StyleSpecification {
  const [sea, land, border, ink, soft, distant, halo] = dark
    ? ['#14191e', '#24282d', '#565c65', '#e8e6e1', '#a8aeb6', '#7d848c', '#16181b']
    : ['#dde6ea', '#f7f4ec', '#b0a999', '#1b1d1f', '#5a5f66', '#8b8879', '#fbfaf7']
  const names = (id: string, main: boolean): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source: 'names',
    filter: [main ? '<' : '>=', ['get', 'rank'], MAIN],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': ['sans-serif'],
      'text-size': main ? 13 : 11.5,
      'text-variable-anchor-offset': ['case', ['get', 'west'], ['literal', EASTWARD], ['literal', WESTWARD]],
      'text-justify': 'auto',
      // Names of two words take two lines, so that they fit a phone's map.
      'text-max-width': 6,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': main ? ink : soft,
      'text-halo-color': halo,
      'text-halo-width': 1.6,
      // A place of which nothing shows keeps its name, for bearings.
      'text-opacity': ['max', 0.45, STRENGTH],
    },
  })
  return {
    version: 8,
    sources: {
      ...(tiles && { tiles: tileSource(tiles) }),
      outlines: SOURCE,
      doubt: SOURCE,
      names: SOURCE,
      towns: SOURCE,
      marks: SOURCE,
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
      ...(tiles ? tileLayers(tiles, dark) : []),
      {
        id: 'borders',
        type: 'line',
        source: 'outlines',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': border, 'line-width': 1.2 },
      },
      {
        id: 'doubt-area',
        type: 'fill',
        source: 'doubt',
        paint: { 'fill-color': soft, 'fill-opacity': ['*', 0.06, STRENGTH] },
      },
      {
        id: 'doubt',
        type: 'line',
        source: 'doubt',
        paint: { 'line-color': soft, 'line-width': 1, 'line-opacity': ['*', 0.6, STRENGTH], 'line-dasharray': [3, 3] },
      },
      {
        id: 'towns',
        type: 'circle',
        source: 'towns',
        paint: { 'circle-radius': 1.8, 'circle-color': border },
      },
      {
        id: 'town-names',
        type: 'symbol',
        source: 'towns',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': ['sans-serif'],
          'text-size': 10.5,
          'text-variable-anchor-offset': ['case', ['get', 'west'], ['literal', EASTWARD], ['literal', WESTWARD]],
          'text-padding': 6,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': distant, 'text-halo-color': halo, 'text-halo-width': 1.2 },
      },
      names('names', false),
      {
        id: 'marks',
        type: 'symbol',
        source: 'marks',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': SIZE,
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
