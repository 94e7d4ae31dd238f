/**
 * Owners: the country, group or word before a head noun, or behind its "of", that says whose it is.
 *
 *     two senior Turkish troops      warplanes of the SDF      Pro-Russian officials
 *                owner                            owner        nobody's but their own
 *
 * What an owner and a head noun make together is compose.ts's business.
 */
import type { KnownActor } from '../../knowledge/actors.ts'
import type { Token } from '../../model/text.ts'
import { related, tokenAt } from '../phrases.ts'
import type { Found } from './aliases.ts'
import type { Setting } from './compose.ts'

/** Whose a head noun is. */
export interface Owner {
  readonly actor: KnownActor | null
  readonly country: string | null
  readonly adjective: string
  /** Its first token and the one after its last, when it stands before the head. */
  readonly first: number | undefined
  readonly end: number | undefined
}

/** The first token that may own a head noun: adjectives joined by "and" are not left out ("Sudanese and Chadian | troops"). */
export function reach(setting: Setting, start: number, first: number): number {
  const { tokens, formAt } = setting
  let from = Math.min(start, first)
  const owns = (i: number): boolean =>
    formAt.get(i)?.form.adjective === true && tokens[i]?.sentence === tokens[first]!.sentence
  while (first - from < 6 && owns(from - 1)) from--
  // "Kurdish | security forces", where the parse cuts them apart
  if (
    from === first &&
    isPeople(setting, tokens[first - 1]?.text) &&
    tokens[first - 1]!.sentence === tokens[first]!.sentence
  )
    from--
  // "Afghan and coalition | forces"
  if (SIDES.test(tokens[first - 1]?.text ?? '') && tokens[first - 2]?.lemma === 'and' && owns(first - 3))
    from = Math.min(from, first - 3)
  // "Iraqi and Kurdish | forces"
  if (isPeople(setting, tokens[first - 1]?.text) && tokens[first - 2]?.lemma === 'and' && owns(first - 3))
    from = Math.min(from, first - 3)
  return from
}

/** Is it the adjective of a people or state that is none of the listed countries: "Hutu", and what ends as such words do? Also where a sentence begins. */
export const isPeople = ({ pack }: Setting, text = ''): boolean => pack.peoples.has(text) || PEOPLE.test(text)
const PEOPLE = /^\p{Lu}[\p{Ll}’'‘-]{2,}(ish|ese|ite|ian|ean|[^aeiou]i)$/u

/** "the August offensive": a day or a month owns nothing. */
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/

/** Common nouns for a side. */
export const SIDES =
  /^(government|regime|junta|rebels?|army|coalition|terrorists?|militants?|insurgents?|opposition|jihadists?)$/i

/** Who owns a head noun: the nearest known form before it, "of X" behind it, or a capitalised modifier; a weapon's name ("Hellfire missiles") owns no deed. */
export function ownerOf(setting: Setting, index: number, start: number, first: number, deed: boolean): Owner | null {
  const { tokens, formAt } = setting
  for (let i = first - 1; i >= start; i--) {
    const found = formAt.get(i)
    const { text } = tokens[i]!
    // "Pro-Russian officials" are not Russia's.
    if (found && STANCE.test(text))
      return {
        actor: null,
        country: null,
        adjective: text.replace(/^\p{Lu}/u, (c) => c.toLowerCase()),
        first: i,
        end: i + 1,
      }
    if (found && !isAside(tokens, found, first)) return owned(found, tokenAt(tokens, found.start), i + 1)
  }
  for (const i of related(tokens, index, 'nmod', 'acl')) {
    if (i < index) continue
    const found = formAt.get(i)
    const preposition = related(tokens, i, 'case')[0]
    if (
      found &&
      preposition !== undefined &&
      OWNING.test(tokens[preposition]!.text) &&
      !(AIR.test(tokens[index]!.text) && /^from$/i.test(tokens[preposition]!.text))
    )
      return owned(found, undefined, undefined)
  }
  for (let i = first - 1; i >= start; i--) {
    const { text, upos, head } = tokens[i]!
    const modifies = head === index || (head >= first && head <= index)
    if (
      modifies &&
      /^\p{Lu}/u.test(text) &&
      !CALENDAR.test(text) &&
      !SIDES.test(text) &&
      (isPeople(setting, text) || (upos === 'PROPN' && !deed && tokens[i - 1]?.sentence === tokens[i]!.sentence))
    )
      return { actor: null, country: null, adjective: text, first: i, end: i + 1 }
  }
  return null
}

const STANCE = /^(?:pro|anti)[-‐‑]\p{Lu}/iu
const OWNING = /^(?:of|from)$/i
/** "Planes from Cyprus arrived": where they come from is not whose attack it is. */
const AIR = /^(?:planes?|aircraft|helicopters?|jets?)$/i

/** The owner that a known name is, at these tokens. */
export const owned = ({ form }: Found, first: number | undefined, end: number | undefined): Owner => ({
  actor: form.actor,
  country: form.actor.country,
  adjective: form.text,
  first,
  end,
})

/** "Iranian-backed", "anti-IS", "US-led": names somebody beside the owner. */
function isAside(tokens: readonly Token[], { start, end }: Found, limit: number): boolean {
  for (let i = limit - 1; i >= 0 && tokens[i]!.start >= end; i--)
    if (tokens[i]!.start === end && /^[-‐‑–]/.test(tokens[i]!.text)) return true
  for (let i = limit - 1; i >= 0 && tokens[i]!.end >= start; i--)
    if (tokens[i]!.end === start && /[-‐‑–]$/.test(tokens[i]!.text)) return true
  return false
}
