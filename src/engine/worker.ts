/** One worker thread: reads the batches of reports it is handed. It loads models and packs once, at its start. */
import type { Report } from '../model/report.ts'
import { type KeptReading, keep } from './keep.ts'
import { reader } from './read.ts'

const read = reader(['claims'])

/** Read a batch; order is kept. */
export default (reports: readonly Report[]): KeptReading[] => reports.map((report) => keep(read(report)))
