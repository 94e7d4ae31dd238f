/** One worker thread: reads the batches of reports it is handed. It loads models and packs once, with the first of them. */
import type { Report } from '../model/report.ts'
import { HOME } from './home.ts'
import type { KeptReading } from './keep.ts'
import { quickModules } from './modules.ts'
import { openAhead } from './packed.ts'

/** Reports to read, and the files of the user's own places, which are the same for every batch. */
interface Batch {
  readonly reports: readonly Report[]
  readonly places: readonly string[]
}

quickModules()
const ahead = openAhead(HOME)
const [{ keep }, { reader }, { resourcesFor }] = await Promise.all([
  import('./keep.ts'),
  import('./read.ts'),
  import('./resources.ts'),
])
await ahead
let read: ReturnType<typeof reader> | null = null

/** Read a batch; order is kept. */
export default async ({ reports, places }: Batch): Promise<KeptReading[]> => {
  read ??= reader(['claims'], await resourcesFor(places))
  return reports.map((report) => keep(read!(report)))
}
