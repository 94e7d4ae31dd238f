/**
 * Readings kept between runs, so that a report is read once.
 *
 *     CACHE/readings/<program>/<report>.zst        a reading without its report, as JSON, packed
 *
 * `program` is the hash of all that reads (`digest.ts`), `report` that of all that is read: text and fields, its date as
 * given or inferred, and the user's own places. So what is found is what reading would give, and everything can be removed
 * at any time. Only readings of files are kept: what came through a pipe or was dropped on the page leaves nothing behind.
 *
 * An entry is written whole or not at all, and one that cannot be used (cut off, damaged, of another report) is as good as
 * none. A folder that cannot be written to, or that is not the user's alone, is no error: then nothing is kept. What has
 * not been used for a month goes, and beyond `MOST_BYTES` what was used longest ago.
 */
import { createHash, randomBytes } from 'node:crypto'
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
import type { Report } from '../model/report.ts'
import { programDigest } from './digest.ts'
import { makeAll } from './folders.ts'
import type { KeptReading } from './keep.ts'

/** Most that is kept, in bytes: a reading of 300 words takes 5 kB. */
export const MOST_BYTES = 300_000_000
const DAY = 86_400_000
/** How long what is not used is kept. */
export const MOST_DAYS = 30

/** Readings that were made before. */
export interface Cache {
  /** The reading of a report; null when there is none. */
  find(report: Report): KeptReading | null
  /** Keep one that was not found. Never fails. */
  keep(reading: KeptReading): void
  /** To be called when all has been kept: makes room. */
  tidy(): void
}

/** The folder that readings are kept in: the platform's own, or what RECOUNT_CACHE says; null where there is none, or it says "off". */
export async function cacheFolder(): Promise<string | null> {
  const wanted = process.env.RECOUNT_CACHE
  if (wanted === 'off') return null
  if (wanted) return wanted
  try {
    const { default: envPaths } = await import('env-paths')
    return envPaths('recount', { suffix: '' }).cache
  } catch {
    // A user without a home.
    return null
  }
}

/** Has anything been kept by this program as it is? If not, nothing will be found. */
export async function anythingKept(): Promise<boolean> {
  try {
    const folder = await cacheFolder()
    return folder !== null && existsSync(join(folder, 'readings', programDigest()))
  } catch {
    return false
  }
}

/** Rights of folders that only their owner may look into. */
const ALONE = 0o700

/** The user's cache, for readings that know the places of these files; null where nothing can be kept. */
export async function openCache(places: readonly string[] = []): Promise<Cache | null> {
  const folder = await cacheFolder()
  if (folder === null) return null
  try {
    const all = join(folder, 'readings')
    await makeAll(all, ALONE)
    if (!isOwn(all)) return null
    return cacheIn(all, programDigest(), places)
  } catch {
    return null
  }
}

/** Does the folder belong to the user, and is it closed to all others? Where a system has no such rights, its own hold. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder)
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
}

/** A cache in a folder that is there, for a program and its user's places. */
export function cacheIn(all: string, program: string, places: readonly string[] = []): Cache {
  const folder = join(all, program)
  const base = createHash('sha256').update(program)
  for (const file of places) base.update(`${file}\0`).update(readFileSync(file)).update('\0')
  // Where its file lies is the only thing of a report that no reading follows from.
  const keyOf = ({ file: _, ...said }: Report): string =>
    base.copy().update(JSON.stringify(said)).digest('hex').slice(0, 40)
  let more = false
  let full = false
  return {
    find(report) {
      if (report.file === undefined) return null
      const key = keyOf(report)
      const path = join(folder, `${key}.zst`)
      const entry = read(path, key)
      if (!entry) return null
      touch(path)
      return { report, ...entry }
    },
    keep({ report, ...entry }) {
      if (report.file === undefined || full) return
      const key = keyOf(report)
      full = !write(folder, `${key}.zst`, { key, ...entry })
      more = true
    },
    tidy() {
      if (more) makeRoom(all)
      more = false
    },
  }
}

type Entry = Omit<KeptReading, 'report'>

/** What an entry holds; null when it is not there, not whole, or another's. */
function read(path: string, key: string): Entry | null {
  try {
    const found: Entry & { key: string } = JSON.parse(zstdDecompressSync(readFileSync(path)).toString())
    const { key: own, ...entry } = found
    return own === key ? entry : null
  } catch {
    return null
  }
}

/** The frame ends with a sum of its contents, so that damage is found. */
const CHECKED = { params: { [constants.ZSTD_c_checksumFlag]: 1 } }

/** Write an entry beside its place and move it there. False when that failed. */
function write(folder: string, name: string, entry: Entry & { key: string }): boolean {
  const part = join(folder, `${name}.${randomBytes(4).toString('hex')}`)
  try {
    if (!existsSync(folder)) quietly(() => mkdirSync(folder, ALONE))
    writeFileSync(part, zstdCompressSync(JSON.stringify(entry), CHECKED), { mode: 0o600, flag: 'wx' })
    renameSync(part, join(folder, name))
    return true
  } catch {
    quietly(() => rmSync(part, { force: true }))
    return false
  }
}

/** Used today: written once a day at most. */
const touch = (path: string): void =>
  quietly(() => {
    const now = Date.now()
    if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000)
  })

/** Remove what has not been used for long, and what is too much, longest unused first; and folders left empty. */
export function makeRoom(all: string, most = MOST_BYTES): void {
  quietly(() => {
    const folders = readdirSync(all).map((name) => join(all, name))
    const files = folders.flatMap((folder) => readdirSync(folder).flatMap((name) => fileAt(join(folder, name))))
    files.sort((a, b) => b.used - a.used)
    const old = Date.now() - MOST_DAYS * DAY
    let bytes = 0
    for (const { path, size, used } of files) {
      bytes += size
      if (bytes > most || used < old) quietly(() => rmSync(path, { force: true }))
    }
    for (const folder of folders) quietly(() => rmdirSync(folder))
  })
}

/** None where another process has removed it meanwhile. */
function fileAt(path: string): { readonly path: string; readonly size: number; readonly used: number }[] {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? [{ path, size: found.size, used: found.mtimeMs }] : []
}

/** Whatever goes wrong with the cache is nobody's trouble. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {}
}
