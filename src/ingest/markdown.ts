/** Markdown to reading text: marks go, words and line breaks stay. Not a renderer; what it does not know it leaves. */

/** The words of a Markdown text. Each line is handled for itself, so it is linear and cannot be led astray far. */
export function plain(markdown: string): string {
  let fenced = false
  const out: string[] = []
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced
    else if (fenced) out.push(line)
    else if (!/^\s{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$/.test(line)) out.push(line.length > 50_000 ? line : bare(line))
  }
  return out.join('\n')
}

const bare = (line: string): string =>
  line
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)+/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/!\[([^\][]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g, '$1')
    .replace(/\[([^\][]{1,500})\](?:\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)|\[[^\][]{0,200}\])/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{1,2000})\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
