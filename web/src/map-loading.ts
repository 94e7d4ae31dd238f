/** Fetches the map's library when a map is to be drawn: from the server, or from the page it lies in as text. */
import type { MapLibrary } from './map-library.ts'

/** Have a server's library fetched, but not run: what is run before the picture in words delays it. */
export function fetchMapLibrary(): void {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'script', href: SOURCE })
  document.head.append(link)
}

const SOURCE = '/map.js'

/** The type that names on the map are set in, in both its sets of letters: a canvas does not wait for type by itself. */
const type = () => document.fonts.load('600 13px "Source Sans 3"', 'Aş').catch(() => [])

let loading: Promise<MapLibrary> | undefined

/** The library; loaded once. Rejects when the server does not give it. */
export function mapLibrary(): Promise<MapLibrary> {
  loading ??= new Promise<MapLibrary>((done, fail) => {
    addEventListener('recount-map', (event) => done((event as CustomEvent<MapLibrary>).detail), { once: true })
    const script = document.createElement('script')
    const text = document.getElementById('map-library')?.textContent
    // The page's policy names the hash of this very text; as text it costs nothing until now.
    if (text) script.textContent = text
    else script.src = SOURCE
    script.onerror = () => fail(new Error('The server did not give the map.'))
    document.head.append(script)
  }).then(async (library) => {
    await type()
    return library
  })
  return loading
}
