/**
 * A project: some reports, read and related, ready to be asked for pictures.
 *
 *     paths ─ ingest ─▶ reports ─ dates ─▶ readings ─▶ ledger ─▶ picture(on, asOf)
 *
 * It holds everything in memory and writes nothing but to the cache, where that is asked for; where reports are
 * kept is the user's affair.
 */
import { createHash } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { LoadOptions } from '../ingest/load.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Clocks, Ledger } from '../model/ledger.ts'
import type { Picture } from '../model/picture.ts'
import type { Reading } from '../model/reading.ts'
import type { Day, Report } from '../model/report.ts'
import { type EarlierWords, earlierWords } from '../present/earlier.ts'
import { type PageData, pageData, titleOfSet } from '../present/page.ts'
import { townsAround } from '../present/towns.ts'
import { reconcile } from '../reconcile/picture.ts'
import { ledger as relate } from '../relate/ledger.ts'
import type { Cache } from './cache.ts'
import { anyUndated, dateReports } from './dates.ts'
import { type Gathered, gather, gatherUploads } from './gather.ts'
import type { KeptReading } from './keep.ts'
import { once } from './once.ts'
import { type Means, meansOf, type ReadOptions, readAll, readerHere } from './read-all.ts'
import type { Source } from './source.ts'

/** Reports with everything read in them. Also what the server serves. */
export interface Project extends Source {
  readonly readings: readonly KeptReading[]
  readonly diagnostics: readonly Diagnostic[]
  readonly ledger: Ledger
  /** True when not a single report could be read. */
  readonly empty: boolean
  picture(clocks?: Clocks): Picture
  page(clocks: Clocks): Promise<PageData>
  earlier(on: Day | null): EarlierWords
  /** One of its reports with every layer of its reading: tokens and parses are not held. */
  reread(report: Report): Promise<Reading>
}

/** Read everything under `paths`. Problems in single inputs are diagnostics; an empty project is an answer, not an error. */
export const openProject = async (
  paths: readonly string[],
  options: ReadOptions & LoadOptions = {},
): Promise<Project> => projectOf(paths, await gather(paths, options), options)

/** Read what was gathered under `paths`, after which the project is named. */
export async function projectOf(
  paths: readonly string[],
  { reports, diagnostics }: Gathered,
  options: ReadOptions = {},
): Promise<Project> {
  const name = paths.length === 1 && paths[0] !== '-' ? titleOfSet(basename(resolve(paths[0]!))) : 'Reports'
  const means = await meansOf(options)
  let given = reports
  let readings = await readDated(reports, means)
  let troubles = [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics)]
  let ledger = once(() => relate(readings))
  let cache = means.cache
  let revision = revisionOf(given)
  let last: {
    readonly of: typeof ledger
    readonly on: Day | null
    readonly asOf: Day | null
    readonly picture: Picture
  } | null = null
  // The brief and the page ask for the same picture one after the other.
  const picture = ({ on = null, asOf = null }: Clocks = {}): Picture => {
    if (last?.of !== ledger || last.on !== on || last.asOf !== asOf) {
      const make = () => reconcile(ledger(), { on, asOf })
      last = {
        of: ledger,
        on,
        asOf,
        picture: on === null && asOf === null && cache ? cache.picture(readings, make) : make(),
      }
    }
    return last.picture
  }
  return {
    get readings() {
      return readings
    },
    get diagnostics() {
      return troubles
    },
    get ledger() {
      return ledger()
    },
    get empty() {
      return readings.length === 0
    },
    get revision() {
      return revision
    },
    picture,
    async page(clocks) {
      const now = picture(clocks)
      const { gazetteer } = await means.resources()
      return pageData(name, now, readings, townsAround(now, gazetteer))
    },
    earlier: (on) => earlierWords(picture({ on, asOf: null }), (asOf) => reconcile(ledger(), { on, asOf })),
    reread: async (report) => (await readerHere(means))(report),
    async add(files) {
      const more = await gatherUploads(files)
      const known = new Map(given.map(({ id, text }) => [id, text]))
      const fresh = more.reports
        // Another text under a known name, as every pasted one has, is another report.
        .map((one) =>
          (known.get(one.id) ?? one.text) === one.text
            ? one
            : { ...one, id: `${one.id}~${hashOf(one.text).slice(0, 6)}` },
        )
        .filter(({ id }) => !known.has(id))
      if (fresh.length === 0) {
        troubles = [...troubles, ...more.diagnostics]
        return more.diagnostics
      }
      // A new report may date an old one, so all that is undated is dated again. What came by way of the page is not kept.
      given = [...given, ...fresh]
      readings = await readDated(given, { ...means, cache: atHand(readings) })
      ledger = once(() => relate(readings))
      cache = null
      revision = revisionOf(given)
      const ids = new Set(fresh.map(({ id }) => id))
      const found = [
        ...more.diagnostics,
        ...readings.filter(({ report }) => ids.has(report.id)).flatMap((reading) => reading.diagnostics),
      ]
      troubles = [...troubles, ...found]
      return found
    },
  }
}

/** Date what is undated, then read everything. */
export async function readDated(reports: readonly Report[], means: Means): Promise<KeptReading[]> {
  const dated = anyUndated(reports) ? dateReports(reports, await means.resources()) : reports
  return readAll(dated, means)
}

/** Readings that this process holds, for reports that say the same as before. */
function atHand(readings: readonly KeptReading[]): Cache {
  const known = new Map(readings.map((reading) => [reading.report.id, reading]))
  return {
    find(report) {
      const reading = known.get(report.id)
      return reading && isDeepStrictEqual(reading.report, report) ? reading : null
    },
    keep: () => {},
    tidy: () => {},
    picture: (_, make) => make(),
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const revisionOf = (reports: readonly Report[]): string => {
  const hash = createHash('sha256')
  for (const { id, text } of reports) hash.update(`${id}\0${text}\0`)
  return hash.digest('hex').slice(0, 16)
}
