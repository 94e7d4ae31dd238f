/**
 * Ground: the places that a noun phrase names, one for each that a claim of control is about.
 *
 *     the rebel-held eastern districts of Tarin     eastern Tarin
 *     most of Sohl and half of Zemar                Sohl; Zemar
 *     two villages near the town, Ain and Marj      Ain; Marj
 *     the road between Tarin and Sohl               Tarin-Sohl road
 *
 * Head noun, side, whole and coordination are read off the parse; "the city" and "its" off what
 * was named last. Which phrase is asked about is `choose.ts`'s business.
 */

import { directionOf } from '../../../knowledge/directions.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Token } from '../../../model/text.ts'
import { partOfWhole } from '../../places/parts.ts'
import { dependents, preposition } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import { type Namings, sizeOf } from '../where/mentions.ts'
import { focus } from './focus.ts'
import { ownName, type Proper, properAt } from './names.ts'
import { isPlural, refersTo, type Sort, sideOf, singular, sortOf } from './nouns.ts'

/** A place as a claim calls it. */
export interface Ground {
  readonly name: string
  /** What locates it: the place itself or the whole it belongs to, moved to a side; null when nothing is known of it. */
  readonly mention: PlaceMention | null
  /** The token that heads its phrase. */
  readonly head: number
  /** How it was put together: a name; what a word refers to; a side, parts, sites or ways of a whole. */
  readonly how: 'name' | 'anaphor' | 'side' | 'parts' | 'sites' | 'ways'
  /** What a part, site or way belongs to. */
  readonly whole?: Ground
}

/** What phrases are read from. */
export interface Land {
  readonly scene: Scene
  readonly namings: Namings
  /** The capital of a country, by its code; null where none is known. */
  readonly capital: (country: string) => PlaceMention | null
  /** What claims before were about, the last one last. */
  readonly said: readonly (readonly Ground[])[]
}

const DEEP = 4

/** The places that the phrase headed by the token names, those conjoined with it after it; empty when it names none. */
export function groundsOf(land: Land, token: number, depth = 0): Ground[] {
  if (depth > DEEP) return []
  const { view } = land.scene
  const own = single(land, token, depth)
  const joined = dependents(view, token, 'conj').filter(
    (child) => view.tokens[child]!.upos !== 'VERB' && child - token < 15,
  )
  return [...own, ...joined.flatMap((child) => groundsOf(land, child, depth + 1))]
}

function single(land: Land, at: number, depth: number): Ground[] {
  const { scene } = land
  const token = scene.view.tokens[at]!
  if (token.upos === 'PRON') return pronoun(land, at)
  const proper = properAt(scene, at)
  if (proper === 'other') return []
  const sort = sortOf(token)
  if (proper) return [named(land, at, proper)]
  if (!sort) return []
  return common(land, at, sort, depth)
}

