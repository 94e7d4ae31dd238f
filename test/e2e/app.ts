/** The example as a page on disk and as a running server, for the tests that need a browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { Picture } from '../../src/model/picture.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const bin = join(root, 'bin/recount.js')
const example = join(root, 'examples/mosul')

/** The example, written to disk. */
export interface OnDisk {
  readonly folder: string
  readonly address: string
  readonly picture: Picture
  remove(): Promise<void>
}

/** Read reports and write their page into a folder of its own. Rejects when the command fails. */
export async function writePage(path = example): Promise<OnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-e2e-'))
  const child = spawn(process.execPath, [bin, 'read', path, '--out', folder], { cwd: tmpdir(), stdio: 'ignore' })
  const status = await new Promise((done) => child.once('exit', done))
  if (status !== 0) throw new Error(`recount read ended with ${status}`)
  return {
    folder,
    address: pathToFileURL(join(folder, 'index.html')).href,
    picture: JSON.parse(await readFile(join(folder, 'picture.json'), 'utf8')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A server and where it listens. */
interface Serving {
  readonly address: string
  readonly server: ChildProcess
}

/** Start a server on some reports; resolves once it listens, when it may still be reading. */
export async function listening(path = example, ...options: string[]): Promise<Serving> {
  const server = spawn(process.execPath, [bin, 'serve', path, '--no-open', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((done, fail) => {
    server.stdout!.on('data', (data) => {
      const found = /http:\/\/\S+/.exec(String(data))
      if (found) done(found[0])
    })
    server.once('exit', (code) => fail(new Error(`serve ended with ${code}`)))
  })
  return { address, server }
}

/** Start a server on some reports; resolves once they are read. */
export async function startServer(path = example, ...options: string[]): Promise<Serving> {
  const serving = await listening(path, ...options)
  const page = new URL(serving.address)
  page.pathname = '/api/page'
  while ((await fetch(page)).status === 503);
  return serving
}

/** Collect what goes wrong on a page from now on: exceptions, and console errors, among them breaches of the policy. */
export function watch(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  return wrong
}

/** Turn an open page to another view, as a shared address would, without loading it again. */
export async function turn(page: Page, view: string): Promise<void> {
  await page.evaluate(async (hash) => {
    location.hash = hash
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  }, view || 'tab=picture')
}
