/**
 * The page and the served app in a real browser, on the bundled example. Where no Chromium
 * can be had (set CHROMIUM to name one) the tests are skipped with that word.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Picture } from '../../src/model/picture.ts'
import { findChromium, launch } from './browser.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const bin = join(root, 'bin/recount.js')
const chromium = findChromium()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser
let folder: string
let server: ChildProcess
let address: string
let picture: Picture

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [bin, ...args], { cwd: tmpdir(), stdio: 'ignore' })
  const status = await new Promise((done) => child.once('exit', done))
  expect(status).toBe(0)
}

describe.skipIf(chromium === null)('the page in a browser (skipped: no Chromium to be had)', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recount-e2e-'))
    await run(['read', join(root, 'examples/mosul'), '--out', folder])
    picture = JSON.parse(await readFile(join(folder, 'picture.json'), 'utf8'))
    server = spawn(process.execPath, [bin, 'serve', join(root, 'examples/mosul'), '--no-open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    address = await new Promise((done, fail) => {
      server.stdout!.on(
        'data',
        (data) => /http:\/\/\S+/.exec(String(data))?.[0] && done(/http:\/\/\S+/.exec(String(data))![0]),
      )
      server.once('exit', (code) => fail(new Error(`serve ended with ${code}`)))
    })
    browser = await launch(chromium!)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  })

  /** Open an address at a width, collecting what goes wrong on the way. */
  async function openPage(url: string, width = 1440): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    await page.goto(url)
    await page.waitForSelector('h1')
    return { page, wrong }
  }
  const onDisk = () => pathToFileURL(join(folder, 'index.html')).href

  test('opens from disk and from the server without an error, under 4 MB', async () => {
    expect((await stat(join(folder, 'index.html'))).size).toBeLessThan(4_000_000)
    for (const url of [onDisk(), address]) {
      const { page, wrong } = await openPage(url)
      expect(await page.textContent('.asof')).toMatch(/As of .* reports, .* independent origins/)
      expect(wrong).toEqual([])
      await page.close()
    }
  })

  test('a figure opens the sentence behind each of its marks', async () => {
    const { page } = await openPage(`${onDisk()}#tab=figures`)
    const figure = picture.figures.find(({ claims }) => claims.length > 1)!
    await page.click(`#card-${figure.id} .head`)
    for (const id of figure.claims) {
      const claim = picture.claims.find((one) => one.id === id)!
      const lit = (await page.locator('.reader mark').allTextContents()).join('')
      expect(claim.quote.replace(/\s+/g, '')).toContain(lit.replace(/\s+/g, '').slice(0, 40))
      if (id !== figure.claims.at(-1)) await page.click('.reader button:has-text("Next")')
    }
    await page.close()
  })

  test('an earlier as-of day fades what was published later', async () => {
    const first = picture.reports.map(({ published }) => published.date!).toSorted()[0]!
    const { page } = await openPage(`${onDisk()}#tab=figures&asof=${first}`)
    const later = picture.figures.find(({ known }) => known !== null && known > first)!
    expect(await page.getAttribute(`#card-${later.id}`, 'class')).toContain('unknown')
    await page.focus('#clock-asof')
    await page.keyboard.press('End')
    expect(await page.getAttribute(`#card-${later.id}`, 'class')).not.toContain('unknown')
    await page.close()
  })

  test('the ledger filters, and the keyboard alone reaches a lit sentence', async () => {
    const { page } = await openPage(onDisk())
    await page.keyboard.press('/')
    await page.waitForSelector('#filter')
    await page.waitForFunction(() => document.activeElement?.id === 'filter')
    await page.keyboard.type('bartella')
    const rows = await page.locator('.ledger tbody tr[aria-rowindex]').allTextContents()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.toLowerCase()).toContain('bartella')
    await page.keyboard.press('Enter')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.reader mark')
    await page.keyboard.press('Escape')
    expect(await page.locator('.reader').count()).toBe(0)
    await page.close()
  })

  test('a dropped report changes the picture, and a hostile one does nothing', async () => {
    const { page, wrong } = await openPage(address)
    const before = await page.textContent('.asof')
    await page.click('text=Add reports')
    const hostile =
      '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> At least 12 people were killed in Mosul on 3 March 2017, police said.'
    await page.fill('#paste', hostile)
    await page.click('text=Read it')
    await page.waitForFunction((text) => document.querySelector('.asof')?.textContent !== text, before)
    await page.click('text=Reports')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(wrong).toEqual([])
    await page.close()
  })

  test.each(['picture', 'figures', 'disagreements', 'gaps', 'claims', 'reports'])(
    'axe finds nothing on %s, wide and narrow',
    async (tab) => {
      for (const width of [1440, 390]) {
        const { page } = await openPage(`${onDisk()}#tab=${tab}&ref=${picture.figures[0]!.id}`, width)
        await page.addScriptTag({ path: axe })
        const found = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)
        })
        expect(found).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        await page.close()
      }
    },
  )
})
