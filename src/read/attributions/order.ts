/**
 * Attributions by word order alone, for sentences whose parse breaks at the seam.
 *
 *     Two bridges were hit on Sunday a police source said on Monday .
 *     content                        source          cue              trailing cue
 *
 *     The ministry said Tuesday two bridges were hit .
 *     source       cue          content                leading cue
 *
 * Wire copy often comes without its commas; then the parser takes the speaker
 * into what is said. Only plain verbs of saying are read this way.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import type { Token } from '../../model/text.ts'
import { headOf, nounPhrase, related, stretch } from '../phrases.ts'
import { afterAside, beforeAside, hasVerb } from './asides.ts'
import { cueOf, type Draft, trim } from './clauses.ts'
import type { CanSpeak } from './subjects.ts'

/** A noun phrase in words: its tokens and its head. */
interface Chunk {
  readonly first: number
  readonly last: number
  readonly head: number
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET'])
const TIME =
  /^(on|in|at|late|early|earlier|later|last|next|this|to|a|an|the|by|via|its|his|her|their|statement|interview|telephone|phone|press|news|conference|briefing|twitter|reporters|journalists|today|yesterday|overnight|morning|afternoon|evening|night|week|month|year|local|time|(sun|mon|tues|wednes|thurs|fri|satur)day|january|february|march|april|may|june|july|august|september|october|november|december|\d+|,|-|\(|\))$/i

/** Is the verb's own place at the end of `[from, to)`, with nothing but time and occasion behind it? Then what stands before is content. */
export function trailingCue(
  tokens: readonly Token[],
  verb: number,
  from: number,
  to: number,
  frame: ReportingVerb,
  canSpeak: CanSpeak,
): { draft: Draft; contentEnd: number } | null {
  if (!isPlain(frame) || !/^VB[DZPN]$/.test(tokens[verb]!.xpos)) return null
  const whole = last(tokens, to)
  const tail = seamOf(tokens, verb, from, whole) ?? whole
  if (tail - verb > 14) return null
  const behind = verb + 1 <= tail ? chunkFrom(tokens, verb + 1, tail, canSpeak) : null
  const inverted = frame.object ? null : behind
  const rest = behind ? afterAside(tokens, behind.last + 1, tail) : verb + 1
  for (let i = rest; i <= tail; i++) if (!TIME.test(tokens[i]!.text)) return null
  const pronoun = tokens[verb - 1]?.upos === 'PRON'
  const before = inverted && !pronoun ? null : chunkTo(tokens, verb - 1, from, canSpeak)
  const source = before ?? inverted
  if (!source) return null
  const end = (before ? before.first : verb) - 1
  const content = trim(tokens, from, end)
  if (!content || end - from < 2 || !hasVerb(tokens, from, end)) return null
  return {
    draft: {
      verb: frame,
      cue: cueOf(tokens, verb),
      source: source.head,
      sourceSpan: stretch(tokens, source.first, source.last),
      content: [content],
    },
    contentEnd: end + 1,
  }
}

/** How things stood when it was said is no part of what was said. */
const LATER =
  /^(?:after|before|as|while|since|amid|following|despite|because|although|though|hours?|days?|weeks?|months?|years?|two|three|four|five|six|seven|ten|several|few|just|shortly|less|nearly|almost|about|only|raising|bringing|ending)$/i

/** ", officials said on Friday | , two days after the truce ended": the last token before such a clause, when a comma stands before the speaker, too; null where there is none. */
function seamOf(tokens: readonly Token[], verb: number, from: number, tail: number): number | null {
  let at = verb + 1
  while (at <= tail && TIME.test(tokens[at]!.text)) at++
  if (at > tail || at - verb > 6 || !LATER.test(tokens[at]!.text)) return null
  const comma = tokens.slice(verb + 1, at).findLastIndex(({ text }) => text === ',')
  const before = tokens.slice(Math.max(from, verb - 12), verb).some(({ text }) => text === ',')
  return comma < 0 || !before ? null : verb + comma
}

/** A speaker, the verb, and a clause with a verb of its own up to the end of the sentence. */
export function leadingCue(
  tokens: readonly Token[],
  verb: number,
  from: number,
  to: number,
  frame: ReportingVerb,
  canSpeak: CanSpeak,
): Draft | null {
  const inserted = beforeInsertion(tokens, verb - 1, from)
  const that = inserted === null ? -1 : thatAfter(tokens, verb, to)
  if (!isPlain(frame) || !(that < 0 ? /^VB[DZP]$/ : /^VB[DNZP]$/).test(tokens[verb]!.xpos)) return null
  const source = named(tokens, verb, from, chunkTo(tokens, inserted ?? verb - 1, from, canSpeak))
  const tail = last(tokens, to)
  let start = that < 0 ? verb + 1 : that + 1
  while (
    start <= tail &&
    TIME.test(tokens[start]!.text) &&
    !/^(the|a|an|his|her|its|their|this)$/i.test(tokens[start]!.text)
  )
    start++
  const content = source && trim(tokens, start, tail)
  if (!source || !content || !hasVerb(tokens, start, tail)) return null
  if (
    !/^(that|the|a|an|it|he|she|they|there|we|i|its|his|their|some|at|more|no|all)$/i.test(tokens[start]!.text) &&
    !NOMINAL.has(tokens[start]!.upos)
  )
    return null
  return {
    verb: frame,
    cue: cueOf(tokens, verb),
    source: source.head,
    sourceSpan: stretch(tokens, source.first, source.last),
    content: [content],
  }
}

/** Of "Gen. Omar, the commander west of the city, stated": the one whose office the words right before the verb tell. */
function named(tokens: readonly Token[], verb: number, from: number, chunk: Chunk | null): Chunk | null {
  const subject = related(tokens, verb, 'nsubj').find((i) => tokens[i]!.upos === 'PROPN')
  if (!chunk || subject === undefined || subject < from || subject >= chunk.first) return chunk
  let at = chunk.head
  for (let steps = 0; steps < 6 && at > subject; steps++) at = tokens[at]!.head
  return at === subject ? { first: nounPhrase(tokens, subject)[0], last: chunk.last, head: subject } : chunk
}

/** Before " - which has troops there - said": the last token ahead of the insertion; null where none ends at `at`. */
function beforeInsertion(tokens: readonly Token[], at: number, from: number): number | null {
  if (!/^[-–—]$/.test(tokens[at]?.text ?? '')) return null
  for (let i = at - 1; i > from; i--)
    if (/^[-–—]$/.test(tokens[i]!.text) && /^(which|who|whose|where)$/i.test(tokens[i + 1]!.text)) return i - 1
  return null
}

/** "said before the battle began that ...": the "that" within a dozen words of the verb; -1 where there is none. */
function thatAfter(tokens: readonly Token[], verb: number, to: number): number {
  for (let i = verb + 1; i < Math.min(to, verb + 12); i++) if (tokens[i]!.text.toLowerCase() === 'that') return i
  return -1
}

const isPlain = ({ type, clause, quote }: ReportingVerb): boolean => type === 'say' && clause && quote

/** Last token before `to` that is no full stop. */
function last(tokens: readonly Token[], to: number): number {
  let i = to - 1
  while (i >= 0 && /^[.!?;:,]$/.test(tokens[i]!.text)) i--
  return i
}

/** The noun phrase that ends right before the verb, carried over "of", "in", "from" to the noun that can speak. */
function chunkTo(tokens: readonly Token[], at: number, from: number, canSpeak: CanSpeak): Chunk | null {
  let end = at
  while (end > from && /^(ADV|AUX|PART)$/.test(tokens[end]!.upos)) end--
  if (end < from) return null
  const whole = tokens[end]!.text === ',' && end - 1 > from ? end - 1 : end
  end = Math.min(whole, beforeAside(tokens, end, from))
  if (tokens[end]!.sentence !== tokens[at]!.sentence) return null
  for (let tries = 0; tries < 3; tries++) {
    const first = chunkStart(tokens, end, from)
    if (first > end) return null
    const head = nounHead(tokens, first, end)
    const joined = first - 1 >= from ? tokens[first - 1]! : null
    const linked = joined && /^(of|in|from|at|for|with|near|on|inside|by|to|into|since|against)$/i.test(joined.text)
    const goesOn = linked && (isNameOf(tokens, first) || canSpeakBefore(tokens, first - 2, from, canSpeak))
    if (head >= 0 && canSpeak(head) && !goesOn)
      return { first: linked ? behindName(tokens, first, head) : first, last: whole, head }
    if (!linked) return null
    end = first - 2
    if (end < from) return null
  }
  return null
}

/** Does the name that begins at `first` go on before its "of" or "for": "Observatory for | Human Rights"? */
const isNameOf = (tokens: readonly Token[], first: number): boolean =>
  /^(?:of|for)$/.test(tokens[first - 1]!.text) &&
  tokens[first]!.upos !== 'DET' &&
  /^\p{Lu}/u.test(tokens[first]!.text) &&
  tokens[first - 2]?.upos === 'PROPN'

/** "In Tarin activists said": a preposition needs its own noun, so the names behind it are its, and the speaker begins after them. */
function behindName(tokens: readonly Token[], first: number, head: number): number {
  if (tokens[head]!.upos !== 'NOUN') return first
  let at = first
  while (at < head && tokens[at]!.upos === 'PROPN') at++
  return at
}

/** In "a source at the army": does the noun before "at" speak, and is it unnamed? */
function canSpeakBefore(tokens: readonly Token[], at: number, from: number, canSpeak: CanSpeak): boolean {
  if (at < from || tokens[at]!.upos !== 'NOUN' || !canSpeak(at)) return false
  const first = chunkStart(tokens, at, from)
  return first === from || first < at || /s$/.test(tokens[at]!.text)
}

/** First token of the noun phrase that ends at `end`: back over nouns and their modifiers to an article, at most one noun phrase. */
function chunkStart(tokens: readonly Token[], end: number, from: number): number {
  let first = end + 1
  for (let i = end; i >= from; i--) {
    const { upos, text } = tokens[i]!
    if (upos === 'PRON') return first > end ? i : first
    const joins = upos === 'PUNCT' ? /^[-‐‑'’]$/.test(text) : text === "'s" || text === '’s' || NOMINAL.has(upos)
    if (!joins) break
    first = i
    if (upos === 'DET') break
  }
  return first
}

const nounHead = (tokens: readonly Token[], first: number, end: number): number => {
  for (let i = end; i >= first; i--) if (['NOUN', 'PROPN', 'PRON'].includes(tokens[i]!.upos)) return i
  // "An official said": taken for an adjective.
  return end > first && tokens[first]!.upos === 'DET' && tokens[end]!.upos === 'ADJ' ? end : -1
}

/** The noun phrase that begins at `first`, when it can speak: the inverted subject of "said the mayor". */
function chunkFrom(tokens: readonly Token[], first: number, tail: number, canSpeak: CanSpeak): Chunk | null {
  let end = first - 1
  while (
    end + 1 <= tail &&
    (NOMINAL.has(tokens[end + 1]!.upos) || /^[-‐‑]$/.test(tokens[end + 1]!.text)) &&
    !/day$/i.test(tokens[end + 1]!.text)
  )
    end++
  if (end < first) return null
  const head = headOf(tokens, first, end)
  const noun = ['NOUN', 'PROPN', 'PRON'].includes(tokens[head]!.upos) ? head : nounHead(tokens, first, end)
  if (noun < 0 || !canSpeak(noun)) return null
  while (
    end + 2 <= tail &&
    /^(of|for|in|at|from)$/i.test(tokens[end + 1]!.text) &&
    NOMINAL.has(tokens[end + 2]!.upos) &&
    !/day$/i.test(tokens[end + 2]!.text)
  ) {
    end += 2
    while (end + 1 <= tail && NOMINAL.has(tokens[end + 1]!.upos)) end++
  }
  return { first, last: end, head: noun }
}
