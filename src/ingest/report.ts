/**
 * Fields to `Report`: one place that decides ids, dates and what is too little or too much text.
 * Fields come from a JSONL line, a manifest entry, front matter or a page; the first that has one wins.
 */
import { createHash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Day, Report } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { publishedFrom } from './dates.ts'
import { notEnglish } from './language.ts'
import { LIMITS } from './limits.ts'

/** What a source says of a report, unchecked. */
export type Fields = Readonly<Record<string, unknown>>

/** One thing that loading yields. `main`: where the main text of a web page stands in the report's text. */
export type Loaded = { readonly report: Report; readonly main?: Span } | { readonly diagnostic: Diagnostic }

/** Where a report comes from, for its diagnostics: the file, and the line in it where there are many. */
export interface Where {
  readonly file: string
  readonly line?: number
}

/** 16 hex digits that depend on url and text alone. */
const hashOf = (url: string, text: string): string =>
  createHash('sha256').update(`${url}\n${text}`).digest('hex').slice(0, 16)

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim().slice(0, 2000) : undefined

/** A maker of reports that remembers which ids it gave. `today` is the day after which a date lies in the future. */
export function reportMaker(
  today: Day,
): (text: string, sources: readonly Fields[], where: Where, name?: string) => Loaded[] {
  const seen = new Map<string, string>()
  return (text, sources, where, name) => {
    const out: Loaded[] = []
    const note = (code: string, severity: Diagnostic['severity'], message: string, report?: string): void => {
      const at = where.line === undefined ? message : `line ${where.line}: ${message}`
      out.push({
        diagnostic: { code, severity, file: where.file, message: at, ...(report === undefined ? {} : { report }) },
      })
    }
    const field = (key: string): unknown =>
      sources.find((fields) => fields[key] !== undefined && fields[key] !== null)?.[key]
    if (!text.trim()) {
      note('ingest/empty', 'warning', 'there is no text in it; it was left out')
      return out
    }
    if (!/[\p{L}\p{N}]/u.test(text)) {
      note('ingest/empty', 'warning', 'there are no words in it; it was left out')
      return out
    }
    let body = text
    if (body.length > LIMITS.characters) {
      body = clip(body, LIMITS.characters)
      note(
        'ingest/too-long',
        'warning',
        `the text is longer than ${LIMITS.characters} characters; its beginning was read`,
      )
    }
    const url = word(field('url'))
    const hash = hashOf(url ?? '', body)
    const givenId = field('id')
    let id = typeof givenId === 'number' ? String(givenId) : (word(givenId) ?? name ?? hash)
    const twin = seen.get(id)
    if (twin === hash) {
      note(
        'ingest/duplicate-id',
        'warning',
        `a report with the id "${id}" and the same text was read before; this one was left out`,
        id,
      )
      return out
    }
    if (twin !== undefined) {
      const taken = id
      for (let n = 6; seen.has(id); n++) id = `${taken}~${n <= 16 ? hash.slice(0, n) : `${hash}-${n}`}`
      note('ingest/duplicate-id', 'warning', `another report has the id "${taken}"; this one was read as "${id}"`, id)
    }
    seen.set(id, hash)
    const date = field('published') ?? field('date')
    const { published, problem } = publishedFrom(date, today, word(field('basis')))
    if (problem === 'ingest/bad-date')
      note(problem, 'warning', `the date ${JSON.stringify(date)} could not be read; the report counts as undated`, id)
    if (problem === 'ingest/future-date')
      note(problem, 'warning', `the date ${published.date} lies in the future; it was kept and marked as doubtful`, id)
    if (notEnglish(body))
      note('ingest/language', 'warning', 'the text does not read as English; little or nothing will be found in it', id)
    const report: Report = {
      id,
      text: body,
      published,
      ...present({
        title: word(field('title')),
        publisher: word(field('publisher')),
        url,
        author: word(field('author')),
        file: where.file === '-' ? undefined : where.file,
      }),
    }
    out.push({ report })
    return out
  }
}

/** The first `most` characters, without half a surrogate pair at the end. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}

function present<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string
  }
}
