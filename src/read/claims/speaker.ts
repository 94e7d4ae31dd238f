/**
 * Who says a claim: the chain of speakers over a span, innermost first.
 *
 *     Rudaw reported that Omar Rahil said the bridge was taken.
 *                                         ^^^^^^^^^^^^^^^^^^^^ ["Omar Rahil", "Rudaw"]
 *
 * Reads the attributions layer; [] is the outlet's own voice. A speech act without
 * a known actor is said by the subject of its verb, as worded. Wishes,
 * plans and what merely seems are nobody's statement and are passed over.
 */
import type { SpeakerKind } from '../../knowledge/speakers.ts'
import type { Attribution } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { judge } from '../attributions/subjects.ts'
import { related, tokenAt } from '../phrases.ts'
import { who } from './who.ts'

/** Canonical speakers over a span, innermost first. A span that holds the cue itself ("he said the bridge fell") counts as what is said. */
export function speaker(reading: Reading, span: Span): readonly string[] {
  let asked = chains.get(reading.attributions)
  if (!asked) chains.set(reading.attributions, (asked = new Map()))
  const key = `${span.start} ${span.end}`
  let chain = asked.get(key)
  if (!chain) asked.set(key, (chain = chainOver(reading, span)))
  return chain
}

const chains = new WeakMap<Reading['attributions'], Map<string, readonly string[]>>()

function chainOver(reading: Reading, span: Span): string[] {
  const over = reading.attributions
    .filter((attribution) => share(attribution, span) >= 0.5 && isStatement(attribution, reading))
    .sort((a, b) => size(a.content) - size(b.content))
  const chain: string[] = []
  for (const { speakers } of over)
    for (const name of speakers.flatMap((names) => names.split('; ')).map((short) => fuller(reading, bare(short))))
      if (!chain.includes(name)) chain.push(name)
  if (chain.length > 0) return chain
  const name = accuser(reading, span)
  return name === null ? [] : [name]
}

/** Who accuses somebody of it: "rebels accused the army of | shelling a market". Whose accusers are not named is accused by nobody. */
function accuser(reading: Reading, span: Span): string | null {
  const { tokens } = reading
  let at = tokenAt(tokens, span.start)
  let deed = false
  for (let up = 0; up < NESTED; up++) {
    const { head, xpos } = tokens[at]!
    if (head < 0) return null
    const { lemma, xpos: tense } = tokens[head]!
    // "Of shelling" hangs on whoever is accused, or on the verb.
    deed ||= xpos === 'VBG' && related(tokens, at, 'mark', 'case').length > 0
    if (deed && ACCUSES.has(lemma) && tense !== 'VBN') {
      const subject = related(tokens, head, 'nsubj')[0]
      return subject === undefined ? null : (who(reading, subject)?.name ?? null)
    }
    at = head
  }
  return null
}

const ACCUSES: ReadonlySet<string> = new Set(['accuse', 'blame', 'denounce', 'criticise', 'criticize'])
/** How deep the deed may hang under what somebody is accused of. */
const NESTED = 4

/** Who makes a speech act that nobody is known to make: the subject of its verb, as worded, if it can speak ("a senior general called on ..."). */
export function utterer(reading: Reading, verb: number, nouns: ReadonlyMap<string, SpeakerKind>): string | null {
  const { tokens } = reading
  const { upos, xpos } = tokens[verb]!
  // "Stands accused": a participle without "have" is said of its subject, not by it.
  if (upos !== 'VERB' || (xpos === 'VBN' && !related(tokens, verb, 'aux').some((i) => tokens[i]!.lemma === 'have')))
    return null
  const head = related(tokens, verb, 'nsubj').find(judge(tokens, nouns))
  return head === undefined ? null : (who(reading, head)?.name ?? null)
}

/** A name without what it is: "Amaq news agency", "Omar Rahil head of the council", where a comma is missing. */
const bare = (name: string): string =>
  (OFFICE.exec(name)?.[1] ?? name)
    .replace(/(?<=\p{Lu}\p{L}+) news (?:agency|network|site|website)$/u, '')
    .replace(/(?<=\p{Lu}\p{L}+ \p{Lu}\p{L}+) (?:(?:activist|monitoring|opposition) )?(?:group|network)$/u, '')

