/** The ground of the map: sea, land, borders, and the user's own tiles; in light and in dark. What is told lies over it (`overlay.ts`). */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { TileSet } from '../../src/server/tiles.ts'

/** Outlines come with the app as tiles, `maxzoom` the finest (`web/outlines.ts`, `map-library.ts`). */
const OUTLINES: SourceSpecification = { type: 'vector', tiles: ['outlines://{z}/{x}/{y}'], maxzoom: 5 }

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
  const [sea, land, border] = dark ? ['#14191e', '#24282d', '#565c65'] : ['#dde6ea', '#f7f4ec', '#b0a999']
  return {
    version: 8,
    sources: {
      ...(tiles && { tiles: tileSource(tiles) }),
      outlines: OUTLINES,
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'outlines',
        'source-layer': 'land',
        paint: { 'fill-color': land },
      },
      ...(tiles ? tileLayers(tiles, dark) : []),
      {
        id: 'borders',
        type: 'line',
        source: 'outlines',
        'source-layer': 'borders',
        paint: { 'line-color': border, 'line-width': 1.2 },
      },
    ],
  }
}
