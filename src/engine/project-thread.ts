/**
 * The thread of `elsewhere.ts`: loads what reading needs, then holds one project and answers for it. Where readings are kept
 * it loads when it is known what is missing.
 */
import { parentPort } from 'node:worker_threads'
import type { Clocks } from '../model/ledger.ts'
import type { Day } from '../model/report.ts'
import type { EarlierWords } from '../present/earlier.ts'
import type { PageData } from '../present/page.ts'
import { anythingKept } from './cache.ts'
import type { Said } from './elsewhere.ts'
import type { Gathered } from './gather.ts'
import { HOME } from './home.ts'
import { quickModules } from './modules.ts'
import { GAZETTEER, openAhead } from './packed.ts'
import type { Project } from './project.ts'
import type { Progress, Upload } from './source.ts'

quickModules()
/** Everything that reading needs; where readings are kept, only what a page needs besides. */
const ahead = (await anythingKept())
  ? openAhead(HOME, [GAZETTEER])
  : Promise.all([import('./resources.ts'), import('./read.ts'), openAhead(HOME)])
const { projectOf } = await import('./project.ts')
const { gather } = await import('./gather.ts')

let project: Project | null = null

const opened = (): Project => {
  if (!project) throw new RangeError('The project was asked before it had been opened')
  return project
}

/** Paths, what was gathered under them where that is done, and the files of the user's own places. */
interface Asked {
  readonly paths: readonly string[]
  readonly gathered?: Gathered
  readonly places: readonly string[]
}

/** Gather and read. */
export async function open({ paths, gathered, places }: Asked): Promise<Said> {
  const onProgress = (done: number, total: number): void => parentPort?.postMessage({ done, total } satisfies Progress)
  // Gathering takes the time in which the largest files are opened.
  const [all, loaded] = await Promise.all([gathered ?? gather(paths), ahead])
  const known = loaded && places.length === 0 ? { resources: loaded[0].loadAll() } : {}
  project = await projectOf(paths, all, { ...known, places, cache: true, onProgress })
  const { revision, diagnostics, empty } = project
  return { revision, diagnostics, empty }
}

/** Everything the app shows, by the given clocks. */
export const page = (clocks: Clocks): Promise<PageData> => opened().page(clocks)

/** What its statements were called on earlier days. */
export const earlier = (on: Day | null): EarlierWords => opened().earlier(on)

/** Take in more reports. */
export async function add(files: readonly Upload[]): Promise<Said> {
  const diagnostics = await opened().add(files)
  const { revision, empty } = opened()
  return { revision, diagnostics, empty }
}
