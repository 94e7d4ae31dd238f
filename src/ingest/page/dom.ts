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
  title: string
  readonly body: PageElement | null
  readonly documentElement: PageElement
  normalize(): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Deeper nesting than any honest page has (news pages: up to 51); an extractor that climbs from each element must end. */
const DEEPEST = 150

/** More tags than an extractor that visits each many times can take; the largest of 89 news pages has 1,700. */
const MOST_TAGS = 20_000
/** A tag longer than any that carries a picture, and more attributes than any has (news pages: up to 125). */
const LONGEST_TAG = 200_000
const MOST_ATTRIBUTES = 400
/** The parser makes a node of every entity; news pages have up to 4,200. */
const MOST_ENTITIES = 50_000

/** Would the parser choke on it? Counts entities, marks and opening tags, and measures these; linear. */
function isHostile(html: string): boolean {
  let tags = 0
  let marks = 0
  let entities = 0
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) if (++entities > MOST_ENTITIES) return true
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++marks > MOST_TAGS * 3) return true
    if (!/[a-z]/i.test(html[at + 1] ?? '')) continue
    if (++tags > MOST_TAGS) return true
    const close = html.indexOf('>', at)
    const end = close < 0 ? html.length : close
    if (end - at > LONGEST_TAG) return true
    if (end - at > MOST_ATTRIBUTES * 2 && attributesIn(html.slice(at, end)) > MOST_ATTRIBUTES) return true
    if (close < 0) return false
    const raw = /^<(script|style)[\s/>]/i.exec(html.slice(at, at + 8))?.[1]
    if (raw) {
      at = endOf(html, raw, close)
      if (at < 0) return false
    }
  }
  return false
}

/** Where a script or style sheet ends, -1 when it does not: "a<b" within it is no tag. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}

/** Attributes of a tag, its quoted values left out of account. */
const attributesIn = (tag: string): number => tag.replace(/"[^"]*"|'[^']*'/g, '').split(/\s+/).length - 1

/** Parse a page. Throws `RangeError` when it nests too deep; the caller reads it as bare text then. */
export function parsePage(html: string): PageDocument {
  if (isHostile(html)) throw new RangeError('The page has more tags, or longer ones, than any honest page')
  const whole = /<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<html><body>${html}</body></html>`
  const document: PageDocument = parseHTML(whole).document
  // One text where the parser made one of each entity: the extractor lists all children each time it visits one.
  document.normalize()
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
