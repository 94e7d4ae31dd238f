/**
 * How fast the page is: from `recount serve` to first paint and first picture, and how smoothly the as-of day drags.
 *
 *     node bench/page.ts [PATH]      PATH: reports to drag over (../shared/eval/data/copies.jsonl when there, else the
 *                                    example), or a page already written (index.html)
 *
 * Openings and frames are by the clock on the wall, on whatever else the machine is doing, in software rendering. `script`
 * and `main thread` are processor time for one step of the slider: the page's own code (the map's library among it), and
 * all that the page's thread does, layout and painting too. A screen's frame is 16.7 ms.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
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

interface Drag {
  /** Milliseconds between frames, sorted. */
  readonly frames: readonly number[]
  /** Milliseconds of processor time a step: of script, and of the whole main thread. */
  readonly script: number
  readonly thread: number
}

/** Drag a slider end to end, one step a frame. */
async function dragging(page: Page, clock: string): Promise<Drag> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return ['ScriptDuration', 'TaskDuration'].map((key) => 1000 * metrics.find(({ name }) => name === key)!.value)
  }
  const before = await spent()
  const frames = await page.evaluate(
    (id) =>
      new Promise<number[]>((done) => {
        const slider = document.querySelector<HTMLInputElement>(id)!
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
    clock,
  )
  const [script, thread] = (await spent()).map((after, i) => (after - before[i]!) / frames.length)
  return { frames: frames.toSorted((a, b) => a - b), script: script!, thread: thread! }
}

const browser = await launch(chromium)
const started = performance.now()
const { address, server } = await startServer()
console.log(`serve: listens ${ms(performance.now() - started)} after the command`)
for (let run = 1; run <= 3; run++) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const [paint, words, map] = await opening(page, address)
  console.log(`serve, run ${run}: first paint ${ms(paint!)}, picture ${ms(words!)}, map drawn ${ms(map!)}`)
  await page.close()
}
server.kill('SIGTERM')

const disk = path.endsWith('.html') ? null : await writePage(path)
const file = disk?.address ?? pathToFileURL(path).href
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const [paint, words, map] = await opening(page, file)
console.log(`one file, ${path}: first paint ${ms(paint!)}, picture ${ms(words!)}, map drawn ${ms(map!)}`)
for (const tab of ['picture', 'figures', 'claims']) {
  await page.evaluate((hash) => (location.hash = hash), `tab=${tab}`)
  await page.waitForSelector(tab === 'picture' ? '.canvas[data-ready]' : '#filter')
  for (const clock of ['#clock-asof', '#clock-on']) {
    const { frames, script, thread } = await dragging(page, clock)
    const rate = Math.round(1000 / at(frames, 0.5))
    const wall = `${rate} frames/s (median frame ${ms(at(frames, 0.5))}, 95 % ${ms(at(frames, 0.95))})`
    console.log(`${clock}, ${tab}: script ${script.toFixed(1)} ms, main thread ${thread.toFixed(1)} ms a step; ${wall}`)
    await page.keyboard.press('0')
  }
}
await browser.close()
await disk?.remove()
