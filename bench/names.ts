/**
 * Names beside compromise: exact spans and types on the GUM news documents that training kept back.
 *
 *     node bench/names.ts            says so and stops when the evaluation sets are not beside the repository
 *
 * Weights trained with `--final` have seen these documents; measure before that build.
 */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import compromise from 'compromise'
import { reader } from '../src/engine/read.ts'
import { UNDATED } from '../src/model/report.ts'
import type { Span } from '../src/model/span.ts'
import { record } from './results.ts'

type Name = Span & { readonly type: string }
interface Item {
  readonly id: string
  readonly text: string
  readonly names: readonly Name[]
}

const read = reader(['names'])

/** Without the marks, possessives and articles that compromise counts in. */
function byCompromise({ text }: Item): Name[] {
  const doc = compromise(text)
  const out: Name[] = []
  for (const [type, view] of [
    ['PER', doc.people()],
    ['ORG', doc.organizations()],
    ['LOC', doc.places()],
  ] as const)
    for (const { offset } of view.json({ offset: true }) as { offset: { start: number; length: number } }[]) {
      const words = text.slice(offset.start, offset.start + offset.length)
      const bare = words.replace(/(?:['’]s)?[^\p{L}\p{N}]*$/u, '')
      const skipped = bare.length - bare.replace(/^(?:[^\p{L}\p{N}]|the\s)+/iu, '').length
      out.push({ start: offset.start + skipped, end: offset.start + bare.length, type })
    }
  return out
}

const PEERS: Readonly<Record<string, (item: Item) => readonly Name[]>> = {
  recount: ({ id, text }) => read({ id, text, published: UNDATED }).names,
  compromise: byCompromise,
}

const DATA = new URL('../../shared/eval/data/train/names.jsonl', import.meta.url)

type Counts = Readonly<Record<string, readonly [hit: number, gold: number, said: number]>>

/** Hits, gold and answers of a peer, of all names ("all") and of each type. */
function count(items: readonly Item[], answer: (item: Item) => readonly Name[]): Counts {
  const counts: Record<string, [hit: number, gold: number, said: number]> = {}
  const add = (type: string, which: 0 | 1 | 2): void => {
    for (const key of ['all', type]) (counts[key] ??= [0, 0, 0])[which]++
  }
  for (const item of items) {
    const gold = new Set(item.names.map(({ start, end, type }) => `${start} ${end} ${type}`))
    for (const { type } of item.names) add(type, 1)
    for (const { start, end, type } of answer(item)) {
      add(type, 2)
      if (gold.delete(`${start} ${end} ${type}`)) add(type, 0)
    }
  }
  return counts
}

const newsItems = (): Item[] =>
  readFileSync(DATA, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Item => JSON.parse(line))
    .filter(({ id }) => /GUM_news_/.test(id))

/** F1 by type, as shares, of the names that Recount finds. */
export const nameScores = (): Record<string, number> =>
  Object.fromEntries(
    Object.entries(count(newsItems(), PEERS.recount!)).map(([type, [hit, gold, said]]) => [
      `gum-news/${type}`,
      (2 * hit) / (gold + said),
    ]),
  )

function main(): void {
  if (!existsSync(DATA)) {
    console.log('The evaluation sets are not beside the repository (../shared): nothing to measure.')
    return
  }
  const items = newsItems()
  const rows: Record<string, Record<string, string>> = {}
  for (const [peer, answer] of Object.entries(PEERS))
    for (const [type, [hit, gold, said]] of Object.entries(count(items, answer)))
      rows[`${peer}, ${type}`] = {
        precision: ((100 * hit) / Math.max(1, said)).toFixed(1),
        recall: ((100 * hit) / gold).toFixed(1),
        f1: ((200 * hit) / (gold + said)).toFixed(1),
      }
  console.table(rows)
  record('language.json', 'names', rows)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
