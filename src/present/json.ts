/**
 * JSON in pieces: what `JSON.stringify` says, byte for byte, without one string of it all.
 *
 *     { "reports": [ ... ],        one piece an item of an array that is a property of the value
 *       "claims": [ ... ] }
 *
 * A JavaScript string ends at half a gigabyte, which the picture of some fifty thousand reports passes.
 * Only for plain objects, as pictures are: no `toJSON`, no replacer; a property of undefined is left out.
 */

/** The pieces of `JSON.stringify(value, null, indent)`. */
export function* jsonPieces(value: object, indent = 0): Generator<string> {
  const [line, pad, colon] = indent > 0 ? ['\n', ' '.repeat(indent), ': '] : ['', '', ':']
  const inside = (one: unknown, depth: number): string =>
    JSON.stringify(one, null, indent).replaceAll('\n', `\n${pad.repeat(depth)}`)
  let lead = '{'
  for (const [key, property] of Object.entries(value)) {
    if (property === undefined) continue
    yield `${lead}${line}${pad}${JSON.stringify(key)}${colon}`
    lead = ','
    if (Array.isArray(property) && property.length > 0) {
      let open = '['
      for (const item of property) {
        yield `${open}${line}${pad}${pad}${inside(item ?? null, 2)}`
        open = ','
      }
      yield `${line}${pad}]`
    } else yield inside(property, 1)
  }
  yield lead === '{' ? '{}' : `${line}}`
}

/** The same text in pieces of about `size` characters: fewer and larger writes. */
export function* inPieces(texts: Iterable<string>, size = 1 << 20): Generator<string> {
  let held: string[] = []
  let length = 0
  for (const text of texts) {
    held.push(text)
    length += text.length
    if (length < size) continue
    yield held.join('')
    held = []
    length = 0
  }
  if (held.length > 0) yield held.join('')
}
