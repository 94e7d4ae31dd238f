/**
 * What is looked at when the actor or the target of a claim is chosen: 32-bit hashes for a linear model.
 *
 *     Rebels shelled Tarin.      candidate "Rebels" of shelled:
 *     ^^^^^^                     role subj · path nsubj< · kind armed-group · just before · named most ...
 *
 * Every fact counts by itself, for the kind of deed and for the very type. No name is a feature:
 * what is learned on one war holds for the next.
 */
import { hash } from '../../../language/features.ts'
import type { Reading } from '../../../model/reading.ts'
import { isPassive, preposition } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import type { Told } from '../told.ts'
import type { Before, Candidate } from './candidates.ts'

/** Types whose arguments behave alike. */
const GROUPS: Readonly<Record<string, string>> = {
  airstrike: 'strike', shelling: 'strike', bombing: 'blast', suicide_bombing: 'blast', attack: 'force', killing: 'force', arson: 'force',
  clash: 'force', abduction: 'seize', arrest: 'seize', human_shields: 'seize', discovery: 'seize', offensive: 'move', deployment: 'move',
  withdrawal: 'move', surrender: 'move', uprising: 'people', protest: 'people', displacement: 'people', evacuation: 'people',
  shortage: 'people', aid: 'give', support: 'give', talks: 'talk', demand: 'say', refusal: 'say', accusation: 'say', denial: 'say',
  retraction: 'say', announcement: 'say', warning: 'say', damage: 'other', other: 'other',
} // biome-ignore format: a list

const seeds = new Map<string, number>()
/** Number of a string, hashed once. */
export function seed(name: string): number {
  let value = seeds.get(name)
  if (value === undefined) seeds.set(name, (value = hash(name)))
  return value
}

