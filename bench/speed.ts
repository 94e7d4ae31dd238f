/**
 * How fast the whole command reads, from start to exit, beside wink-nlp and compromise on the same text.
 *
 *     node bench/speed.ts [REPORTS]          default 100 reports of about 700 words: a minute
 *
 *     one report of 60 words   ─▶ recount annotate --layer claims   cold start
 *     the pile                 ─▶ recount annotate --layer claims   reports, words and sentences a second
 *                              ─▶ tokens, tags and sentences by wink-nlp and by compromise
 *                              ─▶ each stage of the reading by itself, in one process
 *
 * Every figure is of a process of its own, started anew, and is processor time (user and system), which
 * other work on the machine disturbs least; the best of several runs counts. The pile is made of the
 * sentences of examples/mosul, dealt out in a fixed order. The peers neither parse nor find claims.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadResources } from '../src/engine/resources.ts'
import { load } from '../src/ingest/load.ts'
import { given } from '../src/model/report.ts'
import { pipeline } from '../src/read/stage.ts'
import { STAGES } from '../src/read/stages.ts'
import { record } from './results.ts'

const WORDS = 700
const RUNS = 2
const HOME = new URL('../', import.meta.url)
const path = (name: string): string => fileURLToPath(new URL(name, HOME))

/** What a process cost. Seconds of processor time, seconds by the clock, megabytes at most. */
interface Cost {
  readonly cpu: number
  readonly wall: number
  readonly peakMb: number
  readonly output: string
}

