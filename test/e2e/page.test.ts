/**
 * The page and the served app in a real browser, on the bundled example: every path by mouse, again by
 * keyboard alone, and axe on every screen. Where no Chromium can be had (set CHROMIUM to name one) the
 * tests are skipped with that word. One page is opened for each width and turned from view to view.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import type { Picture } from '../../src/model/picture.ts'
import { weighty } from '../../src/present/leading.ts'
import { tinyTiles, vectorTiles } from '../pmtiles.ts'
import { type OnDisk, startServer, turn, watch, writePage } from './app.ts'
import { findChromium, launch } from './browser.ts'

const chromium = findChromium()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SCREENS = ['picture', 'figures', 'events', 'disagreements', 'gaps', 'claims', 'reports']

let browser: Browser
let disk: OnDisk
let picture: Picture
let server: ChildProcess
let served: string
let tiles: string
let wide: Page
let narrow: Page
let wrong: string[][]

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, '')
const claim = (id: string): Claim => picture.claims.find((one) => one.id === id)!

/** The evidence lit in the reader is the claim's own words. */
async function expectLit(page: Page, id: string): Promise<void> {
  const lit = page.locator('.reader mark.current, .reader mark.trigger')
  await expect.poll(async () => plain((await lit.allTextContents()).join(''))).toBe(plain(claim(id).quote))
}

