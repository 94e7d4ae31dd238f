/**
 * The map's library and the outlines of the world, built into a script of their own (map.js): nine tenths of the
 * page's weight, which what can be read in words must not wait for.
 */
import countries from 'virtual:countries'
import outlines from 'virtual:outlines'
import { addProtocol, Map as MapLibre, NavigationControl, prewarm, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import style from 'maplibre-gl/dist/maplibre-gl.css?inline'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw'

setWorkerUrl(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })))
// Its thread starts while the map is still being made, or the reports are still being read.
prewarm()

// Its looks come with it, for the first paint must not wait for them; what the app says otherwise it says of `.map` (style/map.css).
const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets.push(sheet)

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer

// Where there is no tile there is sea.
addProtocol('outlines', async ({ url }) => ({ data: bytesOf(outlines[url.slice('outlines://'.length)] ?? '') }))

const library = { MapLibre, NavigationControl, ScaleControl, countries }
export type MapLibrary = typeof library

// The app waits for this event (`map-loading.ts`).
dispatchEvent(new CustomEvent('recount-map', { detail: library }))
