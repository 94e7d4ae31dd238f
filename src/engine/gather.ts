/** Gathers the reports under some paths, or out of what was dropped on a page, apart from what went wrong. Nothing is read. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { formatOf } from '../ingest/files.ts'
import { type LoadOptions, load } from '../ingest/load.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/report.ts'
import type { Upload } from './source.ts'

/** Reports as loaded, not yet read. */
export interface Gathered {
  readonly reports: readonly Report[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Load reports, apart from what went wrong. */
export async function gather(paths: readonly string[], options: LoadOptions = {}): Promise<Gathered> {
  const reports: Report[] = []
  const diagnostics: Diagnostic[] = []
  for await (const item of load(paths, options)) {
    if ('report' in item) reports.push(item.report)
    else diagnostics.push(item.diagnostic)
  }
  return { reports, diagnostics }
}

/** Uploads by way of a folder of their own, removed again whatever happens. What is said of them names the file that was dropped. */
export async function gatherUploads(files: readonly Upload[]): Promise<Gathered> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-'))
  const unread: Diagnostic[] = []
  try {
    for (const [i, { name: given, bytes }] of files.entries()) {
      const name = basename(given) || 'report.txt'
      if (formatOf(name) === null) {
        unread.push(notRead(name))
        continue
      }
      // A folder each: two files may have one name.
      await mkdir(join(folder, `${i}`))
      await writeFile(join(folder, `${i}`, name), bytes)
    }
    const { reports, diagnostics } = await gather([folder])
    const dropped = <T extends { readonly file?: string | undefined }>(one: T): T =>
      one.file?.startsWith(folder) ? { ...one, file: basename(one.file) } : one
    return { reports: reports.map(dropped), diagnostics: [...unread, ...diagnostics.map(dropped)] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const notRead = (name: string): Diagnostic => ({
  code: 'ingest/other-format',
  severity: 'warning',
  file: name,
  message: 'its format is not read; it was left out: save it as text or as a web page',
})
