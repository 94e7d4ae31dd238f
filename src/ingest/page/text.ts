/** The words between tags, for markup that no parser took or that holds no article. Linear; knows the commonest entities only. */

/**
 * All visible text of some markup: scripts, styles and comments left out, block tags as line breaks.
 * Stops once it has more than `most` characters, so that a page of millions of tags costs no more than its text.
 */
export function strip(html: string, most = Number.POSITIVE_INFINITY): string {
  const lines: string[] = []
  let line: string[] = []
  let length = 0
  const close = (): void => {
    for (const words of decodeEntities(line.join(' ')).split('\n')) {
      const bare = words.replace(/\s+/g, ' ').trim()
      if (!bare) continue
      lines.push(bare)
      length += bare.length + 2
    }
    line = []
  }
  let at = 0
  while (at < html.length && length <= most) {
    const open = html.indexOf('<', at)
    if (open !== at) line.push(html.slice(at, open < 0 ? html.length : open))
    const end = open < 0 ? -1 : endOf(html, open)
    if (end < 0) break
    if (BREAKS.test(html.slice(open, open + 12))) close()
    at = end + 1
  }
  close()
  return lines.join('\n\n')
}

const BREAKS = /^<\/?(?:p|div|br|li|h\d|tr|td|article|section|blockquote|figure|ul|ol|table)\b/i

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
