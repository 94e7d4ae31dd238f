/**
 * Words that point back: "he", "they", "the group", "the militants".
 *
 *     Hezbollah fired rockets. The group said it had hit a base.
 *     ^^^^^^^^^                ^^^^^^^^^      ^^
 *
 * Takes the last actor that fits, prefers subjects, and never looks inside a
 * quotation for a speaker outside it. A guess is marked by its confidence;
 * where nothing fits, the word stays unresolved.
 */
import type { ActorMention } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'
import { nounPhrase, relation } from '../phrases.ts'
import type { Composed } from './compose.ts'

const HE = new Set(['he', 'she', 'him', 'his', 'her', 'hers', 'himself', 'herself'])
const THEY = new Set(['they', 'them', 'their', 'theirs', 'themselves'])
const IT = new Set(['it', 'its', 'itself'])
const GROUPS = new Set(['state-force', 'armed-group', 'government', 'agency', 'country', 'media', 'other'])

/** Is the token one that this file can resolve? */
export const pointsBack = ({ text, upos }: Token): boolean => {
  if (upos !== 'PRON' && upos !== 'DET') return false
  const word = text.toLowerCase()
  return HE.has(word) || THEY.has(word) || IT.has(word)
}

/** The actor a pronoun at `index` means, out of the mentions before it, nearest last. */
export function antecedent(
  tokens: readonly Token[],
  index: number,
  before: readonly ActorMention[],
  quoted: (index: number) => boolean,
): { mention: ActorMention; confidence: number } | null {
  const { text: word, sentence } = tokens[index]!
  const low = word.toLowerCase()
  const fits = (mention: ActorMention): boolean =>
    HE.has(low)
      ? mention.kind === 'person'
      : THEY.has(low)
        ? mention.kind !== 'person' && mention.kind !== 'country'
        : GROUPS.has(mention.kind)
  let best: ActorMention | null = null
  let bestScore = 0
  for (let i = before.length - 1; i >= 0 && before.length - i <= 25; i--) {
    const mention = before[i]!
    if (!fits(mention) || (quoted(mention.head) && !quoted(index))) continue
    const away = sentence - tokens[mention.head]!.sentence
    if (away > (HE.has(low) ? 5 : 2)) break
    const subject = weightAsSubject(tokens, mention.head)
    const score = 1 - 0.18 * away + subject - 0.01 * (before.length - i)
    if (score > bestScore) [best, bestScore] = [mention, score]
  }
  if (!best) return null
  return { mention: best, confidence: (HE.has(low) ? 0.65 : 0.4) * best.confidence }
}

/** The armed group that "the militants", "the group" means: the last one named, else the one named most. */
export function lastGroup(before: readonly ActorMention[], all: readonly ActorMention[]): ActorMention | null {
  const isGroup = ({ kind, basis }: ActorMention): boolean => kind === 'armed-group' && basis !== 'words'
  for (let i = before.length - 1; i >= 0 && before.length - i <= 20; i--) if (isGroup(before[i]!)) return before[i]!
  const count = new Map<string, number>()
  let best: ActorMention | null = null
  for (const mention of all.filter(isGroup)) {
    const n = (count.get(mention.name) ?? 0) + 1
    count.set(mention.name, n)
    if (best === null || n > (count.get(best.name) ?? 0)) best = mention
  }
  return best
}

/** Subjects come first, and those of a main clause before those of what somebody says. */
function weightAsSubject(tokens: readonly Token[], index: number): number {
  if (relation(tokens[index]!) !== 'nsubj') return 0
  const verb = tokens[tokens[index]!.head]
  return verb && (verb.head < 0 || relation(verb) === 'parataxis') ? 0.5 : 0.25
}

const AGAIN: Readonly<Record<string, readonly ActorMention['kind'][]>> = {
  group: ['armed-group', 'agency'],
  organization: ['agency', 'armed-group'],
  organisation: ['agency', 'armed-group'],
  movement: ['armed-group'],
  agency: ['agency', 'media'],
  observatory: ['agency'],
  monitor: ['agency'],
  monitors: ['agency'],
  watchdog: ['agency'],
  charity: ['agency'],
  network: ['media', 'agency'],
  broadcaster: ['media'],
  newspaper: ['media'],
}

/** Bodies that watch, named for what they do: "a monitor said" may come before the name. */
const WATCHERS = /^(monitors?|watchdog|observatory)$/i

/** "the group", "the agency", "a monitor": the last one named within three sentences, for a watcher the only one of the report; else null. */
export function lastNamed(
  tokens: readonly Token[],
  index: number,
  before: readonly ActorMention[],
  all: readonly ActorMention[],
): ActorMention | null {
  if (tokens[index]!.upos !== 'NOUN' && tokens[index]!.upos !== 'PROPN') return null
  const word = tokens[index]!.text.toLowerCase()
  const watcher =
    WATCHERS.test(word) ||
    (word === 'group' && /^(monitoring|monitor|rights|war)$/i.test(tokens[index - 1]?.text ?? ''))
  const kinds = watcher ? WATCHING : AGAIN[word]
  if (!kinds || (!watcher && !/^(the|this)$/i.test(tokens[index - 1]?.text ?? ''))) return null
  const next = tokens[index + 1]
  if (next && (next.upos === 'NOUN' || next.upos === 'PROPN' || /^of$/i.test(next.text))) return null
  const fits = ({ kind, basis }: ActorMention): boolean => kinds.includes(kind) && basis !== 'words'
  if (watcher)
    return all.find(({ name, kind }) => kind === 'agency' && /Observatory|Monitor|Network|Watch/.test(name)) ?? null
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i]!
    if (tokens[index]!.sentence - tokens[mention.head]!.sentence > 3) return null
    if (fits(mention)) return mention
  }
  return null
}

