/**
 * Keeps what the documentation shows true: every block marked with a command holds what that command prints.
 *
 *     <!-- run: recount read examples/mosul | head -20 -->     the next fenced block is its output
 *
 * and the table after `<!-- scores -->` holds what bench/scores.json holds.
 *
 *     npm run docs            writes the outputs into README.md and docs/
 *     npm run docs -- --check fails when one differs; the tests call this
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const BLOCK = /(<!-- run: recount (.+?)(?: \| head -(\d+))? -->\n+```\w*\n)([\s\S]*?)(```)/g

/** What a file should say. */
export function withOutputs(text: string): string {
  const scored = text.replace(/(<!-- scores -->)\n+(?:\|.*\n)*\n*/, (_, head: string) => `${head}\n${scoreTable()}\n\n`)
  return scored.replaceAll(
    BLOCK,
    (_, head: string, args: string, most: string | undefined, __: string, tail: string) => {
      const out = execFileSync(process.execPath, ['bin/recount.js', ...args.split(' ')], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      })
      const lines = out.trimEnd().split('\n')
      const shown = most === undefined ? lines : lines.slice(0, Number(most))
      return `${head}${shown.join('\n')}\n${tail}`
    },
  )
}

/** The scores shown, in this order: what, the metric in bench/scores.json, the best known peer or ceiling. */
const SHOWN: readonly (readonly [string, string, string])[] = [
  ['figures, fifteen reports of three wars (F1)', 'gold/dev/figure', 'two coders 88'],
  ['control (F1)', 'gold/dev/control', 'two coders 79'],
  ['events (F1)', 'gold/dev/event', 'two coders 88, bag of words 46'],
  ['killed and captured in press releases, both exact', 'casualties/all/both_exact', 'regular expressions 59'],
  ['ACLED sub-event type of a short report (accuracy)', 'codes/all/accuracy', 'nearest neighbours 62'],
  ['PLOVER type of a sentence (accuracy)', 'plover/all/accuracy', 'nearest neighbours 27'],
  ['names in news (F1)', 'names/gum-news/all', 'compromise 51'],
  ['times, value (F1)', 'times/all/value_f1', ''],
  ['places within 161 km (local US news)', 'places/all/acc161_of_gold', ''],
  ['who said what (content and source F1)', 'attributions/all/content_source_f1', 'regular expressions 34'],
  ['stories (B-cubed F1)', 'stories/all/b3_f1', 'TF-IDF 87'],
  ['copies at half (F1)', 'copies/all/f1_at_50', 'MinHash 69'],
  ['labelled attachment of the parse, from raw text', 'parse/all/las', ''],
  ['main text of web pages (F1)', 'article/all/f1', 'readability 95'],
]

function scoreTable(): string {
  const scores: Record<string, number> = JSON.parse(readFileSync(`${root}bench/scores.json`, 'utf8'))
  const rows = SHOWN.map(([what, metric, peer]) => {
    if (scores[metric] === undefined) throw new RangeError(`bench/scores.json has no "${metric}"`)
    return `| ${what} | ${(100 * scores[metric]).toFixed(1)} | ${peer} |`
  })
  return ['| what | Recount | peer or ceiling |', '|---|---|---|', ...rows].join('\n')
}

/** Every page that may hold such blocks, relative to the root. */
export const pages = (): string[] => [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let stale = 0
  for (const page of pages()) {
    const text = readFileSync(root + page, 'utf8')
    const right = withOutputs(text)
    if (right === text) continue
    stale++
    if (process.argv.includes('--check'))
      console.error(`${page} shows output that the command no longer prints; run npm run docs`)
    else writeFileSync(root + page, right)
  }
  if (process.argv.includes('--check') && stale > 0) process.exitCode = 1
}
