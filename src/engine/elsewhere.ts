/**
 * A project in a thread of its own: whoever serves it goes on answering while reports are read, related and put together.
 *
 *     server ── paths ──▶ thread: gather, read, relate       (how far it is comes back as it goes)
 *            ── clocks ─▶ thread: reconcile ─▶ page
 *
 * The thread loads what it reads with as soon as it is begun. Nothing is computed here; what is asked and said is what
 * `project-thread.ts` takes and gives.
 */
import { Piscina } from 'piscina'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Gathered } from './gather.ts'
import { threadEnv } from './modules.ts'
import type { Progress, Source } from './source.ts'

/** What the thread says of its project. */
export interface Said {
  readonly revision: string
  /** True when not a single report could be read. */
  readonly empty: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** A thread that will hold a project. It runs until it is stopped. */
export interface Elsewhere {
  /**
   * Gather and read what lies under `paths`, or read what was gathered there; `onProgress` hears how far the reading is.
   * `places` are files of the user's own.
   */
  open(
    paths: readonly string[],
    options: {
      readonly gathered?: Gathered
      readonly places?: readonly string[]
      readonly onProgress?: (far: Progress) => void
    },
  ): Promise<Source & Pick<Said, 'diagnostics' | 'empty'>>
  stop(): Promise<void>
}

/** Begin the thread. With `cache` it takes what it finds of readings made before, and keeps what it reads of files. */
export function elsewhere({ cache = false } = {}): Elsewhere {
  const file = import.meta.url.endsWith('.ts') ? './project-thread.ts' : './project-thread.js'
  const filename = new URL(file, import.meta.url).href
  // The thread must know before it is asked anything: with nothing kept, it begins to load at once.
  const env = { ...threadEnv(), ...(!cache && { RECOUNT_CACHE: 'off' }) }
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1, env })
  return {
    async open(paths, { gathered, places = [], onProgress = () => {} }) {
      pool.on('message', onProgress)
      let { revision, ...said }: Said = await pool.run({ paths, gathered, places }, { name: 'open' })
      return {
        ...said,
        get revision() {
          return revision
        },
        page: (clocks) => pool.run(clocks, { name: 'page' }),
        earlier: (on) => pool.run(on, { name: 'earlier' }),
        async add(files) {
          const said: Said = await pool.run(files, { name: 'add' })
          revision = said.revision
          return said.diagnostics
        },
      }
    },
    stop: () => pool.destroy(),
  }
}
