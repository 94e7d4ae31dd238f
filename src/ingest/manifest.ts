/**
 * `reports.json` beside the files: what the texts do not say of themselves.
 *
 *     [{"id": "dam-1", "published": "2015-05-04", "publisher": "Harbour Post"}]
 *
 * An entry belongs to the file that `file` names (a path from the manifest), or to the
 * file whose name without extension is `id`, in the folder or below it.
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, normalize } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { decode } from './decode.ts'
import type { Fields } from './report.ts'

export interface Manifest {
  readonly path: string
  readonly entries: readonly Fields[]
  /** The entry of a file, by its path; marks it as found. */
  entryOf(file: string): Fields | undefined
  /** One diagnostic for each entry that no file has asked for. */
  unused(): Diagnostic[]
}

const MOST = 64_000_000

/** Read the manifest at `path`; null when there is none. A broken one is a diagnostic and gives nothing. */
export async function readManifest(path: string): Promise<{ manifest: Manifest | null; diagnostics: Diagnostic[] }> {
  const problem = (message: string) => ({
    manifest: null,
    diagnostics: [{ code: 'ingest/manifest', severity: 'error', file: path, message } satisfies Diagnostic],
  })
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return { manifest: null, diagnostics: [] }
  if (found.size > MOST) return problem('the manifest is larger than 64 MB; it was left out')
  let rows: unknown
  try {
    rows = JSON.parse((decode(await readFile(path)).text ?? '').replace(/^\ufeff/, ''))
  } catch (error) {
    return problem(`the manifest is not JSON (${(error as Error).message.replace(/\s+/g, ' ')}); it was left out`)
  }
  if (!Array.isArray(rows)) return problem('the manifest is not a list; it was left out')
  const entries = rows.filter((row): row is Fields => row !== null && typeof row === 'object' && !Array.isArray(row))
  const skipped = rows.length - entries.length
  const diagnostics = skipped
    ? problem(`${skipped} entries of the manifest are not objects; they were left out`).diagnostics
    : []
  return { manifest: index(path, entries), diagnostics }
}

function index(path: string, entries: readonly Fields[]): Manifest {
  const folder = dirname(path)
  const byFile = new Map<string, Fields>()
  const byId = new Map<string, Fields>()
  for (const entry of entries) {
    if (typeof entry.file === 'string') byFile.set(normalize(join(folder, entry.file)), entry)
    else if (typeof entry.id === 'string' || typeof entry.id === 'number') byId.set(String(entry.id), entry)
  }
  const used = new Set<Fields>()
  return {
    path,
    entries,
    entryOf(file) {
      const entry = byFile.get(normalize(file)) ?? byId.get(basename(file, extname(file))) ?? byId.get(basename(file))
      if (entry) used.add(entry)
      return entry
    },
    unused: () =>
      entries
        .filter((entry) => !used.has(entry))
        .map((entry) => ({
          code: 'ingest/missing-file',
          severity: 'warning',
          file: path,
          message: `the manifest names ${JSON.stringify(entry.file ?? entry.id ?? null)}, but there is no such file; the entry was left out`,
        })),
  }
}
