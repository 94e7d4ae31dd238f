/**
 * Takes a picture of every screen, at desktop and phone width, in light and in dark, and lays them out on one page.
 *
 *     node scripts/gallery.ts [PATH...] [--out DIR] [--only SCREEN]
 *
 * PATHs are reports to read or pages already written (index.html); unless given, the example and, where they are
 * to be had, the five reports and the Syrian war reports of ../shared. DIR/index.html shows all of them.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { turn, writePage } from '../test/e2e/app.ts'
import { findChromium, launch } from '../test/e2e/browser.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out/gallery' }, only: { type: 'string', multiple: true } },
})
const root = fileURLToPath(new URL('../', import.meta.url))
const usual = ['examples/mosul', '../shared/seeds', '../shared/eval/data/copies.jsonl']
const paths = positionals.length > 0 ? positionals : usual.map((path) => join(root, path)).filter(existsSync)
const chromium = findChromium()
if (chromium === null) throw new Error('The gallery needs Chromium; set CHROMIUM to its path.')

const SIZES = [
  ['desktop', 1440, 900],
  ['phone', 390, 844],
] as const
const SCREENS = [
  'picture',
  'place',
  'figures',
  'events',
  'disagreements',
  'gaps',
  'claims',
  'reports',
  'reader',
  'earlier',
  'guide',
  'keys',
].filter((name) => values.only?.includes(name) ?? true)

/** Bring a screen up: `place` opens the first card, `reader` the first figure, `earlier` goes halfway back in time, `guide` says how figures are read. */
async function show(page: Page, screen: string): Promise<void> {
  const first = (selector: string, name: string) => page.getAttribute(selector, name)
  if (screen === 'place') {
    await turn(page, 'tab=picture')
    await page.keyboard.press('p')
    await page.waitForSelector('.places [data-item]')
    await page.keyboard.press('Enter')
  } else if (screen === 'reader') {
    await turn(page, 'tab=figures')
    await turn(page, `tab=figures&ref=${await first('main .head', 'data-item')}`)
  } else if (screen === 'earlier') {
    await turn(page, 'tab=picture')
    await page.evaluate(() => {
      const slider = document.querySelector<HTMLInputElement>('#clock-asof')
      if (!slider) return
      slider.value = String(Math.round(Number(slider.max) / 2))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
  } else await turn(page, `tab=${screen === 'keys' || screen === 'guide' ? 'figures' : screen}`)
  if (screen === 'guide') await page.focus('.title .term button')
  if (screen === 'keys') await page.keyboard.press('?')
  if ((await page.locator('.canvas').count()) === 0) return
  await page.waitForSelector('.canvas[data-ready]')
  // Names on the map are placed once clocks and view rest.
  await page.waitForTimeout(300)
}

const browser = await launch(chromium)
mkdirSync(values.out, { recursive: true })
for (const path of paths) {
  const written = extname(path) === '.html'
  const disk = written ? null : await writePage(resolve(path))
  const name = basename(written ? dirname(resolve(path)) : resolve(path), '.jsonl')
  for (const [size, width, height] of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
      await page.goto(disk?.address ?? pathToFileURL(resolve(path)).href)
      await page.waitForSelector('header h1')
      for (const screen of SCREENS) {
        await show(page, screen)
        // What is out of sight is not drawn until it is scrolled to; a picture of the whole page wants it now.
        await page.evaluate(() => {
          for (const card of document.querySelectorAll<HTMLElement>('.card')) card.style.contentVisibility = 'visible'
        })
        const file = join(values.out, `${name}-${screen}-${size}-${colorScheme}.png`)
        await page.screenshot({ path: file, fullPage: screen === 'picture' })
        console.log(file)
        await page.keyboard.press('Escape')
      }
      await page.close()
    }
  await disk?.remove()
}
await browser.close()

/** All pictures of the folder on one page, a row a screen. */
const rows = Map.groupBy(
  readdirSync(values.out).filter((file) => file.endsWith('.png')),
  (file) => file.replace(/-(?:desktop|phone)-(?:light|dark)\.png$/, ''),
)
const sheet = Array.from(rows, ([row, files]) => {
  const pictures = files.map(
    (file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" height="420"></a>`,
  )
  return `<h2>${row}</h2>\n<p>${pictures.join('\n')}</p>`
})
writeFileSync(
  join(values.out, 'index.html'),
  `<!doctype html>\n<meta charset="utf-8">\n<title>Gallery</title>\n${sheet.join('\n')}\n`,
)
console.log(join(values.out, 'index.html'))
