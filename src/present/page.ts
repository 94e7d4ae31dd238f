/**
 * The page: a picture and the texts it rests on, as data inside one HTML file.
 *
 * The browser app is built elsewhere (`web/`); this file only says what data it
 * gets and puts that data in safely: no text of a report can end the script it
 * stands in or be read as markup.
 */

import type { Picture } from '../model/picture.ts'
import type { Reading } from '../model/reading.ts'
import type { Passage } from '../model/text.ts'
import type { EarlierWords } from './earlier.ts'
import { inPieces, jsonPieces } from './json.ts'
import type { Town } from './towns.ts'

/** A report's text and passages, for reading. `id` is that of `Picture.reports`. */
export interface PageReport {
  readonly id: string
  readonly text: string
  readonly passages: readonly Passage[]
}

/** Everything the app shows at first. */
export interface PageData {
  readonly version: 1
  /** Name of the set of reports, for the title. */
  readonly name: string
  readonly picture: Picture
  readonly reports: readonly PageReport[]
  /** Towns around its places, for bearings on the map. */
  readonly towns: readonly Town[]
}

/** What the one-file page holds: a server is asked for the earlier words apart, for they take longer than the picture. */
export interface PageFile extends PageData {
  /** What statements were called on earlier days, by id; those whose words never changed are left out. */
  readonly earlier: EarlierWords
}

/** What a set of reports is called, from the file or folder it lies in: "north-idlib.jsonl" is "North idlib". */
export function titleOfSet(file: string): string {
  const bare = file.replace(/(?<=.)\.[a-z]{2,6}$/i, '').replace(/[-_]+/g, ' ')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Gather what the app needs; `readings` may come in any order. */
export function pageData(
  name: string,
  picture: Picture,
  readings: readonly Pick<Reading, 'report' | 'passages'>[],
  towns: readonly Town[],
): PageData {
  const shown = new Set(picture.reports.map(({ id }) => id))
  const reports = readings
    .filter(({ report }) => shown.has(report.id))
    .map(({ report, passages }) => ({ id: report.id, text: report.text, passages }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { version: 1, name, picture, reports, towns }
}

const HOLE = '<script type="application/json" id="data">null</script>'

/**
 * Put the data into a built page. It is compressed (gzip, base64): a picture repeats its words ten times over, and the
 * page is meant to be mailed. `picture.json` beside it says the same in the open.
 * Throws `RangeError` when the template has no place for it.
 */
export async function page(template: string, data: PageFile): Promise<string> {
  if (!template.includes(HOLE)) throw new RangeError('The page template has no place for its data')
  // Base64 holds no "<", so nothing in it can end the script element.
  const packed = await pack(data)
  return template.replace(HOLE, () => HOLE.replace('null', () => JSON.stringify(packed)))
}

/** Anything as gzipped JSON in base64. */
export async function pack(data: PageFile): Promise<string> {
  const bytes = new Uint8Array(await through(new Blob([...inPieces(jsonOf(data))]), new CompressionStream('gzip')))
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return btoa(parts.join(''))
}

function* jsonOf({ picture, ...rest }: PageFile): Generator<string> {
  yield '{"picture":'
  yield* jsonPieces(picture)
  yield ','
  yield [...jsonPieces(rest)].join('').slice(1)
}

/** The inverse of `pack`. */
export async function unpack(packed: string): Promise<PageFile> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0))
  const json = await through(new Blob([bytes]), new DecompressionStream('gzip'))
  return JSON.parse(new TextDecoder().decode(json)) as PageFile
}

/** As many arguments as every engine takes in one call. */
const CHUNK = 8192

const through = (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<ArrayBuffer> =>
  new Response(blob.stream().pipeThrough(stream)).arrayBuffer()