function common(land: Land, at: number, sort: Sort, depth: number): Ground[] {
  const { scene } = land
  const { view } = scene
  const token = view.tokens[at]!
  const plural = isPlural(token)
  const seat = singular(token) === 'capital' && !plural ? capitalOf(land, at) : null
  if (seat) return [seat]
  if (sort === 'share' || sort === 'many') return shares(land, at, sort, depth)
  if (sort === 'seat')
    return plural ? [...listed(land, at, depth), ...calledSo(land, at, depth)] : calledSo(land, at, depth)
  const sides = sort === 'side' ? [sideOf(token) ?? []].flat() : sidesOf(land, at)
  const whole = () => wholeOf(land, at, depth, sort === 'site' ? ANY : sort === 'area' && sides.length ? LANDS : WHOLE)
  if (sort === 'side') {
    for (const child of dependents(view, at, 'conj')) {
      const other = sideOf(view.tokens[child]!)
      if (other) sides.push(other)
    }
    return sided(land, at, sides, wholeOf(land, at, depth, LANDS))
  }
  if (sort === 'part') {
    const { grounds, link } = whole()
    if (sides.length) return sided(land, at, sides, { grounds, link }, keeps(token))
    if (/^(?:half|side)$/.test(singular(token))) return grounds.map((one) => ({ ...one, head: at }))
    if (grounds.every(({ how }) => how === 'side')) return [...grounds]
    return grounds.map((one) => of(land, at, one, partsWord(token), 'of', 'parts'))
  }
  const inside = ownName(scene, at)
  if (inside && (sort === 'site' || sort === 'way')) return [site(land, at, inside)]
  const up = view.tokens[token.head]
  if (plural && up && /^one$/i.test(up.text)) return calledSo(land, token.head, depth)
  const called = plural ? listed(land, at, depth) : calledSo(land, at, depth)
  if (called.length) return called
  if (inside && !plural && !(sort === 'area' && sides.length) && (sort === 'land' || !isLarge(inside.mention)))
    return [named(land, at, inside)]
  const bearing = bearingOf(land, at, depth)
  if (bearing) return bearing
  if (sort === 'way') return ways(land, at, depth)
  const { grounds, link, explicit } = whole()
  if (!explicit && (plural || (sort === 'site' && isDefinite(land, at)))) {
    const again = saidBefore(land, at) ?? namedBefore(land, at)
    if (again) return again
  }
  if (sort === 'site' && /^(?:complex|compound|facility|building)$/.test(singular(token)) && link === 'of' && explicit)
    if (grounds.every(({ how, mention }) => how === 'name' && (!mention || sizeOf(mention) === 'small')))
      return [...grounds]
  if (sort === 'land' && plural) return []
  if (sort === 'site') return grounds.map((one) => of(land, at, one, words(land, at), link, 'sites'))
  if (sort === 'area' || sort === 'quarter') {
    if (sides.length) return sided(land, at, sides, { grounds, link }, keeps(token))
    if (!plural && explicit && link === 'of' && grounds.every(({ mention, how }) => how === 'name' && isSmall(mention)))
      return [...grounds]
    if (!plural && !explicit) return anaphor(land, at)
    if (sort === 'area' && grounds.every(({ how }) => how === 'side')) return [...grounds]
    if (!plural && sort === 'area')
      return isDefinite(land, at) || link !== 'of'
        ? grounds.map((one) => of(land, at, one, token.text, link, 'parts'))
        : []
    if (sort === 'area')
      return grounds.map((one) =>
        of(land, at, one, isTown(one.mention) && /^(?:of|in)$/.test(link) ? 'parts' : 'areas', link, 'parts'),
      )
    return plural ? grounds.map((one) => of(land, at, one, words(land, at), link, 'parts')) : []
  }
  if (plural) return grounds.map((one) => of(land, at, one, words(land, at), link === 'of' ? 'near' : link, 'sites'))
  if (sort === 'settlement' && link === 'of' && explicit && grounds.every(({ mention }) => !isLarge(mention)))
    return [...grounds]
  if (isDefinite(land, at)) return anaphor(land, at)
  return explicit ? grounds.map((one) => of(land, at, one, token.text, link, 'sites')) : []
}

/** "Most of Sohl" is Sohl, "dozens of villages" are villages. */
function shares(land: Land, at: number, sort: Sort, depth: number): Ground[] {
  const { view } = land.scene
  for (const child of dependents(view, at, 'nmod', 'obl')) {
    if (child < at) continue
    const found = groundsOf(land, child, depth + 1)
    if (found.length) return found
  }
  return sort === 'share' && singular(view.tokens[at]!) === 'half'
    ? sided(land, at, sidesOf(land, at), wholeOf(land, at, depth))
    : []
}

/** The sides named in front of a noun: "eastern and central parts". */
function sidesOf({ scene: { view } }: Land, at: number): string[] {
  const { tokens } = view
  const found: string[] = []
  const look = (child: number) => {
    const side = sideOf(tokens[child]!)
    if (side && !found.includes(side)) found.push(side)
    for (const other of dependents(view, child, 'conj')) if (other < at) look(other)
  }
  for (const child of dependents(view, at, 'amod', 'compound', 'nmod'))
    if (child < at && !preposition(view, child)) look(child)
  return found
}

interface Whole {
  readonly grounds: readonly Ground[]
  readonly link: string
  /** It is said in the phrase, and not only meant. */
  readonly explicit?: boolean
}

