/**
 * English: the trained models behind one small interface.
 *
 *     text ─ segment ─▶ sentences, tokens ─ analyse ─▶ tags, lemmas, tree ─ names ─▶ PER ORG LOC
 *
 * Files are loaded by engine/resources.ts; no knowledge of a crisis lives here.
 */
import type { Span } from '../model/span.ts'
import { hash } from './features.ts'
import { lemmatiser } from './lemma.ts'
import type { KnownMatch } from './lexicon.ts'
import { nameWords } from './name-words.ts'
import { findNames, type NameInput, type NameSpan, nameReport } from './names.ts'
import { parseTree } from './parser.ts'
import { type Segment, segment } from './segment.ts'
import { type Certain, chooser, tag } from './tagger.ts'
import type { Header, Model } from './weights.ts'
import { type Word, type Words, words } from './words.ts'

/** A sentence with its analysis; arrays run over its tokens, heads count within it, -1 is the root. */
export interface Analysis {
  readonly words: readonly Word[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly lemmas: readonly string[]
  readonly heads: Int32Array
  readonly deprels: readonly string[]
}

/** What the stages use. */
export interface English {
  /** What a form says about itself: hashes and clusters. */
  readonly words: Words
  segment(text: string, span: Span): Segment[]
  /** Tag and parse a sentence; `known` names are tagged as such first. */
  analyse(forms: readonly string[], known?: readonly KnownMatch[]): Analysis
  /** Names of the analysed sentences of one report. */
  names(sentences: readonly AnalysedSentence[]): NameSpan[][]
}

/** A sentence to look for names in; arrays as in `Analysis`, `known` as given to `analyse`. */
export interface AnalysedSentence {
  readonly forms: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: Int32Array
  readonly deprels: readonly string[]
  readonly known: readonly KnownMatch[]
}

/** The unpacked files that `english` needs; `clusters` is text, as is `lemmas` (key TAB rule a line) and `nameWords` (data/language/name-words.tsv). */
export interface Parts {
  readonly clusters: string
  readonly lemmas: string
  readonly segment: Model
  readonly tagger: Model
  readonly parser: Model
  readonly names: Model
  readonly nameWords: string
}

/** How the tagger's classes look to the parser. */
export const tagHashes = (classes: readonly string[]): { upos: Int32Array; xpos: Int32Array } => ({
  upos: Int32Array.from(classes, (pair) => hash(`U${pair.split('|')[0]}`)),
  xpos: Int32Array.from(classes, (pair) => hash(`X${pair}`)),
})

const list = (header: Header, table: number): readonly string[] => header.classes[table] ?? []

/** Put the models together. */
export function english(parts: Parts): English {
  const look = words(parts.clusters)
  const kinds = nameWords(parts.nameWords)
  const lemmaOf = lemmatiser(new Map(parts.lemmas.split('\n').map((line) => line.split('\t') as [string, string])))
  const classes = list(parts.tagger.header, 0)
  const pairs = classes.map((pair) => pair.split('|') as [string, string])
  const hashes = tagHashes(classes)
  const [tagScore] = parts.tagger.scores as [Model['scores'][number]]
  const [segmentScore] = parts.segment.scores as [Model['scores'][number]]
  const [nameScore] = parts.names.scores as [Model['scores'][number]]
  const [actionScore, labelScore] = parts.parser.scores as [Model['scores'][number], Model['scores'][number]]
  const labels = list(parts.parser.header, 1)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const root = labels.indexOf('root')
  const proper = Uint8Array.from(pairs, ([, xpos]) => Number(xpos.startsWith('NNP')))
  const choose = chooser(tagScore)
  const decide = choose()
  const certain: Certain = new Map((parts.tagger.header.certain ?? []) as [string, number][])
  return {
    words: look,
    segment: (text, span) => segment(text, span, look, segmentScore),
    analyse: (forms, known = []) => {
      const list = forms.map(look)
      const named = known.length ? capitalised(forms, known) : undefined
      const tags = tag(list, certain, named ? choose(proper, named) : decide, named)
      const n = forms.length
      const upos = new Int32Array(n)
      const xpos = new Int32Array(n)
      for (let i = 0; i < n; i++) {
        upos[i] = hashes.upos[tags[i]!]!
        xpos[i] = hashes.xpos[tags[i]!]!
      }
      const tree = parseTree(list, upos, xpos, actionScore, labelScore, root)
      const out = { upos: [] as string[], xpos: [] as string[], lemmas: [] as string[], deprels: [] as string[] }
      for (let i = 0; i < n; i++) {
        const [u, x] = pairs[tags[i]!]!
        out.upos.push(u)
        out.xpos.push(x)
        out.lemmas.push(lemmaOf(forms[i]!, x))
        out.deprels.push(labels[tree.labels[i]!]!)
      }
      return { ...out, words: list, heads: tree.heads }
    },
    names: (sentences) =>
      findNames(
        nameReport(
          sentences.map((sentence) => nameInput(sentence, look, labelIndex)),
          kinds,
        ),
        nameScore,
      ),
  }
}

/** A sentence as the name tagger sees it. */
export const nameInput = (
  { forms, upos, xpos, heads, deprels, known }: AnalysedSentence,
  look: Words,
  labelIndex: ReadonlyMap<string, number>,
): NameInput => ({
  words: forms.map(look),
  xpos: Int32Array.from(xpos, (x, i) => hash(`X${upos[i]}|${x}`)),
  heads,
  labels: Int32Array.from(deprels, (deprel) => labelIndex.get(deprel) ?? 0),
  known,
})

/** Marks the capitalised words of known names. */
function capitalised(forms: readonly string[], known: readonly KnownMatch[]): Uint8Array {
  const marks = new Uint8Array(forms.length)
  for (const { first, last } of known) for (let i = first; i < last; i++) if (/^\p{Lu}/u.test(forms[i]!)) marks[i] = 1
  return marks
}
