/**
 * Builds the browser app into dist/web: for the server `index.html`, which is painted by itself, `app.js`, `map.js` (the
 * map's library, loaded when there is a map to draw) and `app.css`; for `--out` `page.html`, the same app in one file with
 * a place for its data.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'
import { countriesPlugin } from './countries.ts'
import { outlinesPlugin } from './outlines.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the page may do: run and look as built, draw, and nothing else; no text in it can become a script. */
const policy = (scripts: readonly string[], styles: readonly string[]): string =>
  `default-src 'none'; script-src ${scripts.map(hash).join(' ')}; style-src ${styles.map(hash).join(' ')}; img-src data: blob:; font-src data:; worker-src blob: data:; connect-src blob:; base-uri 'none'; form-action 'none'`

/** Inline script and style into one page. A `</script` inside a string would end the script early, so it is broken up. */
const onePage: Plugin = {
  name: 'one-page',
  async closeBundle() {
    await build({
      ...common,
      configFile: false,
      plugins: [outlinesPlugin, countriesPlugin],
      build: scriptOf('src/map-library.ts', 'map.js'),
    })
    const read = (path: string): string => readFileSync(here(path), 'utf8')
    const script = read('../dist/web/app.js').replaceAll('</script', '<\\/script')
    const map = read('../dist/web/map.js').replaceAll('</script', '<\\/script')
    const style = read('../dist/web/app.css')
    const first = read('src/style/first.css')
    const index = read('index.html').replace('<style></style>', () => `<style>${first}</style>`)
    const page = index
      .replace(
        '<title>',
        () => `<meta http-equiv="Content-Security-Policy" content="${policy([script, map], [first, style])}">\n<title>`,
      )
      .replace('<link rel="stylesheet" href="/app.css">', () => `<style>${style}</style>`)
      .replace('<script src="/app.js" defer></script>', '')
      .replace(
        '</body>',
        () => `<script>${script}</script>\n<script type="text/plain" id="map-library">${map}</script>\n</body>`,
      )
    writeFileSync(here('../dist/web/page.html'), page)
    writeFileSync(here('../dist/web/index.html'), index)
  },
}

/** One entry as one script. */
const scriptOf = (entry: string, name: string): InlineConfig['build'] => ({
  outDir: here('../dist/web'),
  emptyOutDir: name === 'app.js',
  target: 'es2022',
  cssCodeSplit: false,
  // The page's type goes into its style sheet.
  assetsInlineLimit: 200_000,
  chunkSizeWarningLimit: 4000,
  rollupOptions: {
    input: here(entry),
    output: { format: 'iife', entryFileNames: name, assetFileNames: 'app[extname]' },
  },
})

const common: InlineConfig = {
  root: here('.'),
  logLevel: 'warn',
  // MapLibre asks where it lies to find its worker; ours is handed to it as text.
  define: { 'import.meta.url': '""' },
}

const config: InlineConfig = { ...common, plugins: [onePage], build: scriptOf('src/main.tsx', 'app.js') }
export default config
