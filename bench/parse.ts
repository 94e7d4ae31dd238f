/**
 * Sentences, tokens, tags and parse beside wink-nlp and compromise on the same raw documents.
 *
 *     node bench/parse.ts            says so and stops when the evaluation sets are not beside the repository
 *
 * The peers do not parse, so they have no UAS and LAS. compromise has its own tags, mapped to
 * universal ones as well as they allow; it says neither ADP nor SCONJ, which costs it some points.
 */
import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { UNDATED } from '../src/model/report.ts'
import type { Span } from '../src/model/span.ts'
import { record } from './results.ts'
import { openTask } from './task.ts'

interface Answer {
  readonly sentences: readonly Span[]
  readonly tokens: readonly (Span & { readonly upos: string; readonly head?: number; readonly deprel?: string })[]
}
interface Item {
  readonly id: string
  readonly set: string
  readonly text: string
}

/** Where pieces stand in a text, one after the other. */
function placed(text: string, pieces: readonly string[]): Span[] {
  let at = 0
  return pieces.map((piece) => {
    const start = Math.max(at, text.indexOf(piece, at))
    at = start + piece.length
    return { start, end: at }
  })
}

const wink = winkNLP(model)

function byWink({ text }: Item): Answer {
  const doc = wink.readDoc(text)
  const tags = doc.tokens().out(wink.its.pos as never) as unknown as string[]
  return {
    sentences: placed(text, doc.sentences().out()),
    tokens: placed(text, doc.tokens().out()).map((span, i) => ({ ...span, upos: tags[i]! })),
  }
}

/** compromise tags to universal ones, first match wins. */
const TAGS: readonly (readonly [string, string])[] = [
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Negative', 'PART'],
  ['Verb', 'VERB'],
  ['Value', 'NUM'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Noun', 'NOUN'],
]

interface Term {
  readonly text: string
  readonly tags: readonly string[]
  readonly offset: { readonly start: number; readonly length: number }
}

function byCompromise({ text }: Item): Answer {
  const said = compromise(text).json({ offset: true }) as { offset: Term['offset']; terms: Term[] }[]
  const span = ({ offset }: { offset: Term['offset'] }): Span => ({
    start: offset.start,
    end: offset.start + offset.length,
  })
  return {
    sentences: said.map(span),
    tokens: said.flatMap(({ terms }) =>
      terms
        .filter((term) => term.text)
        .map((term) => ({ ...span(term), upos: TAGS.find(([tag]) => term.tags.includes(tag))?.[1] ?? 'X' })),
    ),
  }
}

const task = await openTask<Item, Answer>('parse')
if (task) {
  const { items, score } = task
  const began = process.cpuUsage()
  const resources = loadResources()
  resources.english.analyse(['Hello'])
  const { user, system } = process.cpuUsage(began)
  const read = reader(['sentences', 'tokens'], resources)
  const PEERS: Readonly<Record<string, (item: Item) => Answer>> = {
    recount: ({ id, text }) => read({ id, text, published: UNDATED }),
    'wink-nlp': byWink,
    compromise: byCompromise,
  }
  const rows: Record<string, Record<string, string>> = {}
  for (const [name, answer] of Object.entries(PEERS)) {
    for (const item of items.slice(0, 60)) answer(item)
    const before = process.cpuUsage()
    const answers = new Map(items.map((item) => [item.id, answer(item)]))
    const spent = process.cpuUsage(before)
    const seconds = (spent.user + spent.system) / 1e6
    const sentences = [...answers.values()].reduce((sum, given) => sum + given.sentences.length, 0)
    for (const set of ['all', 'ewt', 'gum-free']) {
      const part = set === 'all' ? items : items.filter((item) => item.set === set)
      const scores = score(part, (item) => answers.get(item.id) ?? { sentences: [], tokens: [] })
      const percent = (key: string): string => (100 * scores[key]!).toFixed(1)
      const parses = name === 'recount'
      rows[`${name}, ${set}`] = {
        sentences: percent('sentence_f1'),
        tokens: percent('token_f1'),
        upos: percent('upos'),
        uas: parses ? percent('uas') : '-',
        las: parses ? percent('las') : '-',
        'sentences/CPU-s': set === 'all' ? (sentences / seconds).toFixed(0) : '',
      }
    }
  }
  console.table(rows)
  const load = Math.round((user + system) / 1000)
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(`models loaded in ${load} CPU-ms; ${memory} MB resident with all three in one process`)
  record('language.json', 'parse', { rows, loadCpuMs: load })
}
