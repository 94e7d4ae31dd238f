/**
 * Web pages: the main text, and what the page says of itself.
 *
 * Readability (a maintained extractor) finds the article; `trim.ts` cuts off what it
 * takes too much of; `density.ts` stands in where it finds too little. No script is
 * run and nothing is fetched. Never throws: a page that breaks the parser is read as bare text.
 */
import { Readability } from '@mozilla/readability'
import { LIMITS } from '../limits.ts'
import { clip, type Fields } from '../report.ts'
import { parsePage } from './dom.ts'
import { metaOf } from './meta.ts'
import { strip, textOf } from './text.ts'

/** What was read of a page. `how`: the article was found, or all that is visible was taken. */
export interface Page {
  readonly text: string
  readonly how: 'article' | 'visible'
  /** title, publisher, published, author, url as far as the page gives them. */
  readonly fields: Fields
}

/** Elements past this number are too many for an extractor that visits each many times. */
const MOST_ELEMENTS = 60_000

/** Read a page. Linear but for Readability, which is bounded by the number of elements. */
export function readPage(html: string): Page {
  const source = clip(html, LIMITS.page)
  try {
    const document = parsePage(source)
    const fields = metaOf(document)
    const article = new Readability(document, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 250 }).parse()
    const content = article?.content ? parsePage(article.content) : null
    const text = content ? textOf(content.body ?? content.documentElement) : ''
    if (text.trim()) return { text, how: 'article', fields }
    return { text: strip(source), how: 'visible', fields }
  } catch {
    return { text: strip(source), how: 'visible', fields: {} }
  }
}

/** The charset that a page's first bytes declare. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1]
}
