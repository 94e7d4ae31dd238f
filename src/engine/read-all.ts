/**
 * Reads many reports: in this thread while they are few, on worker threads when they are many.
 * The result is the same either way, in the order of the input.
 */
import { availableParallelism } from 'node:os'
import type { Resources } from '../knowledge/resources.ts'
import type { Report } from '../model/report.ts'
import { type KeptReading, keep } from './keep.ts'
import { threadEnv } from './modules.ts'
import { reader, resourcesFor } from './read.ts'

/** Reports handed to a worker at once: large enough that handing over costs little, small enough to share out evenly. */
const BATCH = 25
/** Below this, starting threads takes longer than it saves. */
const FEW = 60

export interface ReadOptions {
  /** Models and packs, when they are loaded already; worker threads load their own. */
  readonly resources?: Resources
  /** Files of the user's own places, trusted before all others: GeoNames dumps, or CSV tables with points. */
  readonly places?: readonly string[]
  /** Threads to use; as many as there are cores unless said. */
  readonly jobs?: number
  /** Called as reports are done. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Read all reports. */
export async function readAll(reports: readonly Report[], options: ReadOptions = {}): Promise<KeptReading[]> {
  const { resources, places = [], jobs = availableParallelism(), onProgress = () => {} } = options
  if (jobs < 2 || reports.length < FEW) {
    const read = reader(['claims'], resources ?? (await resourcesFor(places)))
    const kept: KeptReading[] = []
    for (const report of reports) {
      kept.push(keep(read(report)))
      onProgress(kept.length, reports.length)
      // A server that reads goes on answering.
      await new Promise((go) => setImmediate(go))
    }
    return kept
  }
  const { Piscina } = await import('piscina')
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
  const filename = new URL(file, import.meta.url).href
  const pool = new Piscina({ filename, minThreads: jobs, maxThreads: jobs, env: threadEnv() })
  try {
    let done = 0
    const batches = Array.from({ length: Math.ceil(reports.length / BATCH) }, async (_, i) => {
      const readings: KeptReading[] = await pool.run({ reports: reports.slice(i * BATCH, (i + 1) * BATCH), places })
      done += readings.length
      onProgress(done, reports.length)
      return readings
    })
    return (await Promise.all(batches)).flat()
  } finally {
    await pool.destroy()
  }
}
