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

/** Parse a page. Throws `RangeError` when it nests too deep; the caller reads it as bare text then. */
export function parsePage(html: string): PageDocument {
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