/** Hash of two or three numbers. */
function mix(a: number, b: number, c = 0): number {
  let h = Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

/** Whom the roles of the frame point at, as names; null for nobody. */
export interface Pointed {
  readonly actor: string | null
  readonly target: string | null
}

/** The facts of one candidate while they are gathered: some forty, and up to six for each of its roles. */
const FACTS = new Int32Array(1024)

/** Features of every candidate of a claim. `group` gives the word cluster of a lemma. */
export function describe(
  scene: Scene,
  told: Told,
  candidates: readonly Candidate[],
  before: Before,
  pointed: Pointed,
  group: (lemma: string) => number,
): Int32Array[] {
  const { view, reading } = scene
  const { tokens } = view
  const word = tokens[told.token]!
  const control = told.label.startsWith('control:')
  const type = seed(told.label)
  const family = seed(control ? 'control' : (GROUPS[told.label] ?? 'other'))
  const pos = seed(`${word.upos}${isPassive(view, told.token) ? '!' : ''}`)
  const cluster = mix(group(word.lemma.toLowerCase()), 77)
  const lemma = mix(hash(word.lemma.toLowerCase()), 78)
  const spoken = candidates.filter(({ form }) => form === 'speaker').map(({ who }) => who!.name)
  const nearest = nearestArmed(candidates, told.token)
  const weight = salience(reading)
  const filled = seed(
    candidates.some(({ roles }) => roles.some((role) => told.frame?.actor.includes(role))) ? 'filled' : 'empty',
  )
  return candidates.map((candidate) => {
    const { who, token, form, roles } = candidate
    let n = 0
    const fact = (name: string, a = 0, b = 0): void => {
      FACTS[n++] = mix(seed(name), a, b)
    }
    const kind = seed(who ? who.kind : 'nobody')
    const basis = seed(who ? who.basis : 'nobody')
    const shape = seed(form)
    fact('form', shape, kind)
    fact('shape', shape)
    fact('kind', kind)
    fact('kind basis', kind, basis)
    fact('word', cluster, shape)
    const name = who?.name ?? null
    if (name === pointed.actor) {
      fact('pointed', shape)
      fact('pointed kind', kind, basis)
      fact('pointed role', roles.length ? seed(roles[0]!) : 0, kind)
    } else fact('not pointed', kind, Number(pointed.actor === null))
    if (name === pointed.target) {
      fact('hit', shape)
      fact('hit kind', kind, basis)
      fact('hit role', roles.length ? seed(roles[0]!) : 0, kind)
    } else fact('not hit', kind, Number(pointed.target === null))
    if (name !== null && pointed.actor !== null && name !== pointed.actor && name.split('; ').includes(pointed.actor)) {
      fact('widens', shape)
      fact('widens acted', Number(name === before.last), Number(name === before.actor))
    }
    if (who) {
      const named = weight.get(who.name)
      fact('salience', named ? named.often : 0, kind)
      fact('salience form', named ? named.often : 0, shape)
      fact('early', Number(named?.early ?? false), kind)
    }
    if (!who) {
      fact('nobody', filled, pos)
      fact('nobody lemma', lemma)
    } else {
      if (who.name === before.actor) fact('acted', shape)
      if (who.name === before.target) fact('suffered', shape)
      if (who.name === before.last) fact('acted last', shape)
      if (before.actor === null && before.last === null) fact('first', shape)
      if (spoken.includes(who.name)) fact('speaks', kind, shape)
      if (spoken[0] === who.name) fact('speaks first', shape)
      fact('open', filled, mix(kind, shape))
    }
    if (token >= 0 && who) {
      const here = token >= told.sentence.first && token < told.sentence.last
      const { deprel, head, upos } = tokens[token]!
      const prep = seed(preposition(view, token))
      if (here) {
        const clause = view.clause[token] === view.clause[told.token] ? 1 : 2
        fact('zone', clause, kind)
        fact('side', Number(token < told.token), distance(token - told.token))
        fact('side kind', Number(token < told.token), kind)
        const way = path(scene, told.token, token)
        fact('path', way, pos)
        fact('path kind', way, kind)
        fact('path prep', way, prep)
        fact('path lemma', way, lemma)
        fact('path cluster', way, cluster)
        if (token === nearest.before) fact('nearest before', kind)
        if (token === nearest.after) fact('nearest after', kind)
        if (scene.number[token]! >= 0) fact('counted', kind)
        if (token === told.token) fact('self', kind)
      } else fact('back', tokens[told.sentence.first]!.sentence - tokens[token]!.sentence, kind)
      fact('deprel', seed(deprel), kind)
      fact('prep', prep, kind)
      fact('upos', seed(upos), kind)
      const up = head >= 0 ? tokens[head]! : null
      fact('under', up ? mix(group(up.lemma.toLowerCase()), seed(deprel)) : 0)
      if (who.kind === 'other' || who.kind === 'civilians') fact('head', group(tokens[token]!.lemma.toLowerCase()))
      if (scene.place[token]! >= 0) fact('place', seed(reading.places[scene.place[token]!]!.kind), prep)
    }
    for (const role of roles) {
      const name = seed(role)
      fact('role', name, kind)
      fact('role pos', name, pos)
      fact('role lemma', name, lemma)
      fact('role cluster', name, cluster)
      const actorAt = told.frame ? told.frame.actor.indexOf(role) : -1
      const targetAt = told.frame ? told.frame.target.indexOf(role) : -1
      if (actorAt >= 0) fact('actor role', actorAt, kind)
      if (targetAt >= 0) fact('target role', targetAt, kind)
    }
    if (!roles.length) fact('no role', kind, shape)
    const out = new Int32Array(n * 3)
    for (let i = 0; i < n; i++) {
      const f = FACTS[i]!
      out[3 * i] = f
      out[3 * i + 1] = mix(f, family)
      out[3 * i + 2] = mix(f, type, 5)
    }
    return out
  })
}

/** Features of a target that depend on who acts, one list a candidate. */
export function besideActor(label: string, candidates: readonly Candidate[], actor: string | null): Int32Array[] {
  const type = seed(label)
  const parts = actor?.split('; ') ?? []
  return candidates.map(({ who, form }) => {
    const name = who?.name ?? null
    const same =
      name === null || actor === null
        ? 'other'
        : name === actor
          ? 'same'
          : parts.includes(name) || name.split('; ').includes(actor)
            ? 'part'
            : 'other'
    const bond = seed(same)
    const acts = Number(actor !== null)
    const shape = seed(form)
    return Int32Array.of(
      mix(bond, acts, 21),
      mix(bond, shape, 22),
      mix(bond, type, 23),
      mix(mix(acts, shape, 24), type, 25),
    )
  })
}

interface Salience {
  /** 1 to 4: named once, a few times, often, most. */
  readonly often: number
  /** Named in the headline or the first sentences. */
  readonly early: boolean
}
const saliences = new WeakMap<Reading['actors'], ReadonlyMap<string, Salience>>()

/** How much of a report each name has. Computed once a reading. */
function salience({ actors, tokens }: Reading): ReadonlyMap<string, Salience> {
  const known = saliences.get(actors)
  if (known) return known
  const counts = new Map<string, { n: number; early: boolean }>()
  for (const { name, head } of actors) {
    const entry = counts.get(name) ?? { n: 0, early: false }
    entry.n++
    entry.early ||= tokens[head]!.sentence < 2
    counts.set(name, entry)
  }
  const top = Math.max(0, ...[...counts.values()].map(({ n }) => n))
  const result = new Map(
    [...counts].map(([name, { n, early }]) => [
      name,
      { often: n === top && n > 1 ? 4 : n > 3 ? 3 : n > 1 ? 2 : 1, early },
    ]),
  )
  saliences.set(actors, result)
  return result
}

const distance = (gap: number): number => {
  const far = Math.abs(gap)
  return far < 3 ? far : far < 5 ? 3 : far < 8 ? 4 : far < 13 ? 5 : far < 20 ? 6 : 7
}

/** The armed candidate next in front of the word that tells, and the one next behind it. */
function nearestArmed(candidates: readonly Candidate[], at: number): { before: number; after: number } {
  let before = -1
  let after = -1
  for (const { who, token, form } of candidates) {
    if (form !== 'alone' || !who || (who.kind !== 'armed-group' && who.kind !== 'state-force')) continue
    if (token < at && token > before) before = token
    if (token > at && (after < 0 || token < after)) after = token
  }
  return { before, after }
}

/** The way through the tree from the word that tells to a candidate: up and down, at most six steps. */
function path({ view: { tokens } }: Scene, from: number, to: number): number {
  const ups: number[] = []
  for (let at = from, n = 0; at >= 0 && n < 6; at = tokens[at]!.head, n++) ups.push(at)
  let h = 17
  let down = 0
  let at = to
  for (; at >= 0 && down < 6; at = tokens[at]!.head, down++) {
    const meet = ups.indexOf(at)
    if (meet >= 0) {
      for (let i = 0; i < meet; i++) h = mix(h, seed(tokens[ups[i]!]!.deprel), 1)
      return mix(h, meet, down)
    }
    h = mix(h, seed(tokens[at]!.deprel), 2)
  }
  return 0
}
