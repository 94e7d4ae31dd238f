/**
 * Meant, not said: the place that "it", "the town", "the villages" or "the capital" stands for.
 *
 *     Troops entered Tarin. The city fell. The Aramian capital did not.
 *                            ^^^^ Tarin         ^^^^^^^^^^^^^^ what countries.tsv has
 *
 * First what the claims before were about, then what the report named last (focus.ts).
 */
import { type Naming, sizeOf } from '../where/mentions.ts'
import { focus } from './focus.ts'
import { type Compose, type Ground, isDefinite, isLarge, isTown, type Land, meant } from './ground.ts'
import { grounded } from './names.ts'
import { isPlural, refersTo, singular, sortOf } from './nouns.ts'

/** "It" and "them": what was just told of, else the place named last. */
export function pronoun(land: Land, at: number, compose: Compose): Ground[] {
  const { text } = land.scene.view.tokens[at]!
  if (!/^(?:it|which|that|them|there)$/i.test(text)) return []
  const noun = /^it$/i.test(text) ? nounBefore(land, at) : -1
  const named = noun < 0 ? [] : anaphor(land, noun)
  if (named.length) return named
  const those = /^them$/i.test(text) ? several(land, at, compose) : []
  if (those.length) return those
  const last = inFocus(land, at, IT)
  return justSaid(land, at) ?? (last ? [last] : [])
}

/** "Them", after "the towns of Ain and Marj" in the same sentence: both. */
function several({ scene: { view } }: Land, at: number, compose: Compose): Ground[] {
  const { tokens } = view
  for (let i = at - 1; i >= 0 && tokens[i]!.sentence === tokens[at]!.sentence; i--)
    if (sortOf(tokens[i]!) === 'settlement' && isPlural(tokens[i]!))
      return compose(i).map((one) => ({ ...one, head: at, how: one.how === 'name' ? 'anaphor' : one.how }))
  return []
}

/** "The country" of "fled the country as it fell": the nearest noun of place with "the" before the pronoun; -1 behind a name. */
function nounBefore(land: Land, at: number): number {
  const { view, place } = land.scene
  const { tokens } = view
  for (let i = at - 1; i > at - 8 && i >= 0 && tokens[i]!.sentence === tokens[at]!.sentence; i--) {
    if (place[i]! >= 0) return -1
    if (refersTo(tokens[i]!) && isDefinite(land, i)) return /^(?:obj|nsubj)/.test(tokens[i]!.deprel) ? i : -1
  }
  return -1
}

const IT: ReadonlySet<string> = new Set(['town', 'small', 'unlisted', 'area', 'region'])

/** "The town": the place of that size told of last. No village is a city: "the village" after Mosul is one of the villages told of. */
export function anaphor(land: Land, at: number): Ground[] {
  const token = land.scene.view.tokens[at]!
  const noun = singular(token)
  const just = /^(?:area|region|zone|site|compound)$/.test(noun) ? justSaid(land, at) : null
  if (just) return just
  const sizes = refersTo(token)
  const found = sizes && meantBy(land, at, (one) => sizes.has(sizeOf(one.mention)) || isCalled(land, one, noun))
  if (!found) return []
  const { mention } = found
  if (noun === 'village' && isTown(mention) && (mention?.location?.radiusKm ?? 0) > VILLAGE)
    return saidBefore(land, at) ?? []
  return [found]
}

/** The radius up to which a listed town may be called a village, in km. */
const VILLAGE = 4

/** The place of one of the sizes that was told of last. */
export const inFocus = (land: Land, at: number, sizes: ReadonlySet<string>): Ground | null =>
  meantBy(land, at, ({ mention }) => sizes.has(sizeOf(mention)))

function meantBy({ scene, namings }: Land, at: number, fits: (naming: Naming) => boolean): Ground | null {
  const token = scene.view.tokens[at]!
  const found = focus(namings, token.start, token.sentence, fits)
  return found && meant(at, grounded(found.mention))
}

