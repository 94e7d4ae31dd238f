/** Packed files (zstd, or brotli: .br), opened whole; ahead of their use where there is something else to do meanwhile. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress, brotliDecompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'

/** What has been opened ahead; null before, and once it has been read. */
const opened = new Map<string, Buffer | null>()

/** The contents of a packed file. */
export function readPacked(file: URL): Buffer {
  const ready = opened.get(file.href)
  opened.set(file.href, null)
  if (ready) return ready
  const packed = readFileSync(file)
  return isBrotli(file) ? brotliDecompressSync(packed) : zstdDecompressSync(packed, { chunkSize: room(packed) })
}

/** The world's places, as packed by `scripts/build-gazetteer.ts`. */
export const GAZETTEER = 'data/gazetteer/world.bin.zst'

/** The largest files that a reading needs, the slowest to open first; the rest cost nothing to speak of. */
const LARGEST = [
  'models/parser.zst',
  GAZETTEER,
  'models/names.zst',
  'models/tagger.zst',
  'models/vectors.zst',
  'models/clusters.zst',
  'models/claims.br',
  'models/who.br',
  'models/segment.zst',
]

/**
 * Open files on the runtime's own threads, each once, the largest unless others are named. To be awaited before they are
 * read. One that cannot be opened is left to `readPacked`, which says why.
 */
export async function openAhead(home: URL, names: readonly string[] = LARGEST): Promise<void> {
  const files = names.map((name) => new URL(name, home)).filter(({ href }) => !opened.has(href))
  for (const { href } of files) opened.set(href, null)
  await Promise.allSettled(
    files.map(async (file) => {
      const packed = await readFile(file)
      const contents = isBrotli(file)
        ? await promisify(brotliDecompress)(packed)
        : await promisify(zstdDecompress)(packed, { chunkSize: room(packed) })
      opened.set(file.href, contents)
    }),
  )
}

const isBrotli = ({ pathname }: URL): boolean => pathname.endsWith('.br')

/** In one piece of memory: put together from chunks it would be there twice for a while. */
const room = (packed: Buffer): number => (contentSize(packed) ?? 1 << 22) + 1

/** Bytes before packing, as the frame's header tells (RFC 8878, 3.1.1.1); null when it does not. */
function contentSize(frame: Buffer): number | null {
  const descriptor = frame[4] ?? 0
  const single = (descriptor >> 5) & 1
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!
  if (descriptor >> 6 === 2) return frame.readUInt32LE(at)
  return descriptor >> 6 === 1 ? frame.readUInt16LE(at) + 256 : null
}
