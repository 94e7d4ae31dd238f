/**
 * Who may be the actor or the target of a claim: everyone its sentence names, those named just
 * before, the report's main parties, whoever is quoted, and nobody.
 *
 *     Rebels shelled the town of Tarin, wounding two women, medics said.
 *     ^^^^^^             ^^^^    ^^^^^           ^^^^^^^^^  ^^^^^^       all candidates; "civilians", nobody too
 *
 * Candidates only: `features.ts` describes them, `choose.ts` chooses.
 */
import type { ActorPack } from '../../../knowledge/actors.ts'
import type { ActorKind, ActorMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { inArms } from '../arguments.ts'
import { fill } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import { speaker } from '../speaker.ts'
import type { Told } from '../told.ts'
import { one, type Who, who } from '../who.ts'

/** How a candidate came to be one. */
export type Form = 'nobody' | 'alone' | 'joint' | 'civilians' | 'place' | 'speaker' | 'before' | 'party'

/** One who may be meant. */
export interface Candidate {
  /** Null for nobody. */
  readonly who: Who | null
  /** Head of its phrase, or -1 when it stands in no phrase. */
  readonly token: number
  readonly form: Form
  /** Roles that its phrase fills for the word that tells. */
  readonly roles: readonly string[]
}

/** What earlier claims of the report have settled. */
export interface Before {
  /** Actor and target last told of a claim of the same type. */
  readonly actor: string | null
  readonly target: string | null
  /** Actor last told of any event. */
  readonly last: string | null
}

/** Roles that are asked for, beside those the frame names. */
export const ROLES = [
  'subj', 'obj', 'by', 'poss', 'mod', 'of', 'light', 'on', 'against', 'at', 'in', 'to', 'from', 'with', 'between', 'for', 'hits',
  'iobj', 'xobj', 'appos', 'into', 'near', 'mod-of', 'hyphen',
] as const // biome-ignore format: a list

/** How far a phrase may stand from the word that tells, in tokens. */
const REACH = 40
/** How many of the actors named in the sentences before are kept. */
const KEPT = 6

/** Everyone who may be meant, in no order that matters. */
export function candidatesOf(scene: Scene, told: Told, before: Before, pack: ActorPack): Candidate[] {
  const { reading, view } = scene
  const { tokens } = view
  const roles = new Map<number, string[]>()
  for (const role of ROLES)
    for (const token of fill(view, told.token, role)) {
      const list = roles.get(token)
      if (list) list.push(role)
      else roles.set(token, [role])
    }
  const found: Candidate[] = [{ who: null, token: -1, form: 'nobody', roles: [] }]
  const add = (who: Who, token: number, form: Form): void => {
    const name = inArms(told.label, who.name, who.kind, pack)
    found.push({ who: name === who.name ? who : { ...who, name }, token, form, roles: roles.get(token) ?? [] })
  }
  const first = Math.max(told.sentence.first, told.token - REACH)
  const last = Math.min(told.sentence.last, told.token + REACH)
  for (let i = first; i < last; i++) {
    const { upos } = tokens[i]!
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'PRON' && upos !== 'NUM' && upos !== 'ADJ') continue
    const mention = headed(scene, i)
    const place = scene.place[i]! >= 0 ? reading.places[scene.place[i]!]! : null
    if (!mention && place && upos === 'PROPN' && place.kind !== 'demonym') {
      if (tokens[i]!.deprel !== 'flat')
        add({ name: place.name, kind: 'country', basis: 'name', confidence: 0.5 }, i, 'place')
      continue
    }
    if (!mention && (!roles.has(i) || i === told.token)) continue
    const single = one(reading, i)
    if (!single) continue
    add(single, i, 'alone')
    const joint = who(reading, i)
    if (joint && joint.name !== single.name) add(joint, i, 'joint')
    const beside = mention ? joined(scene, i) : null
    if (beside && !joint?.name.includes(beside.name))
      add({ ...single, name: `${beside.name}; ${single.name}` }, i, 'joint')
    if (single.kind === 'civilians' && single.name !== 'civilians')
      add({ ...single, name: 'civilians' }, i, 'civilians')
  }
  for (const name of speaker(reading, told.trigger).slice(0, 2))
    add({ name, kind: kindOf(reading, name), basis: 'name', confidence: 0.6 }, -1, 'speaker')
  for (const mention of namedBefore(reading, tokens, told.sentence.first)) add(mention, mention.head, 'before')
  for (const party of parties(reading)) add(party, -1, 'party')
  for (const name of [before.actor, before.target, before.last])
    if (name !== null && !found.some(({ who }) => who?.name === name))
      add({ name, kind: kindOf(reading, name), basis: 'definite', confidence: 0.4 }, -1, 'before')
  return found
}

/** The actor mention headed at a token. */
function headed({ reading, actor }: Scene, i: number): ActorMention | null {
  const mention = actor[i]! >= 0 ? reading.actors[actor[i]!]! : null
  return mention && mention.head === i ? mention : null
}

/** The other owner of one head noun: "Sudanese and Chadian | troops", "Afghan and coalition | forces". */
function joined({ reading, view: { tokens }, actor }: Scene, i: number): ActorMention | null {
  for (let j = i - 1; j >= 0 && i - j <= 5; j--) {
    const { upos, sentence } = tokens[j]!
    if (sentence !== tokens[i]!.sentence || upos === 'VERB' || upos === 'ADP' || upos === 'PUNCT') return null
    const mention = actor[j]! >= 0 ? reading.actors[actor[j]!]! : null
    if (!mention || mention.head !== j) continue
    const between = tokens.slice(Math.max(0, j - 1), i).some(({ lemma }) => lemma === 'and')
    return between && mention.name !== reading.actors[actor[i]!]!.name ? mention : null
  }
  return null
}

const kindOf = ({ actors }: Reading, name: string): ActorKind => actors.find((a) => a.name === name)?.kind ?? 'other'

/** Actors named in the two sentences before, each once, the nearest first. */
function namedBefore({ actors }: Reading, tokens: Reading['tokens'], first: number): ActorMention[] {
  const kept = new Map<string, ActorMention>()
  const sentence = tokens[first]?.sentence ?? 0
  let i = actors.length
  while (i > 0 && actors[i - 1]!.head >= first) i--
  for (i--; i >= 0 && kept.size < KEPT; i--) {
    const mention = actors[i]!
    if (sentence - tokens[mention.head]!.sentence > 2) break
    if (mention.basis !== 'words' && mention.kind !== 'media' && !kept.has(mention.name))
      kept.set(mention.name, mention)
  }
  return [...kept.values()]
}

const known = new WeakMap<readonly ActorMention[], readonly (Who & { readonly share: number })[]>()

/** The armed parties a report names most, at most four, with their share of such names. */
export function parties({ actors }: Reading): readonly (Who & { readonly share: number })[] {
  const before = known.get(actors)
  if (before) return before
  const count = new Map<string, { who: Who; n: number }>()
  let all = 0
  for (const { name, kind, basis, confidence } of actors) {
    if ((kind !== 'armed-group' && kind !== 'state-force') || basis === 'words') continue
    all++
    const entry = count.get(name)
    if (entry) entry.n++
    else count.set(name, { who: { name, kind, basis, confidence }, n: 1 })
  }
  const top = [...count.values()]
    .sort((a, b) => b.n - a.n)
    .slice(0, 4)
    .map(({ who, n }) => ({ ...who, share: n / all }))
  known.set(actors, top)
  return top
}
