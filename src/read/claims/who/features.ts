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
import { seed } from '../facts.ts'
import type { Scene } from '../frames.ts'
import type { Told } from '../told.ts'
import type { Before, Candidate } from './candidates.ts'
import { FACT, type Lists, lister, mix } from './facts.ts'

/** Types whose arguments behave alike. */
const GROUPS: Readonly<Record<string, string>> = {
  airstrike: 'strike', shelling: 'strike', bombing: 'blast', suicide_bombing: 'blast', attack: 'force', killing: 'force', arson: 'force',
  clash: 'force', abduction: 'seize', arrest: 'seize', human_shields: 'seize', discovery: 'seize', offensive: 'move', deployment: 'move',
  withdrawal: 'move', surrender: 'move', uprising: 'people', protest: 'people', displacement: 'people', evacuation: 'people',
  shortage: 'people', aid: 'give', support: 'give', talks: 'talk', demand: 'say', refusal: 'say', accusation: 'say', denial: 'say',
  retraction: 'say', announcement: 'say', warning: 'say', damage: 'other', other: 'other',
} // biome-ignore format: a list

/** Whom the roles of the frame point at, as names; null for nobody. */
export interface Pointed {
  readonly actor: string | null
  readonly target: string | null
}

const LISTS = lister()

/**
 * The facts of one candidate while they are gathered, name and two values each: some forty, and up to six for each of its roles.
 * They are hashed together when all are there: hashed where each is stated, this file took a tenth of all compiling.
 */
const FACTS = new Int32Array(3 * 1024)

