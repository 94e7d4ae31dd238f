/** One worker thread: reads the batches of reports it is handed. It loads models and packs once, at its start. */
import { enableCompileCache } from 'node:module'
import type { Report } from '../model/report.ts'
import type { KeptReading } from './keep.ts'
import { openAhead } from './packed.ts'

// A thread has a cache of its own to switch on, before the modules that it is for.
enableCompileCache()
const ahead = openAhead(new URL('../../', import.meta.url))
const [{ keep }, { reader }] = await Promise.all([import('./keep.ts'), import('./read.ts')])
await ahead
const read = reader(['claims'])

/** Read a batch; order is kept. */
export default (reports: readonly Report[]): KeptReading[] => reports.map((report) => keep(read(report)))
