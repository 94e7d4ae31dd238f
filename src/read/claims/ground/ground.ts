/**
 * What a phrase names, as a claim of control calls it, with the few questions every part of the composer asks.
 */
import type { PlaceMention } from '../../../model/mention.ts'
import { dependents } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import { type Namings, sizeOf } from '../where/mentions.ts'
import type { Proper } from './names.ts'
import { sideOf } from './nouns.ts'

/** A place as a claim calls it. */
export interface Ground {
  readonly name: string
  /** What locates it: the place itself, or the whole it belongs to, without its id where it is another place; null when nothing is known of it. */
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
  /** The town of the same name that a province has; null where none is known. */
  readonly seat: (province: PlaceMention) => PlaceMention | null
  /** A country, by its code. */
  readonly country: (code: string) => PlaceMention | null
  /** What claims before were about, the last one last. */
  readonly said: readonly (readonly Ground[])[]
}

/** The places that the phrase headed by a token names. */
export type Compose = (token: number) => Ground[]

/** The place that a proper name is. "Eastern and central parts of Tarin", read for its last side alone, gets the others back. */
export function named({ scene }: Land, head: number, { name, mention }: Proper): Ground {
  const first = mention && sideOf(name.split(' ')[0]!)
  if (!first) return { name, mention, head, how: 'name' }
  const { text } = scene.reading.report
  const match = /\b([a-z-]+)\s+and\s+$/i.exec(text.slice(Math.max(0, mention.start - 25), mention.start))
  const other = match && sideOf(match[1]!)
  if (!other || other === first) return { name, mention, head, how: 'name' }
  return { name: `${other} and ${name}`, mention: nameless(mention), head, how: 'side' }
}

/** The place that a word refers to. */
export const meant = (head: number, mention: PlaceMention): Ground => ({
  name: mention.name,
  mention,
  head,
  how: 'anaphor',
})

/** Where a place without a name of its own lies. */
export const nameless = (mention: PlaceMention | null): PlaceMention | null => mention && { ...mention, id: null }

/** Does the noun say that it has been told of: "the", "these", "its"? */
export const isDefinite = ({ scene: { view } }: Land, at: number): boolean =>
  dependents(view, at, 'det', 'nmod:poss').some((child) => DEFINITE.test(view.tokens[child]!.text))

const DEFINITE = /^(?:the|this|that|these|those|its|their)$/i

/** A village, quarter or base, or a name that no list has. */
export const isSmall = (mention: PlaceMention | null): boolean =>
  mention === null || /^(?:small|unlisted)$/.test(sizeOf(mention))
export const isTown = (mention: PlaceMention | null): boolean => mention !== null && sizeOf(mention) === 'town'
export const isLarge = (mention: PlaceMention | null): boolean =>
  mention !== null && /^(?:country|area|demonym)$/.test(sizeOf(mention))
/** Parts of such places are seldom told apart from the whole. */
export const isUndivided = (mention: PlaceMention | null): boolean =>
  isSmall(mention) || (mention !== null && /^(?:area|region)$/.test(sizeOf(mention)))
