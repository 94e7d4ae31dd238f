/**
 * Ground: the places that a noun phrase names, one for each that a claim of control is about.
 *
 *     the rebel-held eastern districts of Tarin     eastern Tarin
 *     most of Sohl and half of Zemar                Sohl; Zemar
 *     two villages near the town, Ain and Marj      Ain; Marj
 *
 * Head noun, side, whole and coordination are read off the parse; what "the city" and "its" mean is
 * `meant.ts`'s business, and which phrase is asked about `choose.ts`'s.
 */
import { type Clauses, dependents } from '../clauses.ts'
import { calledSo, listed, rowInFront } from './called.ts'
import {
  type Compose,
  type Ground,
  isDefinite,
  isLarge,
  isSmall,
  isTown,
  isUndivided,
  type Land,
  named,
  nameless,
} from './ground.ts'
import { anaphor, capitalOf, namedBefore, pronoun, saidBefore } from './meant.ts'
import { isPart, ownName, type Proper, properAt } from './names.ts'
import { isPlural, type Sort, sideOf, singular, sortOf, words } from './nouns.ts'
import { ownSides, sided, sidesOf } from './sides.ts'
import { bearing, byNumber, ways } from './ways.ts'
import { LANDS, SITED, WHOLE, type Whole, wholeOf } from './whole.ts'

/** How deep phrases may stand in phrases. */
const DEEP = 4

/** The places that the phrase headed by the token names, those conjoined with it after it; empty when it names none. */
export function groundsOf(land: Land, token: number, depth = 0): Ground[] {
  if (depth > DEEP) return []
  const { view } = land.scene
  // "The north and south" are one: the sides of a whole are put together where it is named.
  const side = (at: number): boolean => sortOf(view.tokens[at]!) === 'side'
  const joined = dependents(view, token, 'conj').filter(
    (child) => view.tokens[child]!.upos !== 'VERB' && child - token < 15 && !(side(token) && side(child)),
  )
  return [
    ...single(land, token, (other) => groundsOf(land, other, depth + 1)),
    ...joined.flatMap((child) => groundsOf(land, child, depth + 1)),
  ]
}

function single(land: Land, at: number, compose: Compose): Ground[] {
  const token = land.scene.view.tokens[at]!
  if (token.upos === 'PRON') return pronoun(land, at, compose)
  const proper = properAt(land.scene, at)
  if (proper === 'other') return []
  if (proper) return [named(land, at, proper)]
  const sort = sortOf(token)
  return sort ? common(land, at, sort, compose) : []
}

/** What a phrase without a name at its head names, by the sort of its head. */
function common(land: Land, at: number, sort: Sort, compose: Compose): Ground[] {
  const { view } = land.scene
  const token = view.tokens[at]!
  const plural = isPlural(token)
  const capital = singular(token) === 'capital' && !plural ? capitalOf(land, at) : null
  if (capital) return [capital]
  switch (sort) {
    case 'share':
    case 'many':
      return within(land, at, compose)
    case 'seat':
      if (plural && singular(token) === 'capital') return capitals(land, at, compose)
      return [...(plural ? listed(land, at, compose) : []), ...calledSo(land, at, compose)]
    case 'side': {
      // "The city centre": of the city that was told of.
      const city = dependents(view, at, 'compound').find((child) => sortOf(view.tokens[child]!) === 'settlement')
      if (city !== undefined && city === at - 1)
        return sided(at, ownSides(land, at), { grounds: anaphor(land, city), link: 'of', explicit: true })
      if (ADMINISTRATIVE.test(view.tokens[at - 1]?.text ?? '')) return within(land, at, compose)
      if (CONTINENT.test(view.tokens[at + 1]?.text ?? '')) return []
      return sided(at, ownSides(land, at), wholeOf(land, at, compose, LANDS))
    }
    case 'part':
      return part(land, at, compose)
    default:
      return place(land, at, sort, compose)
  }
}

/** "The district center of Sohl" is Sohl, as far as it is a seat of offices. */
const ADMINISTRATIVE = /^(?:district|provincial|administrative|regional|county)$/i

/** "Most of Sohl" is Sohl, "dozens of villages" are villages. */
function within({ scene: { view } }: Land, at: number, compose: Compose): Ground[] {
  for (const child of dependents(view, at, 'nmod', 'obl')) {
    const found = child > at ? compose(child) : []
    if (found.length) return found
  }
  return []
}