/** Features of every candidate of a claim, to be used before the next claim is described. `clusters` are those of the tokens. */
export function describe(
  scene: Scene,
  told: Told,
  candidates: readonly Candidate[],
  before: Before,
  pointed: Pointed,
  clusters: ArrayLike<number>,
): Lists {
  const { view, reading } = scene
  const { tokens } = view
  const word = tokens[told.token]!
  const control = told.label.startsWith('control:')
  const type = seed(told.label)
  const family = seed(control ? 'control' : (GROUPS[told.label] ?? 'other'))
  const pos = seed(`${word.upos}${isPassive(view, told.token) ? '!' : ''}`)
  const cluster = mix(clusters[told.token]!, 77)
  const lemma = mix(hash(word.lemma.toLowerCase()), 78)
  const spoken = new Set<string>()
  for (const { who, form } of candidates) if (form === 'speaker') spoken.add(who!.name)
  const [spokenFirst] = spoken
  const nearest = nearestArmed(candidates, told.token)
  const weight = salience(reading)
  const filled = seed(
    candidates.some(({ roles }) => roles.some((role) => told.frame?.actor.includes(role))) ? 'filled' : 'empty',
  )
  LISTS.clear()
  let n = 0
  const fact = (name: number, a = 0, b = 0): void => {
    FACTS[n] = name
    FACTS[n + 1] = a
    FACTS[n + 2] = b
    n += 3
  }
  for (const { who, token, form, roles } of candidates) {
    const kind = seed(who ? who.kind : 'nobody')
    const basis = seed(who ? who.basis : 'nobody')
    const shape = seed(form)
    fact(FACT.form, shape, kind)
    fact(FACT.shape, shape)
    fact(FACT.kind, kind)
    fact(FACT.kindBasis, kind, basis)
    fact(FACT.word, cluster, shape)
    const name = who?.name ?? null
    if (name === pointed.actor) {
      fact(FACT.pointed, shape)
      fact(FACT.pointedKind, kind, basis)
      fact(FACT.pointedRole, roles.length ? seed(roles[0]!) : 0, kind)
    } else fact(FACT.notPointed, kind, Number(pointed.actor === null))
    if (name === pointed.target) {
      fact(FACT.hit, shape)
      fact(FACT.hitKind, kind, basis)
      fact(FACT.hitRole, roles.length ? seed(roles[0]!) : 0, kind)
    } else fact(FACT.notHit, kind, Number(pointed.target === null))
    if (name !== null && pointed.actor !== null && name !== pointed.actor && holds(name, pointed.actor)) {
      fact(FACT.widens, shape)
      fact(FACT.widensActed, Number(name === before.last), Number(name === before.actor))
    }
    if (who) {
      const named = weight.get(who.name)
      fact(FACT.salience, named ? named.often : 0, kind)
      fact(FACT.salienceForm, named ? named.often : 0, shape)
      fact(FACT.early, Number(named?.early ?? false), kind)
    }
    if (!who) {
      fact(FACT.nobody, filled, pos)
      fact(FACT.nobodyLemma, lemma)
    } else {
      if (who.name === before.actor) fact(FACT.acted, shape)
      if (who.name === before.target) fact(FACT.suffered, shape)
      if (who.name === before.last) fact(FACT.actedLast, shape)
      if (before.actor === null && before.last === null) fact(FACT.first, shape)
      if (spoken.has(who.name)) fact(FACT.speaks, kind, shape)
      if (spokenFirst === who.name) fact(FACT.speaksFirst, shape)
      fact(FACT.open, filled, mix(kind, shape))
    }
    if (token >= 0 && who) {
      const here = token >= told.sentence.first && token < told.sentence.last
      const { deprel, head, upos } = tokens[token]!
      const prep = seed(preposition(view, token))
      if (here) {
        const clause = view.clause[token] === view.clause[told.token] ? 1 : 2
        fact(FACT.zone, clause, kind)
        fact(FACT.side, Number(token < told.token), distance(token - told.token))
        fact(FACT.sideKind, Number(token < told.token), kind)
        const way = path(scene, told.token, token)
        fact(FACT.path, way, pos)
        fact(FACT.pathKind, way, kind)
        fact(FACT.pathPrep, way, prep)
        fact(FACT.pathLemma, way, lemma)
        fact(FACT.pathCluster, way, cluster)
        if (token === nearest.before) fact(FACT.nearestBefore, kind)
        if (token === nearest.after) fact(FACT.nearestAfter, kind)
        if (scene.number[token]! >= 0) fact(FACT.counted, kind)
        if (token === told.token) fact(FACT.self, kind)
      } else fact(FACT.back, tokens[told.sentence.first]!.sentence - tokens[token]!.sentence, kind)
      fact(FACT.deprel, seed(deprel), kind)
      fact(FACT.prep, prep, kind)
      fact(FACT.upos, seed(upos), kind)
      const up = head >= 0 ? tokens[head]! : null
      fact(FACT.under, up ? mix(clusters[head]!, seed(deprel)) : 0)
      if (who.kind === 'other' || who.kind === 'civilians') fact(FACT.head, clusters[token]!)
      if (scene.place[token]! >= 0) fact(FACT.place, seed(reading.places[scene.place[token]!]!.kind), prep)
    }
    for (const role of roles) {
      const name = seed(role)
      fact(FACT.role, name, kind)
      fact(FACT.rolePos, name, pos)
      fact(FACT.roleLemma, name, lemma)
      fact(FACT.roleCluster, name, cluster)
      const actorAt = told.frame ? told.frame.actor.indexOf(role) : -1
      const targetAt = told.frame ? told.frame.target.indexOf(role) : -1
      if (actorAt >= 0) fact(FACT.actorRole, actorAt, kind)
      if (targetAt >= 0) fact(FACT.targetRole, targetAt, kind)
    }
    if (!roles.length) fact(FACT.noRole, kind, shape)
    for (let i = 0; i < n; i += 3) {
      const f = mix(FACTS[i]!, FACTS[i + 1]!, FACTS[i + 2]!)
      LISTS.add(f)
      LISTS.add(mix(f, family))
      LISTS.add(mix(f, type, 5))
    }
    LISTS.end()
    n = 0
  }
  return LISTS.all()
}

const BESIDE = lister()

/** Features of a target that depend on who acts, to be used before the next claim's are asked for. */
export function besideActor(label: string, candidates: readonly Candidate[], actor: string | null): Lists {
  const type = seed(label)
  const acts = Number(actor !== null)
  BESIDE.clear()
  for (const { who, form } of candidates) {
    const name = who?.name ?? null
    const same =
      name === null || actor === null
        ? 'other'
        : name === actor
          ? 'same'
          : holds(actor, name) || holds(name, actor)
            ? 'part'
            : 'other'
    const bond = seed(same)
    const shape = seed(form)
    BESIDE.add(mix(bond, acts, 21))
    BESIDE.add(mix(bond, shape, 22))
    BESIDE.add(mix(bond, type, 23))
    BESIDE.add(mix(mix(acts, shape, 24), type, 25))
    BESIDE.end()
  }
  return BESIDE.all()
}

/** Is the name one of several that make up the other? */
export const holds = (names: string, name: string): boolean => names.includes('; ') && names.split('; ').includes(name)

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
