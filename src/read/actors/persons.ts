/**
 * Persons: a name with the title before it, and short forms under the longest.
 *
 *     Brig. Gen. Omar Rahil said ...        Rahil added ...
 *     ^^^^^^^^^^^^^^^^^^^^^^ Brig. Gen. Omar Rahil   ^^^^^ the same
 *
 * A rank stays with the name, in wire style; "President" or "spokesman" is
 * part of the span and not of the name. Who "he" is, is not decided here.
 */
import type { ActorPack } from '../../knowledge/actors.ts'
import type { ActorMention, Name } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'
import { headOf, tokenAt } from '../phrases.ts'

/** Mentions of persons, in text order. */
export function persons(
  text: string,
  tokens: readonly Token[],
  names: readonly Name[],
  pack: ActorPack,
): ActorMention[] {
  const found = names
    .filter(({ type }) => type === 'PER')
    .map((name) => {
      const bare = stripTitle(name.canonical, pack)
      return {
        name,
        title: titleBefore(text, name.start, pack) ?? bare.title,
        bare: bare.rest,
        own: stripTitle(text.slice(name.start, name.end), pack),
      }
    })
    .filter(({ bare }) => /\p{L}{2}/u.test(bare))
  const longest = fullNames(found.map(({ bare }) => bare))
  const rank = new Map<string, string>()
  for (const { bare, title, own } of found) {
    const full = longest.get(bare) ?? bare
    const kept = title?.kept || own.title?.kept
    if (kept && (rank.get(full)?.length ?? 0) < kept.length) rank.set(full, kept)
  }
  return found.map(({ name, title, bare }) => {
    const full = longest.get(bare) ?? bare
    const start = title && title.start < name.start && title.start >= 0 ? title.start : name.start
    const first = tokenAt(tokens, name.start)
    const last = Math.max(first, tokenAt(tokens, name.end - 1))
    return {
      start,
      end: name.end,
      name: rank.has(full) ? `${rank.get(full)} ${full}` : full,
      kind: 'person',
      country: null,
      basis: 'name',
      head: headOf(tokens, first, Math.min(last, tokens.length - 1)),
      confidence: full === bare && !bare.includes(' ') ? 0.6 : 0.85,
    }
  })
}

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

/** A title inside the name's own span. */
function stripTitle(name: string, pack: ActorPack): { title: Title | null; rest: string } {
  const words = name
    .replace(/['’]s$/, '')
    .trim()
    .split(/\s+/)
  for (let width = Math.min(3, words.length - 1); width >= 1; width--) {
    const kept = pack.titles.get(words.slice(0, width).join(' ').toLowerCase())
    if (kept !== undefined) return { title: { start: -1, kept }, rest: words.slice(width).join(' ') }
  }
  return { title: null, rest: words.join(' ') }
}

/** Each name with the longest name of the report that ends or begins with it. First come, first served. */
function fullNames(names: readonly string[]): Map<string, string> {
  const all = [...new Set(names)].sort((a, b) => b.length - a.length)
  const folded = (name: string): string => name.toLowerCase().replace(/[-‐‑’'`]/g, ' ')
  const full = new Map<string, string>()
  for (const name of all) {
    const short = folded(name)
    const longer = all.filter((other) => other.length > name.length && holdsName(folded(other), short))
    full.set(name, longer.length > 0 ? (full.get(longer[0]!) ?? longer[0]!) : name)
  }
  return full
}

const holdsName = (long: string, short: string): boolean => long.endsWith(` ${short}`) || long.startsWith(`${short} `)
