/**
 * A page as a tree that no script touches: linkedom, behind a guard against depth.
 * The interfaces name the few parts of the DOM that reading a page needs.
 */
import { parseHTML } from 'linkedom'

export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

export interface PageElement extends PageNode {
  readonly children: Iterable<PageElement> & { readonly length: number }
  readonly parentElement: PageElement | null
  readonly previousElementSibling: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export interface PageDocument extends PageNode {
  readonly title: string
  readonly body: PageElement | null
  readonly documentElement: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Deeper nesting than any honest page has; the extractor's recursion must end before the stack does. */
const DEEPEST = 400

/** More tags than an extractor that visits each many times can take, and a tag longer than any that carries a picture. */
const MOST_TAGS = 60_000
const LONGEST_TAG = 200_000

/** Would the parser choke on it? Counts marks and opening tags, and measures these; linear. */
function isHostile(html: string): boolean {
  let tags = 0
  let marks = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++marks > MOST_TAGS * 2) return true
    if (!/[a-z]/i.test(html[at + 1] ?? '')) continue
    if (++tags > MOST_TAGS) return true
    const end = html.indexOf('>', at)
    if ((end < 0 ? html.length : end) - at > LONGEST_TAG) return true
    if (end < 0) return false
  }
  return false
}

/** Parse a page. Throws `RangeError` when it nests too deep; the caller reads it as bare text then. */
export function parsePage(html: string): PageDocument {
  if (isHostile(html)) throw new RangeError('The page has more tags, or longer ones, than any honest page')
  const whole = /<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<html><body>${html}</body></html>`
  const document: PageDocument = parseHTML(whole).document
  let depth = 0
  for (let node: PageNode | null = document.documentElement; node; ) {
    if (depth > DEEPEST) throw new RangeError(`The page nests deeper than ${DEEPEST} elements`)
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node?.nextSibling ?? null
  }
  return document
}
