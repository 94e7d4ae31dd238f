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
import type { Token } from '../../../model/text.ts'
import { related } from '../../phrases.ts'
import { inArms } from '../arguments.ts'
import { fill } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import { speaker } from '../speaker.ts'
import type { Told } from '../told.ts'
import { one, type Who, who } from '../who.ts'

/** How a candidate came to be one. */
export type Form =
  | 'nobody'
  | 'alone'
  | 'joint'
  | 'pair'
  | 'short'
  | 'itself'
  | 'civilians'
  | 'usual'
  | 'place'
  | 'speaker'
  | 'before'
  | 'party'
  | 'named'

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
const ROLES = [
  'subj', 'obj', 'by', 'poss', 'mod', 'of', 'light', 'on', 'against', 'at', 'in', 'to', 'from', 'with', 'between', 'for', 'hits',
  'iobj', 'xobj', 'appos', 'into', 'near', 'mod-of', 'hyphen',
] as const // biome-ignore format: a list

const NO_ROLES: readonly string[] = []

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
  const found: Candidate[] = [{ who: null, token: -1, form: 'nobody', roles: NO_ROLES }]
  const add = (who: Who, token: number, form: Form): void => {
    const name = inArms(told.label, who.name, who.kind, pack)
    // Mentions, parties and phrases alike as one kind of object: what describes them is compiled for that one.
    const { kind, basis, confidence } = who
    found.push({ who: { name, kind, basis, confidence }, token, form, roles: roles.get(token) ?? NO_ROLES })
  }
  const first = Math.max(told.sentence.first, told.token - REACH)
  const last = Math.min(told.sentence.last, told.token + REACH)
  const backer = backerOf(scene, told.token, pack)
  if (backer) add(backer, told.token - 2, 'alone')
  for (let i = first; i < last; i++) {
    const { upos } = tokens[i]!
    if (backer && i === told.token - 2) continue
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'PRON' && upos !== 'NUM' && upos !== 'ADJ') continue
    const mention = headed(scene, i)
    const place = scene.place[i]! >= 0 ? reading.places[scene.place[i]!]! : null
    if (!mention && place && upos === 'PROPN' && place.kind !== 'demonym') {
      if (tokens[i]!.deprel === 'flat') continue
      // "UK support": in front of what it does a country acts, elsewhere it is a place.
      const acts = place.kind === 'country' && roles.get(i)?.includes('mod')
      add({ name: place.name, kind: 'country', basis: 'name', confidence: 0.5 }, i, acts ? 'alone' : 'place')
      continue
    }
    if (!mention && !roles.has(i) && !isPhrase(tokens[i]!, i, told.token)) continue
    const single = one(reading, i)
    if (!single) continue
    const own = i === told.token && !mention
    add(single, i, own ? 'itself' : 'alone')
    const short = single.basis === 'words' && upos === 'NOUN' ? shortened(tokens, i) : null
    if (short && short !== single.name) add({ ...single, name: short }, i, 'short')
    if (own) continue
    const joint = who(reading, i)
    if (joint && joint.name !== single.name) add(joint, i, 'joint')
    if (single.kind === 'civilians' && single.name !== 'civilians')
      add({ ...single, name: 'civilians' }, i, 'civilians')
  }
  for (const name of speaker(reading, told.trigger).slice(0, 2))
    add({ name, kind: kindOf(reading, name), basis: 'name', confidence: 0.6 }, -1, 'speaker')
  for (const mention of namedBefore(reading, tokens, told.sentence.first)) add(mention, mention.head, 'before')
  for (const party of parties(reading)) add(party, -1, 'party')
  for (const figure of figures(reading)) add(figure, -1, 'named')
  for (const [a, b] of pairs(found)) add({ ...a, name: `${a.name}; ${b.name}` }, -1, 'pair')
  for (const name of USUAL) if (!found.some(({ who }) => who?.name === name)) add(CIVILIANS(name), -1, 'usual')
  for (const name of [before.actor, before.target, before.last])
    if (name !== null && !found.some(({ who }) => who?.name === name))
      add({ name, kind: kindOf(reading, name), basis: 'definite', confidence: 0.4 }, -1, 'before')
  return found
}

/** "Turkish" of "Turkish-backed", "Ankara" of "Ankara-backed": the country that stands before the dash; null where none does. */
function backerOf({ reading, place, view: { tokens } }: Scene, at: number, pack: ActorPack): Who | null {
  if (tokens[at - 1]?.text !== '-' || !tokens[at - 2]) return null
  const mention = place[at - 2]! >= 0 ? reading.places[place[at - 2]!]! : null
  const national = mention && (mention.kind === 'country' || mention.kind === 'demonym') ? mention.country : null
  const country = pack.seats.get(tokens[at - 2]!.text) ?? (national ? pack.countries.get(national) : undefined)
  return country ? { name: country.name, kind: 'country', basis: 'name', confidence: 0.6 } : null
}

/** Whoever suffers most often without being named, and whoever protests. */
const USUAL = ['civilians', 'protesters'] as const
const CIVILIANS = (name: string): Who => ({ name, kind: 'civilians', basis: 'words', confidence: 0.3 })

/** Does the token head a phrase of its own? */
const isPhrase = ({ upos, deprel }: Token, i: number, trigger: number): boolean =>
  upos === 'NOUN' && (i === trigger || !/^(?:compound|flat|fixed|nmod:npmod|obl:tmod|nmod:tmod)/.test(deprel))

/** A phrase without its adjectives: "hospital" of "the only makeshift hospital"; null where it heads no plain noun. */
function shortened(tokens: Reading['tokens'], i: number): string | null {
  const parts = related(tokens, i, 'compound').filter((at) => at < i && i - at < 4)
  return [...parts, i]
    .map((at) => tokens[at]!.text)
    .join(' ')
    .replaceAll(' - ', '-')
}

/** Two sides that one sentence names, each once: they may fight or talk together. */
function pairs(found: readonly Candidate[]): [Who, Who][] {
  const sides = new Map<string, Who>()
  for (const { who, form } of found)
    if (who && form === 'alone' && SIDES.has(who.kind) && !who.name.includes(';') && sides.size < 4)
      sides.set(who.name, who)
  const list = [...sides.values()]
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [Who, Who] => [a, b]))
}
const SIDES: ReadonlySet<ActorKind> = new Set(['state-force', 'armed-group', 'country', 'government'])

/** The actor mention headed at a token. */
function headed({ reading, actor }: Scene, i: number): ActorMention | null {
  const mention = actor[i]! >= 0 ? reading.actors[actor[i]!]! : null
  return mention && mention.head === i ? mention : null
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
function parties({ actors }: Reading): readonly (Who & { readonly share: number })[] {
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

const knownFigures = new WeakMap<readonly ActorMention[], readonly Who[]>()
const FIGURES: ReadonlySet<ActorKind> = new Set(['government', 'agency', 'country', 'person'])

/** The governments, bodies and persons a report names most, at most four. */
function figures({ actors }: Reading): readonly Who[] {
  const before = knownFigures.get(actors)
  if (before) return before
  const count = new Map<string, { who: Who; n: number }>()
  for (const { name, kind, basis, confidence } of actors) {
    if (!FIGURES.has(kind) || basis === 'words') continue
    const entry = count.get(name)
    if (entry) entry.n++
    else count.set(name, { who: { name, kind, basis, confidence }, n: 1 })
  }
  const top = [...count.values()].sort((a, b) => b.n - a.n).slice(0, 4)
  const answer = top.map(({ who }) => who)
  knownFigures.set(actors, answer)
  return answer
}
