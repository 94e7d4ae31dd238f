#!/usr/bin/env node
// Starts Recount under a Node that can run it: this one, or the one that came with `npm ci`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  const own = (name) => {
    const source = new URL(`../src/${name}.ts`, import.meta.url)
    return existsSync(source) ? source.href : new URL(`../dist/${name}.js`, import.meta.url).href
  }
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const { quickModules } = await import(own('engine/modules'))
  quickModules()
  await import(own('cli/main'))
} else {
  let node
  try {
    node = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`)
  } catch {
    console.error(
      `recount needs Node 22.18 or newer; this is ${process.versions.node}. Install it from https://nodejs.org or with your package manager.`,
    )
    process.exit(2)
  }
  const { status, signal } = spawnSync(
    node,
    [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  if (signal) process.kill(process.pid, signal)
  process.exit(status ?? 1)
}