const WATCHING: readonly ActorMention['kind'][] = ['agency']

/** "the minister", "the Foreign Secretary": the last person introduced by that title; null when there is none. */
export function titled(
  text: string,
  tokens: readonly Token[],
  index: number,
  before: readonly ActorMention[],
  isTitle: (word: string) => boolean,
): ActorMention | null {
  const { upos } = tokens[index]!
  if ((upos !== 'NOUN' && upos !== 'PROPN') || !isTitle(tokens[index]!.text.toLowerCase())) return null
  if (tokens[index + 1]?.upos === 'PROPN' || tokens[index + 1]?.text.toLowerCase() === 'of') return null
  const title = titleEndingAt(tokens, index, isTitle)
  if (title === null) return null
  for (let i = before.length - 1; i >= 0; i--) {
    const { kind, start, end } = before[i]!
    if (
      kind === 'person' &&
      text
        .slice(Math.max(0, start - 30), end + 60)
        .toLowerCase()
        .includes(title) &&
      text.slice(start, end).includes(' ')
    )
      return before[i]!
  }
  return null
}

/** The title that ends at a token, with the words that belong to it: after "the" or a possessor, or in capitals by itself. */
function titleEndingAt(tokens: readonly Token[], index: number, isTitle: (word: string) => boolean): string | null {
  for (let width = 3; width >= 1; width--) {
    const first = index - width + 1
    if (first < 0 || tokens[first]!.sentence !== tokens[index]!.sentence) continue
    const words = tokens.slice(first, index + 1)
    const title = words.map(({ text }) => text.toLowerCase()).join(' ')
    if (!isTitle(title)) continue
    const led = /^(?:the|['’]s)$/i.test(tokens[first - 1]?.text ?? '')
    if (led || (width > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text)))) return title
    return null
  }
  return null
}

/** "The rebels" after "M23 rebels": the armed group last named with that very noun; a group that is only words of its country is none. */
export function sameKind(
  tokens: readonly Token[],
  { kind, head, name }: ActorMention,
  before: readonly ActorMention[],
): ActorMention | null {
  if (kind !== 'armed-group' || !/^(?:the|these|those)$/i.test(tokens[head - 1]?.text ?? '')) return null
  const noun = tokens[head]!.text.toLowerCase()
  const isSo = (one: ActorMention): boolean =>
    [one.head, one.head + 1].some((at) => tokens[at]?.text.toLowerCase() === noun) &&
    !one.name.toLowerCase().endsWith(noun)
  return lastOther(before, name, isSo)
}

/** The armed group last called by a name of its own, other than `name`, of which it holds. */
const lastOther = (
  before: readonly ActorMention[],
  name: string,
  holds: (one: ActorMention) => boolean,
): ActorMention | null =>
  before.findLast(
    (one) =>
      one.kind === 'armed-group' &&
      (one.basis === 'composed' || one.basis === 'alias') &&
      one.name !== name &&
      holds(one),
  ) ?? null

/** Words by which one side calls another, whatever its name. */
const CALLED = /^(?:terrorists?|militants?|jihadists?|jihadis|extremists?)$/i

/** "The terrorists" in a report that speaks of "M23 terrorists": the group last called so, by any of those words. */
export function calledSo(
  tokens: readonly Token[],
  { kind, head, name }: Pick<Composed, 'kind' | 'name'> & { readonly head: number },
  before: readonly ActorMention[],
): ActorMention | null {
  if (kind !== 'armed-group' || !CALLED.test(tokens[head]!.text)) return null
  const isSo = (one: ActorMention): boolean =>
    !CALLED.test(one.name.split(' ').at(-1)!) &&
    [one.head, one.head + 1].some((at) => CALLED.test(tokens[at]?.text ?? ''))
  return lastOther(before, name, isSo)
}

/** "Its aircraft": whoever "its" means, where that is a force, a group or a body; null for a country's or nobody's. */
export function ownersBefore(
  tokens: readonly Token[],
  { kind, head }: Pick<Composed, 'kind'> & { readonly head: number },
  before: readonly ActorMention[],
  quoted: (index: number) => boolean,
): ActorMention | null {
  if (kind !== 'state-force') return null
  const [start] = nounPhrase(tokens, head)
  for (let i = Math.max(0, Math.min(start, head - 1)); i < head; i++) {
    if (tokens[i]!.xpos !== 'PRP$') continue
    const owner = pointsBack(tokens[i]!) ? antecedent(tokens, i, before, quoted)?.mention : undefined
    return owner && OWNERS.has(owner.kind) && owner.basis !== 'words' ? owner : null
  }
  return null
}
const OWNERS: ReadonlySet<ActorMention['kind']> = new Set(['armed-group', 'state-force', 'agency'])

const BODIES =
  /^(ministry|coalition|observatory|council|institute|agency|committee|commission|department|center|centre|union|front|brigade|brigades|command|court|network|association|foundation|authority|movement|league|organization|organisation|party|staff|division|administration|group)$/i

/** "the Council", "the ministry": the last actor whose own name ends in that word; null when there is none or the word is no body's. */
export function echoed(tokens: readonly Token[], index: number, before: readonly ActorMention[]): ActorMention | null {
  const word = tokens[index]!.text
  if (!BODIES.test(word) || !/^(the|this|that|its|that)$/i.test(tokens[index - 1]?.text ?? '')) return null
  const wanted = word.toLowerCase()
  for (let i = before.length - 1; i >= 0; i--) {
    const { name, basis } = before[i]!
    if (basis !== 'words' && basis !== 'pronoun' && name.split(/\s+/).some((part) => part.toLowerCase() === wanted))
      return before[i]!
  }
  return null
}
