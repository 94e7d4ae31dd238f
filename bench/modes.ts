/**
 * The modes for headlines and captions (language/headline.ts, titlecase.ts), with them and without, on test/modes/*.txt.
 *
 *     node bench/modes.ts            prints the table, keeps it in bench/results/language.json
 *
 * Shares of: tags of words; names (F1, exact span and type); verbs that tell what happened, with whom or what it is
 * said of; passages that got the role. Without: each sentence read as running text, by the same models.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadResources } from '../src/engine/resources.ts'
import type { Name } from '../src/model/mention.ts'
import type { Reading } from '../src/model/reading.ts'
import { UNDATED } from '../src/model/report.ts'
import type { Sentence, Token } from '../src/model/text.ts'
import { names as findNames } from '../src/read/names.ts'
import { tokensOf } from '../src/read/parse.ts'
import { pipeline, stagesFor } from '../src/read/stage.ts'
import { STAGES } from '../src/read/stages.ts'
import { record } from './results.ts'

/** What is expected of one headline or caption; alternatives of a tag or name are all right. */
interface Case {
  readonly words: string
  readonly body: string
  readonly tags: readonly (readonly [word: string, tags: readonly string[]])[]
  readonly main: { readonly verb: string; readonly subjects: readonly string[]; readonly passive: boolean } | null
  readonly names: readonly (readonly string[])[]
}

const KINDS = { headlines: 'headline', captions: 'caption' } as const
type Kind = keyof typeof KINDS

function cases(kind: Kind): Case[] {
  const source = readFileSync(new URL(`../test/modes/${kind}.txt`, import.meta.url), 'utf8')
  return source
    .split(/\n{2,}/)
    .slice(1)
    .map((block) => {
      const [words = '', ...rest] = block.trim().split('\n')
      const field = (name: string): string =>
        rest
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim() ?? ''
      const [verb = '', sign = '', subjects = ''] = field('main').split(' ')
      return {
        words,
        body: field('body'),
        tags: field('tags')
          .split(' ')
          .map((pair) => {
            const at = pair.lastIndexOf('/')
            return [pair.slice(0, at), pair.slice(at + 1).split('|')] as const
          }),
        main: verb === '-' ? null : { verb, subjects: subjects.split('|'), passive: sign === '>' },
        names: field('names')
          .split('; ')
          .filter(Boolean)
          .map((name) => name.split('|')),
      }
    })
}

/** A report around a case, and where the case begins in it. */
const setting = (kind: Kind, { words, body }: Case): { readonly text: string; readonly at: number } =>
  kind === 'headlines'
    ? { text: `${words}\n\n${body}\n\nOfficials gave no further details.`, at: 0 }
    : {
        text: `Aid groups asked for help\n\nAid groups asked for help on Monday, as the roads were closed.\n\n${words}\n\nThe roads had been closed for weeks, they said.`,
        at: 91,
      }

type Read = Pick<Reading, 'passages' | 'tokens' | 'names'>

const resources = loadResources()
const read = pipeline(stagesFor(STAGES, ['names']))
const REPORT = { id: 'case', text: '', published: UNDATED }
const withMode = (text: string): Read => read({ ...REPORT, text }, resources)

/** Passages as they are, but each read by itself and as running text. */
function withoutMode(text: string): Read {
  const { english, known } = resources
  const reading = read({ ...REPORT, text }, resources)
  const { passages } = reading
  const all: Token[] = []
  const names: Name[] = []
  for (const span of passages) {
    const sentences: Sentence[] = []
    const tokens: Token[] = []
    for (const { start, end, tokens: spans } of english.segment(text, span)) {
      const first = tokens.length
      const forms = spans.map((token) => text.slice(token.start, token.end))
      const place = { first, sentence: sentences.length }
      tokens.push(...tokensOf(spans, forms, english.analyse(forms, known(forms)), place))
      sentences.push({ start, end, passage: 0, first, last: tokens.length })
    }
    const plain = Object.create(resources, { english: { value: { ...english, isCommon: () => false } } })
    names.push(...findNames.run({ ...reading, sentences, tokens }, plain).names)
    all.push(...tokens.map((token) => ({ ...token, head: token.head < 0 ? -1 : token.head + all.length })))
  }
  return { passages, tokens: all, names }
}

/** Is `verb` what the sentence tells, and said of one of `subjects`, who did it or to whom it was done? "Smoke rising" counts when rising hangs on smoke. */
function tells(tokens: readonly Token[], main: NonNullable<Case['main']>): boolean {
  const at = tokens.findIndex(({ text }) => text === main.verb)
  const verb = tokens[at]
  if (verb?.upos !== 'VERB') return false
  const role = main.passive ? 'nsubj:pass' : 'nsubj'
  const subject = tokens.find(({ head, deprel }) => head === at && deprel === role)
  const carrier = verb.deprel === 'acl' && (verb.xpos === 'VBN') === main.passive ? tokens[verb.head] : undefined
  return [subject, carrier].some((token) => token !== undefined && main.subjects.includes(token.text))
}

type Counts = Record<'tags' | 'names' | 'main' | 'role', [right: number, all: number]>

function count(kind: Kind, all: readonly Case[], reader: (text: string) => Read): Counts {
  const counts: Counts = { tags: [0, 0], names: [0, 0], main: [0, 0], role: [0, 0] }
  const add = (what: keyof Counts, right: number, of: number): void => {
    counts[what][0] += right
    counts[what][1] += of
  }
  for (const it of all) {
    const { text, at } = setting(kind, it)
    const end = at + it.words.length
    const { passages, tokens, names } = reader(text)
    let from = at
    for (const [word, tags] of it.tags) {
      const start = text.indexOf(word, from)
      from = start + word.length
      add(
        'tags',
        Number(tokens.some((token) => token.start === start && token.end === from && tags.includes(token.upos))),
        1,
      )
    }
    const said = names.filter((name: Name) => name.start >= at && name.end <= end)
    const asked = it.names.map((ways) => new Set(ways))
    const hits = said.filter(({ type, start, end: stop }) => {
      const found = asked.findIndex((ways) => ways.has(`${type} ${text.slice(start, stop)}`))
      return found >= 0 && asked.splice(found, 1)
    })
    add('names', 2 * hits.length, said.length + it.names.length)
    const own = tokens.findIndex(({ start }) => start >= at)
    const inside = tokens.slice(own).map((token) => ({ ...token, head: token.head - own }))
    if (it.main)
      add(
        'main',
        Number(
          tells(
            inside.filter((token) => token.end <= end),
            it.main,
          ),
        ),
        1,
      )
    add('role', Number(passages.some(({ start, role }) => start === at && role === KINDS[kind])), 1)
  }
  return counts
}

/** Shares by name ("headlines/tags"), with the modes or without. */
export function modeScores(reader: (text: string) => Read = withMode): Record<string, number> {
  const out: Record<string, number> = {}
  for (const kind of Object.keys(KINDS) as Kind[])
    for (const [what, [right, all]] of Object.entries(count(kind, cases(kind), reader)))
      out[`${kind}/${what}`] = right / all
  return out
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const without = modeScores(withoutMode)
  const rows = Object.fromEntries(
    Object.entries(modeScores()).map(([name, share]) => [
      name,
      { without: (100 * without[name]!).toFixed(1), with: (100 * share).toFixed(1) },
    ]),
  )
  console.table(rows)
  record('language.json', 'modes', rows)
}