const LINKS: Readonly<Record<string, string>> = {
  of: 'of', in: 'in', inside: 'in', within: 'in', at: 'in', near: 'near', around: 'around', outside: 'around', surrounding: 'around',
  across: 'across', throughout: 'across', on: 'in', along: 'near', beside: 'near',
} // biome-ignore format: a table

/** What a part is part of: named in the phrase, possessing it, in front of it, or last told of. */
function wholeOf(land: Land, at: number, depth: number, sizes = WHOLE): Whole {
  const { view, reading } = land.scene
  for (const child of dependents(view, at, 'nmod', 'obl')) {
    const link = LINKS[preposition(view, child)]
    if (child < at || !link) continue
    const grounds = groundsOf(land, child, depth + 1)
    if (grounds.length) return { grounds, link, explicit: true }
  }
  for (const child of dependents(view, at, 'nmod:poss')) {
    const grounds = view.tokens[child]!.upos === 'PRON' ? [] : groundsOf(land, child, depth + 1)
    if (grounds.length) return { grounds, link: 'of', explicit: true }
  }
  for (const child of dependents(view, at, 'compound', 'amod')) {
    const mention = reading.places[land.scene.place[child]!]
    if (child > at || !mention) continue
    if (mention.kind !== 'demonym' && properAt(land.scene, child) !== 'other')
      return { grounds: [ground(child, mention, 'name')], link: 'of', explicit: true }
  }
  const behind = around(land, at)
  if (behind) return behind
  const found = inFocus(land, at, sizes)
  return { grounds: found ? [found] : [], link: 'of' }
}

const ANY: ReadonlySet<string> = new Set(['town', 'small', 'unlisted', 'area', 'region'])
const WHOLE: ReadonlySet<string> = new Set(['town', 'area', 'country', 'region'])
/** What "the north" is the north of, if nothing is said. */
const LANDS: ReadonlySet<string> = new Set(['country', 'demonym', 'area'])

/** "Surrounding Tarin", read off the words where the parse has the phrase elsewhere. */
function around(land: Land, at: number): Whole | null {
  const { tokens } = land.scene.view
  const next = tokens[at + 1]
  const link = next && LINKS[next.text.toLowerCase()]
  if (!link || next.sentence !== tokens[at]!.sentence) return null
  for (let i = at + 2; i < Math.min(tokens.length, at + 7) && tokens[i]!.sentence === next.sentence; i++) {
    if (tokens[i]!.upos === 'PUNCT' || tokens[i]!.upos === 'VERB') break
    if (tokens[i]!.upos !== 'PROPN' && tokens[i]!.upos !== 'NOUN') continue
    const head = tokens[tokens[i]!.head]
    if (head && tokens[i]!.head === i + 1 && tokens[i]!.deprel !== 'conj') continue
    const grounds = groundsOf(land, i, DEEP - 1)
    return grounds.length ? { grounds, link, explicit: true } : null
  }
  return null
}

/** "Eastern Tarin"; with "countryside" or "outskirts" kept behind it. */
function sided(_: Land, at: number, sides: readonly string[], { grounds }: Whole, tail = ''): Ground[] {
  if (!sides.length) return grounds.map((one) => ({ ...one, head: at }))
  return grounds.map((one): Ground => {
    const side = sides.join(' and ')
    if (one.name.startsWith(`${side} `)) return { ...one, head: at }
    if (one.how === 'side') return { ...one, name: `${side} part of ${one.name}`, head: at, whole: one }
    const name = `${side} ${one.name}${tail && isTown(one.mention) ? ` ${tail}` : ''}`
    const direction = sides.length === 1 ? directionOf(sides[0]!) : null
    const middle = direction || sides.length > 1 ? null : sides[0]!
    const mention =
      one.mention && (direction || middle)
        ? partOfWhole(one.mention, {
            start: one.mention.start,
            end: one.mention.end,
            direction,
            middle,
            feature: null,
            says: null,
            district: false,
          })
        : one.mention && { ...one.mention, id: null }
    return { name, mention, head: at, how: 'side', whole: one }
  })
}

