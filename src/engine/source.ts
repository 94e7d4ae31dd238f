/** What the server serves: somebody else's pictures. It knows neither stages nor files. */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Clocks } from '../model/ledger.ts'
import type { Day } from '../model/report.ts'
import type { EarlierWords } from '../present/earlier.ts'
import type { PageData } from '../present/page.ts'

/** A file somebody dropped on the page. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How many reports have been read so far. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** The reports being looked at, and what follows from them. */
export interface Source {
  /** Changes whenever the reports do. */
  readonly revision: string
  /** Everything the app shows, by the given clocks. */
  page(clocks: Clocks): PageData | Promise<PageData>
  /** What its statements were called on earlier days, when `on` is the day looked at. */
  earlier(on: Day | null): EarlierWords | Promise<EarlierWords>
  /** Take in more reports; returns what was doubtful about them. */
  add(files: readonly Upload[]): Promise<readonly Diagnostic[]>
}
