/**
 * Places: found, and within 161 km, beside the largest place of each name.
 *
 *     node bench/places.ts           says so and stops when the evaluation sets are not beside the repository
 *
 * The floor looks every capitalised name up and takes the largest; it shows what reading the report adds.
 */
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { UNDATED } from '../src/model/report.ts'
import type { Span } from '../src/model/span.ts'
import { placeLine } from '../src/present/places.ts'
import { openTask } from './task.ts'

interface Item {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly publisher?: string
}
type Answer = readonly object[]

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

const task = await openTask<Item, { places: Answer }>('places')
if (task) {
  const { items, score } = task
  const table: Record<string, Record<string, string>> = {}
  for (const [name, places] of Object.entries(PEERS)) {
    const began = performance.now()
    const answers = new Map(items.map((item) => [item.id, { places: places(item) }]))
    const seconds = (performance.now() - began) / 1000
    const scores = score(items, ({ id }) => answers.get(id)!)
    const percent = (value: number) => (100 * value).toFixed(1)
    table[name] = {
      'found F1': percent(scores.relaxed_f1!),
      'within 161 km, of all': percent(scores.acc161_of_gold!),
      'of located': percent(scores.acc161_of_located!),
      'reports/s': (items.length / seconds).toFixed(0),
    }
  }
  console.table(table)
}
