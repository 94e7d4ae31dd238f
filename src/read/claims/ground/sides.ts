/**
 * Sides: what a direction makes of a place.
 *
 *     eastern and central parts of Tarin     eastern and central Tarin
 *     southern Tarin countryside             southern Tarin countryside
 *     the north and east                     northern and eastern Aramo, which was told of
 *
 * Which whole is meant is known before (whole.ts).
 */
import { directionOf } from '../../../knowledge/directions.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import { partOfWhole } from '../../places/parts.ts'
import { dependents, preposition } from '../clauses.ts'
import { type Ground, isTown, type Land, nameless } from './ground.ts'
import { sideOf } from './nouns.ts'
import type { Whole } from './whole.ts'

/** The sides named in front of a noun: "eastern and central parts". */
export function sidesOf({ scene: { view } }: Land, at: number): string[] {
  const found: string[] = []
  const look = (child: number) => {
    const side = sideOf(view.tokens[child]!.text)
    if (side && !found.includes(side)) found.push(side)
    for (const other of dependents(view, child, 'conj')) if (other < at) look(other)
  }
  for (const child of dependents(view, at, 'amod', 'compound', 'nmod'))
    if (child < at && !preposition(view, child)) look(child)
  return found
}

/** The sides that nouns are: "the north and east". */
export const ownSides = ({ scene: { view } }: Land, at: number): string[] =>
  [at, ...dependents(view, at, 'conj')].flatMap((one) => sideOf(view.tokens[one]!.text) ?? [])

/** "Eastern Tarin"; of a town with "countryside" or "outskirts" kept behind it. */
export function sided(at: number, sides: readonly string[], { grounds }: Whole, tail = ''): Ground[] {
  const side = sides.join(' and ')
  return grounds.map((one): Ground => {
    if (!side || one.name.startsWith(`${side} `)) return { ...one, head: at }
    if (one.how === 'side')
      return { ...one, name: `${side} part of ${one.name}`, mention: nameless(one.mention), head: at, whole: one }
    const name = `${side} ${one.name}${tail && isTown(one.mention) ? ` ${tail.toLowerCase()}` : ''}`
    const mention = sides.length === 1 ? sideOfMention(one.mention, side) : nameless(one.mention)
    return { name, mention, head: at, how: 'side', whole: one }
  })
}

function sideOfMention(whole: PlaceMention | null, side: string): PlaceMention | null {
  if (!whole) return null
  const direction = directionOf(side)
  const none = { feature: null, says: null, district: false } as const
  return partOfWhole(whole, {
    start: whole.start,
    end: whole.end,
    direction,
    middle: direction ? null : side,
    ...none,
  })
}
