/** The words between tags, for markup that no parser took or that holds no article. Linear; knows the commonest entities only. */

/** All visible text of some markup: scripts, styles and comments left out, block tags as line breaks. */
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
    const end = endOf(html, open)
    if (end < 0) break
    const name = html.slice(open, open + 12)
    if (/^<\/?(?:p|div|br|li|h\d|tr|td|article|section|blockquote|figure|ul|ol|table)\b/i.test(name)) out.push('\n')
    at = end + 1
  }
  return decodeEntities(out.join(' '))
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n')
}

/** Where the tag at `open` ends, with all it hides; -1 when it never does. */
function endOf(html: string, open: number): number {
  const hidden = /^<(script|style|noscript|template|head|svg)\b/i.exec(html.slice(open, open + 12))?.[1]
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open)
    return close < 0 ? -1 : close + 2
  }
  if (!hidden) return html.indexOf('>', open)
  const lower = html.indexOf(`</${hidden.toLowerCase()}`, open)
  const close = lower < 0 ? html.indexOf(`</${hidden.toUpperCase()}`, open) : lower
  return close < 0 ? -1 : html.indexOf('>', close)
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
    if (code === null) return ENTITIES[name] ?? all
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd'
  })
