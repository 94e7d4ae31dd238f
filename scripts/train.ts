/**
 * Trains every model under models/ (a maintainer's task: `npm run train`, about six CPU-minutes).
 *
 *     node scripts/train.ts [--data FOLDER] [--only clusters,segment,tagger,parser,certain,...] [--final] [--cache FOLDER]
 *
 * FOLDER holds ewt.train, ewt.dev, gumfree.train, gumfree.dev (.conllu.gz) and names.jsonl.
 * The dev parts are kept back for scoring unless `--final` is given. Same input, same weights.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { loadResources } from '../src/engine/resources.ts'
import type { Resources } from '../src/knowledge/resources.ts'
import { type English, english, tagHashes } from '../src/language/english.ts'
import { irregular } from '../src/language/irregular.ts'
import { nameWords } from '../src/language/name-words.ts'
import type { Certain } from '../src/language/tagger.ts'
import { type Model, unpack } from '../src/language/weights.ts'
import { pack, withHeader } from '../src/language/weights-file.ts'
import { words } from '../src/language/words.ts'
import { clusterList, clusterTable } from './train/clusters.ts'
import { readConllu } from './train/conllu.ts'
import { regular } from './train/inflect.ts'
import { trainLemmas } from './train/lemma.ts'
import { keptBack, nameExamples, readNames, trainNames } from './train/names.ts'
import { certainLabels, trainParser } from './train/parser.ts'
import { trainSegment } from './train/segment.ts'
import { certainTags, jackknife, tagClasses, trainTagger } from './train/tagger.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/data/train' },
    out: { type: 'string', default: 'models' },
    only: { type: 'string', default: 'segment,lemmas,vocabulary,tagger,parser,names' },
    rounds: { type: 'string', default: '4' },
    cache: { type: 'string' },
    final: { type: 'boolean', default: false },
  },
})
const wanted = new Set(options.only.split(','))
mkdirSync(options.out, { recursive: true })

/** The lowest level: a tenth larger than the highest, and opened three times as fast, which every start waits for. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
const save = (name: string, bytes: Uint8Array) =>
  writeFileSync(`${options.out}/${name}.zst`, zstdCompressSync(bytes, LEVEL))
const load = (name: string): Buffer => zstdDecompressSync(readFileSync(`${options.out}/${name}.zst`))
const model = (name: string): Model => unpack(load(name))

/** With `--cache FOLDER`, what was made once is kept there. */
function remembered<T>(name: string, make: () => T): T {
  if (!options.cache) return make()
  const file = `${options.cache}/${name}`
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(make()))
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Texts with names, without those kept back. */
const texts = () => readNames(`${options.data}/names.jsonl`).filter((document) => options.final || !keptBack(document))

/** Words written in lower case at least twice as often as with a capital; once is not enough for short ones. */
function vocabularyOf(texts: readonly string[]): string[] {
  const lower = new Map<string, number>()
  const upper = new Map<string, number>()
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}@./_-])\p{L}\p{Ll}*(?![\p{L}\p{N}@/_]|[.]\p{L})/gu)) {
      const form = word.toLowerCase()
      const counts = form === word ? lower : upper
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  return [...lower]
    .filter(([form, n]) => n >= 2 * (upper.get(form) ?? 0) && n > Number(form.length < 4))
    .map(([form]) => form)
    .sort()
}

const parts = options.final ? ['ewt.train', 'gumfree.train', 'ewt.dev', 'gumfree.dev'] : ['ewt.train', 'gumfree.train']
const documents = parts.flatMap((part) => readConllu(`${options.data}/${part}.conllu.gz`))
const sentences = documents.flatMap((document) => document.sentences)
const list = clusterList()
const clusters = clusterTable(list)
if (wanted.has('clusters')) save('clusters', clusters)
const look = words(clusters)
console.log(`${documents.length} documents, ${sentences.length} sentences`)

if (wanted.has('segment')) save('segment', pack([trainSegment(documents, look, 8)]))
if (wanted.has('lemmas')) {
  const vocabulary = list.map(([word]) => word!)
  const known = new Set(vocabulary)
  const file = 'data/language/irregular.tsv'
  const rules = trainLemmas(
    sentences,
    regular(vocabulary),
    irregular(readFileSync(file, 'utf8'), (word) => known.has(word)),
  )
  save('lemmas', Buffer.from([...rules].map((rule) => rule.join('\t')).join('\n')))
}
if (wanted.has('vocabulary'))
  save(
    'vocabulary',
    Buffer.from(
      vocabularyOf(
        texts()
          .map(({ text }) => text)
          .concat(documents.map(({ text }) => text)),
      ).join('\n'),
    ),
  )
if (wanted.has('tagger')) {
  const classes = tagClasses(sentences)
  const certain = certainTags(sentences, classes)
  const table = trainTagger({ sentences, classes, certain: new Map(certain), words: look }, 7)
  save('tagger', pack([table], { certain }))
  console.log(`tagger: ${classes.length} classes, ${certain.length} certain forms`)
}
if (wanted.has('parser')) {
  const { header } = model('tagger')
  const classes = header.classes[0]!
  const certain: Certain = new Map((header.certain ?? []) as [string, number][])
  const hashes = tagHashes(classes)
  const task = { sentences, classes, certain, words: look }
  const tags = remembered('tags.json', () => jackknife(task, 4).map((list) => [...list]))
  const labels = [...new Set(sentences.flatMap((sentence) => sentence.deprels))].sort()
  const data = sentences.map(({ forms, heads, deprels }, i) => ({
    words: forms.map(look),
    upos: Int32Array.from(tags[i]!, (tag) => hashes.upos[tag]!),
    xpos: Int32Array.from(tags[i]!, (tag) => hashes.xpos[tag]!),
    heads: heads.map((head) => (head < 0 ? forms.length : head)),
    labels: deprels.map((deprel) => labels.indexOf(deprel)),
  }))
  save('parser', pack(trainParser(data, labels, Number(options.rounds), 42)))
}

const nameWordsFile = readFileSync('data/language/name-words.tsv', 'utf8')
const irregularFile = readFileSync('data/language/irregular.tsv', 'utf8')
/** English without names, by the models as they are. */
const readerBy = (parser: Model): English =>
  english({
    clusters,
    vocabulary: load('vocabulary').toString(),
    lemmas: load('lemmas').toString(),
    segment: model('segment'),
    tagger: model('tagger'),
    parser,
    names: { header: { classes: [], tables: [] }, scores: [] },
    irregular: irregularFile,
    nameWords: nameWordsFile,
  })
if (wanted.has('parser') || wanted.has('certain')) {
  const file = withHeader(load('parser'), { certain: [] })
  const parser = unpack(file)
  const reader = readerBy(parser)
  const certain = certainLabels(
    sentences.map(({ forms }) => reader.analyse(forms)),
    parser.header.classes[1]!,
  )
  save('parser', withHeader(file, { certain }))
  console.log(`parser: ${certain.length} arcs whose label is certain`)
}
if (wanted.has('names')) {
  const parser = model('parser')
  const reader = readerBy(parser)
  const resources: Resources = Object.create(loadResources(), { english: { value: reader } })
  const reports = nameExamples(texts(), resources, parser.header.classes[1]!, nameWords(nameWordsFile))
  const { table, steps } = trainNames(reports, 10)
  save('names', pack([table], { steps }))
}
