/**
 * A tree to blocks: one paragraph, heading, list item or cell each, white space as a browser shows it.
 *
 *     <h2>Focus</h2><p>Water <a>fell</a>.</p>   ─▶   {tag: 'H2', text: 'Focus'}, {tag: 'P', text: 'Water fell.', links: 4}
 *
 * Iterative: depth costs no stack. A table's row is one block, so that its cells stay together.
 */
import type { PageElement, PageNode } from './dom.ts'

/** An element above a block: its tag, class and id, and how many characters stand in it. */
export interface Holder {
  readonly names: string
  readonly size: number
}

/** A block of a page. `links`: characters inside links. `path`: what it stands in, outermost first. */
export interface Block {
  readonly text: string
  readonly tag: string
  readonly links: number
  readonly path: readonly Holder[]
}

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TFOOT|THEAD|TR|UL)$/
const SILENT =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|SVG|CANVAS|AUDIO|VIDEO|BUTTON|SELECT|TEXTAREA|INPUT|HEAD|MATH)$/i

/** The blocks under an element, in text order, none empty. */
export function blocksOf(root: PageNode): Block[] {
  const blocks: Block[] = []
  let text = ''
  let links = 0
  let inLink = 0
  const stack: { tag: string; names: string; size: number }[] = []
  const close = (): void => {
    const words = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    if (words) {
      const tag = stack.findLast((it) => BLOCK.test(it.tag))?.tag ?? 'BODY'
      blocks.push({ text: words, tag, links: Math.min(links, words.length), path: [...stack] })
      for (const holder of stack) holder.size += words.length
    }
    text = ''
    links = 0
  }
  const enter = (node: PageNode): boolean => {
    if (node.nodeType === 3) {
      const words = (node.nodeValue ?? '').replace(/\s+/g, ' ')
      text += words
      if (inLink) links += words.trim().length
      return false
    }
    if (node.nodeType !== 1 || SILENT.test(node.nodeName) || isHidden(node as PageElement)) return false
    if (node.nodeName === 'BR') text += '\n'
    if (/^T[DH]$/.test(node.nodeName)) text += ' '
    if (BLOCK.test(node.nodeName)) close()
    if (node.nodeName === 'A') inLink++
    const element = node as PageElement
    const names = `${node.nodeName} ${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    stack.push({ tag: node.nodeName, names, size: 0 })
    return true
  }
  const leave = (node: PageNode): void => {
    if (BLOCK.test(node.nodeName)) close()
    if (node.nodeName === 'A') inLink--
    stack.pop()
  }
  for (let node: PageNode | null = root; node; ) {
    const entered = enter(node)
    if (entered && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (entered) leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  close()
  return blocks
}

const UNSEEN = /(?:^|[\s_-])(?:rollover|tooltip|popover|screen-reader|visually-hidden|sr-only)(?=$|[\s_-])/i

const isHidden = (element: PageElement): boolean =>
  element.getAttribute('hidden') !== null ||
  UNSEEN.test(element.getAttribute('class') ?? '') ||
  /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
