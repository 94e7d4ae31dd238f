/** Files packed with zstd, opened whole. */
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'

/** The contents of a packed file, in one piece of memory: put together from chunks it would be there twice for a while. */
export function readPacked(file: URL): Buffer {
  const packed = readFileSync(file)
  return zstdDecompressSync(packed, { chunkSize: (contentSize(packed) ?? 1 << 22) + 1 })
}

/** Bytes before packing, as the frame's header tells (RFC 8878, 3.1.1.1); null when it does not. */
function contentSize(frame: Buffer): number | null {
  const descriptor = frame[4] ?? 0
  const single = (descriptor >> 5) & 1
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!
  if (descriptor >> 6 === 2) return frame.readUInt32LE(at)
  return descriptor >> 6 === 1 ? frame.readUInt16LE(at) + 256 : null
}
