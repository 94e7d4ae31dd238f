/**
 * Entries in a folder, for what can be made again: packed JSON under a key, whole or not there, never in the way.
 *
 *     FOLDER/<of what>/<key>.zst
 *
 * Each is written beside its place and moved there. One that cannot be used (cut off, damaged, another's) is as good as
 * none, and nothing here throws: what cannot be written is not kept.
 */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Rights of folders that only their owner may look into. */
export const ALONE = 0o700

const DAY = 86_400_000

/** What an entry holds; null when there is none. */
export function readEntry<T>(folder: string, key: string): T | null {
  const path = pathOf(folder, key)
  try {
    const [own, value]: [string, T] = JSON.parse(zstdDecompressSync(readFileSync(path)).toString())
    if (own !== key) return null
    touch(path)
    return value
  } catch {
    return null
  }
}

/** The frame ends with a sum of its contents, so that damage is found. */
const CHECKED = { params: { [constants.ZSTD_c_checksumFlag]: 1 } }

/** Write an entry. False when that failed: on a full disk, the next will, too. */
export function writeEntry(folder: string, key: string, value: unknown): boolean {
  const path = pathOf(folder, key)
  const part = `${path}.${randomBytes(4).toString('hex')}`
  try {
    if (!existsSync(folder)) quietly(() => mkdirSync(folder, ALONE))
    writeFileSync(part, zstdCompressSync(JSON.stringify([key, value]), CHECKED), { mode: 0o600, flag: 'wx' })
    renameSync(part, path)
    return true
  } catch {
    quietly(() => rmSync(part, { force: true }))
    return false
  }
}

const pathOf = (folder: string, key: string): string => join(folder, `${key}.zst`)

/** Used today: written once a day at most. */
const touch = (path: string): void =>
  quietly(() => {
    const now = Date.now()
    if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000)
  })

/** Remove what has not been used for `days`, then what is more than `bytes` in all, longest unused first; and folders left empty. */
export function makeRoom(all: string, bytes: number, days: number): void {
  quietly(() => {
    const folders = readdirSync(all).map((name) => join(all, name))
    const files = folders.flatMap((folder) => readdirSync(folder).flatMap((name) => fileAt(join(folder, name))))
    files.sort((a, b) => b.used - a.used)
    const old = Date.now() - days * DAY
    let sum = 0
    for (const { path, size, used } of files) {
      sum += size
      if (sum > bytes || used < old) quietly(() => rmSync(path, { force: true }))
    }
    for (const folder of folders) quietly(() => rmdirSync(folder))
  })
}

/** None where another process has removed it meanwhile. */
function fileAt(path: string): { readonly path: string; readonly size: number; readonly used: number }[] {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? [{ path, size: found.size, used: found.mtimeMs }] : []
}

/** Whatever goes wrong here is nobody's trouble. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {}
}
