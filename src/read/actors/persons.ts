/**
 * Persons: a name with the title before it, and short forms under the longest.
 *
 *     Brig. Gen. Omar Rahil said ...        Rahil added ...
 *     ^^^^^^^^^^^^^^^^^^^^^^ Brig. Gen. Omar Rahil   ^^^^^ the same
 *
 * A rank stays with the name, in wire style; "President" or "spokesman" is
 * part of the span and not of the name. Who "he" is, is not decided here.
 */
import { type ActorPack, holdsOn } from '../../knowledge/actors.ts'
import type { ActorMention, Name } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/text.ts'
import { headOf, tokenAt } from '../phrases.ts'

/** Mentions of persons by their `names`, in text order. `day` is the day of the report, for public figures named by surname. */
export function persons(
  { report: { text }, tokens, places }: Reading,
  names: readonly Name[],
  pack: ActorPack,
  day: string | null,
): ActorMention[] {
  const sites = new Set(places.map(({ end }) => end))
  const found = names.flatMap((name) => {
    const person = asPerson(text, tokens, name, sites, pack)
    return person ? [person] : []
  })
  const longest = fullNames(found.map(({ bare }) => bare))
  const rank = new Map<string, string>()
  for (const { bare, title } of found) {
    const full = longest.get(bare) ?? bare
    const kept = title?.kept
    if (kept && (rank.get(full)?.length ?? 0) < kept.length) rank.set(full, kept)
  }
  return found.map(({ start, end, head, bare, title }) => {
    const full = longest.get(bare) ?? bare
    const figure = pack.people.get(full)
    const known = figure && holdsOn(figure, day) ? figure : undefined
    const ranked = rank.has(full) ? `${rank.get(full)} ${full.replace(INITIAL, '')}` : full
    return {
      start: title ? Math.min(title.start, start) : start,
      end,
      name: known?.name ?? ranked,
      kind: 'person',
      country: known?.country ?? null,
      basis: known && known.name !== full ? 'alias' : 'name',
      head,
      confidence: full === bare && !bare.includes(' ') && !known ? 0.6 : 0.85,
    }
  })
}

/** "Maj. Gen. Ana B. Duarte" is called with and without her initial, and is one. */
const INITIAL = /(?<=\p{L} )\p{Lu}\. /gu

interface Person {
  readonly start: number
  readonly end: number
  readonly head: number
  /** The name without title. */
  readonly bare: string
  readonly title: Title | null
}

