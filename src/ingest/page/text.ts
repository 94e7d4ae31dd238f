/** A tree to text: one paragraph a block, white space as a browser shows it. `strip` does the same for markup that no parser took. */

import type { PageNode } from './dom.ts'

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/
const SILENT =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|SVG|CANVAS|AUDIO|VIDEO|BUTTON|SELECT|TEXTAREA|INPUT|HEAD)$/i

/** The text of an element, paragraphs parted by an empty line. */
export function textOf(root: PageNode): string {
  const paragraphs: string[] = []
  let open = ''
  const close = (): void => {
    const words = open
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    if (words) paragraphs.push(words)
    open = ''
  }
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) open += (node.nodeValue ?? '').replace(/\s+/g, ' ')
    else if (node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11) {
      if (SILENT.test(node.nodeName)) return
      if (node.nodeName === 'BR') open += '\n'
      const block = BLOCK.test(node.nodeName)
      if (block) close()
      for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
      if (block) close()
    }
  }
  visit(root)
  close()
  return paragraphs.join('\n\n')
}

/** The text between tags, for a page that could not be parsed. Linear; entities of the common kind only. */
export function strip(html: string): string {
  const out: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      out.push(html.slice(at))
      break
    }
    out.push(html.slice(at, open))
    const hidden = /^<(script|style|noscript|template|head|svg)\b|^<!--/i.exec(html.slice(open, open + 12))
    const closing = hidden ? (hidden[1] ? `</${hidden[1].toLowerCase()}` : '-->') : null
    const from = closing ? indexOfLower(html, closing, open + 1) : open
    const end = from < 0 ? -1 : closing === '-->' ? from + 2 : html.indexOf('>', from)
    if (end < 0) break
    if (
      /^<\/?(?:p|div|br|li|h\d|tr|td|article|section|blockquote|figure|ul|ol|table)\b/i.test(
        html.slice(open, open + 12),
      )
    )
      out.push('\n')
    at = end + 1
  }
  return decodeEntities(out.join(' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n\n')
    .trim()
}

function indexOfLower(html: string, lower: string, from: number): number {
  const plain = html.indexOf(lower, from)
  const upper = html.indexOf(lower.toUpperCase(), from)
  return plain < 0 ? upper : upper < 0 ? plain : Math.min(plain, upper)
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd'
    return ENTITIES[name] ?? all
  })
