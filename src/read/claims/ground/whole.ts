/**
 * The whole that a part belongs to: named in the phrase, possessing it, in front of it, or last told of.
 *
 *     areas around Tarin     Tarin's east     Tarin suburbs     the eastern suburbs
 *              ^^^^^^ around ^^^^^            ^^^^^             whatever town was named last
 */
import { dependents, preposition } from '../clauses.ts'
import { type Compose, type Ground, meant as ground, type Land, named } from './ground.ts'
import { inFocus } from './meant.ts'
import { properAt } from './names.ts'
import { headFrom } from './nouns.ts'

/** A whole and how its part hangs on it. */
export interface Whole {
  readonly grounds: readonly Ground[]
  readonly link: string
  /** It is said in the phrase, and not only meant. */
  readonly explicit: boolean
}

/** Sizes of what may be meant: of parts, of "the north", of buildings. */
export const WHOLE: ReadonlySet<string> = new Set(['town', 'area', 'country', 'region'])
export const LANDS: ReadonlySet<string> = new Set(['country', 'demonym', 'area'])
export const SITED: ReadonlySet<string> = new Set(['town', 'small', 'unlisted', 'area', 'region'])

const LINKS: Readonly<Record<string, string>> = {
  of: 'of', in: 'in', inside: 'in', within: 'in', at: 'in', near: 'near', around: 'around', outside: 'around', surrounding: 'around',
  across: 'across', throughout: 'across', on: 'in', along: 'near', beside: 'near',
} // biome-ignore format: a table

/** What the phrase headed by the noun is part of; no grounds when nothing is known. */
export function wholeOf(land: Land, at: number, compose: Compose, sizes: ReadonlySet<string>): Whole {
  const { view, place } = land.scene
  for (const child of dependents(view, at, 'nmod', 'obl')) {
    const link = LINKS[preposition(view, child)]
    const grounds = child > at && link ? compose(child) : []
    if (link && grounds.length) return { grounds, link, explicit: true }
  }
  for (const child of dependents(view, at, 'nmod:poss')) {
    const grounds = view.tokens[child]!.upos === 'PRON' ? [] : compose(child)
    if (grounds.length) return { grounds, link: 'of', explicit: true }
  }
  for (const child of dependents(view, at, 'compound', 'amod')) {
    const found = child < at && place[child]! >= 0 ? properAt(land.scene, child) : null
    if (found && found !== 'other') return { grounds: [named(land, child, found)], link: 'of', explicit: true }
  }
  const behind = around(land, at, compose) ?? beyond(land, at, compose)
  if (behind) return behind
  const found = inFocus(land, at, sizes) ?? (sizes === LANDS ? countryOf(land, at) : null)
  const meant = found && (sizes === SITED ? inside(land, at, found) : found)
  return { grounds: meant ? [meant] : [], link: 'of', explicit: false }
}

/** "The north", of a report that names only towns: of the country they lie in. */
function countryOf({ namings, country }: Land, at: number): Ground | null {
  const mention = namings.country ? country(namings.country) : null
  return mention && ground(at, mention)
}

/**
 * "The Danu district of Aramo province ... in the province": a building is in the district, the last that was named within;
 * so it is where "Danu district, Aramo province" named both, whatever the index knows of them.
 */
function inside({ scene: { view }, namings }: Land, at: number, outer: Ground): Ground {
  const id = outer.mention?.id
  const { start } = view.tokens[at]!
  const within = namings.all.findLast(({ sort, end, mention, marks }, i) => {
    if (sort !== 'name' || end > start || marks.includes('role:dateline')) return false
    const next = marks.includes('inner') ? namings.all.slice(i + 1).find((one) => one.sort === 'name') : undefined
    return (id != null && mention.partOf.includes(id)) || (next?.name === outer.name && mention.name !== outer.name)
  })
  return within ? { ...outer, name: within.mention.name, mention: within.mention } : outer
}

/** "Surrounding Tarin", read off the words where the parse has the phrase elsewhere. */
function around({ scene: { view } }: Land, at: number, compose: Compose): Whole | null {
  const { tokens } = view
  const next = tokens[at + 1]
  const link = next && LINKS[next.text.toLowerCase()]
  if (!link || next.sentence !== tokens[at]!.sentence) return null
  for (let i = at + 2; i < Math.min(tokens.length, at + 7) && tokens[i]!.sentence === next.sentence; i++) {
    const { upos, head, deprel } = tokens[i]!
    if (upos === 'PUNCT' || upos === 'VERB') return null
    if ((upos !== 'PROPN' && upos !== 'NOUN') || (head === i + 1 && deprel !== 'conj')) continue
    const grounds = compose(i)
    return grounds.length ? { grounds, link, explicit: true } : null
  }
  return null
}

/** "Towns held by rebels in Aramo": the phrase behind the participle that describes the noun. */
function beyond({ scene: { view } }: Land, at: number, compose: Compose): Whole | null {
  const { tokens } = view
  const [verb] = dependents(view, at, 'acl').filter((child) => child > at && tokens[child]!.xpos === 'VBN')
  if (verb === undefined) return null
  const { sentence } = tokens[verb]!
  for (let i = verb + 1; i < Math.min(tokens.length, verb + FAR) && tokens[i]!.sentence === sentence; i++) {
    const { upos, text } = tokens[i]!
    if (upos === 'VERB' || (upos === 'PUNCT' && text !== '-')) return null
    const link = /^(?:in|near|around|across|throughout|outside)$/.test(text) ? LINKS[text] : undefined
    const grounds = link ? compose(headFrom(tokens, i + 1)) : []
    if (link && grounds.length) return { grounds, link, explicit: true }
  }
  return null
}

/** How far behind the participle the phrase may stand, in tokens. */
const FAR = 9