/** What axe finds wrong with the page as it stands. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    const found = await (window as unknown as { axe: Axe }).axe.run()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)
  })

/** The share of the map, as it is seen, that has the colour of water. */
async function watered(page: Page): Promise<number> {
  const png = (await page.locator('.map .canvas').screenshot()).toString('base64')
  return page.evaluate(async (data) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${data}` })
    await image.decode()
    const { width, height } = image
    const ctx = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!
    ctx.drawImage(image, 0, 0)
    const bytes = ctx.getImageData(0, 0, width, height).data
    let wet = 0
    for (let at = 0; at < bytes.length; at += 4)
      if (bytes[at] === 0xdd && bytes[at + 1] === 0xe6 && bytes[at + 2] === 0xea) wet++
    return wet / (width * height)
  }, png)
}

describe.skipIf(chromium === null)(
  `the page in a browser${chromium === null ? ' (skipped: no Chromium to be had)' : ''}`,
  () => {
    beforeAll(async () => {
      tiles = join(await mkdtemp(join(tmpdir(), 'recount-e2e-')), 'world.pmtiles')
      await writeFile(tiles, tinyTiles())
      ;[disk, { server, address: served }, browser] = await Promise.all([
        writePage(),
        startServer(undefined, '--tiles', tiles),
        launch(chromium!),
      ])
      picture = disk.picture
      const script = await readFile(axe, 'utf8')
      const open = async (width: number) => {
        const page = await browser.newPage({
          viewport: { width, height: 900 },
          reducedMotion: 'reduce',
          // One in light, one in dark: axe sees both on every screen.
          colorScheme: width > 400 ? 'light' : 'dark',
        })
        const seen = watch(page)
        await page.goto(disk.address)
        await page.waitForSelector('header h1')
        await page.evaluate(script)
        return { page, seen }
      }
      const [a, b] = [await open(1440), await open(390)]
      ;[wide, narrow, wrong] = [a.page, b.page, [a.seen, b.seen]]
    }, 120_000)

    afterAll(async () => {
      await browser?.close()
      server?.kill('SIGTERM')
      await disk?.remove()
      await rm(dirname(tiles), { recursive: true, force: true })
    })

    test('opens from disk, draws its map, and weighs under 4 MB without the reports', async () => {
      const { size } = await stat(join(disk.folder, 'index.html'))
      const data = /id="data">"([^"]*)"/.exec(await readFile(join(disk.folder, 'index.html'), 'utf8'))![1]!
      expect(size - data.length).toBeLessThan(4_000_000)
      expect(await wide.textContent('.asof')).toMatch(/As of .* reports from .* independent origins/)
      await wide.waitForSelector('.canvas[data-ready]')
    })

    test('by mouse: a figure opens the sentence behind each of its marks', async () => {
      const figure = picture.figures.toSorted((a, b) => b.testimonies.length - a.testimonies.length)[0]!
      await turn(wide, 'tab=figures')
      await wide.fill('#filter', figure.summary)
      await wide.click(`#card-${figure.id} .head`)
      await expectLit(wide, figure.claims[0]!)
      const rows = wide.locator(`#card-${figure.id} .row button`)
      expect(await rows.count()).toBeGreaterThan(0)
      for (const row of await rows.all()) {
        await row.click()
        const text = plain(
          (await wide.locator('.reader mark.current, .reader mark.trigger').allTextContents()).join(''),
        )
        expect(figure.claims.map((id) => plain(claim(id).quote))).toContain(text)
      }
      await wide.click('.reader .close')
      expect(await wide.locator('.reader').count()).toBe(0)
    })

    test('by mouse: dragging as-of to an earlier day fades what was published later, and the heads follow', async () => {
      const days = picture.reports.flatMap(({ published }) => published.date ?? []).toSorted()
      const later = picture.figures.find(({ known }) => known !== null && known > days[0]!)!
      await turn(wide, 'tab=figures')
      await wide.fill('#filter', later.summary)
      const card = wide.locator(`#card-${later.id}`)
      const range = card.locator('.range')
      const now = await range.textContent()
      const slider = (await wide.locator('#clock-asof').boundingBox())!
      const y = slider.y + slider.height / 2
      await wide.mouse.move(slider.x + slider.width - 8, y)
      await wide.mouse.down()
      await wide.mouse.move(slider.x + slider.width / 2, y, { steps: 4 })
      await wide.mouse.move(slider.x + 8, y, { steps: 4 })
      await wide.mouse.up()
      await expect.poll(() => card.getAttribute('class')).toContain('unknown')
      expect(await range.textContent()).toBe('not known yet')
      await expect.poll(() => wide.evaluate(() => location.hash)).toContain('asof=')
      await wide.click('.clock button[aria-label*="newest"]')
      await expect.poll(() => range.textContent()).toBe(now)
    })

    test('by mouse: a disagreement opens the sentence of each side', async () => {
      const [item] = picture.disagreements
      await turn(wide, 'tab=disagreements')
      const card = wide.locator('.card').filter({ has: wide.locator(`[data-item="${item!.id}"]`) })
      const sides = await card.locator('.sides button').all()
      expect(sides.length).toBe(item!.sides.length)
      for (const [i, side] of sides.entries()) {
        await side.click()
        await expectLit(wide, item!.sides[i]!.claims[0]!)
      }
    })

    test('by mouse: the ledger filters by words and menus, sorts, and opens', async () => {
      await turn(wide, 'tab=claims')
      const rows = wide.locator('.ledger tbody tr[aria-rowindex]')
      await wide.fill('#filter', 'bartella')
      await wide.selectOption('.menus select >> nth=0', 'control')
      const wanted = picture.claims.filter(({ kind, place }) => kind === 'control' && place === 'Bartella')
      await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(wanted.length)
      for (const row of await rows.allTextContents()) expect(row.toLowerCase()).toContain('bartella')
      await wide.click('.menus button:has-text("Clear")')
      await wide.fill('#filter', '')
      await wide.click('th button:has-text("where")')
      await expect.poll(() => wide.getAttribute('th:nth-child(3)', 'aria-sort')).toBe('ascending')
      await rows.nth(1).click()
      await wide.waitForSelector('.reader mark')
      await wide.click('.reader >> text=Show this claim in the ledger')
      expect(await wide.locator('.ledger tr.open').count()).toBe(1)
    })

    test('the rows of the ledger are saved as a file, as filtered and as of the day', async () => {
      await turn(wide, 'tab=claims&kind=control&place=Bartella')
      const [download] = await Promise.all([wide.waitForEvent('download'), wide.click('text=Save as CSV')])
      expect(download.suggestedFilename()).toMatch(/ claims\.csv$/)
      const rows: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true })
      const wanted = picture.claims.filter(({ kind, place }) => kind === 'control' && place === 'Bartella')
      expect(rows.map((row) => row.claim).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
      for (const row of rows) expect(row).toMatchObject({ words: claim(row.claim!).quote.replace(/\s+/g, ' ') })
      // What was published later is not saved on an earlier day.
      const [first] = picture.reports.flatMap(({ published }) => published.date ?? []).toSorted()
      await turn(wide, `tab=claims&asof=${first}`)
      const [earlier] = await Promise.all([wide.waitForEvent('download'), wide.click('text=Save as CSV')])
      const then: Record<string, string>[] = parse(await readFile(await earlier.path()), { bom: true, columns: true })
      expect(new Set(then.map(({ published }) => published))).toEqual(new Set([first]))
    })

    test('by keyboard alone: the lit words are copied with who says so and where they stand', async () => {
      const figure = picture.figures[0]!
      await turn(wide, `tab=figures&ref=${figure.id}`)
      await expectLit(wide, figure.claims[0]!)
      await wide.keyboard.press('c')
      await expect.poll(() => wide.textContent('.about [role=status]')).toBe('Copied')
      const { quote, start } = claim(figure.claims[0]!)
      await turn(wide, 'tab=figures')
      await wide.fill('#filter', '')
      await wide.focus('#filter')
      await wide.keyboard.press('Control+v')
      const pasted = await wide.inputValue('#filter')
      expect(plain(pasted)).toContain(plain(`“${quote}”`))
      expect(pasted).toContain(`characters ${start}–`)
      await wide.fill('#filter', '')
    })

    test('by keyboard alone: figure, sentence, evidence, clock, disagreement, ledger', async () => {
      const press = async (...keys: string[]) => {
        for (const key of keys) await wide.keyboard.press(key)
      }
      await turn(wide, 'tab=picture')
      await press('2', '/')
      await expect.poll(() => wide.evaluate(() => document.activeElement?.id)).toBe('filter')
      const figure = picture.figures.toSorted((a, b) => b.claims.length - a.claims.length)[0]!
      await wide.keyboard.type(figure.summary)
      await press('Enter', 'Enter')
      await expectLit(wide, figure.claims[0]!)
      await expect.poll(() => wide.evaluate(() => document.activeElement?.closest('.reader') !== null)).toBe(true)
      for (const id of figure.claims.slice(1)) {
        await press(']')
        await expectLit(wide, id)
      }
      await press('[', 'Escape')
      expect(await wide.locator('.reader').count()).toBe(0)
      expect(await wide.evaluate(() => (document.activeElement as HTMLElement).dataset.item)).toBe(figure.id)
      await press('t', 'Home')
      await expect.poll(() => wide.textContent('.asof')).toMatch(/: \d reports? from/)
      await press('0', '4', 'j', 'Enter')
      await expectLit(wide, weighty(picture.disagreements)[0]!.claims[0]!)
      await press('Escape', '6', '/')
      await expect.poll(() => wide.evaluate(() => document.activeElement?.id)).toBe('filter')
      await press('Control+a')
      await wide.keyboard.type('bartella')
      await press('Enter', 'j', 'Enter')
      await wide.waitForSelector('.reader mark')
      await press('Escape', '?')
      expect(await wide.locator('#keys[open]').count()).toBe(1)
      await press('Escape')
    })

    test('by keyboard alone: the places of the map, a card, its evidence, and back again', async () => {
      const press = async (...keys: string[]) => {
        for (const key of keys) await wide.keyboard.press(key)
      }
      const focused = () => wide.evaluate(() => (document.activeElement as HTMLElement).dataset.item ?? '')
      await turn(wide, 'tab=figures')
      await press('p')
      await expect.poll(focused).toMatch(/^place:/)
      const first = await focused()
      await press('j')
      const second = await focused()
      expect(second).not.toBe(first)
      const [period] = picture.control.filter(({ place }) => second === `place:${place}`)
      if (period)
        expect(await wide.evaluate(() => document.activeElement?.textContent)).toMatch(/held|contested|claimed/)
      await press('Enter')
      await expect.poll(() => wide.textContent('.here h3')).toBe(second.slice('place:'.length))
      await press('Tab', 'Tab')
      const id = await focused()
      await press('Enter')
      await wide.waitForSelector('.reader mark')
      await press('Escape')
      expect(await focused()).toBe(id)
      await press('Escape')
      expect(await wide.locator('.here').count()).toBe(0)
      expect(await focused()).toBe(second)
    })

    test('a slider says its day, and the line of the day is said once the slider rests', async () => {
      await turn(wide, 'tab=picture')
      await wide.keyboard.press('t')
      await wide.keyboard.press('Home')
      const first = picture.reports.flatMap(({ published }) => published.date ?? []).toSorted()[0]!
      await expect.poll(() => wide.getAttribute('#clock-asof', 'aria-valuetext')).toContain(first.slice(0, 4))
      expect(await wide.getAttribute('#clock-asof', 'aria-valuetext')).not.toBe(await wide.inputValue('#clock-asof'))
      await expect.poll(() => wide.textContent('[role=status].hidden'), { timeout: 5000 }).toMatch(/: \d reports? from/)
      await wide.keyboard.press('0')
    })

    test('single-letter keys can be switched off', async () => {
      await turn(wide, 'tab=figures')
      await wide.click('nav .keys')
      await wide.uncheck('#keys input[type=checkbox]')
      await wide.click('#keys button')
      await wide.keyboard.press('4')
      expect(await wide.getAttribute('nav [aria-current]', 'aria-current')).toBe('page')
      expect(await wide.textContent('nav [aria-current]')).toBe('Figures')
      await wide.evaluate(() => localStorage.removeItem('recount-keys'))
    })

    test('an operation keeps the lists to itself; an address opens the exact view', async () => {
      const [operation] = picture.operations
      await turn(wide, `tab=events&op=${operation!.id}`)
      const own = picture.events.filter(
        (one) => one.operation === operation!.id || one.claims.some((id) => operation!.claims.includes(id)),
      )
      await expect.poll(() => wide.locator('.items li').count()).toBe(own.length)
      await turn(wide, `tab=claims&ref=${own[0]!.claims[0]}`)
      await expectLit(wide, own[0]!.claims[0]!)
    })

    test('a term says what it means on focus, and Escape takes the note away before all else', async () => {
      await turn(wide, `tab=figures&ref=${picture.figures[0]!.id}`)
      const term = wide.locator('.asof .term').first()
      await term.locator('button').focus()
      await expect.poll(() => term.locator('[role=tooltip]').isVisible()).toBe(true)
      expect(await term.textContent()).toContain('first come from')
      await wide.keyboard.press('Escape')
      expect(await term.locator('[role=tooltip]').isVisible()).toBe(false)
      expect(await wide.locator('.reader').count()).toBe(1)
      await wide.keyboard.press('Escape')
      expect(await wide.locator('.reader').count()).toBe(0)
    })

    test('the lead is the picture’s own statements, each with its evidence', async () => {
      await turn(wide, 'tab=picture')
      const said = await wide.locator('.lead [data-item]').all()
      expect(said.length).toBeGreaterThan(2)
      for (const one of said) {
        const id = await one.getAttribute('data-item')
        await one.click()
        const item = [...picture.figures, ...picture.control, ...picture.disagreements].find(
          (other) => other.id === id,
        )!
        await expectLit(wide, item.claims[0]!)
        await wide.keyboard.press('Escape')
      }
      // On the first day of publication it tells nothing that came later.
      const [first] = picture.reports.flatMap(({ published }) => published.date ?? []).toSorted()
      await turn(wide, `tab=picture&asof=${first}`)
      for (const one of await wide.locator('.lead [data-item]').all()) {
        const id = await one.getAttribute('data-item')
        expect([...picture.figures, ...picture.control].find((item) => item.id === id)!.known).toBe(first)
      }
    })

    test('axe finds nothing with a note, the sheet of keys, a card or the list of places open', async () => {
      for (const page of [wide, narrow])
        for (const show of ['note', 'guide', 'keys', 'card']) {
          await turn(page, 'tab=picture')
          if (show === 'note') await page.focus('.legend .term button')
          if (show === 'guide') await page.focus('.title .term button')
          if (show === 'keys') await page.keyboard.press('?')
          if (show === 'card') {
            await page.keyboard.press('p')
            await expect.poll(() => page.locator('.places [data-item]').count()).toBeGreaterThan(0)
            await page.locator('.places [data-item]').first().click()
          }
          expect(await violations(page), show).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), show).toBe(true)
          await page.keyboard.press('Escape')
          await page.keyboard.press('Escape')
        }
    })

    test.each(SCREENS)('axe finds nothing on %s: wide and narrow, with the reader, on an earlier day', async (tab) => {
      const [, second] = picture.reports.flatMap(({ published }) => published.date ?? []).toSorted()
      for (const page of [wide, narrow]) {
        await turn(page, `tab=${tab}&asof=${second}&ref=${picture.figures[0]!.id}`)
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      }
    })

    test('the reader covers nothing that has the focus', async () => {
      const id = picture.figures[0]!.id
      for (const [page, tab] of [
        [narrow, 'claims'],
        [narrow, 'figures'],
        [wide, 'figures'],
      ] as const) {
        await turn(page, `tab=${tab}&ref=${id}`)
        await page.waitForSelector('.reader')
        for (let i = 0; i < 8; i++) {
          await page.keyboard.press('j')
          const seen = await page.evaluate(() => {
            const item = document.activeElement!
            const { left, top, height } = item.getBoundingClientRect()
            return item.contains(document.elementFromPoint(left + 10, top + height / 2))
          })
          expect(seen, `${tab}, statement ${i}`).toBe(true)
        }
      }
    })

    test('at 200 % zoom and at 320 px nothing is cut off; print shows no controls', async () => {
      for (const width of [720, 320]) {
        await narrow.setViewportSize({ width, height: 450 })
        for (const tab of SCREENS) {
          await turn(narrow, `tab=${tab}`)
          expect(await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        }
      }
      await narrow.setViewportSize({ width: 390, height: 900 })
      await narrow.emulateMedia({ media: 'print' })
      expect(await narrow.isVisible('nav')).toBe(false)
      expect(await narrow.isVisible('.asof')).toBe(true)
      await narrow.emulateMedia({ media: 'screen' })
    })

    test('in colours of the reader’s own the open part, what is chosen and what a mark means still show', async () => {
      await turn(wide, 'tab=picture')
      await wide.emulateMedia({ forcedColors: 'active' })
      const look = (selector: string, name: 'borderBottomColor' | 'backgroundColor') =>
        wide
          .locator(selector)
          .evaluateAll((all, key) => [...new Set(all.map((one) => getComputedStyle(one)[key]))], name)
      const [[open], others] = [
        await look('nav [aria-current]', 'borderBottomColor'),
        await look('nav > button:not([aria-current])', 'borderBottomColor'),
      ]
      expect(others).not.toContain(open)
      const [[chosen], chips] = [
        await look('.operations [aria-pressed=true]', 'backgroundColor'),
        await look('.operations [aria-pressed=false]', 'backgroundColor'),
      ]
      expect(chips).not.toContain(chosen)
      expect((await look('.legend .mark.solid', 'backgroundColor')).length).toBeGreaterThan(1)
      await wide.emulateMedia({ forcedColors: 'none' })
    })

    test('nothing went wrong on the way', () => {
      expect(wrong).toEqual([[], []])
    })

    test('served: axe finds nothing on the first document alone, and on the page that says there is no picture', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme })
        // Its own style is let in by the policy, and is all it needs.
        await page.route(/app\.(?:css|js)$/, (route) => route.abort())
        await page.goto(served)
        await page.evaluate(await readFile(axe, 'utf8'))
        expect(await page.locator('.loading').evaluate((sheet) => getComputedStyle(sheet).maxWidth)).not.toBe('none')
        expect(await violations(page)).toEqual([])
        await page.unroute(/app\.(?:css|js)$/)
        await page.route('**/api/page', (route) => route.abort())
        await page.reload()
        await page.waitForSelector('.failed')
        await page.evaluate(await readFile(axe, 'utf8'))
        expect(await violations(page)).toEqual([])
        await page.close()
      }
    })

    test('served: while the server still reads, the page says how far it is, and shows the picture when there is one', async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      const error = { code: 'server/reading', message: 'The reports are still being read.' }
      let asked = 0
      await page.route('**/api/page', (route) =>
        ++asked > 2
          ? route.continue()
          : // Asked again after a second: long enough for what it says to be seen.
            route.fulfill({
              ...{ status: 503, headers: { 'retry-after': '1' } },
              json: { error, progress: { done: asked, total: 3 } },
            }),
      )
      await page.goto(served)
      await expect.poll(() => page.textContent('.loading [role=status]')).toContain('1 of 3')
      await page.waitForSelector('header h1')
      expect(asked).toBe(3)
      expect(await page.locator('.loading').count()).toBe(0)
      await page.close()
    })

    test('served: when the server is gone the page says so, and what to do', async () => {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
      const gone = (path: string) => page.route(path, (route) => route.abort())
      await gone('**/api/page')
      await page.goto(served)
      await expect.poll(() => page.textContent('[role=alert]')).toContain('does not answer')
      await page.unroute('**/api/page')
      await page.click('text=Try again')
      await page.waitForSelector('.asof')
      await gone('**/api/reports')
      await page.click('text=Add reports')
      await page.fill('#paste', 'Rebels took the town of Salqin on 4 March 2017, a commander said.')
      await page.click('text=Read it')
      await expect.poll(() => page.textContent('dialog[open] .said')).toContain('does not answer')
      // What was typed is still there.
      expect(await page.inputValue('#paste')).toContain('Salqin')
      await page.close()
    })

    test('served: a vector PMTiles file is drawn under the marks', async () => {
      const lake = join(dirname(tiles), 'lake.pmtiles')
      await writeFile(lake, vectorTiles([42.9, 36.1, 43.7, 36.6]))
      const { address, server: other } = await startServer(undefined, '--tiles', lake)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
      const seen = watch(page)
      await page.goto(address)
      await page.waitForSelector('.canvas[data-ready]')
      // Water is drawn where without tiles there is none: the example lies far from the sea.
      expect(await watered(page)).toBeGreaterThan(0.1)
      expect(await page.textContent('.maplibregl-ctrl-attrib')).toContain('Lake')
      await turn(wide, 'tab=picture')
      await wide.waitForSelector('.canvas[data-ready]')
      expect(await watered(wide)).toBe(0)
      expect(seen).toEqual([])
      await page.close()
      other.kill('SIGTERM')
    }, 60_000)

    test('served: reports are added by keyboard alone, and axe finds nothing on the way', async () => {
      const script = await readFile(axe, 'utf8')
      for (const [width, colorScheme] of [
        [1440, 'light'],
        [390, 'dark'],
      ] as const) {
        // biome-ignore format: a table
        const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' })
        // As a breach of the page's own policy a script tag would not run.
        const session = await page.context().newCDPSession(page)
        await page.goto(served)
        await page.waitForSelector('header h1')
        await session.send('Runtime.evaluate', { expression: script })
        await page.focus('nav .add')
        await page.keyboard.press('Enter')
        expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
        expect(await violations(page)).toEqual([])
        // Nothing of the sheet sticks out of it.
        expect(
          await page.evaluate(() => {
            const sheet = document.querySelector('dialog[open]')!
            return sheet.scrollWidth <= sheet.clientWidth
          }),
        ).toBe(true)
        // Nothing to read yet: said inside the sheet, and the field is where one goes on.
        for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
        await expect.poll(() => page.textContent('dialog[open] .said')).toContain('no text')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste')
        expect(await violations(page)).toEqual([])
        if (width === 390) {
          const before = await page.textContent('.asof')
          await page.keyboard.type(
            'Rebels took the town of Kafr Nabl on 6 March 2017, a commander said on Tuesday evening.',
          )
          await page.keyboard.press('Tab')
          await page.keyboard.press('Enter')
          await expect.poll(() => page.textContent('.asof'), { timeout: 30_000 }).not.toBe(before)
          expect(await page.locator('dialog[open]').count()).toBe(0)
        } else await page.keyboard.press('Escape')
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('add')
        await page.close()
      }
    }, 90_000)

    test('served: a dropped report changes the picture, and a hostile one does nothing', async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
      const seen = watch(page)
      await page.goto(served)
      await page.waitForSelector('header h1')
      await page.waitForSelector('.canvas[data-ready]')
      // The user's own map lies under the marks, and nothing broke the policy.
      expect(
        await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
      ).toContainEqual(expect.stringContaining('/api/tiles/0/0/0'))
      const before = await page.textContent('.asof')
      const hostile = [
        'Clashes near Harim </script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">',
        'At least 12 people were killed in Harim on 3 March 2017, police said. <a href="javascript:window.hacked=3">more</a>',
        '\u202Eevil reversed\u202C {{constructor.constructor("window.hacked=4")()}}',
        'x'.repeat(20_000),
      ].join('\n\n')
      const files = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], '<img src=x onerror=window.hacked=6>.txt'))
        return transfer
      }, hostile)
      await page.dispatchEvent('body', 'drop', { dataTransfer: files })
      await expect.poll(() => page.textContent('.asof'), { timeout: 30_000 }).not.toBe(before)
      await page.click('nav >> text=Reports')
      await page.click('.card .head:has-text("onerror")')
      await page.waitForSelector('.reader .text')
      expect(await page.textContent('.reader .text')).toContain('<img src=x onerror=')
      expect(await page.locator('main img, .reader img, .reader script, .reader a').count()).toBe(0)
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.keyboard.press('Escape')
      await page.click('text=Add reports')
      await page.fill('#paste', 'Rebels took the town of Salqin on 4 March 2017, a commander said.')
      const dropped = await page.textContent('.asof')
      await page.click('text=Read it')
      await expect.poll(() => page.textContent('.asof'), { timeout: 30_000 }).not.toBe(dropped)
      await page.click('text=Add reports')
      await page.setInputFiles('input[type=file]', {
        name: 'broken.jsonl',
        mimeType: '',
        buffer: Buffer.from('{"text":'),
      })
      await expect.poll(() => page.textContent('header > .said'), { timeout: 30_000 }).toContain('broken.jsonl: line 1')
      expect(await page.textContent('header > .said')).not.toContain(tmpdir())
      expect(seen).toEqual([])
      await page.close()
      // Three uploads, each of which reads everything again: slow where the machine is busy.
    }, 180_000)
  },
)
