/**
 * Keeps what the documentation shows true: every block marked with a command holds what that command prints.
 *
 *     <!-- run: recount read examples/mosul | head -20 -->     the next fenced block is its output
 *
 *     npm run docs            writes the outputs into README.md and docs/
 *     npm run docs -- --check fails when one differs; the tests call this
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const BLOCK = /(<!-- run: recount (.+?)(?: \| head -(\d+))? -->\n+```\w*\n)([\s\S]*?)(```)/g

/** What a file should say. */
export function withOutputs(text: string): string {
  return text.replaceAll(BLOCK, (_, head: string, args: string, most: string | undefined, __: string, tail: string) => {
    const out = execFileSync(process.execPath, ['bin/recount.js', ...args.split(' ')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    const lines = out.trimEnd().split('\n')
    const shown = most === undefined ? lines : lines.slice(0, Number(most))
    return `${head}${shown.join('\n')}\n${tail}`
  })
}

/** Every page that may hold such blocks, relative to the root. */
export const pages = (): string[] => [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let stale = 0
  for (const page of pages()) {
    const text = readFileSync(root + page, 'utf8')
    const right = withOutputs(text)
    if (right === text) continue
    stale++
    if (process.argv.includes('--check'))
      console.error(`${page} shows output that the command no longer prints; run npm run docs`)
    else writeFileSync(root + page, right)
  }
  if (process.argv.includes('--check') && stale > 0) process.exitCode = 1
}