/** Places to one side of another: "villages north of Tarin", "towns to the south-east of the city". */
function bearingOf(land: Land, at: number, depth: number): Ground[] | null {
  const { reading, view } = land.scene
  const { tokens } = view
  const token = tokens[at]!
  const match = BEARING.exec(reading.report.text.slice(token.end, token.end + 60))
  if (!match) return null
  const end = token.end + match[0].length
  let first = at + 1
  while (first < tokens.length && tokens[first]!.start < end) first++
  if (tokens[first]?.sentence !== token.sentence) return null
  const head = headFrom(land, first)
  const dirs = match[1]!
    .toLowerCase()
    .replace(/[-\s]*and\s+/g, ' and ')
    .replace(/-/g, '')
  return groundsOf(land, head, depth + 2)
    .slice(0, 1)
    .map((one) => ({
      name: `${words(land, at)} ${dirs} of ${one.name}`,
      mention: one.mention && { ...one.mention, id: null },
      head: at,
      how: 'sites',
      whole: one,
    }))
}

/** The head of the noun phrase that starts at a token: its last noun. */
function headFrom(
  {
    scene: {
      view: { tokens },
    },
  }: Land,
  first: number,
): number {
  for (let i = first; i < Math.min(first + 6, tokens.length); i++)
    if (/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos) && !/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.upos ?? '')) return i
  return first
}

const D = '(?:north|south)(?:[- ]?(?:east|west))?|east|west'
const BEARING = new RegExp(
  String.raw`^\s(?:(?:located|lying|just|immediately|further|to the)\s+)*((?:${D})(?:\s+and\s+(?:${D}))?)\s+of\s+(?:the\s+)?`,
  'i',
)

/** Roads and lines: called by their ends. */
function ways(land: Land, at: number, depth: number): Ground[] {
  const { view } = land.scene
  const { tokens } = view
  const what = words(land, at)
  const ends: [string, number][] = []
  const collect = (from: number) => {
    for (const child of view.children[from]!) {
      if (child < at || child - at > 12) continue
      const { deprel, lemma } = tokens[child]!
      if (/^(?:nmod|obl)/.test(deprel) && WAY_LINK.test(preposition(view, child)))
        ends.push([preposition(view, child), child])
      else if (/^acl|^amod/.test(deprel) && WAY_VERB.test(lemma)) collect(child)
    }
  }
  collect(at)
  for (const [link, child] of ends) {
    const found = groundsOf(land, child, depth + 1).map((one) => (one.how === 'parts' && one.whole ? one.whole : one))
    const grounds = link === 'between' && found.length === 1 ? [...found, ...otherEnd(land, child, depth)] : found
    if (!grounds.length) continue
    const mention = grounds[0]!.mention && { ...grounds[0]!.mention, id: null }
    const [one, other] = grounds.map(({ name }) => name)
    if (link === 'between' && one && other) {
      const road = /^(?:road|highway|motorway)$/.test(what)
      return [
        {
          name: road ? `${one}-${other} ${what}` : `${what} between ${one} and ${other}`,
          mention,
          head: at,
          how: 'ways',
        },
      ]
    }
    return grounds.map((end) => ({
      name: `${what} ${link === 'out' ? 'out of' : link} ${end.name}`,
      mention,
      head: at,
      how: 'ways',
    }))
  }
  return isDefinite(land, at) ? anaphor(land, at) : []
}

/** The second of two ends, where the parse has it elsewhere: the next name after "and". */
function otherEnd(land: Land, at: number, depth: number): Ground[] {
  const { tokens } = land.scene.view
  let and = false
  for (let i = at + 1; i < Math.min(tokens.length, at + 9) && tokens[i]!.sentence === tokens[at]!.sentence; i++) {
    if (tokens[i]!.text === 'and') and = true
    else if (and && tokens[i]!.upos === 'PROPN') return groundsOf(land, headFrom(land, i), depth + 1).slice(0, 1)
  }
  return []
}

const WAY_LINK = /^(?:to|toward|towards|into|in|from|between|out|near|of|around|with|through)$/
const WAY_VERB = /^(?:lead|run|link|connect|head|go|pass)$/

