/**
 * Takes a picture of every screen, at desktop and phone width, in light and in dark.
 *
 *     node scripts/gallery.ts [PATH...] [--out DIR]      reads PATHs (examples/mosul unless given) and writes PNGs
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findChromium, launch } from '../test/e2e/browser.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out/gallery' } },
})
const paths = positionals.length > 0 ? positionals : ['examples/mosul']
const bin = fileURLToPath(new URL('../bin/recount.js', import.meta.url))
const chromium = findChromium()
if (chromium === null) throw new Error('The gallery needs Chromium; set CHROMIUM to its path.')

const browser = await launch(chromium)
mkdirSync(values.out, { recursive: true })
for (const path of paths) {
  const folder = mkdtempSync(join(tmpdir(), 'recount-gallery-'))
  execFileSync(process.execPath, [bin, 'read', path, '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  for (const [size, width, height] of [
    ['desktop', 1440, 900],
    ['phone', 390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme })
      for (const tab of ['picture', 'figures', 'disagreements', 'gaps', 'claims', 'reports', 'reader']) {
        await page.goto('about:blank')
        await page.goto(`${pathToFileURL(join(folder, 'index.html')).href}#tab=${tab === 'reader' ? 'figures' : tab}`)
        await page.waitForSelector('h1')
        if (tab === 'reader') await page.locator('main .head').first().click()
        await page.waitForTimeout(tab === 'picture' ? 5000 : 300)
        const file = join(values.out, `${basename(resolve(path))}-${tab}-${size}-${colorScheme}.png`)
        await page.screenshot({ path: file, fullPage: tab === 'picture' })
        console.log(file)
      }
      await page.close()
    }
}
await browser.close()