/** "The western half", "parts of the city", "the outskirts". */
function part(land: Land, at: number, compose: Compose): Ground[] {
  const token = land.scene.view.tokens[at]!
  const whole = wholeOf(land, at, compose, WHOLE)
  const sides = sidesOf(land, at)
  if (sides.length) return sided(at, sides, whole, /^(?:outskirts|countryside)$/i.test(token.text) ? token.text : '')
  if (/^(?:half|side|situation)$/.test(singular(token))) return whole.grounds.map((one) => ({ ...one, head: at }))
  const kept = token.text === 'part' || /^(?:suburb|outskirt|countryside|heartland|edge)/.test(singular(token))
  return whole.grounds.map((one) => partly(at, one, kept ? token.text.toLowerCase() : 'parts', 'of'))
}

/** "Three provincial capitals": those named, else some of the country's. */
function capitals(land: Land, at: number, compose: Compose): Ground[] {
  const called = listed(land, at, compose)
  if (called.length) return called
  const { grounds } = wholeOf(land, at, compose, COUNTRY)
  return grounds.map((one) => of(at, one, words(land.scene.view, at), 'of', 'sites'))
}

const COUNTRY: ReadonlySet<string> = new Set(['country', 'demonym'])

/** A settlement, quarter, land, area, site or way. */
function place(land: Land, at: number, sort: Sort, compose: Compose): Ground[] {
  const { scene } = land
  const { view } = scene
  const token = view.tokens[at]!
  const plural = isPlural(token)
  // "The East African country" tells which by where it lies, and is none that was named before.
  if (sort === 'land' && !plural && isFarOff(view, at)) return []
  const own = ownName(scene, at)
  if (own && (sort === 'site' || sort === 'way')) return [sited(land, at, own)]
  // "One of the towns that they hold" is whatever is called so.
  if (plural && /^one$/i.test(view.tokens[token.head]?.text ?? '')) return calledSo(land, token.head, compose)
  const numbered = sort === 'way' ? byNumber(land, at) : null
  if (numbered) return [numbered]
  const inFront = plural && sort !== 'site' && sort !== 'way' ? rowInFront(land, at) : []
  if (inFront.length) return inFront
  const called = plural ? listed(land, at, compose) : calledSo(land, at, compose)
  if (called.length && !(plural && sort === 'area')) return called
  const sides = sidesOf(land, at)
  // "Areas around Tarin, including Sohl": both the areas and what is named of them.
  if (called.length) {
    const whole = wholeOf(land, at, compose, WHOLE)
    return whole.explicit && /^(?:around|near)$/.test(whole.link)
      ? [...areas(land, at, sort, whole), ...called]
      : called
  }
  if (own && !plural && !(sort === 'area' && sides.length) && (sort === 'land' || !isLarge(own.mention)))
    return [named(land, at, own)]
  const aside = bearing(land, at, compose)
  if (aside) return aside
  const definite = isDefinite(land, at)
  if (sort === 'way') {
    const found = ways(land, at, compose)
    return found.length || !definite ? found : anaphor(land, at)
  }
  if (sort === 'land' && plural) return []
  const whole = wholeOf(land, at, compose, sort === 'site' ? SITED : sort === 'area' && sides.length ? LANDS : WHOLE)
  const { grounds, link, explicit } = whole
  if (!explicit && (plural || (sort === 'site' && definite))) {
    const again = saidBefore(land, at) ?? namedBefore(land, at) ?? (plural ? null : spokenOf(land, at, compose))
    if (again) return again
  }
  const some = (what: string, near = link): Ground[] => grounds.map((one) => of(at, one, what, near, 'sites'))
  switch (sort) {
    case 'site':
      // "The port of Sohl" is the town by the sea.
      if (explicit && link === 'of' && singular(token) === 'port' && grounds.every(({ mention }) => isTown(mention)))
        return [...grounds]
      return explicit && BUILT.test(singular(token)) && grounds.every(isSite) ? [...grounds] : some(words(view, at))
    case 'area':
    case 'quarter':
      if (sides.length) return sided(at, sides, whole)
      return plural ? areas(land, at, sort, whole) : area(land, at, sort, whole)
    default:
      if (plural) return some(words(view, at), link === 'of' ? 'near' : link)
      if (explicit && link === 'of' && grounds.every(({ mention }) => !isLarge(mention))) return [...grounds]
      if (definite) return anaphor(land, at)
      return explicit ? some(token.text) : []
  }
}

