/** Lines of a byte stream, decoded one at a time; a line past the limit is dropped whole and said. Memory holds one line. */
import { LIMITS } from './limits.ts'

/** A line with its number from 1; null text when it was too long to hold. */
export interface Line {
  readonly number: number
  readonly bytes: Buffer | null
}

/** The lines of a stream, without their ends. Empty lines come too, so that numbers are true. */
export async function* lines(stream: AsyncIterable<Uint8Array>, most: number = LIMITS.bytes): AsyncGenerator<Line> {
  let number = 0
  let parts: Buffer[] = []
  let length = 0
  const take = (): Line => {
    const bytes = length > most ? null : Buffer.concat(parts, length)
    parts = []
    length = 0
    return { number: ++number, bytes }
  }
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      parts.push(bytes.subarray(start, end))
      length += end - start
      yield take()
      start = end + 1
    }
    length += bytes.length - start
    if (length > most) parts = []
    else if (start < bytes.length) parts.push(Buffer.from(bytes.subarray(start)))
  }
  if (length > 0) yield take()
}
