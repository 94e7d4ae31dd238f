/** The files under the paths a user names: folders are walked in name order, each file once. Reads no contents. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { UNREAD } from './kinds.ts'

/** The file in which a folder says what its texts do not. */
export const MANIFEST = 'reports.json'

/** What `recount read --out` writes; a folder that holds all of them holds a picture. */
export const OUTPUT: readonly string[] = ['claims.jsonl', 'picture.json', 'index.html']

/** What a file is read as. */
export type Format = 'text' | 'markdown' | 'html' | 'jsonl'

const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
}

/** A file to read, a manifest met on the way, or what is wrong with a path. `named`: by the user, not found by walking. Size in bytes. */
export type Found =
  | { readonly path: string; readonly format: Format; readonly named: boolean; readonly size: number }
  | { readonly manifest: string }
  | { readonly diagnostic: Diagnostic }

/** The format that a name tells, or null. */
export const formatOf = (path: string): Format | null => FORMATS[extname(path).toLowerCase()] ?? null

/** Walk the paths in the order given. In folders only files of known formats count; a file that is named is read whatever its name. */
export async function* files(paths: readonly string[], seen = new Set<string>()): AsyncGenerator<Found> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found) yield { diagnostic: missing(path) }
    else if (found.isDirectory()) {
      const unread = new Map<string, number>()
      yield* walk(path, seen, unread)
      if (unread.size > 0) yield { diagnostic: leftOut(path, unread) }
    } else if (await fresh(path, seen)) yield { path, format: formatOf(path) ?? 'text', named: true, size: found.size }
  }
}

/** One folder and those in it. What holds text in a format that is not read is counted in `unread`, by the ends of names. */
async function* walk(folder: string, seen: Set<string>, unread: Map<string, number>): AsyncGenerator<Found> {
  if (!(await fresh(folder, seen))) return
  let names: string[]
  try {
    names = (await readdir(folder)).sort()
  } catch {
    yield {
      diagnostic: {
        code: 'ingest/unreadable',
        severity: 'error',
        file: folder,
        message: 'the folder could not be opened; it was left out',
      },
    }
    return
  }
  // A picture written into the folder that it is of is no report.
  if (OUTPUT.every((name) => names.includes(name))) names = names.filter((name) => !OUTPUT.includes(name))
  if (names.includes(MANIFEST)) yield { manifest: join(folder, MANIFEST) }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    const format = formatOf(path)
    if (found?.isDirectory()) yield* walk(path, seen, unread)
    else if (format === null) {
      const end = extname(path).toLowerCase()
      if (UNREAD.has(end)) unread.set(end, (unread.get(end) ?? 0) + 1)
    } else if (!found) yield { diagnostic: missing(path) }
    else if (found.isFile() && (await fresh(path, seen))) yield { path, format, named: false, size: found.size }
  }
}

/** False when the path leads to something already walked (a link back up, a file named twice). */
async function fresh(path: string, seen: Set<string>): Promise<boolean> {
  const real = await realpath(path).catch(() => path)
  if (seen.has(real)) return false
  seen.add(real)
  return true
}

function leftOut(folder: string, unread: ReadonlyMap<string, number>): Diagnostic {
  const counts = Array.from(unread, ([end, count]) => `${count} ${end}`).toSorted()
  const message = `files in formats that are not read were left out (${counts.join(', ')}): save them as text or as web pages`
  return { code: 'ingest/other-format', severity: 'warning', file: folder, message }
}

const missing = (path: string): Diagnostic => ({
  code: 'ingest/missing-file',
  severity: 'error',
  file: path,
  message: 'there is no such file or folder',
})
