/**
 * Loads reports from files, folders and JSONL streams.
 *
 *     for await (const item of load(['leads/', '-'])) 'report' in item ? … : item.diagnostic
 *
 * One report in memory at a time, in a fixed order: paths as given, folders by name.
 * Never throws for an input: what cannot be read becomes a diagnostic that names the
 * file and says what was done, and the rest is read. A report's id is the one given
 * (JSONL, manifest, front matter), else the name of its own file, else a hash of url and text.
 */
import { dirname, join } from 'node:path'
import type { Day } from '../model/report.ts'
import { type Found, files, MANIFEST } from './files.ts'
import { fromFile, fromLines } from './formats.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { type Fields, type Loaded, reportMaker } from './report.ts'

/** How far loading has come. Bytes; `total` is null while standard input is read. */
export interface Progress {
  readonly file: string
  readonly reports: number
  readonly done: number
  readonly total: number | null
}

export interface LoadOptions {
  /** Called for every report. */
  readonly onLoad?: (progress: Progress) => void
  /** What `-` reads; standard input unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** The day after which a publication date lies in the future; this machine's today unless given. */
  readonly today?: Day
}

/** Load everything under `paths`, one item at a time. */
export async function* load(paths: readonly string[], options: LoadOptions = {}): AsyncGenerator<Loaded> {
  const make = reportMaker(options.today ?? new Date().toISOString().slice(0, 10))
  const found: (Found | '-')[] = []
  const seen = new Set<string>()
  for (const path of paths)
    if (path === '-') found.push('-')
    else for await (const item of files([path], seen)) found.push(item)
  const total = found.includes('-')
    ? null
    : found.reduce((sum, it) => sum + (it !== '-' && 'size' in it ? it.size : 0), 0)
  const manifests = new Map<string, Manifest>()
  const walked: Manifest[] = []
  let reports = 0
  let done = 0
  const open = async function* (path: string): AsyncGenerator<Loaded> {
    const { manifest, diagnostics } = await readManifest(path)
    if (manifest) manifests.set(dirname(path), manifest)
    for (const diagnostic of diagnostics) yield { diagnostic }
  }
  for (const item of found) {
    if (item !== '-' && 'diagnostic' in item) yield item
    else if (item !== '-' && 'manifest' in item) {
      yield* open(item.manifest)
      const manifest = manifests.get(dirname(item.manifest))
      if (manifest) walked.push(manifest)
    } else {
      const file = item === '-' ? '-' : item.path
      if (item !== '-' && item.named && !manifests.has(dirname(file))) yield* open(join(dirname(file), MANIFEST))
      const source =
        item === '-'
          ? fromLines(options.stdin ?? process.stdin, '-', make)
          : fromFile(item, entryOf(file, manifests), make)
      for await (const loaded of source) {
        if ('report' in loaded) options.onLoad?.({ file, reports: ++reports, done, total })
        yield loaded
      }
      if (item !== '-') done += item.size
    }
  }
  for (const manifest of walked) for (const diagnostic of manifest.unused()) yield { diagnostic }
}

/** What the manifests say of a file: its own folder's first, then those of the folders above. */
function entryOf(file: string, manifests: ReadonlyMap<string, Manifest>): Fields | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const entry = manifests.get(folder)?.entryOf(file)
    if (entry || folder === dirname(folder)) return entry
  }
}