/** "The city of Danu", "Danu city", "Danu, a city": called so in the report; a province named as its capital is may be that city. */
function isCalled({ scene, seat }: Land, { mention, start, end, size }: Naming, noun: string): boolean {
  if (!NOUNS.has(noun) || size === 'country' || size === 'demonym') return false
  if (size === 'area' && /^(?:city|town)$/.test(noun)) return !AREA.test(mention.name) && seat(mention) !== null
  const { text } = scene.reading.report
  const before = text.slice(Math.max(0, start - 30), start).toLowerCase()
  if (before.endsWith(`${noun} of `) || before.endsWith(`${noun} `)) return true
  const after = text.slice(end, end + 50).toLowerCase()
  return after.startsWith(` ${noun}`) || new RegExp(String.raw`^, (?:an?|the) (?:[\w-]+ ){0,4}${noun}\b`).test(after)
}

const NOUNS: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'district',
  'neighborhood',
  'neighbourhood',
  'suburb',
  'camp',
])
const AREA = /\b(?:province|governorate|state|region|oblast|county|district|department|prefecture)\b/i

/** "The villages", "the hospital": those of an earlier claim, where the noun is the same or they were named one by one. */
export function saidBefore(land: Land, at: number): Ground[] | null {
  const { tokens, children } = land.scene.view
  const noun = singular(tokens[at]!)
  const sort = sortOf(tokens[at]!)
  // "Larger villages", "other towns" are not those that were told of.
  if (children[at]!.some((child) => tokens[child]!.xpos === 'JJR' || OTHERS.test(tokens[child]!.text))) return null
  for (const grounds of land.said.toReversed()) {
    const [one] = grounds
    const same = one && (singular(tokens[one.head]!) === noun || one.name.toLowerCase().endsWith(` ${noun}`))
    if (same && (one.how === 'sites' || sort === 'site')) return [{ ...one, head: at }]
    const each = grounds.length > 1 && grounds.every(({ how, mention }) => how === 'name' && !isLarge(mention))
    if (each && sort === 'settlement' && isDefinite(land, at)) return grounds.map((other) => ({ ...other, head: at }))
  }
  return null
}

const OTHERS = /^(?:others?|another|more|further|additional|new|next)$/i

/** "The dam", after "Sohl dam". */
export function namedBefore({ scene: { view }, namings }: Land, at: number): Ground[] | null {
  const token = view.tokens[at]!
  const ending = ` ${singular(token)}`
  const last = namings.all.findLast(
    ({ sort, end, name }) => sort === 'name' && end <= token.start && name.toLowerCase().endsWith(ending),
  )
  return last ? [meant(at, last.mention)] : null
}

/** What the claim before, in this sentence or the one before it, was about, where it was one place. */
function justSaid({ scene: { view }, said }: Land, at: number): Ground[] | null {
  const [one, ...others] = said.at(-1) ?? []
  if (!one || others.length) return null
  const back = view.tokens[at]!.sentence - view.tokens[one.head]!.sentence
  return back === 0 || back === 1 ? [{ ...one, head: at, how: 'anaphor' }] : null
}

/**
 * "The Aramian capital", "the capital of Aramo", "the capital"; not "a provincial capital", "their self-styled capital"
 * or "the capital, Tarin".
 */
export function capitalOf(land: Land, at: number): Ground | null {
  const { reading, view, place } = land.scene
  const { tokens, children } = view
  const country = (i: number): string | null => {
    const mention = reading.places[place[i]!]
    return mention && /^(?:country|demonym)$/.test(sizeOf(mention)) ? mention.country : null
  }
  const kids = children[at]!.filter((child) => /^(?:amod|compound|nmod|appos|flat)/.test(tokens[child]!.deprel))
  const own = kids.find((child) => country(child) !== null)
  if (kids.some((child) => tokens[child]!.lemma === 'provincial')) return provincial(land, at)
  const others = kids.filter((child) => child !== own && (own === undefined || child < at))
  if (others.length || (own === undefined && !isDefinite(land, at))) return null
  const code = own === undefined ? land.namings.country : country(own)
  const mention = code ? land.capital(code) : null
  return mention && meant(at, mention)
}

/** "The provincial capital", after "Danu province": Danu. */
function provincial(land: Land, at: number): Ground | null {
  const province = isDefinite(land, at) ? inFocus(land, at, PROVINCE) : null
  const town = province?.mention ? land.seat(province.mention) : null
  return town && meant(at, town)
}

const PROVINCE: ReadonlySet<string> = new Set(['area'])
