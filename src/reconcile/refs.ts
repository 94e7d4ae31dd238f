/** References: short stable names for what the picture holds, `F3f2a` for a figure, made from what it is about. */
import { hash32 } from '../relate/shingles.ts'

/** One letter a kind of thing. */
export type Letter = 'A' | 'C' | 'D' | 'E' | 'F' | 'G' | 'L' | 'N' | 'O' | 'X'

const hex = (text: string): string =>
  hash32(text).toString(16).padStart(8, '0') + hash32(`${text}\u0000`).toString(16).padStart(8, '0')

/** A reference for each key: the letter and as many hex digits (four or more) as keep them apart. Keys must differ. */
export function references(letter: Letter, keys: readonly string[]): Map<string, string> {
  const refs = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys.toSorted()) {
    const digits = hex(key)
    let length = 4
    while (taken.has(digits.slice(0, length)) && length < digits.length) length++
    taken.add(digits.slice(0, length))
    refs.set(key, letter + digits.slice(0, length))
  }
  return refs
}
