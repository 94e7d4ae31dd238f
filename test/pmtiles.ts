/** The smallest PMTiles archive there is: one tile of one pixel that covers the world. Version 3 of the format. */

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export function tinyTiles({ attribution = 'Test' } = {}): Uint8Array {
  const metadata = Buffer.from(JSON.stringify({ attribution }))
  // One entry: tile 0, one run, its length, at offset 0 (told as 1).
  const root = Buffer.from([1, 0, 1, PIXEL.length, 1])
  const head = Buffer.alloc(127)
  head.write('PMTiles')
  head[7] = 3
  const at = [127, root.length, 127 + root.length, metadata.length, 0, 0, 127 + root.length + metadata.length]
  for (const [i, number] of [...at, PIXEL.length, 1, 1, 1].entries()) head.writeBigUInt64LE(BigInt(number), 8 + 8 * i)
  // Clustered, nothing compressed, PNG, zoom 0 to 0, the whole world.
  head.set([1, 1, 1, 2, 0, 0], 96)
  for (const [i, degrees] of [-180, -85, 180, 85].entries()) head.writeInt32LE(degrees * 1e7, 102 + 4 * i)
  return Buffer.concat([head, root, metadata, PIXEL])
}
