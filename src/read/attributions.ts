/**
 * Attributions: who says what.
 *
 *     “It is over,” the mayor told Rudaw.    Doctors fear that it is not.
 *     content       source    cue            source  cue  content (belief)
 *
 * Three readers, surest first: quotations with a cue beside them, "according
 * to", and reporting verbs in the parse. A verb serves one attribution. What is
 * claimed inside a content, and whether to trust it, is read by later stages.
 */
import type { ReportingVerb } from '../knowledge/reporting.ts'
import type { Resources } from '../knowledge/resources.ts'
import type { SpeakerKind } from '../knowledge/speakers.ts'
import type { Attribution } from '../model/mention.ts'
import type { Reading } from '../model/reading.ts'
import { byPosition, covers, firstAfter, overlaps, quote, type Span, within } from '../model/span.ts'
import type { Token } from '../model/text.ts'
import { fromAccording } from './attributions/according.ts'
import { type Draft, fromVerb } from './attributions/clauses.ts'
import { leadingCue, trailingCue } from './attributions/order.ts'
import { fromQuotations } from './attributions/quoted.ts'
import { speakersOf } from './attributions/speakers.ts'
import { fromStatements } from './attributions/statements.ts'
import { judge } from './attributions/subjects.ts'
import { stretch } from './phrases.ts'
import { quotations } from './quotations.ts'
import type { Stage } from './stage.ts'

export const attributions: Stage<Resources, 'attributions'> = {
  name: 'attributions',
  needs: ['passages', 'sentences', 'tokens', 'names', 'actors'],
  gives: ['attributions'],
  run: (reading, { reporting, speakers }) => ({ attributions: findAttributions(reading, reporting, speakers) }),
}

function findAttributions(
  reading: Reading,
  verbs: ReadonlyMap<string, ReportingVerb>,
  nouns: ReadonlyMap<string, SpeakerKind>,
): Attribution[] {
  const { tokens, sentences, report } = reading
  const quotes = quotations(report.text)
  const verbOf = (i: number): ReportingVerb | undefined => verbs.get(tokens[i]?.lemma.toLowerCase() ?? '')
  const canSpeak = judge(tokens, nouns)
  const { drafts, used } = fromQuotations(report.text, tokens, quotes, verbOf, canSpeak)
  const cued = new Map(drafts.map(({ cue }, at) => [cue.at(-1), at]))
  drafts.push(...fromStatements(report.text, tokens, sentences, quotes, verbOf, canSpeak))
  for (const sentence of sentences) drafts.push(...fromAccording(tokens, sentence, quotes))
  const quoted = inQuotes(tokens, quotes)
  for (const { first, last } of sentences) {
    let end = last
    for (let i = last - 1; i >= first; i--) {
      const verb = tokens[i]!.upos === 'VERB' && !quoted[i] ? verbOf(i) : undefined
      // "Army accused of shelling": a headline leaves out "is", and the accused says nothing.
      if (!verb || (tokens[i]!.lemma === 'accuse' && tokens[i + 1]?.text === 'of')) continue
      const trailing = trailingCue(tokens, i, first, end, verb, canSpeak)
      if (trailing) end = trailing.contentEnd
      const draft =
        trailing?.draft ?? fromVerb(tokens, i, verb, canSpeak) ?? leadingCue(tokens, i, first, end, verb, canSpeak)
      if (draft && used.has(i)) join(drafts, cued.get(draft.cue.at(-1)), draft)
      else if (draft) drafts.push(draft)
    }
  }
  const found = sameSource(
    drafts.filter(isWhole).map((draft) => finish(reading, draft, quotes)),
    reading,
  )
  found.push(...uncued(report.text, quotes, found))
  return nest(found.sort((a, b) => a.content[0]!.start - b.content[0]!.start || size(b) - size(a)))
}

/** A cue that has its quotation already: the clause beside it is said with it. */
function join(drafts: Draft[], at: number | undefined, clause: Draft): void {
  if (at === undefined) return
  const quotation = drafts[at]!
  const apart = quotation.content.filter((part) => !clause.content.some((other) => covers(other, part)))
  if (apart.some((part) => clause.content.some((other) => overlaps(part, other)))) return
  drafts[at] = { ...quotation, content: [...apart, ...clause.content].sort(byPosition) }
}

