/**
 * English: the trained models behind one small interface.
 *
 *     text ─ segment ─▶ sentences, tokens ─ analyse ─▶ tags, lemmas, tree ─ names ─▶ PER ORG LOC
 *
 * Files are loaded by engine/resources.ts; no knowledge of a crisis lives here.
 */
import type { Span } from '../model/span.ts'
import { hash } from './features.ts'
import { isTold, mayTell, passives, tells } from './headline.ts'
import { irregular, pasts } from './irregular.ts'
import { lemmatiser } from './lemma.ts'
import type { KnownMatch } from './lexicon.ts'
import { type NameInput, nameReport } from './name-features.ts'
import { nameWords } from './name-words.ts'
import { findNames, type NameSpan } from './names.ts'
import { type ParserModel, parseTree } from './parser.ts'
import { mendReduced } from './reduced.ts'
import { mendSaid } from './said.ts'
import { type Segment, segment } from './segment.ts'
import { type Certain, type Choose, chooser, lacking, tag } from './tagger.ts'
import { isFinished, unfinished } from './unfinished.ts'
import { mendVoice } from './voice.ts'
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
  /** As `analyse`, for a headline or caption: see headline.ts. */
  analyseTitle(forms: readonly string[], known?: readonly KnownMatch[]): Analysis
  /** Is a word, in lower case, one that running text writes so? */
  isCommon(word: string): boolean
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

/**
 * The unpacked files that `english` needs; `clusters` is a table of words.ts, `lemmas` text (key TAB rule a line), `vocabulary` (a word a line)
 * `irregular` and `nameWords` (tables of data/language/).
 */
export interface Parts {
  readonly clusters: Uint8Array
  readonly vocabulary: string
  readonly lemmas: string
  readonly segment: Model
  readonly tagger: Model
  readonly parser: Model
  readonly names: Model
  readonly irregular: string
  readonly nameWords: string
}

/** How the tagger's classes look to the parser. */
export const tagHashes = (classes: readonly string[]): { upos: Int32Array; xpos: Int32Array } => ({
  upos: Int32Array.from(classes, (pair) => hash(`U${pair.split('|')[0]}`)),
  xpos: Int32Array.from(classes, (pair) => hash(`X${pair}`)),
})

const list = (header: Header, table: number): readonly string[] => header.classes[table] ?? []

/** Endings of inflected words, and how such a word is tagged. */
const INFLECTED = [
  [/s$/, 'VBZ'],
  [/s$/, 'NNS'],
  [/ed$/, 'VBD'],
  [/ing$/, 'VBG'],
] as const

