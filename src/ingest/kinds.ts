/** What a file is that holds text in a form that is not read here: told by its first bytes, whatever its name. */

/** First bytes, what they say the file is, and what to do with it. */
const KINDS: readonly (readonly [bytes: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF', 'save its text first'],
  ['{\\rtf', 'an RTF document', 'save it as text first'],
  ['PK\x03\x04', 'a ZIP archive or an office document', 'unpack it, or save it as text first'],
  ['\xd0\xcf\x11\xe0', 'an old office document', 'save it as text first'],
  ['\x1f\x8b', 'packed with gzip', 'unpack it first'],
]

/** What the file is and what to do with it; null when it may be text. */
export function unreadKind(bytes: Uint8Array): { readonly what: string; readonly advice: string } | null {
  const first = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const found = KINDS.find(([start]) => first.startsWith(start))
  return found ? { what: found[1], advice: found[2] } : null
}

/** Formats of documents and tables, by the ends of names: what people keep reports in, so that leaving one out is said. */
export const UNREAD: ReadonlySet<string> = new Set(
  '.pdf .doc .docx .odt .rtf .epub .pages .csv .xls .xlsx .ods .zip .gz .eml .msg .mht .mhtml .xml'.split(' '),
)
