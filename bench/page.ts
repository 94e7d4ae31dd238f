/**
 * How fast the page is: from the command `recount serve` to first paint, the picture in words and the map's ground, with
 * everything read anew and with what an earlier command kept; again for a page opened once the reports are read; and how
 * smoothly the as-of day drags.
 *
 *     node bench/page.ts [PATH]      PATH: reports to drag over (../shared/eval/data/copies.jsonl when there, else the
 *                                    example), or a page already written (index.html)
 *
 * Openings (from the command on, and from asking for the page) and frames are by the clock on the wall, on whatever else
 * the machine is doing, in software rendering. `script` and `main thread` are processor time for one step of the slider:
 * the page's own code (the map's library among it), and all that the page's thread does, layout and painting too. A
 * screen's frame is 16.7 ms.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { listening, writePage } from '../test/e2e/app.ts'
import { findChromium, launch } from '../test/e2e/browser.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const shared = `${root}../shared/eval/data/copies.jsonl`
const path = process.argv[2] ?? (existsSync(shared) ? shared : `${root}examples/mosul`)
const chromium = findChromium()
if (chromium === null) throw new Error('This bench needs Chromium; set CHROMIUM to its path.')

const ms = (n: number): string => `${Math.round(n)} ms`
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!

/** Moments of a page, in milliseconds since it was asked for: first paint, the picture in words, the map's ground drawn. */
async function opening(page: Page, address: string): Promise<[paint: number, words: number, ground: number]> {
  await page.addInitScript(() => {
    // A heading is on the screen a frame after it is in the page.
    const seen = new MutationObserver(() => {
      if (!document.querySelector('header h1')) return
      seen.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('words')))
    })
    document.addEventListener('DOMContentLoaded', () => seen.observe(document.body, { childList: true, subtree: true }))
  })
  await page.goto(address)
  await page.waitForSelector('.canvas[data-ready]')
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    return [at('first-contentful-paint'), at('words'), performance.now()] as const
  }) as Promise<[number, number, number]>
}

const told = ([paint, words, ground]: readonly number[]): string =>
  `first paint ${ms(paint!)}, picture in words ${ms(words!)}, map's ground ${ms(ground!)}`

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

const cache = mkdtempSync(join(tmpdir(), 'recount-bench-'))
process.env.RECOUNT_CACHE = cache
// Keeps the readings and the picture of the example.
await (await writePage()).remove()

const browser = await launch(chromium)
for (const [run, how, ...options] of [1, 2, 3].flatMap((n) => [
  [n, 'read anew', '--no-cache'] as const,
  [n, 'kept'] as const,
])) {
  // A browser that runs already, as most people's does: the command opens a tab in it.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const started = performance.now()
  const { address, server } = await listening(undefined, ...options)
  const listens = performance.now() - started
  const page = await context.newPage()
  const asked = performance.now() - started
  const moments = await opening(page, address)
  console.log(`command, ${how}, run ${run}: listens ${ms(listens)}, ${told(moments.map((moment) => moment + asked))}`)
  const again = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  console.log(`opened again, ${how}, run ${run}: ${told(await opening(again, address))}`)
  await context.close()
  await again.close()
  server.kill('SIGTERM')
}

rmSync(cache, { recursive: true, force: true })
process.env.RECOUNT_CACHE = 'off'

const disk = path.endsWith('.html') ? null : await writePage(resolve(path))
const file = disk?.address ?? pathToFileURL(resolve(path)).href
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
console.log(`one file, ${path}: ${told(await opening(page, file))}`)
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