/** "The East African country", "the central Asian state". */
const isFarOff = ({ tokens }: Clauses, at: number): boolean =>
  CONTINENT.test(tokens[at - 1]?.text ?? '') && sideOf(tokens[at - 2]?.text ?? '') !== null

const CONTINENT = /^(?:African|Asian|European|American|Pacific)$/

/** "The compound", after "a compound in Sohl": what was said of it where it was first spoken of. */
function spokenOf(land: Land, at: number, compose: Compose): Ground[] | null {
  const { tokens } = land.scene.view
  const noun = singular(tokens[at]!)
  for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
    if (tokens[i]!.upos !== 'NOUN' || singular(tokens[i]!) !== noun || isPlural(tokens[i]!) || isDefinite(land, i))
      continue
    const { grounds, link, explicit } = wholeOf(land, i, compose, SITED)
    return explicit ? grounds.map((one) => of(at, one, words(land.scene.view, i), link, 'sites')) : null
  }
  return null
}

/** How far back a site is remembered, in tokens. */
const BACK = 160

/** "The area of Sohl" is Sohl, "the area" what was told of, "territory near Sohl" an area there. */
function area(land: Land, at: number, sort: Sort, { grounds, link, explicit }: Whole): Ground[] {
  if (!explicit) return anaphor(land, at)
  if (link === 'of' && grounds.every(({ how, mention }) => how === 'name' && isSmall(mention))) return [...grounds]
  if (sort === 'quarter' || (link === 'of' && !isDefinite(land, at))) return []
  return grounds.map((one) => partly(at, one, land.scene.view.tokens[at]!.text, link))
}

/** "Rebel-held areas of Tarin" are parts of it, "areas of Aramo" areas. */
function areas(land: Land, at: number, sort: Sort, { grounds, link }: Whole): Ground[] {
  const { view } = land.scene
  return grounds.map((one) => {
    const parts = isTown(one.mention) && /^(?:of|in)$/.test(link)
    return partly(at, one, sort === 'quarter' ? words(view, at) : parts ? 'parts' : 'areas', link)
  })
}

const BUILT = /^(?:complex|compound|facility|building)$/
const isSite = ({ how, mention }: Ground): boolean => how === 'name' && isSmall(mention)

/** "Sohl road", "Sohl gas field": a name and what it is. */
function sited({ scene: { view } }: Land, at: number, { name, mention, last }: Proper): Ground {
  const rest = view.tokens.slice(last + 1, at + 1).filter(({ end }) => !mention || end > mention.end)
  if (!rest.length) return { name, mention, head: at, how: 'name' }
  // "The Tarin-Sohl road" leads to both.
  const from = view.tokens.findIndex(({ start }) => start === mention?.start)
  const other = from > 1 && view.tokens[from - 1]!.text === '-' && view.tokens[from - 2]!.upos === 'PROPN'
  const full = [other ? `${view.tokens[from - 2]!.text}-${name}` : name, ...rest.map(({ text }) => text)].join(' ')
  return { name: full, mention: nameless(mention), head: at, how: 'name' }
}

/** Part of a whole; the whole itself where its parts are seldom told apart. */
function partly(at: number, whole: Ground, what: string, link: string): Ground {
  const all = whole.how === 'parts' && whole.whole ? whole.whole : whole
  const part = all.how === 'side' || (all.mention !== null && isPart(all.mention))
  const undivided = part || (/^parts?$/.test(what) && isUndivided(all.mention))
  return undivided ? { ...all, head: at } : of(at, all, what, link, 'parts')
}

/** Something of a whole: "villages near Tarin". */
function of(at: number, whole: Ground, what: string, link: string, how: Ground['how']): Ground {
  const all = whole.how === 'parts' && whole.whole ? whole.whole : whole
  // A name such as "villages near Tarin" is known for what it is by its words; others must not be taken for the whole.
  const mention = /^(?:of|in|near|around)$/.test(link) ? all.mention : nameless(all.mention)
  return { name: `${what} ${link} ${all.name}`, mention, head: at, how, whole: all }
}
