/**
 * Builds the browser app into dist/web: `app.js` and `app.css` for the server, and
 * `page.html`, the same app in one file with a place for its data, for `--out`.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the page may do: run and look as built, draw, and nothing else; no text in it can become a script. */
const policy = (script: string, style: string): string =>
  `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data: blob:; worker-src blob: data:; connect-src blob:; base-uri 'none'; form-action 'none'`

/** Inline script and style into one page. A `</script` inside a string would end the script early, so it is broken up. */
const onePage: Plugin = {
  name: 'one-page',
  closeBundle() {
    const read = (path: string): string => readFileSync(here(path), 'utf8')
    const script = read('../dist/web/app.js').replaceAll('</script', '<\\/script')
    const style = read('../dist/web/app.css')
    const page = read('index.html')
      .replace(
        '<title>',
        () => `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">\n<title>`,
      )
      .replace('<link rel="stylesheet" href="/app.css">', () => `<style>${style}</style>`)
      .replace('<script src="/app.js" defer></script>', '')
      .replace('</body>', () => `<script>${script}</script>\n</body>`)
    writeFileSync(here('../dist/web/page.html'), page)
    writeFileSync(here('../dist/web/index.html'), read('index.html'))
  },
}

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  plugins: [onePage],
  // MapLibre asks where it lies to find its worker; ours is handed to it as text.
  define: { 'import.meta.url': '""' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: here('src/main.tsx'),
      output: { format: 'iife', entryFileNames: 'app.js', assetFileNames: 'app[extname]' },
    },
  },
})
