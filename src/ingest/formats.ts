/**
 * One reader a format: bytes of a file or lines of a stream to reports. Each ends in `reportMaker`,
 * which checks the fields. What only some formats need is loaded when the first such file comes.
 */
import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { decode } from './decode.ts'
import type { Format } from './files.ts'
import { unreadKind } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { lines } from './lines.ts'
import { plain } from './markdown.ts'
import type { Fields, Loaded, reportMaker } from './report.ts'

type Make = ReturnType<typeof reportMaker>

/** Reading of web pages: a quarter of the time to start, and many never need it. */
const pages = () => import('./page/index.ts')

/** Lines that are no reports are listed one by one up to this many a file, then counted. */
const BAD_LINES = 20

/** The reports of one file; `entry` is what a manifest says of it. */
export async function* fromFile(
  { path, format, size }: { readonly path: string; readonly format: Format; readonly size: number },
  entry: Fields | undefined,
  make: Make,
): AsyncGenerator<Loaded> {
  const note = (code: string, severity: Diagnostic['severity'], message: string): Loaded => ({
    diagnostic: { code, severity, file: path, message },
  })
  if (format === 'jsonl') {
    try {
      yield* fromLines(createReadStream(path), path, make)
    } catch (error) {
      yield note(
        'ingest/unreadable',
        'error',
        `the file could not be read (${reasonOf(error)}); the rest of it was left out`,
      )
    }
    return
  }
  let bytes: Buffer
  try {
    bytes = await head(path, LIMITS.bytes + 1, size)
  } catch (error) {
    yield note('ingest/unreadable', 'error', `the file could not be opened (${reasonOf(error)}); it was left out`)
    return
  }
  const cut = bytes.length > LIMITS.bytes
  if (cut) {
    bytes = bytes.subarray(0, LIMITS.bytes)
    yield note('ingest/too-long', 'warning', `the file is larger than ${LIMITS.bytes / 1e6} MB; its beginning was read`)
  }
  const kind = unreadKind(bytes)
  if (kind) {
    yield note('ingest/binary', 'error', `the file is ${kind.what}; it was left out: ${kind.advice}`)
    return
  }
  const { text, encoding, lossy } = decode(bytes, {
    cut,
    declared: format === 'html' ? (await pages()).declaredCharset(bytes) : undefined,
  })
  if (text === null) {
    yield note('ingest/binary', 'error', 'the file holds no text but binary data; it was left out')
    return
  }
  if (lossy) yield note('ingest/encoding', 'warning', `some bytes are not ${encoding}; they were read as "\ufffd"`)
  else if (encoding !== 'UTF-8') yield note('ingest/encoding', 'info', `read as ${encoding}`)
  const name = basename(path, extname(path))
  const asPage = format === 'html' || /^\ufeff?\s{0,200}<(?:!doctype html|html)\b/i.test(text.slice(0, 300))
  if (asPage) yield* fromPage(text, entry ? [entry] : [], { file: path }, make, name)
  else {
    const matter = /^\ufeff?---/.test(text) ? (await import('./frontmatter.ts')).frontMatter(text) : null
    const body = matter ? text.slice(matter.start) : text
    yield* make(format === 'markdown' ? plain(body) : body, [entry ?? {}, matter?.fields ?? {}], { file: path }, name)
  }
}

/** The reports of a JSONL stream. A line is a report, or a list of reports. */
export async function* fromLines(stream: AsyncIterable<Uint8Array>, file: string, make: Make): AsyncGenerator<Loaded> {
  let bad = 0
  const note = (line: number, message: string): Loaded[] => {
    if (++bad > BAD_LINES) return []
    return [
      {
        diagnostic: {
          code: 'ingest/bad-line',
          severity: 'error',
          file,
          message: `line ${line}: ${message}; it was left out`,
        },
      },
    ]
  }
  for await (const { number, bytes } of lines(asUtf8(stream))) {
    if (bytes === null) {
      yield* note(number, `longer than ${LIMITS.bytes / 1e6} MB`)
      continue
    }
    const source = decode(bytes)
      .text?.replace(/^\ufeff/, '')
      .trim()
    if (source === '') continue
    let rows: unknown
    try {
      rows = JSON.parse(source ?? '')
    } catch {
      yield* note(number, source === undefined ? 'binary data' : 'not JSON')
      continue
    }
    const items = Array.isArray(rows) ? rows : [rows]
    for (const [i, row] of items.entries()) {
      const which = items === rows ? `item ${i + 1} of its list: ` : ''
      if (row === null || typeof row !== 'object' || Array.isArray(row))
        yield* note(number, `${which}not an object with a text`)
      else if (typeof row.text === 'string') yield* make(row.text, [row], { file, line: number })
      else if (typeof row.html === 'string') yield* fromPage(row.html, [row], { file, line: number }, make)
      else yield* note(number, `${which}it has neither "text" nor "html"`)
    }
  }
  if (bad > BAD_LINES)
    yield {
      diagnostic: {
        code: 'ingest/bad-line',
        severity: 'error',
        file,
        message: `${bad - BAD_LINES} more lines are no reports; they were left out`,
      },
    }
}

/** The report of one web page: its deck, main text, captions and credits. */
async function* fromPage(
  html: string,
  sources: readonly Fields[],
  where: { file: string; line?: number },
  make: Make,
  name?: string,
): AsyncGenerator<Loaded> {
  const { readPage } = await pages()
  const { text, before, after, how, fields } = readPage(html)
  const at = where.line === undefined ? '' : `line ${where.line}: `
  if (html.length > LIMITS.page)
    yield {
      diagnostic: {
        code: 'ingest/too-long',
        severity: 'warning',
        file: where.file,
        message: `${at}the page has ${html.length} characters; the first ${LIMITS.page} were read`,
      },
    }
  if (how === 'visible')
    yield {
      diagnostic: {
        code: 'ingest/no-article',
        severity: 'warning',
        file: where.file,
        message: `${at}${text.trim() ? 'no article was found in the page; all its visible text was read' : 'there is no text in the page, only markup or scripts'}`,
      },
    }
  const start = before.reduce((sum, part) => sum + part.length + 2, 0)
  for (const item of make([...before, text, ...after].join('\n\n'), [...sources, fields], where, name))
    yield 'report' in item
      ? { ...item, main: { start, end: Math.min(start + text.length, item.report.text.length) } }
      : item
}

/** The first `most` bytes of a file, or all of it. Works on pipes too, whose size is 0. A buffer fits the file: thousands are small. */
async function head(path: string, most: number, size: number): Promise<Buffer> {
  const parts: Buffer[] = []
  const highWaterMark = size === 0 ? 1 << 16 : Math.min(1 << 20, size + 1)
  for await (const chunk of createReadStream(path, { end: most - 1, highWaterMark })) parts.push(chunk)
  return Buffer.concat(parts)
}

/** A stream that opens with UTF-16's mark, as UTF-8; any other as it is. */
async function* asUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined
  for await (const chunk of stream) {
    if (decoder === undefined) {
      const mark = (chunk[0] ?? 0) * 256 + (chunk[1] ?? 0)
      decoder = mark === 0xfffe ? new TextDecoder('utf-16le') : mark === 0xfeff ? new TextDecoder('utf-16be') : null
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  EIO: 'the disk has an error',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}
