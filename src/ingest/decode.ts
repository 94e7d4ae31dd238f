/**
 * Bytes to text: UTF-8, UTF-16 with or without its mark, and the one-byte encodings of old sites.
 *
 *     EF BB BF …      UTF-8, the mark kept as the file has it
 *     FF FE 48 00 …   UTF-16
 *     … 93 49 94 …    not UTF-8: Windows-1252 unless the letters say another
 *
 * Says when bytes are no text at all. Knows nothing of formats.
 */
import { analyse } from 'chardet'
import { decode as decodeAs, encodingExists } from 'iconv-lite'

/** The text and the encoding it was read in; `lossy` when bytes had to be replaced. Null text: binary. */
export interface Decoded {
  readonly text: string | null
  readonly encoding: string
  readonly lossy: boolean
}

const SAMPLE = 65_536

/** Decode bytes. `declared` is what the file says of itself (a page's charset), tried before guessing. `cut`: the bytes stop in mid-file. */
export function decode(
  bytes: Uint8Array,
  { declared, cut = false }: { declared?: string; cut?: boolean } = {},
): Decoded {
  const wide = utf16(bytes)
  if (wide) return as(bytes, wide)
  if (isBinary(bytes)) return { text: null, encoding: 'binary', lossy: false }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: cut })
    return { text, encoding: 'UTF-8', lossy: false }
  } catch {
    if (declared && encodingExists(declared) && !/^utf-?8$/i.test(declared)) return as(bytes, declared)
    const guess = analyse(bytes.subarray(0, SAMPLE)).find(({ name }) => encodingExists(name))
    const invalid = mostlyUtf8(bytes)
    if (invalid)
      return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'UTF-8', lossy: true }
    const western =
      !guess || guess.confidence < 60 || /^(?:ISO-8859-[1259]|ASCII|UTF-8|UTF-16.*|UTF-32.*)$/.test(guess.name)
    return as(bytes, western ? 'windows-1252' : guess.name)
  }
}

function as(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodeAs(bytes, encoding, { stripBOM: false })
  return { text, encoding: encoding === 'windows-1252' ? 'Windows-1252' : encoding, lossy: text.includes('\ufffd') }
}

/** UTF-16 by its mark, or by every other byte of the sample being zero, as in Latin text. */
function utf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const half = length / 2
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return 'UTF-16LE'
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05) return 'UTF-16BE'
  return null
}

/** More than a stray NUL, or more control characters than any text has. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  let control = 0
  let nul = 0
  for (const byte of sample) {
    if (byte === 0) nul++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 && byte !== 26)
      control++
  }
  return nul > Math.max(2, sample.length * 0.001) || control > sample.length * 0.02
}

/** A few broken bytes in a text that is otherwise UTF-8 beyond ASCII: broken UTF-8, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  const sample = bytes.subarray(0, 1_000_000)
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!
    if (byte < 0x80) continue
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let n = 0
    while (n < more && (sample[i + n + 1]! & 0xc0) === 0x80) n++
    if (more > 0 && n === more) {
      good++
      i += more
    } else bad++
  }
  return good > bad * 4
}
