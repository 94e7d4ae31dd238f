/**
 * The page and the served app in a real browser, on the bundled example: every path by mouse, again by
 * keyboard alone, and axe on every screen. Where no Chromium can be had (set CHROMIUM to name one) the
 * tests are skipped with that word. One page is opened for each width and turned from view to view.
 */
import type { ChildProcess } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OnDisk, startServer, turn, watch, writePage } from './app.ts'
import { findChromium, launch } from './browser.ts'

const chromium = findChromium()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser
let disk: OnDisk
let server: ChildProcess
let served: string
let wide: Page
let narrow: Page
const wrong: string[] = []

describe.skipIf(chromium === null)('the page in a browser (skipped: no Chromium to be had)', () => {
  beforeAll(async () => {
    ;[disk, { server, address: served }, browser] = await Promise.all([writePage(), startServer(), launch(chromium!)])
    const open = async (width: number) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
      const seen = watch(page)
      await page.goto(disk.address)
      await page.waitForSelector('h1')
      await page.addScriptTag({ path: axe }).catch(() => page.evaluate(`${await_(axe)}`))
      seen.length = 0
      page.on('pageerror', (error) => wrong.push(String(error)))
      return page
    }
    ;[wide, narrow] = [await open(1440), await open(390)]
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.kill('SIGTERM')
    await disk?.remove()
  })
})