/** A quoted sentence without a cue right after another's quotation goes on in the same voice. */
function uncued(text: string, quotes: readonly Span[], found: readonly Attribution[]): Attribution[] {
  const direct = found.filter(({ type }) => type === 'direct').sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  const parts = found.flatMap(({ content }) => content).sort(byPosition)
  const more: Attribution[] = []
  let before = 0
  let part = 0
  let reach = 0
  for (const span of quotes) {
    while (part < parts.length && parts[part]!.start < span.end) reach = Math.max(reach, parts[part++]!.end)
    while (before < direct.length && direct[before]!.content[0]!.start < span.start) before++
    if (span.end - span.start < 30 || !/[.!?…]["”'’]?$/.test(text.slice(span.end - 2, span.end))) continue
    if (reach > span.start) continue
    const last = more.at(-1) ?? direct[before - 1]
    const from = last && Math.max(last.content.at(-1)!.end, last.cue?.[0]?.end ?? 0)
    if (!last || from === undefined || last.speakers.length === 0 || span.start - from > GAP) continue
    more.push({ source: last.source, cue: null, content: [span], speakers: last.speakers, type: 'direct' })
  }
  return more
}

/** Characters that may stand between two quotations of one voice. */
const GAP = 80

/** "The source added": the unnamed source that was told apart before. "It said": the body that spoke right before. */
function sameSource(found: readonly Attribution[], { report, actors }: Reading): Attribution[] {
  const last = new Map<string, readonly string[]>()
  const people = new Set(actors.flatMap(({ kind, name }) => (kind === 'person' ? name : [])))
  let spoke: Attribution | null = null
  return found
    .toSorted((a, b) => start(a) - start(b))
    .map((attribution) => {
      const [name] = attribution.speakers
      const source = attribution.source?.[0]
      if (source && /^it$/i.test(quote(report.text, source))) {
        const before = spoke && source.start - start(spoke) <= NEAR ? spoke.speakers[0] : undefined
        return before !== undefined && !people.has(before) && !PERSON.test(before)
          ? { ...attribution, speakers: [before] }
          : attribution
      }
      // "The statement said", "the London-based group said": whoever spoke before.
      if (name !== undefined && source && spoke && isUnnamed(name, quote(report.text, source), spoke.speakers[0]!))
        return { ...attribution, speakers: spoke.speakers }
      if (name !== undefined && attribution.type !== 'belief') spoke = attribution
      if (name === undefined || !source) return attribution
      const again = /^the /i.test(quote(report.text, source)) ? last.get(name.toLowerCase()) : undefined
      const noun = /^(?:\S+ )?(sources?|officials?|activists?|residents?|spokesman|reporter)\b/i.exec(name)?.[1]
      if (noun !== undefined && !again) last.set(noun.toLowerCase(), attribution.speakers)
      return again ? { ...attribution, speakers: again } : attribution
    })
}

/** Is it only what has been named before, a paper or a body? A person is no body. */
const isUnnamed = (name: string, source: string, before: string): boolean =>
  /^(?:the|its|their|his|her) /i.test(source) &&
  (PAPER.test(name) || (BODY.test(name) && /^\p{Lu}.* \p{Lu}/u.test(before) && !PERSON.test(before)))
const PAPER = /^(?:(?:press )?release|statement|communiqu[eé])$/i
const BODY =
  /^(?:\p{Lu}\p{L}+-based )?(?:(?:monitoring|activist|rights|aid) )?(?:group|monitor|organi[sz]ation|watchdog|cent(?:er|re))$/u

/** Characters between what a body said and "It said". */
const NEAR = 350
const PERSON =
  /\b(?:official|officer|commander|spokes\w+|general|colonel|minister|source|activist|resident|doctor|medic|witness\w*|officials|residents|people)s?$/i

const start = ({ cue, content }: Attribution): number => (cue?.[0] ?? content[0]!).start

/** Which tokens stand inside quotation marks. */
function inQuotes(tokens: readonly Token[], quotes: readonly Span[]): boolean[] {
  let q = 0
  return tokens.map((token) => {
    while (q < quotes.length && quotes[q]!.end <= token.start) q++
    return quotes[q] !== undefined && covers(quotes[q]!, token)
  })
}

/** A few letters are no content, and only what seems, or is expected by all, has no source. */
const isWhole = ({ content }: Draft): boolean =>
  content.reduce((sum, { start, end }) => sum + end - start, 0) >= SHORTEST

const SHORTEST = 12

function finish(reading: Reading, draft: Draft, quotes: readonly Span[]): Attribution {
  const { tokens } = reading
  const { cue, sourceSpan, content } = draft
  return {
    source: sourceSpan ? [sourceSpan] : null,
    cue: cue.length > 0 ? [stretch(tokens, cue[0]!, cue.at(-1)!)] : null,
    content,
    speakers: speakersOf(reading, draft),
    type: typeOf(draft, quotes, tokens[cue[0] ?? 0]?.text ?? ''),
  }
}

function typeOf({ verb, content }: Draft, quotes: readonly Span[], cue: string): Attribution['type'] {
  if (/^according$/i.test(cue)) return 'according-to'
  if (verb.type === 'belief' || verb.type === 'seem') return 'belief'
  if (verb.type === 'document') return 'document'
  const quoted = content.filter((span) => within(quotes, span)).length
  if (quoted === content.length) return 'direct'
  return content.some((span) => holdsQuotation(quotes, span)) ? 'mixed' : 'indirect'
}

function holdsQuotation(quotes: readonly Span[], span: Span): boolean {
  const at = firstAfter(quotes, span.start)
  const marks = quotes[at] && quotes[at].start < span.start ? quotes[at + 1] : quotes[at]
  return marks !== undefined && covers(span, marks)
}

/** Say of each attribution which one its cue stands inside of. */
function nest(found: readonly Attribution[]): Attribution[] {
  const cues = found.flatMap(({ cue }, i) => (cue?.[0] ? [{ cue: cue[0], i }] : []))
  const parts = found.flatMap(({ content }, j) => content.map((span) => ({ span, j })))
  cues.sort((a, b) => byPosition(a.cue, b.cue))
  parts.sort((a, b) => byPosition(a.span, b.span))
  const holders = new Map<number, number>()
  let open: typeof parts = []
  let next = 0
  for (const { cue, i } of cues) {
    while (next < parts.length && parts[next]!.span.start <= cue.start) open.push(parts[next++]!)
    open = open.filter(({ span }) => span.end > cue.start)
    const around = open.filter(({ span, j }) => j !== i && covers(span, cue))
    const [inside] = around.sort((a, b) => size(found[a.j]!) - size(found[b.j]!) || a.j - b.j)
    if (inside) holders.set(i, inside.j)
  }
  return found.map((attribution, i) => (holders.has(i) ? { ...attribution, inside: holders.get(i)! } : attribution))
}

const size = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
