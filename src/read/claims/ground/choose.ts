/**
 * The phrase that a claim of control is about: the roles its frame names, then whatever else may name a place.
 *
 *     Rebels took most of Sohl from the army.      obj: Sohl
 *     Tarin, a rebel-held town                     mod-of: town, which is Tarin
 */
import { dependents, fill, preposition } from '../clauses.ts'
import type { Told } from '../told.ts'
import { beside } from './beside.ts'
import { groundsOf } from './compose.ts'
import type { Ground, Land } from './ground.ts'
import { sortOf } from './nouns.ts'

/** Roles a place may fill beside those its frame names, nearest first. */
const ROLES = ['obj', 'of', 'in', 'into', 'on', 'over', 'mod-of', 'xobj', 'for', 'appos']
/** Those who come near a place, take it from outside or leave it. */
const MOVING = ['to', 'toward', 'towards', 'out', 'near', 'around', 'from']

export interface Chosen {
  readonly grounds: readonly Ground[]
  readonly role: string
}

/** The places a told claim of control is about; null when no phrase of its own names one. */
export function chosenFor(land: Land, told: Told): Chosen | null {
  const { view } = land.scene
  const { tokens } = view
  if (isAround(land, told.token)) return { grounds: [], role: 'around' }
  // "At the gates of Tarin": it is Tarin that is neared.
  const self = told.label === 'control:advancing' ? undefined : sortOf(tokens[told.token]!)
  if (self) {
    const all = unique(groundsOf(land, told.token))
    // "Rebel villages": the very places.
    if (told.frame?.target.includes('self')) return all.length ? { grounds: all, role: 'self' } : null
    const grounds = all.filter(({ how }) => how !== 'sites' && how !== 'parts')
    // A noun of place that no frame knows tells of no holder.
    if (grounds.length) return { grounds: told.frame || told.label !== 'control:held' ? grounds : [], role: 'self' }
  }
  for (const role of [
    ...(told.frame?.target ?? []),
    ...(/^(?:control|hand|rule|grip|siege|blockade)s?$/.test(tokens[told.token]!.lemma) ? ['subj', 'under'] : []),
    ...ROLES,
    ...(told.label === 'control:held' ? [] : MOVING),
  ]) {
    const heads = role === 'under' ? under(land, told.token) : headsOf(land, told.token, role)
    if (!heads.length && /^\p{Ll}+$/u.test(role))
      for (const child of dependents(view, told.token, 'obj')) if (preposition(view, child) === role) heads.push(child)
    // "The advance of the army on Tarin": the parse may hang the place on whoever advances.
    if (!heads.length && told.frame?.target.includes(role) && tokens[told.token]!.upos === 'NOUN')
      for (const doer of fill(view, told.token, 'of')) heads.push(...fill(view, doer, role))
    const grounds = heads.flatMap((head) => groundsOf(land, head)).map((one) => settled(land, told, one, role))
    if (grounds.length) return { grounds: unique(grounds).filter((one) => !isTrifle(land, told, one)), role }
  }
  const grounds = unique(beside(land, told)).filter((one) => !isTrifle(land, told, one))
  return grounds.length ? { grounds, role: 'beside' } : null
}

/**
 * Heads of the phrases in a role. "Took Sohl and | much of Zemar" may hang the second on the verb; of two objects side by
 * side, as "Christian and Muslim villages" is read, the last is the noun.
 */
function headsOf({ scene: { view, place } }: Land, token: number, role: string): number[] {
  const { tokens } = view
  const heads = [...fill(view, token, role)]
  if (role !== 'obj' || !heads.length) return heads
  const objects = heads.filter((head) => tokens[head]!.head === token && tokens[head]!.deprel === 'obj')
  const bare = (head: number): boolean => tokens[head]!.upos === 'PROPN' && place[head]! < 0
  const kept = objects.length > 1 && bare(objects[0]!) ? heads.filter((head) => head >= objects[1]!) : heads
  const more = dependents(view, token, 'conj').filter(
    (child) =>
      child > kept.at(-1)! &&
      child - kept.at(-1)! < 6 &&
      /^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[child]!.upos) &&
      !dependents(view, child, 'cop').length,
  )
  const people =
    kept.length === 1 &&
    bare(kept[0]!) &&
    tokens[kept[0]! + 1]?.text === 'and' &&
    more.some((child) => tokens[child - 1]!.upos === 'ADJ')
  return people ? more : [...kept, ...more]
}

/** What is under control: "areas under their control", "the town remains under their control". */
function under({ scene: { view } }: Land, token: number): number[] {
  const { head, deprel } = view.tokens[token]!
  if (!/^(?:under|in|outside)$/.test(preposition(view, token))) return []
  if (head < 0 || !/^(?:obl|nmod|obj)/.test(deprel)) return [...fill(view, token, 'subj')]
  return /^nmod/.test(deprel) ? [head] : [...fill(view, head, 'subj'), ...fill(view, head, 'obj')]
}

/** Who has positions in a place holds the place, and who flies a flag over a church of it has taken it. */
const settled = ({ scene: { view } }: Land, { label }: Told, ground: Ground, role: string): Ground =>
  ground.whole &&
  (role === 'over'
    ? ground.how === 'sites' && sortOf(view.tokens[ground.head]!) === 'site'
    : label === 'control:held' && /^position/.test(view.tokens[ground.head]!.lemma))
    ? { ...ground.whole, head: ground.head }
    : ground

/** "Villages surrounding Tarin" lie around it, and ring it with nothing. */
function isAround({ scene: { view } }: Land, token: number): boolean {
  const { text, head } = view.tokens[token]!
  return /^surrounding$/i.test(text) && head >= 0 && sortOf(view.tokens[head]!) !== undefined
}

const GROUND = /^(?:airport|airbase|airfield|airstrip|base|port|harbou?r|dam|oilfield|gasfield|refinery)$/

/** A held building is a target, seldom ground. */
const isTrifle = ({ scene: { view } }: Land, { label }: Told, { how, head, whole }: Ground): boolean =>
  (label === 'control:held' &&
    how === 'sites' &&
    sortOf(view.tokens[head]!) === 'site' &&
    !GROUND.test(view.tokens[head]!.lemma)) ||
  (how === 'parts' && whole?.head === head)

/** Each place once; "villages and towns around Tarin" are one. */
function unique(grounds: readonly Ground[]): Ground[] {
  const seen = new Set<string>()
  const keyOf = ({ how, name, whole }: Ground): string =>
    how === 'sites' && SETTLED.test(name) ? (whole?.name ?? name) : name
  return grounds.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

const SETTLED = /^(?:villages|towns|cities|hamlets|settlements)\b/
