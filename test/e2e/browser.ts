/** Chromium for the tests that need one: what is installed, else installed from Debian where that is possible, else none. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a Chromium, installing Debian's when there is none and this user may. Null when there is none to be had. */
export function findChromium(): string | null {
  const there = PLACES.find((path) => path && existsSync(path))
  if (there) return there
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore', timeout: 120_000 })
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      timeout: 300_000,
    })
  } catch {
    return null
  }
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null
}

/** Start it headless. */
export const launch = (path: string): Promise<Browser> => chromium.launch({ executablePath: path, args: FLAGS })
