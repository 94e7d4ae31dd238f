/**
 * What a reading follows from besides its report: the code that reads, its tables and weights, and the runtime. In one hash;
 * and in another what a picture follows from besides its readings.
 *
 *     src/read/times.ts    4,120 bytes, written then, changed then ┐
 *     data/landmarks.tsv   …                                       ├─▶ 5f0c…
 *     Node 24.21.0, x64                                            ┘
 *
 * Files are told apart by name, size and the times at which they were last written and last changed, not by what is in
 * them: that costs a few milliseconds instead of a fifth of a second. The time of change is the file system's own and can
 * be set by nobody, so what was put back, or came out of a package with a date of its own, counts as changed. A copy of the
 * program therefore starts anew, and nothing is ever taken for unchanged that is not.
 */
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { HOME } from './home.ts'
import { once } from './once.ts'

/** The sources, or what was compiled from them. */
const OWN = new URL('../', import.meta.url)

/** The folders of the code that a thread which reads may load. A test follows its imports. */
export const READING = ['model', 'language', 'knowledge', 'read', 'ingest', 'engine'] as const
/** Those of the code that makes a picture of readings. */
export const RECONCILING = ['relate', 'reconcile'] as const

/** The digest of all that readings follow from, as it was when first asked for. */
export const readingDigest = once(() =>
  digestOf([
    new URL('package.json', HOME),
    ...READING.map((name) => new URL(`${name}/`, OWN)),
    new URL('data/', HOME),
    new URL('models/', HOME),
  ]),
)

/** The digest of all that pictures follow from. */
export const pictureDigest = once(
  () => `${readingDigest().slice(0, 8)}${digestOf(RECONCILING.map((name) => new URL(`${name}/`, OWN))).slice(0, 8)}`,
)

/** Files and folders (their addresses end in "/") with all that lies in them, as 16 hex digits that change whenever one does. */
export function digestOf(parts: readonly URL[]): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`)
  const add = (part: URL, name: string): void => {
    const { size, mtimeMs, ctimeMs } = statSync(part)
    hash.update(`${name} ${size} ${mtimeMs} ${ctimeMs}\n`)
  }
  // Node's own way through all folders at once costs ten times as much.
  const walk = (folder: URL, name: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) walk(new URL(`${entry.name}/`, folder), `${name}${entry.name}/`)
      else add(new URL(entry.name, folder), `${name}${entry.name}`)
  }
  for (const [i, part] of parts.entries())
    if (part.pathname.endsWith('/')) walk(part, `${i}/`)
    else add(part, `${i}`)
  return hash.digest('hex').slice(0, 16)
}