/** The places that a list after a plural noun names: "two villages, Ain and Marj", "the towns of Ain and Marj". */
function listed(land: Land, at: number, depth: number): Ground[] {
  const { view } = land.scene
  const { tokens } = view
  for (const child of view.children[at]!) {
    const { deprel, upos } = tokens[child]!
    if (child < at || !/^(?:NOUN|PROPN|X)$/.test(upos)) continue
    const link = preposition(view, child)
    const apposed = /^(?:appos|flat|obj|compound|dep|list)/.test(deprel) && !link
    const including = /^(?:include|such)$/.test(link) || link === 'like'
    if (apposed || including) {
      const grounds = groundsOf(land, child, depth + 1).filter(({ how }) => how === 'name')
      if (grounds.length) return grounds
    }
    if (link === 'of') {
      const grounds = groundsOf(land, child, depth + 1)
      if (grounds.length > 1 && grounds.every(({ how, mention }) => how === 'name' && !isLarge(mention))) return grounds
      if (grounds.length && grounds.every(({ how, mention }) => how === 'name' && isSmall(mention))) return grounds
    }
  }
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 9) && tokens[i]!.sentence === tokens[at]!.sentence; i++) {
    if (!/^(?:including|namely)$|^like$/.test(tokens[i]!.text)) continue
    const grounds = groundsOf(land, headFrom(land, i + 1), depth + 1).filter(({ how }) => how === 'name')
    if (grounds.length) return grounds
  }
  const next = properAt(land.scene, at + 1)
  if (
    next &&
    next !== 'other' &&
    next.mention?.source !== 'relative' &&
    tokens[at + 1]?.sentence === tokens[at]!.sentence
  ) {
    const run = groundsOf(land, next.last, depth + 1)
    if (run.length) return run
  }
  return []
}

/** What may stand between "a" and its noun. */
const INSIDE = /^(?:ADJ|ADV|NOUN|PROPN|NUM|VERB|PUNCT)$/

/** "The villages", "these towns": those of an earlier claim, where the noun is the same or they were named one by one. */
function saidBefore(land: Land, at: number): Ground[] | null {
  const { tokens } = land.scene.view
  const noun = singular(tokens[at]!)
  for (const grounds of land.said.toReversed()) {
    const [one] = grounds
    const same = one && (singular(tokens[one.head]!) === noun || one.name.toLowerCase().endsWith(` ${noun}`))
    if (same && (one.how === 'sites' || sortOf(tokens[at]!) === 'site')) return [{ ...one, head: at }]
    if (grounds.length > 1 && isDefinite(land, at) && sortOf(tokens[at]!) === 'settlement')
      if (grounds.every(({ how, mention }) => how === 'name' && !isLarge(mention)))
        return grounds.map((each) => ({ ...each, head: at }))
  }
  return null
}

/** "The dam", after "Sohl dam". */
function namedBefore({ scene: { view }, namings }: Land, at: number): Ground[] | null {
  const token = view.tokens[at]!
  const last = namings.all.findLast(
    ({ sort, end, name }) =>
      sort === 'name' && end <= token.start && name.toLowerCase().endsWith(` ${singular(token)}`),
  )
  return last ? [{ ...ground(at, last.mention, 'anaphor'), head: at }] : null
}

/** What the claim before, in this sentence or the one before it, was about, where it was one place. */
function justSaid({ scene: { view }, said }: Land, at: number): Ground[] | null {
  const [one, ...others] = said.at(-1) ?? []
  if (!one || others.length) return null
  const back = view.tokens[at]!.sentence - view.tokens[one.head]!.sentence
  return back === 0 || back === 1 ? [{ ...one, head: at, how: 'anaphor' }] : null
}

