/** The built browser app, read from dist/web. */
import { readFileSync } from 'node:fs'
import { UserError } from '../model/diagnostic.ts'
import { HOME } from './home.ts'

const read = (name: string): string => {
  const file = new URL(`dist/web/${name}`, HOME)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UserError('page/not-built', 'The browser app has not been built.', {
      path: file.pathname,
      hint: 'Run `npm run build:web` in the folder of Recount.',
    })
  }
}

/** What the server serves. Throws `UserError` when the app has not been built. */
export const loadAssets = (): { html: string; script: string; map: string; style: string } => ({
  html: read('index.html'),
  script: read('app.js'),
  map: read('map.js'),
  style: read('app.css'),
})

/** The one-file page that waits for its data. Throws `UserError` when the app has not been built. */
export const loadPageTemplate = (): string => read('page.html')
