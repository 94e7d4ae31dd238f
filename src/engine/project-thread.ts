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
import { openAhead } from './packed.ts'
import type { Project } from './project.ts'
import type { Progress, Upload } from './source.ts'

quickModules()
const mayFind = await anythingKept()
/** Everything that reading needs; nothing where it may turn out not to be needed. */
const prepared = mayFind ? null : Promise.all([import('./resources.ts'), import('./read.ts'), openAhead(HOME)])
const { projectOf } = await import('./project.ts')
const resources = (await prepared)?.[0].loadAll()

let project: Project | null = null

const opened = (): Project => {
  if (!project) throw new RangeError('The project was asked before it had been opened')
  return project
}

/** What was gathered under some paths, and the files of the user's own places. */
interface Asked {
  readonly paths: readonly string[]
  readonly gathered: Gathered
  readonly places: readonly string[]
}

/** Read what was gathered. */
export async function open({ paths, gathered, places }: Asked): Promise<Said> {
  const onProgress = (done: number, total: number): void => parentPort?.postMessage({ done, total } satisfies Progress)
  const known = resources && places.length === 0 ? { resources } : {}
  project = await projectOf(paths, gathered, { ...known, places, cache: true, onProgress })
  return { revision: project.revision, diagnostics: project.diagnostics }
}

/** Everything the app shows, by the given clocks. */
export const page = (clocks: Clocks): Promise<PageData> => opened().page(clocks)

/** What its statements were called on earlier days. */
export const earlier = (on: Day | null): EarlierWords => opened().earlier(on)

/** Take in more reports. */
export async function add(files: readonly Upload[]): Promise<Said> {
  const diagnostics = await opened().add(files)
  return { revision: opened().revision, diagnostics }
}