/** What a noun calls something: "Hader, a village", "the stronghold Tarin", "Tarin is their capital", "the village of Ain". */
function calledSo(land: Land, at: number, depth: number): Ground[] {
  const { view } = land.scene
  const { tokens } = view
  const token = tokens[at]!
  const proper = (i: number): Ground[] => {
    const found = tokens[i]?.sentence === token.sentence ? properAt(land.scene, i) : null
    return found &&
      found !== 'other' &&
      found.mention?.source !== 'relative' &&
      !(sortOf(token) === 'settlement' && isLarge(found.mention))
      ? [named(land, i, found)]
      : []
  }
  for (const child of view.children[at]!) {
    if (child > at && /^(?:appos|flat)/.test(tokens[child]!.deprel)) {
      const found = proper(child)
      if (found.length) return found
    }
    if (/^nsubj/.test(tokens[child]!.deprel) && dependents(view, at, 'cop').length) {
      const found = groundsOf(land, child, depth + 1)
      if (found.length) return found
    }
  }
  if (token.deprel === 'appos' && token.head >= 0) {
    const found = proper(token.head)
    if (found.length) return found
  }
  let first = at - 1
  while (first > 0 && at - first < 9 && INSIDE.test(tokens[first]!.upos) && tokens[first]!.text !== ',') first--
  const before = tokens[first - 1]?.text === ',' ? first - 2 : first - 1
  if (/^(?:an?|one|the)$/i.test(tokens[first]?.text ?? '') && before >= 0) {
    const found = proper(before)
    if (found.length) return found
  }
  const next = tokens[at + 1]?.text === ',' ? at + 2 : at + 1
  const behind = next === at + 1 || sortOf(token) === 'seat' ? proper(next) : []
  if (behind.length && tokens[next]!.text !== ',') return behind
  for (const child of dependents(view, at, 'nmod')) {
    if (child < at) continue
    const link = preposition(view, child)
    const fits = (link === 'of' && sortOf(token) !== 'site') || (sortOf(token) === 'seat' && link === 'in')
    if (!fits) continue
    const found = groundsOf(land, child, depth + 1).filter(({ mention, how }) => how !== 'parts' && !isLarge(mention))
    const named =
      link === 'in' || !/^(?:quarter|area)$/.test(sortOf(token) ?? '') || found.every(({ mention }) => isSmall(mention))
    if (found.length && named) return found
  }
  return []
}

/** "The Syrian capital", "the capital of Syria", "the capital": not "a provincial capital", "their self-styled capital" or "the capital, Damascus". */
function capitalOf(land: Land, at: number): Ground | null {
  const { view, reading } = land.scene
  const { tokens } = view
  const kids = view.children[at]!
  const country = (i: number): string | null => {
    const mention = reading.places[land.scene.place[i]!]
    return mention && (mention.kind === 'country' || mention.kind === 'demonym') ? mention.country : null
  }
  const own = kids.find((child) => /^(?:amod|compound|nmod)/.test(tokens[child]!.deprel) && country(child) !== null)
  if (own === undefined) {
    const plain = kids.every((child) => /^(?:det|case|punct|cc|conj|mark|acl|advcl|obl)/.test(tokens[child]!.deprel))
    if (!plain || !isDefinite(land, at)) return null
  } else if (kids.some((child) => child < at && child !== own && /^(?:amod|compound|nmod)/.test(tokens[child]!.deprel))) return null
  const code = own === undefined ? land.namings.country : country(own)
  const mention = code ? land.capital(code) : null
  return mention && { ...ground(at, mention, 'anaphor'), head: at }
}

/** "It" and "them": the place told of last. */
function pronoun(land: Land, at: number): Ground[] {
  const token = land.scene.view.tokens[at]!
  if (!/^(?:it|which|that|them|there)$/i.test(token.text)) return []
  const found = justSaid(land, at)
  if (found) return found
  const last = inFocus(land, at, IT)
  return last ? [last] : []
}

const IT: ReadonlySet<string> = new Set(['town', 'small', 'unlisted', 'area', 'region'])

/** "The town": the place of that size told of last. */
function anaphor(land: Land, at: number): Ground[] {
  const just = /^(?:area|region|zone|site|compound)$/.test(singular(land.scene.view.tokens[at]!))
    ? justSaid(land, at)
    : null
  if (just) return just
  const token = land.scene.view.tokens[at]!
  const sizes = refersTo(token)
  const found = sizes && inFocus(land, at, sizes)
  // No village is a city: "the village" after Mosul is one of the villages told of.
  if (singular(token) === 'village' && found && isTown(found.mention) && (found.mention?.location?.radiusKm ?? 0) > VILLAGE)
    return saidBefore(land, at) ?? []
  return found ? [found] : []
}

