/**
 * Known names in a text: aliases of groups and bodies, names of countries, adjectives.
 *
 *     The  SDF  said  US-led coalition  jets ...
 *          ^^^        ^^^^^^^^^^^^^^^^  longest form wins; hyphen and space are one, capitals must be capitals
 *
 * Finds words only; whether a country acts or merely lies there is decided later.
 */
import { type ActorPack, type Form, holdsOn, type KnownActor } from '../../knowledge/actors.ts'
import type { ActorKind } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'

/** A known form at a place in the text. */
export interface Found extends Span {
  readonly form: Form
}

/** Same length as the text, one kind of hyphen, space and apostrophe. */
const even = (text: string): string => text.replace(/[-‐‑–\s]/g, ' ').replace(/[’‘`]/g, "'")

/** Every known form in the text, in text order, without overlap. `day` is the day of the report, for dated names; `own` the report's own acronyms. */
export function findForms(
  text: string,
  pack: ActorPack,
  day: string | null,
  own: ReadonlyMap<string, Form> = new Map(),
): Found[] {
  const plain = even(text)
  const lower = plain.toLowerCase()
  if (lower.length !== plain.length) return []
  const found: Found[] = []
  let end = 0
  for (const word of lower.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index < end) continue
    const acronym = own.get(word[0])
    for (const form of [...(acronym ? [acronym] : []), ...(pack.forms.get(word[0]) ?? [])]) {
      const start = word.index
      if (!stands(plain, lower, start, form.text) || !holdsOn(form.actor, day)) continue
      if (isShout(form.text) && inCapitals(text, start, form.text.length)) continue
      end = start + form.text.length
      found.push({ start, end, form })
      break
    }
  }
  return found
}

/** Acronyms that the report itself explains by initials: "the Northern Relief Committee (NRC)". By lower-case acronym. */
export function acronyms(text: string, pack: ActorPack): Map<string, Form> {
  const own = new Map<string, Form>()
  for (const found of text.matchAll(/(?:\(|-LRB- )([A-Z]{2,7})(?:\)| -RRB-)/g)) {
    const short = found[1]!
    const words = text
      .slice(Math.max(0, found.index - 100), found.index)
      .trim()
      .split(/\s+/)
    for (let i = words.length - 2; i >= 0 && words.length - i <= 10; i--) {
      const name = words.slice(i)
      const initials = name.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0])
      if (initials.join('') !== short || !/^\p{Lu}/u.test(name[0]!)) continue
      own.set(short.toLowerCase(), { text: short, actor: bodyOf(name.join(' '), pack) })
      break
    }
  }
  return own
}

/** The body of that name: a known one, or one whose name says what it is. */
function bodyOf(name: string, { forms }: ActorPack): KnownActor {
  const first = /^[\p{L}\p{N}]+/u.exec(name.toLowerCase())?.[0] ?? ''
  const known = forms.get(first)?.find(({ text, adjective }) => !adjective && even(text) === even(name))
  return known?.actor ?? { name, kind: kindOfName(name) ?? 'agency', country: null, from: null, to: null }
}

const KIND_WORDS: readonly [RegExp, ActorKind][] = [
  [/\b(Armed Forces|Security Forces|Air Force|Navy|Police|Border Guards?|National Guard|Coast Guard)\b/, 'state-force'],
  [
    /\b(Brigade|Brigades|Army|Front|Battalion|Militia|Movement|Jaish|Jaysh|Liwa|Harakat|Katibat|Ansar|Jund|(?<!Task )Forces?)\b/,
    'armed-group',
  ],
  [
    /\b(Ministry|Government|Department|Council|Parliament|Court|Office|Directorate|Command|Governorate)\b/,
    'government',
  ],
  [/\b(News|Times|Post|Television|TV|Radio|Press|Tribune|Herald|Daily)\b/, 'media'],
  [
    /\b(Organi[sz]ation|Committee|Federation|Association|Commission|Union|Fund|Institute|Centre|Center|University|Agency)\b/,
    'agency',
  ],
]

/** What a body is by a word of its name ("Front", "Ministry"); undefined when none tells. */
export const kindOfName = (name: string): ActorKind | undefined => KIND_WORDS.find(([words]) => words.test(name))?.[1]

/** Is the form written at `start`, as whole words, with its capitals? */
function stands(plain: string, lower: string, start: number, form: string): boolean {
  if (lower.charCodeAt(start + form.length - 1) !== form.toLowerCase().charCodeAt(form.length - 1)) return false
  const wanted = even(form)
  if (!lower.startsWith(wanted.toLowerCase(), start)) return false
  if (start > 0 && /[\p{L}\p{N}]/u.test(plain[start - 1]!)) return false
  const after = plain[start + wanted.length]
  if (after !== undefined && /[\p{L}\p{N}]/u.test(after) && !isBarePossessive(plain, start + wanted.length, wanted))
    return false
  for (let i = 0; i < wanted.length; i++) {
    const letter = wanted[i]!
    if (letter !== letter.toLowerCase() && plain[start + i] !== letter) return false
  }
  return true
}

/** "SANAs reporter", "Syrias war": wire copy that has lost its apostrophes. */
const isBarePossessive = (plain: string, at: number, form: string): boolean =>
  form.length >= 4 &&
  !/s$/i.test(form) &&
  plain[at] === 's' &&
  !/[\p{L}\p{N}]/u.test(plain[at + 1] ?? ' ') &&
  form !== 'America'

/** A short form in capitals ("IS", "WHO") means itself only where its neighbours are not in capitals too. */
const isShout = (form: string): boolean => /^[A-Z]{2,5}$/.test(form)

function inCapitals(text: string, start: number, length: number): boolean {
  const before = /([\p{L}]+)[\s,]*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  const after = /^[\s,]*([\p{L}]+)/u.exec(text.slice(start + length, start + length + 24))?.[1]
  const shouted = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}{2,}$/u.test(word)
  return shouted(before) && shouted(after)
}
