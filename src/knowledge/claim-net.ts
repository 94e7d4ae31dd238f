/**
 * The small neural network that reads what a candidate of a claim means, as read from models/claims-net.zst.
 *
 *     vectors of the words around ─┐                        ┌─▶ told: one number
 *     frames that match, and their ├─▶ one hidden layer ────┤
 *     trust                       ─┘                        └─▶ of which type: one number a class
 *
 * What stands in each slot is said in read/claims/slots.ts, how it is computed in read/claims/net.ts; its card is models/claims.md.
 */
import type { Vectors } from '../language/vectors.ts'

/** Sizes and weights; `classes` are those of the claim model without "none". */
export interface ClaimNet {
  readonly vectors: Vectors
  readonly hidden: number
  readonly slots: number
  readonly classes: number
  /** Weights of the words: `[(slot * dims + i) * hidden + h]`. */
  readonly words: Float32Array
  /** Weights of the frames' trust, then of their matching: `[k * hidden + h]`. */
  readonly frames: Float32Array
  readonly bias: Float32Array
  /** Weights of the types: `[h * classes + k]`. */
  readonly types: Float32Array
  readonly typeBias: Float32Array
  readonly told: Float32Array
  readonly toldBias: number
  /** What a frame's trust and its matching say of its type, and the best trust of being told, past the hidden layer. */
  readonly direct: readonly [trust: number, match: number, told: number]
}

/** The arrays of a network in the order they lie in the file. */
const PARTS = ['words', 'frames', 'bias', 'types', 'typeBias', 'told'] as const

/** Read an uncompressed network. Throws `RangeError` when the vectors are not those it was learned with. */
export function readClaimNet(bytes: Uint8Array, vectors: Vectors): ClaimNet {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  const { hidden, slots, classes, toldBias, direct, scales, dims } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + length)),
  )
  if (dims !== vectors.dims) throw new RangeError(`The network is for vectors of ${dims} numbers, not ${vectors.dims}`)
  const sizes = {
    words: slots * dims * hidden,
    frames: 2 * classes * hidden,
    bias: hidden,
    types: hidden * classes,
    typeBias: classes,
    told: hidden,
  }
  let at = 4 + length
  const [words, frames, bias, types, typeBias, told] = PARTS.map((part) => {
    const array = new Float32Array(sizes[part])
    for (let i = 0; i < array.length; i++, at += 2) array[i] = view.getInt16(at, true) * scales[part]
    return array
  }) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array]
  return { vectors, hidden, slots, classes, words, frames, bias, types, typeBias, told, toldBias, direct }
}

/** Write a network (before compression), 16 bits a weight: the inverse of `readClaimNet` up to rounding. */
export function packClaimNet(net: ClaimNet): Uint8Array {
  const { hidden, slots, classes, toldBias, direct } = net
  const scales = Object.fromEntries(
    PARTS.map((part) => [part, net[part].reduce((max, value) => Math.max(max, Math.abs(value)), 1e-6) / 32_767]),
  )
  const header = new TextEncoder().encode(
    JSON.stringify({ hidden, slots, classes, dims: net.vectors.dims, toldBias, direct, scales }),
  )
  const bytes = new Uint8Array(4 + header.length + 2 * PARTS.reduce((sum, part) => sum + net[part].length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, header.length, true)
  bytes.set(header, 4)
  let at = 4 + header.length
  for (const part of PARTS)
    for (const value of net[part]) {
      view.setInt16(at, Math.round(value / scales[part]!), true)
      at += 2
    }
  return bytes
}
