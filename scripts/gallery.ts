/**
 * Takes a picture of every screen, at desktop and phone width, in light and in dark.
 *
 *     node scripts/gallery.ts [PATH...] [--out DIR]      reads PATHs (examples/mosul unless given) and writes PNGs
 */
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { turn, writePage } from '../test/e2e/app.ts'
import { findChromium, launch } from '../test/e2e/browser.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out/gallery' } },
})
const paths = positionals.length > 0 ? positionals : ['examples/mosul']
const chromium = findChromium()
if (chromium === null) throw new Error('The gallery needs Chromium; set CHROMIUM to its path.')

const SIZES = [
  ['desktop', 1440, 900],
  ['phone', 390, 844],
] as const
const SCREENS = ['picture', 'figures', 'events', 'disagreements', 'gaps', 'claims', 'reports', 'reader', 'earlier']

/** The address of a screen: the reader opens the first figure, `earlier` goes halfway back in time. */
async function view(page: Page, screen: string): Promise<string> {
  if (screen !== 'reader' && screen !== 'earlier') return `tab=${screen}`
  if (screen === 'reader') {
    await turn(page, 'tab=figures')
    return `tab=figures&ref=${await page.getAttribute('main .head', 'data-item')}`
  }
  await turn(page, 'tab=picture')
  await page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>('#clock-asof')
    if (!slider) return
    slider.value = String(Math.round(Number(slider.max) / 2))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return ''
}

const browser = await launch(chromium)
mkdirSync(values.out, { recursive: true })
for (const path of paths) {
  const disk = await writePage(resolve(path))
  for (const [size, width, height] of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
      await page.goto(disk.address)
      await page.waitForSelector('h1')
      for (const screen of SCREENS) {
        const hash = await view(page, screen)
        if (hash) await turn(page, hash)
        if ((await page.locator('.canvas').count()) > 0) await page.waitForSelector('.canvas[data-ready]')
        const file = join(values.out, `${basename(resolve(path))}-${screen}-${size}-${colorScheme}.png`)
        await page.screenshot({ path: file, fullPage: screen === 'picture' })
        console.log(file)
      }
      await page.close()
    }
  await disk.remove()
}
await browser.close()
