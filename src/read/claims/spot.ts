/**
 * Spots: the place that a phrase of the claim itself names, before the running context is asked.
 *
 *     Rebels seized three villages near Tarin and held the town.
 *                   ^^^^^^^^^^^^^^^^^^^^^^^^^ "villages of Tarin"   ^^^^^^^^ the town named last
 *
 * Everything else about places is `where.ts`'s.
 */
import type { Codebook } from '../../knowledge/codebook.ts'
import type { PlaceMention } from '../../model/mention.ts'
import { phrasesOf } from './arguments.ts'
import type { Where } from './base.ts'
import { fill } from './clauses.ts'
import { isOf, type Scene } from './frames.ts'
import type { Told } from './told.ts'

/** A place that a claim is about: its name in the claim, the mention that locates it, and where it was found. */
export interface Spot {
  readonly name: string
  readonly mention: PlaceMention
  readonly token: number
  readonly role: string
}

/** A spot as the place of a claim. */
export const at = ({ name, mention: { id, location } }: Spot): Where => ({
  place: name,
  placeId: id,
  location,
  basis: 'clause',
})

/** The phrase of the claim's roles that names a place, or stands for some places of a named one. */
export function spotOf(scene: Scene, one: Told, codebook: Codebook, roles: readonly string[]): Spot | null {
  for (const { token, role } of phrasesOf(scene, one, roles)) {
    const own = named(scene, token)
    if (own) return { name: own.name, mention: own, token, role }
    const inner = innerPlace(scene, token)
    if (inner) return { name: phraseName(scene, codebook, token, inner.name), mention: inner, token, role }
  }
  return null
}

/** "the town of Tarin", "villages near Tarin": the name that stands inside the phrase. */
function innerPlace(scene: Scene, token: number): PlaceMention | null {
  for (const role of ['of', 'appos', 'near', 'around', 'in', 'outside', 'mod', 'poss'])
    for (const child of fill(scene.view, token, role)) {
      const mention = named(scene, child)
      if (mention) return mention
    }
  return null
}

/**
 * No phrase of the claim names a place. "The town" is the one named last; "three provincial
 * capitals" are some of the place the claim is about.
 */
export function pointed(scene: Scene, one: Told, codebook: Codebook, about: Where, roles: readonly string[]): Where {
  const { reading } = scene
  const phrase = phrasesOf(scene, one, roles).find(({ token }) => isOf(scene, codebook, token, ['area']))
  if (!phrase) return about
  const { lemma, xpos, start } = reading.tokens[phrase.token]!
  if (xpos !== 'NNS' && ONE_PLACE.has(lemma)) {
    const before = reading.places.findLast(
      (mention) => mention.end <= start && TOWNS.has(mention.kind) && mention.source !== 'relative',
    )
    return before ? { place: before.name, placeId: before.id, location: before.location, basis: 'context' } : about
  }
  if (about.place === null || xpos !== 'NNS') return about
  return { ...about, place: phraseName(scene, codebook, phrase.token, about.place) }
}

const ONE_PLACE: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'area',
  'district',
  'neighborhood',
  'neighbourhood',
])
const TOWNS: ReadonlySet<string> = new Set(['town', 'village', 'quarter'])

/** Several places, or a part of one, are called by their own words: "villages near Tarin", "northern districts of Tarin". */
function phraseName(scene: Scene, codebook: Codebook, token: number, inner: string): string {
  const { tokens } = scene.view
  const head = tokens[token]!
  const part = isOf(scene, codebook, token, ['site-word'])
  if (head.xpos !== 'NNS' && !part) return inner
  const words = fill(scene.view, token, 'mod')
    .filter(
      (child) => child < token && scene.place[child]! < 0 && (part || isOf(scene, codebook, child, ['place-part'])),
    )
    .map((child) => tokens[child]!.text)
  return [...words, head.text, part ? 'in' : 'of', inner].join(' ')
}

/** The place that a token names; null where it names an actor, or a people. */
export const named = ({ reading, place, actor }: Scene, token: number): PlaceMention | null => {
  const mention = place[token]! >= 0 ? reading.places[place[token]!]! : null
  const other = actor[token]! >= 0 ? reading.actors[actor[token]!]! : null
  if (!mention || mention.kind === 'demonym') return null
  // "Taliban" is no place, whatever the gazetteer has.
  return other &&
    other.kind !== 'country' &&
    other.kind !== 'government' &&
    other.start <= mention.start &&
    mention.end <= other.end
    ? null
    : mention
}