/** A name as a person's: by its type, or by the title it holds; taken on over the tokens that the parse joins to it, as far as the end of a place. */
function asPerson(
  text: string,
  tokens: readonly Token[],
  name: Name,
  sites: ReadonlySet<number>,
  pack: ActorPack,
): Person | null {
  const inner = innerTitle(text, name, pack)
  if (name.type !== 'PER' && !inner) return null
  let first = tokenAt(tokens, inner ? inner.end : name.start)
  const last = Math.min(tokens.length - 1, Math.max(first, tokenAt(tokens, name.end - 1)))
  if (first >= tokens.length) return null
  if (!inner)
    while (
      first > 0 &&
      tokens[first]!.deprel === 'flat' &&
      tokens[first - 1]!.upos === 'PROPN' &&
      tokens[first]!.head < first &&
      !sites.has(tokens[first - 1]!.end)
    )
      first--
  const start = tokens[first]!.start
  const written = text.slice(start, name.end).replace(/['’]s?$/, '')
  const bare = first < tokenAt(tokens, name.start) || inner ? written : name.canonical.replace(/['’]s?$/, '')
  if (!/\p{Lu}\p{L}/u.test(bare)) return null
  const clean = stripTitle(bare, pack)
  if (pack.titles.has(clean.rest.toLowerCase())) return null
  const title = titleBefore(text, start, pack) ?? inner ?? (clean.kept === null ? null : { start, kept: clean.kept })
  return { start, end: name.end, head: headOf(tokens, first, last), bare: clean.rest, title }
}

/** A title inside a name, with at least two words after it: "French Foreign Minister Ana Duarte" was taken for one name. */
function innerTitle(text: string, name: Name, pack: ActorPack): (Title & { readonly end: number }) | null {
  const words = [...text.slice(name.start, name.end).matchAll(/\S+/g)]
  for (let i = words.length - 2; i >= 1; i--) {
    const before = words[i - 1]![0]
    const kept = pack.titles.get(before.toLowerCase()) ?? (BODY.test(before) && words.length - i > 1 ? '' : undefined)
    if (kept !== undefined && /^\p{Lu}/u.test(words[i]![0]) && words.length - i <= 4)
      return { start: name.start, kept, end: name.start + words[i]!.index }
  }
  return null
}

/** Last words of what a person heads: "Relief Council Ana Duarte" was taken for one name. */
const BODY =
  /^(?:Observatory|Coalition|Council|Committee|Ministry|Commission|Agency|Authority|Administration|Department|Movement|Party|Front|Army|Brigades?|Division|Union|Association|Organi[sz]ation|Institute|Cent(?:er|re)|Network|Foundation|Office|Rights|Forces)$/

interface Title {
  readonly start: number
  readonly kept: string
}

/** The longest title that ends right before `at`. */
function titleBefore(text: string, at: number, pack: ActorPack): Title | null {
  const before = text.slice(Math.max(0, at - 40), at)
  const words = [...before.matchAll(/[^\s,;:("“]+/g)]
  if (!/\s$/.test(before) || /[,;:("“]\s*$/.test(before)) return null
  let best: Title | null = null
  for (let i = words.length - 1; i >= 0 && words.length - i <= 4; i--) {
    const said = before.slice(words[i]!.index).trim()
    if (/[,;:("“]/.test(said)) break
    const kept = pack.titles.get(said.replace(/\s+/g, ' ').toLowerCase())
    if (kept !== undefined) best = { start: at - before.length + words[i]!.index, kept }
  }
  return best
}

/** The name without the title it begins with, and what of that title stays (null: there is none). */
function stripTitle(name: string, pack: ActorPack): { kept: string | null; rest: string } {
  const words = name.trim().split(/\s+/)
  for (let width = Math.min(3, words.length - 1); width >= 1; width--) {
    const kept = pack.titles.get(words.slice(0, width).join(' ').toLowerCase())
    if (kept !== undefined) return { kept, rest: words.slice(width).join(' ') }
  }
  for (let i = words.length - 1; i >= 2; i--) {
    const kept = pack.titles.get(words[i - 1]!.toLowerCase())
    if (kept !== undefined) return { kept, rest: words.slice(i).join(' ') }
  }
  return { kept: null, rest: words.join(' ') }
}

/**
 * Each name with the longest name of the report that ends or begins with it. First come, first served.
 * A name of two words that stands alone is whole: "East Ana Duarte" of "the Middle East Ana Duarte" is a slip of the tagger.
 */
function fullNames(names: readonly string[]): Map<string, string> {
  const all = [...new Set(names)].sort((a, b) => b.length - a.length)
  const folded = (name: string): string => name.toLowerCase().replace(/[-‐‑’'`]/g, ' ')
  const full = new Map<string, string>()
  for (const name of all) {
    const short = folded(name)
    const longer = all.filter(
      (other) =>
        other.length > name.length &&
        holdsName(folded(other), short) &&
        !(isWhole(name) && folded(other).endsWith(short)),
    )
    full.set(name, longer.length > 0 ? (full.get(longer[0]!) ?? longer[0]!) : name)
  }
  for (const name of all) {
    const whole = all.find((other) => isWhole(other) && folded(name).endsWith(` ${folded(other)}`))
    if (whole !== undefined) full.set(name, full.get(whole)!)
  }
  return full
}

/** A given name and a surname: two words or more, and no particle in front. */
const isWhole = (name: string): boolean =>
  /^(?!(?:abdel|abdul|abu|ibn|bin|ben|umm|al|el|de|van|von)\b)\S+ \S/i.test(name)

const holdsName = (long: string, short: string): boolean => long.endsWith(` ${short}`) || long.startsWith(`${short} `)