/** How many words of a headline without a verb are tried as its verb. */
const TRIES = 3
/** What lacks so much more than the least to be a verb is no less likely to be one. */
const ALIKE = 1.3

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
  const nameSteps = (parts.names.header.steps ?? []) as number[]
  const labels = list(parts.parser.header, 1)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const [actions, labelScore] = parts.parser.scores as [Model['scores'][number], Model['scores'][number]]
  const parser: ParserModel = {
    actions,
    labels: labelScore,
    certain: new Map((parts.parser.header.certain ?? []) as [number, number][]),
    root: labels.indexOf('root'),
  }
  const proper = Uint8Array.from(pairs, ([upos, xpos]) =>
    Number(xpos.startsWith('NNP') && /^(?:PROPN|ADJ)$/.test(upos)),
  )
  const finite = Uint8Array.from(pairs, ([, xpos]) => Number(xpos === 'VBZ' || xpos === 'VBP'))
  const noun = Uint8Array.from(pairs, ([, xpos]) => Number(xpos === 'NN' || xpos === 'NNS'))
  const plainNoun = classes.indexOf('NOUN|NN')
  const choose = chooser(tagScore, classes.length)
  const asVerb = choose(finite)
  const asNoun = choose(noun)
  const certain: Certain = new Map((parts.tagger.header.certain ?? []) as [string, number][])
  const vocabulary = new Set(parts.vocabulary.split('\n'))
  const past = pasts(irregular(parts.irregular, (word) => vocabulary.has(word)))
  const asPast = choose(Uint8Array.from(classes, (pair) => Number(pair === 'VERB|VBD' || pair === 'VERB|VBN')))
  const asTold = choose(Uint8Array.from(classes, (pair) => Number(pair === 'VERB|VBD')))
  /** "Rebels shot down a plane": a form of the past is none of the present, whatever its ending looks like. */
  const heedful =
    (plain: ReturnType<Choose>): ReturnType<Choose> =>
    (features, n, i, list) => {
      const said = plain(features, n, i, list)
      const only = past.get(list[i]!.form)
      if (only === undefined) return said
      const xpos = pairs[said]![1]
      return xpos === 'VBP' || (only && !/^(?:VB|JJ)/.test(xpos)) ? asPast(features, n, i, list) : said
    }
  const decide = heedful(choose())

  /** Tag and parse; `verb` is the token that must be a verb, one that `as` chooses. */
  const analyse = (list: readonly Word[], known: readonly KnownMatch[], verb = -1, as = asVerb): Analysis => {
    const bound = known.length ? capitalised(list, known) : undefined
    const named = bound ? heedful(choose(proper, bound)) : decide
    const tags = tag(
      list,
      certain,
      verb < 0
        ? named
        : (features, n, i, list) => {
            if (i === verb) return as(features, n, i, list)
            const said = named(features, n, i, list)
            return i === verb - 1 && pairs[said]![0] === 'ADJ' ? asNoun(features, n, i, list) : said
          },
      verb < 0 ? bound : list.map((_, i) => i === verb || i === verb - 1 || bound?.[i] === 1),
    )
    // "The United Nations fears that ...": a plural that somebody's name stands before, and whose "that" begins a clause.
    const missed = verb < 0 ? tags.findIndex((tag, i) => isSaid(list, tags, i, pairs[tag]![1])) : -1
    if (missed > 0) return analyse(list, known, missed)
    const n = list.length
    for (let i = 1; i < n - 1; i++) if (standsAlone(tags, i)) tags[i] = plainNoun
    const upos = new Int32Array(n)
    const xpos = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      upos[i] = hashes.upos[tags[i]!]!
      xpos[i] = hashes.xpos[tags[i]!]!
    }
    const tree = parseTree(list, upos, xpos, parser)
    const out = { upos: [] as string[], xpos: [] as string[], lemmas: [] as string[], deprels: [] as string[] }
    for (let i = 0; i < n; i++) {
      const [u, x] = pairs[tags[i]!]!
      out.upos.push(u)
      out.xpos.push(x)
      out.lemmas.push(lemmaOf(list[i]!.form, x))
      out.deprels.push(labels[tree.labels[i]!]!)
    }
    mendReduced(out.deprels, tree.heads, out.xpos)
    mendSaid(out.deprels, tree.heads, out)
    mendVoice(out.deprels, tree.heads, out.lemmas)
    return { ...out, words: list, heads: tree.heads }
  }

  /** "Iraq's military said": between what opens a noun phrase and a finite verb even what is oftener an adjective is a noun. */
  const standsAlone = (tags: ArrayLike<number>, i: number): boolean =>
    pairs[tags[i]!]![1] === 'JJ' &&
    /^(?:DT|POS|PRP\$|JJ|NNP)$/.test(pairs[tags[i - 1]!]![1]) &&
    /^(?:VBD|VBZ|MD)$/.test(pairs[tags[i + 1]!]![1])

  const isSaid = (list: readonly Word[], tags: ArrayLike<number>, i: number, xpos: string): boolean =>
    xpos === 'NNS' &&
    list[i + 1]?.form === 'that' &&
    pairs[tags[i + 1]!]![1] === 'IN' &&
    i > 0 &&
    pairs[tags[i - 1]!]![1].startsWith('NNP')

  /** The tokens that may be verbs, those first that came nearest to being read as one; of those alike in this the first. */
  const nearVerbs = (list: readonly Word[], known: readonly KnownMatch[]): number[] => {
    const bound = capitalised(list, known)
    const named = choose(proper, bound)
    const short: [lack: number, i: number][] = []
    tag(list, certain, (features, n, i) => {
      const said = named(features, n, i, list)
      if (!bound[i] && /^(?:NN|JJ|VB)/.test(pairs[said]![1]) && mayTell(list, i))
        short.push([lack(features, n, finite), i])
      return said
    })
    const least = Math.min(...short.map(([missing]) => missing))
    const rank = ([missing, i]: readonly [number, number]): number =>
      missing <= least * ALIKE ? i : missing + list.length
    return short.sort((a, b) => rank(a) - rank(b)).map(([, i]) => i)
  }
  const lack = lacking(tagScore)

  return {
    words: look,
    segment: (text, span) => segment(text, span, look, segmentScore),
    analyse: (forms, known = []) => {
      const list = forms.map(look)
      const plain = analyse(list, known)
      for (const i of unfinished(plain)) {
        if (isFinished(plain, i)) return { ...plain, xpos: plain.xpos.map((tag, at) => (at === i ? 'VBD' : tag)) }
        const other = analyse(list, known, i, asTold)
        if (isFinished(other, i)) return other
      }
      return plain
    },
    analyseTitle: (forms, known = []) => {
      const list = forms.map(look)
      const plain = analyse(list, known)
      if (tells(plain)) return passives(plain)
      for (const i of nearVerbs(list, known).slice(0, TRIES)) {
        const other = analyse(list, known, i)
        if (isTold(other, i)) return passives(other)
      }
      return passives(plain)
    },
    isCommon: (word) =>
      vocabulary.has(word) ||
      INFLECTED.some(([ending, xpos]) => ending.test(word) && vocabulary.has(lemmaOf(word, xpos))),
    names: (sentences) =>
      findNames(
        nameReport(
          sentences.map((sentence) => nameInput(sentence, look, labelIndex)),
          kinds,
        ),
        { score: nameScore, steps: nameSteps },
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
  xpos: new Int32Array(xpos.map((x, i) => pairHash(upos[i]!, x))),
  heads,
  labels: new Int32Array(deprels.map((deprel) => labelIndex.get(deprel) ?? 0)),
  known,
})

const pairHashes = new Map<string, Map<string, number>>()

/** The hash of a universal tag with a Penn tag, as `tagHashes` makes it: made once a pair. */
function pairHash(upos: string, xpos: string): number {
  let known = pairHashes.get(upos)
  if (!known) pairHashes.set(upos, (known = new Map()))
  let found = known.get(xpos)
  if (found === undefined) known.set(xpos, (found = hash(`X${upos}|${xpos}`)))
  return found
}

/** Marks the capitalised words of known names. */
function capitalised(list: readonly Word[], known: readonly KnownMatch[]): Uint8Array {
  const marks = new Uint8Array(list.length)
  for (const { first, last } of known)
    for (let i = first; i < last; i++) if (/^\p{Lu}/u.test(list[i]!.form)) marks[i] = 1
  return marks
}
