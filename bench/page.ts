/**
 * How fast the page is: from `recount serve` to first paint and first picture, and how smoothly the as-of day drags.
 *
 *     node bench/page.ts [PATH]      PATH: reports to drag over (../shared/eval/data/copies.jsonl when there, else the example)
 *
 * Times are whole-process figures on whatever else the machine is doing, in software rendering. `script` is the
 * time the page's own code takes for one step of the slider, without painting.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startServer, writePage } from '../test/e2e/app.ts'
import { findChromium, launch } from '../test/e2e/browser.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const shared = `${root}../shared/eval/data/copies.jsonl`
const path = process.argv[2] ?? (existsSync(shared) ? shared : `${root}examples/mosul`)
const chromium = findChromium()
if (chromium === null) throw new Error('This bench needs Chromium; set CHROMIUM to its path.')

const ms = (n: number): string => `${Math.round(n)} ms`
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!

/** Milliseconds from the start of navigation to the first paint, the first picture in words, and the drawn map. */
async function opening(page: Page, address: string): Promise<number[]> {
  await page.goto(address)
  await page.waitForSelector('h1')
  const words = await page.evaluate(() => performance.now())
  await page.waitForSelector('.canvas[data-ready]')
  const [paint, map] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    performance.now(),
  ])
  return [paint!, words, map!]
}

/** Drag the as-of slider end to end, one step a frame; milliseconds between frames, and of script for each step. */
async function dragging(page: Page): Promise<{ frames: number[]; script: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value
  }
  const before = await spent()
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const slider = document.querySelector<HTMLInputElement>('#clock-asof')!
        const [steps, times] = [150, [] as number[]]
        let last = performance.now()
        const step = () => {
          const now = performance.now()
          times.push(now - last)
          last = now
          if (times.length > steps) return done(times.slice(1))
          slider.value = String(Math.round(Number(slider.max) * (1 - times.length / steps)))
          slider.dispatchEvent(new Event('input', { bubbles: true }))
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
  )
  return { frames: frames.toSorted((a, b) => a - b), script: ((await spent()) - before) / frames.length }
}

const browser = await launch(chromium)
const { address, server } = await startServer()
for (let run = 1; run <= 3; run++) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const [paint, words, map] = await opening(page, address)
  console.log(`serve, run ${run}: first paint ${ms(paint!)}, picture ${ms(words!)}, map drawn ${ms(map!)}`)
  await page.close()
}
server.kill('SIGTERM')

const disk = await writePage(path)
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const [paint, words, map] = await opening(page, disk.address)
console.log(`one file, ${path}: first paint ${ms(paint!)}, picture ${ms(words!)}, map drawn ${ms(map!)}`)
for (const tab of ['picture', 'figures', 'claims']) {
  await page.evaluate((hash) => (location.hash = hash), `tab=${tab}`)
  await page.waitForSelector(tab === 'picture' ? '.canvas[data-ready]' : '#filter')
  const { frames, script } = await dragging(page)
  const rate = Math.round(1000 / at(frames, 0.5))
  console.log(
    `drag, ${tab}: ${rate} frames/s (median frame ${ms(at(frames, 0.5))}, 95 % ${ms(at(frames, 0.95))}), script ${script.toFixed(1)} ms a step`,
  )
}
await browser.close()
await disk.remove()