/** The radius up to which a listed town may be called a village, in km. */
const VILLAGE = 4

function inFocus({ scene, namings }: Land, at: number, sizes: ReadonlySet<string>): Ground | null {
  const token = scene.view.tokens[at]!
  const found = focus(namings, token.start, token.sentence, sizes)
  return found ? { ...ground(at, found.mention, 'anaphor'), head: at } : null
}

const isDefinite = ({ scene: { view } }: Land, at: number): boolean =>
  dependents(view, at, 'det', 'nmod:poss').some((child) =>
    /^(?:the|this|that|these|those|its|their)$/i.test(view.tokens[child]!.text),
  )

/** The place that a proper name is. */
function named({ scene }: Land, at: number, { name, mention }: Proper): Ground {
  return { name: joinedSides(scene, mention, name), mention, head: at, how: 'name' }
}

/** "Eastern and central parts of Tarin": the part read for its last side alone gets the others back. */
function joinedSides({ reading }: Scene, mention: PlaceMention | null, name: string): string {
  if (!mention) return name
  const match = /\b([\p{L}-]+)\s+and\s+$/iu.exec(
    reading.report.text.slice(Math.max(0, mention.start - 25), mention.start),
  )
  const other = match && directionOf(match[1]!)
  return other && sideOf({ text: name.split(' ')[0]! } as Token) ? `${other.adjective} and ${name}` : name
}

const ground = (head: number, mention: PlaceMention, how: Ground['how']): Ground => ({
  name: plainName(mention.name), mention, head, how,
}) // biome-ignore format: short

const plainName = (name: string): string => name

/** "Castello road", "Shaer gas field": a name and what it is. */
function site({ scene: { view } }: Land, at: number, { name, mention, last }: Proper): Ground {
  const rest = view.tokens.slice(last + 1, at + 1).filter(({ end }) => !mention || end > mention.end)
  return { name: [name, ...rest.map(({ text }) => text)].join(' '), mention, head: at, how: 'name' }
}

/** Something of a whole: "villages near Tarin". */
function of(_: Land, at: number, whole: Ground, what: string, link: string, how: Ground['how']): Ground {
  const all = whole.how === 'parts' && whole.whole ? whole.whole : whole
  if (how === 'parts' && (all.how === 'side' || (/^parts?$/.test(what) && isUndivided(all.mention))))
    return { ...all, head: at }
  return { name: `${what} ${link} ${all.name}`, mention: all.mention, head: at, how, whole: all }
}

/** A noun with the words in front that say what it is: "supply lines", "provincial capitals". */
function words({ scene: { view } }: Land, at: number): string {
  const { tokens } = view
  const kept = view.children[at]!.filter(
    (child) =>
      child < at &&
      ((tokens[child]!.deprel === 'compound' && tokens[child]!.upos === 'NOUN' && tokens[child + 1]?.text !== '-') ||
        KEPT.test(tokens[child]!.text)),
  )
  return [...kept, at].map((i) => tokens[i]!.text.toLowerCase()).join(' ')
}

const KEPT = /^(?:provincial|major|key|supply|strategic|last)$/i
const partsWord = (token: Token): string =>
  /^(?:suburb|outskirt|countryside|heartland|edge)/.test(singular(token)) || token.text === 'part'
    ? token.text.toLowerCase()
    : 'parts'
const keeps = (token: Token): string =>
  /^(?:outskirts|countryside)$/i.test(token.text) ? token.text.toLowerCase() : ''

const isSmall = (mention: PlaceMention | null): boolean => {
  const size = mention ? sizeOf(mention) : 'unlisted'
  return size === 'small' || size === 'unlisted'
}
/** Parts of such places are seldom told apart from the whole. */
const isUndivided = (mention: PlaceMention | null): boolean =>
  isSmall(mention) || (mention !== null && /^(?:area|region)$/.test(sizeOf(mention)))
const isTown = (mention: PlaceMention | null): boolean => mention !== null && sizeOf(mention) === 'town'
const isLarge = (mention: PlaceMention | null): boolean =>
  mention !== null && /^(?:country|area|demonym)$/.test(sizeOf(mention))
