/** Words as runs of letters and digits of any script: where they stand, found in one pass over the characters. */

const OTHER = /[\p{L}\p{N}]/u

/** Character classes of ASCII: 1 for letters and digits. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0))

/** Start and end of each word, one after the other. */
export function wordSpans(text: string): number[] {
  const spans: number[] = []
  let start = -1
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i)
    const point = code < 128 ? code : text.codePointAt(i)!
    const inWord = code < 128 ? ASCII[code] === 1 : OTHER.test(String.fromCodePoint(point))
    if (inWord && start < 0) start = i
    else if (!inWord && start >= 0) {
      spans.push(start, i)
      start = -1
    }
    i += point > 0xffff ? 2 : 1
  }
  if (start >= 0) spans.push(start, text.length)
  return spans
}
