/**
 * Reads many reports: takes what was read before from the cache, and reads the rest, in this thread while it is little, on
 * worker threads when it is much. The result is the same either way, in the order of the input.
 */
import { availableParallelism } from 'node:os'
import type { Resources } from '../knowledge/resources.ts'
import type { Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'
import type { Cache } from './cache.ts'
import { HOME } from './home.ts'
import { type KeptReading, keep } from './keep.ts'
import { threadEnv } from './modules.ts'
import { openAhead } from './packed.ts'

/** Reports handed to a worker at once: large enough that handing over costs little, small enough to share out evenly. */
const BATCH = 25
/** Below this, starting threads takes longer than it saves. */
const FEW = 60
/** Readings taken from the cache before others get their turn. */
const TURN = 100

export interface ReadOptions {
  /** Models and packs, when they are loaded already; worker threads load their own. */
  readonly resources?: Resources
  /** Files of the user's own places, trusted before all others: GeoNames dumps, or CSV tables with points. */
  readonly places?: readonly string[]
  /** Threads to use; as many as there are cores unless said. */
  readonly jobs?: number
  /**
   * Take readings of files from the user's cache folder, and keep them there (`cache.ts`). Nothing is kept unless asked for.
   * `resources`, where given, must then be those that `places` make.
   */
  readonly cache?: boolean
  /** Called as reports are done. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What reading is done with. */
export interface Means extends Pick<ReadOptions, 'jobs' | 'places' | 'onProgress'> {
  /** Models and packs, loaded when they are first needed. */
  readonly resources: () => Promise<Resources>
  /** Readings made before; null where none are. */
  readonly cache: Cache | null
}

/** What the options ask for. */
export async function meansOf({ resources, cache, ...options }: ReadOptions): Promise<Means> {
  const { places = [] } = options
  let known = resources
  return {
    ...options,
    resources: async () => (known ??= await (await import('./resources.ts')).resourcesFor(places)),
    cache: cache ? await (await import('./cache.ts')).openCache(places) : null,
  }
}

/** Read all reports of which there is no reading yet. */
export async function readAll(reports: readonly Report[], means: Means): Promise<KeptReading[]> {
  const { jobs = availableParallelism(), cache, onProgress = () => {} } = means
  const found: (KeptReading | null)[] = []
  for (const report of cache ? reports : []) {
    found.push(cache!.find(report))
    if (found.length % TURN === 0) await turn()
  }
  const missing = reports.filter((_, i) => !found[i])
  let done = reports.length - missing.length
  if (done > 0) onProgress(done, reports.length)
  if (missing.length === 0) return found as KeptReading[]
  const made = (readings: readonly KeptReading[]): void => {
    for (const reading of readings) cache?.keep(reading)
    done += readings.length
    onProgress(done, reports.length)
  }
  const few = jobs < 2 || missing.length < FEW
  const fresh = await (few ? readHere(missing, means, made) : readOnThreads(missing, jobs, means, made))
  cache?.tidy()
  let next = 0
  return reports.map((_, i) => found[i] ?? fresh[next++]!)
}

/** Told of readings as they are made. */
type Made = (readings: readonly KeptReading[]) => void

/** What reads one report after another in this thread, up to its claims. */
export async function readerHere({ resources }: Pick<Means, 'resources'>): Promise<(report: Report) => Reading> {
  const [{ reader }, known] = await Promise.all([import('./read.ts'), resources(), openAhead(HOME)])
  return reader(['claims'], known)
}

async function readHere(reports: readonly Report[], means: Means, made: Made): Promise<KeptReading[]> {
  const read = await readerHere(means)
  const readings: KeptReading[] = []
  for (const report of reports) {
    const reading = keep(read(report))
    readings.push(reading)
    made([reading])
    await turn()
  }
  return readings
}

async function readOnThreads(
  reports: readonly Report[],
  jobs: number,
  { places = [] }: Means,
  made: Made,
): Promise<KeptReading[]> {
  const { Piscina } = await import('piscina')
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
  const filename = new URL(file, import.meta.url).href
  const pool = new Piscina({ filename, minThreads: jobs, maxThreads: jobs, env: threadEnv() })
  try {
    const batches = Array.from({ length: Math.ceil(reports.length / BATCH) }, async (_, i) => {
      const readings: KeptReading[] = await pool.run({ reports: reports.slice(i * BATCH, (i + 1) * BATCH), places })
      made(readings)
      return readings
    })
    return (await Promise.all(batches)).flat()
  } finally {
    await pool.destroy()
  }
}

/** A server that reads goes on answering. */
const turn = (): Promise<void> => new Promise((go) => setImmediate(go))
