/**
 * Passages on pages and reports that were labelled by hand: how many have the right role.
 *
 *     node bench/passages.ts            lists what is wrong and prints the share
 *
 * The pages are those of the article task as the bare extractor leaves them, crumbs and captions in place; the reports are the five
 * seeds. bench/passages.json holds the labels: of each passage the hash of its first 60 characters, never its words, and its
 * role, with | between roles that are both right. A passage that nobody labelled, for it was cut otherwise, counts as wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { blocksOf } from '../src/ingest/page/blocks.ts'
import { parsePage } from '../src/ingest/page/dom.ts'
import { hash } from '../src/language/features.ts'
import { split } from '../src/read/passages.ts'
import { SHARED } from './gold.ts'

type Labels = Readonly<Record<'pages' | 'reports', Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** The text of a page as the extractor leaves it. */
export function bareText(html: string): string {
  const article = new Readability(parsePage(html), { keepClasses: true }).parse()
  return article?.content
    ? blocksOf(parsePage(article.content).documentElement)
        .map((block) => block.text)
        .join('\n\n')
    : ''
}

/** The texts of both sets by the first eight characters of their ids. */
function texts(labels: Labels): Record<keyof Labels, Map<string, string>> {
  const pages = new Map<string, string>()
  for (const line of gunzipSync(readFileSync(join(SHARED, 'eval/data/article.jsonl.gz')))
    .toString()
    .split('\n')) {
    const id = line.slice(7, 15)
    if (labels.pages[id]) pages.set(id, bareText(JSON.parse(line).html))
  }
  const folder = join(SHARED, 'gold/seeds/reports')
  const reports = new Map(
    readdirSync(folder).map((file) => [file.slice(0, 8), readFileSync(join(folder, file), 'utf8')]),
  )
  return { pages, reports }
}

/** The key of a passage's label. */
export const key = (words: string): string => (hash(words.slice(0, 60)) >>> 0).toString(36)

/** Shares of passages with the right role; `wrong` hears of the others. */
export function passageScores(wrong: (line: string) => void = () => {}): Record<string, number> {
  const labels: Labels = JSON.parse(readFileSync(new URL('passages.json', import.meta.url), 'utf8'))
  const out: Record<string, number> = {}
  for (const [set, found] of Object.entries(texts(labels)) as [keyof Labels, Map<string, string>][]) {
    let right = 0
    let all = 0
    for (const [id, asked] of Object.entries(labels[set]))
      for (const { start, end, role } of split({ text: found.get(id) ?? '' })) {
        const words = found.get(id)!.slice(start, end)
        const gold = asked[key(words)]
        all++
        if (gold?.split('|').includes(role)) right++
        else wrong(`${id} ${role}, not ${gold ?? 'cut so'}: ${words.slice(0, 60)}`)
      }
    out[`${set}/right`] = right / all
  }
  return out
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (existsSync(SHARED)) console.log(passageScores(console.log))
  else console.log('The evaluation sets are not beside the repository (../shared): nothing to measure.')
}
