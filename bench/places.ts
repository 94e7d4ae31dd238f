/**
 * Places: found, and within 161 km, beside the largest place of each name.
 *
 *     node bench/places.ts           says so and stops when the evaluation sets are not beside the repository
 *
 * The floor looks every capitalised name up and takes the largest; it shows what reading the report adds.
 */
import { existsSync, readFileSync } from 'node:fs'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { UNDATED } from '../src/model/report.ts'
import type { Span } from '../src/model/span.ts'
import { placeLine } from '../src/present/places.ts'

interface Item {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly publisher?: string
}
type Answer = readonly object[]
type Score = Readonly<Record<'precision' | 'recall' | 'relaxed_f1' | 'acc161_of_gold' | 'acc161_of_located', number>>
interface Scorer {
  readonly TASKS: {
    readonly places: { score(items: readonly Item[], answer: (item: Item) => { places: Answer }, log: string[]): Score }
  }
}

const resources = loadResources()
const read = reader(['places'], resources)

const NAME = /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu

/** Every capitalised name that is known, at its largest place. */
function largest(text: string): Answer {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const place = resources.gazetteer.find(match[0]).toSorted((a, b) => b.population - a.population)[0]
    const span: Span = { start: match.index, end: match.index + match[0].length }
    return place ? [{ ...span, lat: place.lat, lon: place.lon }] : []
  })
}

const PEERS: Readonly<Record<string, (item: Item) => Answer>> = {
  recount: (item) => read({ ...item, published: UNDATED }).places.map(placeLine),
  'largest of the name': ({ text }) => largest(text),
}

const SHARED = new URL('../../shared/eval/', import.meta.url)
const DATA = new URL('data/places.jsonl', SHARED)
if (!existsSync(DATA)) console.log('The evaluation sets are not beside the repository (../shared): nothing to measure.')
else {
  const { TASKS }: Scorer = await import(new URL('tasks.mjs', SHARED).href)
  const items: Item[] = readFileSync(DATA, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const table: Record<string, Record<string, string>> = {}
  for (const [name, places] of Object.entries(PEERS)) {
    const began = performance.now()
    const answers = new Map(items.map((item) => [item.id, { places: places(item) }]))
    const seconds = (performance.now() - began) / 1000
    const score = TASKS.places.score(items, ({ id }) => answers.get(id)!, [])
    const percent = (value: number) => (100 * value).toFixed(1)
    table[name] = {
      'found F1': percent(score.relaxed_f1),
      'within 161 km, of all': percent(score.acc161_of_gold),
      'of located': percent(score.acc161_of_located),
      'reports/s': (items.length / seconds).toFixed(0),
    }
  }
  console.table(table)
}