/** Has the process say on its way out what it used. */
const TELL = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();writeSync(3,JSON.stringify([(u+s)/1e6,m/1e3]))})`

/** Run one process to its end. */
function once(args: readonly string[]): Promise<Cost> {
  const began = performance.now()
  const child = spawn(process.execPath, [`--import=${TELL}`, ...args], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] })
  let output = ''
  let told = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (output += part))
  child.stdio[3]?.on('data', (part: Buffer) => (told += part.toString()))
  return new Promise((done, failed) =>
    child.on('close', (status) => {
      if (status !== 0 || !told) return failed(new Error(`node ${args.join(' ')} ended with status ${status}`))
      const [cpu, peakMb] = JSON.parse(told) as [number, number]
      done({ cpu, wall: (performance.now() - began) / 1000, peakMb, output })
    }),
  )
}

/** The cheapest of several runs. */
async function best(args: readonly string[], runs = RUNS): Promise<Cost> {
  let least: Cost | null = null
  for (let run = 0; run < runs; run++) {
    const cost = await once(args)
    if (!least || cost.cpu < least.cpu) least = cost
  }
  return least!
}

/** Reports of about `WORDS` words from the paragraphs of the bundled example. */
async function pile(reports: number): Promise<string[]> {
  const paragraphs: string[] = []
  for await (const item of load([path('examples/mosul')]))
    if ('report' in item) paragraphs.push(...item.report.text.split(/\n\s*\n/).filter((part) => part.length > 80))
  return Array.from({ length: reports }, (_, i) => {
    const parts: string[] = []
    for (let words = 0, k = i * 7; words < WORDS; k += 1 + (i % 5)) {
      const part = paragraphs[k % paragraphs.length]!
      parts.push(part)
      words += part.split(/\s+/).length
    }
    return parts.join('\n\n')
  })
}

/** What a peer does to every text: sentences, tokens and tags, as its own documentation shows. */
const PEERS: Readonly<Record<string, () => Promise<(text: string) => number>>> = {
  'wink-nlp': async () => {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ])
    const nlp = winkNLP(model)
    return (text) => {
      const doc = nlp.readDoc(text)
      return doc.sentences().out().length + doc.tokens().out(nlp.its.pos as never).length
    }
  },
  compromise: async () => {
    const { default: nlp } = await import('compromise')
    return (text) => (nlp(text).json({ offset: true }) as unknown[]).length
  },
}

/** Milliseconds of processor time that each stage takes for 700 words, over all the texts, once everything is loaded. */
function stageTimes(texts: readonly string[]): Record<string, number> {
  const spent = new Map<string, number>()
  const timed = STAGES.map((stage) => ({
    ...stage,
    run: (...args: Parameters<typeof stage.run>) => {
      const before = process.cpuUsage()
      const gift = stage.run(...args)
      const { user, system } = process.cpuUsage(before)
      spent.set(stage.name, (spent.get(stage.name) ?? 0) + (user + system) / 1000)
      return gift
    },
  }))
  const read = pipeline(timed)
  const resources = loadResources()
  const readOne = (text: string, i: number): unknown =>
    read({ id: `${i}`, text, published: given('2016-10-24') }, resources)
  readOne(texts[0]!, 0)
  spent.clear()
  texts.forEach(readOne)
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  return Object.fromEntries([...spent].map(([name, ms]) => [name, round((ms / words) * WORDS, 1)]))
}

async function measure(reports: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recount-speed-'))
  try {
    const texts = await pile(reports)
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
    const [one, many] = [join(folder, 'one.jsonl'), join(folder, 'many.jsonl')]
    const line = (text: string, id: number): string => `${JSON.stringify({ id, published: '2016-10-24', text })}\n`
    writeFileSync(one, line(texts[0]!.split(/\s+/).slice(0, 60).join(' '), 0))
    writeFileSync(many, texts.map(line).join(''))
    const annotate = [path('bin/recount.js'), 'annotate', '--layer']
    // Once for the compile cache: only the first start after an installation is without it.
    await once([...annotate, 'claims', one])
    const cold = await best([...annotate, 'claims', one], 3)
    const parse = await best([...annotate, 'sentences', many])
    const sentences = parse.output
      .trim()
      .split('\n')
      .reduce((sum, json) => sum + (JSON.parse(json) as { sentences: unknown[] }).sentences.length, 0)
    const rows: Record<string, Record<string, number>> = {}
    const add = (name: string, { cpu, peakMb }: Cost, start: Cost): void => {
      const steady = cpu - start.cpu
      rows[name] = {
        'cold start, CPU-s': round(start.cpu, 2),
        'cold start, s': round(start.wall, 2),
        'whole pile, CPU-s': round(cpu, 1),
        'reports/CPU-s': round(words / WORDS / steady, 1),
        'words/CPU-s': Math.round(words / steady),
        'sentences/CPU-s': Math.round(sentences / steady),
        'peak MB': Math.round(peakMb),
      }
    }
    add('recount, claims', await best([...annotate, 'claims', many]), cold)
    add('recount, parse', parse, await best([...annotate, 'sentences', one]))
    const self = fileURLToPath(import.meta.url)
    for (const name of Object.keys(PEERS)) add(name, await best([self, name, many], 1), await best([self, name, one]))
    const speed = (name: string): number => rows[name]!['words/CPU-s']!
    const ratios = Object.keys(PEERS).map((name) => [name, round(speed('recount, claims') / speed(name), 2)])
    console.log(`${reports} reports, ${words} words, ${sentences} sentences; a report is counted as ${WORDS} words`)
    console.table(rows)
    const stages = JSON.parse((await once([self, 'stages', many])).output) as Record<string, number>
    console.log('Milliseconds of processor time a report, by stage')
    console.table(stages)
    console.log(`recount's whole reading runs at ${ratios.map(([name, ratio]) => `${ratio} of ${name}`).join(', ')}`)
    record('speed.json', 'speed', { reports, words, sentences, rows, stages, ratios: Object.fromEntries(ratios) })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

const [first, file] = process.argv.slice(2)
const texts = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text)
const peer = first === undefined ? undefined : PEERS[first]
if (peer && file) texts(file).forEach(await peer())
else if (first === 'stages' && file) console.log(JSON.stringify(stageTimes(texts(file))))
else await measure(Number(first ?? 100))