const OFFICE =
  /^((?:\p{Lu}[\p{L}'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+) (?:the )?(?:director|head|chief|leader|commander|spokesman|spokeswoman|member|father|mother|founder|president|secretary|chairman)\b/u

const known = new WeakMap<Reading['names'], Map<string, string>>()

/** The one longer name of the report that a short one stands for: "the Observatory", "Rahman"; itself where there is none or several. */
function fuller({ names }: Reading, short: string): string {
  const memory = known.get(names) ?? new Map<string, string>()
  known.set(names, memory)
  const before = memory.get(short)
  if (before !== undefined) return before
  const body = INSTITUTION.test(short)
  const longer = new Set<string>()
  if (body || SURNAME.test(short))
    for (const { canonical, type } of names) {
      const words = canonical.split(' ')
      if (body ? type === 'ORG' && words.length > 2 && words.includes(short) : type === 'PER' && isNameOf(words, short))
        longer.add(canonical.replace(/^\S+-based /, ''))
    }
  const answer = longer.size === 1 ? [...longer][0]! : short
  memory.set(short, answer)
  return answer
}

/** One capitalised word, or one after a particle: "Rahman", "al-Fahd", "Abdel Rahman". */
const SURNAME = /^(?:(?:Abdel|Abdul|Abu|Ibn|Bin|al|el) )?(?:al-|el-)?\p{Lu}\p{L}+$/u

/** A given name or two, then the surname: titles are no names. */
const isNameOf = (words: readonly string[], short: string): boolean =>
  words.length < 5 &&
  words.join(' ').endsWith(` ${short}`) &&
  !words.some((word) => /^(?:Minister|Secretary|General|President|East|West|MP|Dr|Mr|Mrs|Ms|Col|Gen|Lt|Al-)/.test(word))

/** A word that stands for a body once its whole name has been given. */
const INSTITUTION =
  /^(?:Observatory|Ministry|Institute|Network|Center|Centre|Committee|Council|Coalition|Agency|Commission|Department|Organi[sz]ation|Monitor|Authority|Foundation|Office)$/

/** Whoever believes or fears that something is so states it; whoever wants it, goes on with it or judges it does not. */
function isStatement({ type, source, content, cue }: Attribution, { report: { text } }: Reading): boolean {
  const words = (span: Span): string => text.slice(span.start, span.end)
  if (type === 'belief' && (source === null || /^to\b/i.test(words(content[0]!)))) return false
  if (type !== 'indirect' || !cue?.length) return true
  const verb = words(cue.at(-1)!)
  // "Clashes continued in Tarin", "the agency condemned the raid", "the blast claimed nine lives"
  return !NO_STATEMENT.test(verb) && !(/^claim/i.test(verb) && /^[^.;]{0,40}\bli(?:ves?|fe)\b/.test(words(content[0]!)))
}

/** Verbs that take what happened for their object, and do not say that it did. */
const NO_STATEMENT =
  /\b(?:continu|agree|support|back|welcom|slamm?|attack|oppos|defend|condemn|criticis|criticiz|discuss)(?:e?s|e?d|ing|e)?$/i

/** How much of the span is content, leaving aside the words of source and cue. */
function share({ content, source, cue }: Attribution, span: Span): number {
  const said = inside(content, span)
  if (said === 0) return 0
  const aside = inside([...(source ?? []), ...(cue ?? [])], span)
  const rest = span.end - span.start - aside
  return rest <= 0 ? 0 : said / rest
}

const inside = (parts: readonly Span[], { start, end }: Span): number =>
  parts.reduce((sum, part) => sum + Math.max(0, Math.min(part.end, end) - Math.max(part.start, start)), 0)

const size = (parts: readonly Span[]): number => parts.reduce((sum, { start, end }) => sum + end - start, 0)
