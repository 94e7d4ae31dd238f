/** One worker thread: reads the batches of reports it is handed. It loads models and packs once, at its start. */
import type { Report } from '../model/report.ts'
import { HOME } from './home.ts'
import type { KeptReading } from './keep.ts'
import { quickModules } from './modules.ts'
import { openAhead } from './packed.ts'

quickModules()
const ahead = openAhead(HOME)
const [{ keep }, { reader }] = await Promise.all([import('./keep.ts'), import('./read.ts')])
await ahead
const read = reader(['claims'])

/** Read a batch; order is kept. */
export default (reports: readonly Report[]): KeptReading[] => reports.map((report) => keep(read(report)))
