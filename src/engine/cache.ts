/**
 * What is kept between runs, so that a report is read once: readings, and the picture of a set of reports.
 *
 *     CACHE/kept/<all that reads>/<report>.zst                 a reading without its report
 *     CACHE/kept/<all that reads and reconciles>/<reports>.zst the picture of a set, without clocks
 *
 * The folders are named for the program (`digest.ts`), the entries for what they follow from besides: text and fields of
 * reports, their dates as given or inferred, and the user's own places. So what is found is what would be made, and
 * everything can be removed at any time. Only what follows from files is kept: what came through a pipe or was dropped on
 * the page leaves nothing behind. A folder that cannot be written to, or that is not the user's alone, is no error: then
 * nothing is kept. What has not been used for a month goes, and beyond `MOST_BYTES` what was used longest ago.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Picture } from '../model/picture.ts'
import type { Report } from '../model/report.ts'
import { pictureDigest, readingDigest } from './digest.ts'
import { makeAll } from './folders.ts'
import type { KeptReading } from './keep.ts'
import { ALONE, makeRoom, readEntry, writeEntry } from './store.ts'

/** Most that is kept, in bytes: a reading of 300 words takes 5 kB, its part of a picture 3. */
const MOST_BYTES = 300_000_000
/** How long what is not used is kept. */
const MOST_DAYS = 30

/** Reports of the largest set whose picture is kept: that of a larger one is too much for one piece of text. */
const MOST_REPORTS = 3000

/** What was made before. */
export interface Cache {
  /** The reading of a report; null when there is none. */
  find(report: Report): KeptReading | null
  /** Keep one that was not found, unless something failed in it, which may go well another time. Never throws. */
  keep(reading: KeptReading): void
  /** To be called when all has been kept: makes room. */
  tidy(): void
  /** The picture of these readings; made where there is none. */
  picture(readings: readonly KeptReading[], make: () => Picture): Picture
}

/** The folder that it is kept in: the platform's own, or what RECOUNT_CACHE says; null where there is none, or it says "off". */
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

/** Has any reading been kept by this program as it is? If not, none will be found. */
export async function anythingKept(): Promise<boolean> {
  try {
    const folder = await cacheFolder()
    return folder !== null && existsSync(join(folder, 'kept', readingDigest()))
  } catch {
    return false
  }
}

/** The user's cache, for a reading that knows the places of these files; null where nothing can be kept. */
export async function openCache(places: readonly string[] = []): Promise<Cache | null> {
  const folder = await cacheFolder()
  if (folder === null) return null
  try {
    const all = join(folder, 'kept')
    await makeAll(all, ALONE)
    return isOwn(all) ? cacheIn(all, { reads: readingDigest(), reconciles: pictureDigest() }, places) : null
  } catch {
    return null
  }
}

/** Does the folder belong to the user, and is it closed to all others? Where a system has no such rights, its own hold. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder)
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
}

/** The parts of a program, each by a name that changes when it does. */
interface Program {
  readonly reads: string
  readonly reconciles: string
}

/** A cache in a folder that is there, for a program and its user's places. */
export function cacheIn(all: string, program: Program, places: readonly string[] = []): Cache {
  const [readingsOf, picturesOf] = [join(all, program.reads), join(all, program.reconciles)]
  const base = createHash('sha256')
  for (const file of places) base.update(`${file}\0`).update(readFileSync(file)).update('\0')
  const keyOf = (of: unknown): string => base.copy().update(JSON.stringify(of)).digest('hex').slice(0, 40)
  let more = false
  let full = false
  const write = (folder: string, key: string, value: unknown): void => {
    if (full) return
    full = !writeEntry(folder, key, value)
    more = true
  }
  const tidy = (): void => {
    if (more) makeRoom(all, MOST_BYTES, MOST_DAYS)
    more = false
  }
  return {
    find(report) {
      if (!fromFile(report)) return null
      const entry = readEntry<Omit<KeptReading, 'report'>>(readingsOf, keyOf(readFrom(report)))
      return entry && { report, ...entry }
    },
    keep(reading) {
      if (!canBeKept(reading)) return
      const { report, ...entry } = reading
      write(readingsOf, keyOf(readFrom(report)), entry)
    },
    tidy,
    picture(readings, make) {
      if (readings.length > MOST_REPORTS || !readings.every(canBeKept)) return make()
      const key = keyOf(readings.map(({ report }) => report))
      const kept = readEntry<Picture>(picturesOf, key)
      if (kept) return kept
      const picture = make()
      write(picturesOf, key, picture)
      tidy()
      return picture
    },
  }
}

/** Was it read from a file, and did nothing fail? */
const canBeKept = ({ report, diagnostics }: KeptReading): boolean =>
  fromFile(report) && !diagnostics.some(({ severity }) => severity === 'error')

const fromFile = ({ file }: Report): boolean => file !== undefined

/** All of a report that its reading follows from: where its file lies changes nothing. */
const readFrom = ({ file: _, ...said }: Report): Omit<Report, 'file'> => said
