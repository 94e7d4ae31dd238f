/**
 * Web pages: the main text, its captions and credits, and what the page says of itself.
 *
 * Readability (a maintained extractor) finds the article; `trim.ts` cuts off what it
 * takes too much of; `density.ts` stands in where it finds nothing. No script is run
 * and nothing is fetched. Never throws: a page that breaks the parser is read as bare text.
 */
import { Readability } from '@mozilla/readability'
import { CAPTION_OPENING, PHOTO_CREDIT } from '../../read/passages/cues.ts'
import { LIMITS } from '../limits.ts'
import { clip, type Fields } from '../report.ts'
import { blocksOf } from './blocks.ts'
import { densest } from './density.ts'
import { type PageDocument, parsePage } from './dom.ts'
import { articleBody, metaOf } from './meta.ts'
import { strip } from './text.ts'
import { trim } from './trim.ts'

/** What was read of a page. `how`: the article was found, or all that is visible was taken. */
export interface Page {
  /** Main text, paragraphs parted by an empty line. */
  readonly text: string
  /** The deck under the headline. */
  readonly before: readonly string[]
  /** Captions and credit lines of the article, one paragraph each. */
  readonly after: readonly string[]
  readonly how: 'article' | 'visible'
  /** title, publisher, published, author, url as far as the page gives them. */
  readonly fields: Fields
}

/** Elements past this number are too many for an extractor that visits each many times. */
const MOST_ELEMENTS = 20_000
const LONGEST_TITLE = 2000
/** An article shorter than this is doubted, and the page's own markup of it asked. */
const SHORT = 250

/** Read a page. Linear but for Readability, which is bounded by the number of elements. */
export function readPage(html: string): Page {
  const source = clip(html, LIMITS.page)
  let fields: Fields = {}
  try {
    const document = parsePage(source)
    fields = metaOf(document)
    const own = articleBody(document)
    shortenTitle(document)
    const options = { maxElemsToParse: MOST_ELEMENTS, charThreshold: SHORT, keepClasses: true }
    const content = new Readability(document, options).parse()?.content
    const blocks = content ? blocksOf(parsePage(content).documentElement) : densest(parsePage(source))
    const { deck, main, captions, credits } = trim(blocks, typeof fields.title === 'string' ? fields.title : '')
    const found = main.join('\n\n')
    const text = found.length < SHORT && own.length > found.length * 2 ? own : found
    if (text) return { text, before: deck, after: [...captions.map(labelled), ...credits], how: 'article', fields }
  } catch {
    // Too deep, too many elements, or markup that breaks the parser: the words are still there.
  }
  return { text: strip(source, LIMITS.characters), before: [], after: [], how: 'visible', fields }
}

/** A title that is longer than any headline, cut: the extractor tries each of its dashes and bars. */
function shortenTitle(document: PageDocument): void {
  if (document.title.length > LONGEST_TITLE) document.title = document.title.slice(0, LONGEST_TITLE)
}

/** A caption that its words alone would not show to be one. */
const labelled = (caption: string): string =>
  CAPTION_OPENING.test(caption) || PHOTO_CREDIT.test(caption.slice(-200)) ? caption : `Image: ${caption}`

/** The charset that a page's first bytes declare. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1]
}
