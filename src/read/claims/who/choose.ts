/**
 * Choosing the actor and the target of every claim of a report, in text order.
 *
 *     Rebels shelled Tarin, medics said. The strikes hit a clinic.
 *     ^^^^^^ .91  medics .03  nobody .06     ^^^^^^^ by whom? the rebels, who acted before: .58
 *
 * Candidates that stand for one name are weighed together; the likeliest name wins. Some are
 * never asked: a place does not bomb, and nobody without arms takes a town. Without weights
 * the roles of the frame decide alone (`arguments.ts`).
 */
import type { Resources } from '../../../knowledge/resources.ts'
import type { WhoModel } from '../../../knowledge/who-model.ts'
import type { Reading } from '../../../model/reading.ts'
import { type Argument, actorOf, inArms, isArmed, targetOf } from '../arguments.ts'
import type { Scene } from '../frames.ts'
import { type Told, telltale } from '../told.ts'
import { type Before, type Candidate, candidatesOf } from './candidates.ts'
import { besideActor, describe } from './features.ts'

/** The arguments of one claim; for a claim of control the target is whoever loses the place. */
export interface Arguments {
  readonly actor: Argument | null
  readonly target: Argument | null
  /** Heads of the phrases in the roles that the frame names: parts of the claim's evidence. */
  readonly phrases: readonly number[]
}

const known = new WeakMap<readonly Told[], ReadonlyMap<Told, Arguments>>()

/** The arguments of everything told in a report. Computed once a reading. */
export function argumentsOf(reading: Reading, resources: Resources): ReadonlyMap<Told, Arguments> {
  const { scene, told } = telltale(reading, resources)
  const done = known.get(told)
  if (done) return done
  const { whoModel } = resources
  const chosen = new Map<Told, Arguments>()
  const memory = new Map<string, { actor: string | null; target: string | null }>()
  let last: string | null = null
  for (const one of told) {
    const pointed = pointedAt(scene, one, resources)
    const { actor, target } = pointed
    const phrases = [actor, target].flatMap((part) => (part ? [part.token] : []))
    let found = { actor, target }
    if (whoModel) {
      const before: Before = { actor: null, target: null, ...memory.get(one.label), last }
      const { candidates, features } = weighable(scene, one, pointed, before, resources)
      found = choose(one, candidates, features, whoModel, eligible(scene, one, candidates, actor))
    }
    chosen.set(one, { ...found, phrases })
    const names = { actor: found.actor?.who.name ?? null, target: found.target?.who.name ?? null }
    const earlier = memory.get(one.label)
    if (names.actor || names.target)
      memory.set(one.label, { actor: names.actor ?? earlier?.actor ?? null, target: names.target })
    if (names.actor && !one.label.startsWith('control:')) last = names.actor
  }
  known.set(told, chosen)
  return chosen
}

/** Whom the roles of the frame point at. */
export function pointedAt(scene: Scene, told: Told, resources: Resources): Pick<Arguments, 'actor' | 'target'> {
  const actor = named(told.label, actorOf(scene, told), resources)
  return { actor, target: named(told.label, targetOf(scene, told, actor), resources) }
}

/** The candidates of a claim with their features: what the weights are learned on, too. */
export function weighable(
  scene: Scene,
  told: Told,
  { actor, target }: Pick<Arguments, 'actor' | 'target'>,
  before: Before,
  { actors, english }: Resources,
): { candidates: Candidate[]; features: Int32Array[] } {
  const candidates = candidatesOf(scene, told, before, actors)
  const pointed = { actor: actor?.who.name ?? null, target: target?.who.name ?? null }
  const group = (lemma: string): number => english.words(lemma).large
  return { candidates, features: describe(scene, told, candidates, before, pointed, group) }
}

/** An argument by the name that its claim calls it. */
function named(label: string, argument: Argument | null, { actors }: Resources): Argument | null {
  if (!argument) return null
  const { who } = argument
  return { ...argument, who: { ...who, name: inArms(label, who.name, who.kind, actors) } }
}

function choose(
  { label }: Told,
  candidates: readonly Candidate[],
  features: readonly Int32Array[],
  { actor: actorScore, target: targetScore, scale }: WhoModel,
  may: readonly boolean[],
): Pick<Arguments, 'actor' | 'target'> {
  const actor = best(
    candidates,
    features.map((list, i) => (may[i] ? actorScore(list, list.length)[0]! * scale[0] : Number.NEGATIVE_INFINITY)),
    SURE.actor,
  )
  const beside = besideActor(label, candidates, actor?.who.name ?? null)
  const target = best(
    candidates,
    features.map((list, i) => {
      const own = targetScore(list, list.length)[0]!
      return (own + targetScore(beside[i]!, beside[i]!.length)[0]!) * scale[1]
    }),
    SURE.target,
  )
  return { actor, target }
}

/** Which candidates the grammar allows as the actor: whoever it names outright, alone or with others, is it. */
export function eligible(
  { view: { tokens } }: Scene,
  { label, token }: Told,
  candidates: readonly Candidate[],
  pointed: Argument | null,
): boolean[] {
  const by = pointed !== null && /^(by|after "by")$/.test(pointed.role) ? pointed.token : -1
  const somebody = agent(pointed)
  const subject = pointed?.role === 'subj' ? pointed.who.kind : null
  // Armed subjects of a verb of taking take: "the alliance pushed into territory north of their capital".
  const takes = subject !== null && ARMED.test(subject) && TAKING.test(label)
  const own =
    subject !== null && SIDES.test(subject) && tokens[token]!.upos === 'VERB' && tokens[pointed!.token]!.head === token
  return candidates.map(
    (candidate) =>
      mayAct(label, candidate) &&
      !(somebody && candidate.who === null) &&
      (by < 0 || candidate.token === by) &&
      (!(takes || own) || candidate.token === pointed!.token || includes(candidate, pointed!.who.name)),
  )
}

/** Is it the name, or one of several that hold it? */
const includes = ({ who }: Candidate, name: string): boolean =>
  who !== null && (who.name === name || who.name.split('; ').includes(name))

const ARMED = /^(?:state-force|armed-group)$/
const SIDES = /^(?:state-force|armed-group|government|country)$/
const TAKING = /^control:(?:captured|entered|advancing|encircled|cut)$/

/** Does the grammar itself name who did it: a subject, a by-phrase, whoever is moved? */
const agent = (pointed: Argument | null): boolean =>
  pointed !== null && /^(subj|by|obj)$/.test(pointed.role) && pointed.who.kind !== 'other'

/** Could the candidate have done it at all? */
export function mayAct(label: string, { who, form }: Candidate): boolean {
  if (!who) return true
  if (form === 'place') return false
  if (!isArmed(label)) return who.kind !== 'other' || who.basis !== 'words' || form !== 'before'
  const { kind } = who
  return kind !== 'media' && kind !== 'civilians' && (kind !== 'other' || who.basis !== 'words')
}

/** Whoever the sentence does not name must be likely: better nobody than somebody falsely. */
const FAR: ReadonlySet<string> = new Set(['party', 'named', 'before'])
const SURE = { actor: 0.42, target: 0.3 }

/** The likeliest name, by the candidate that speaks most for it; null for nobody. */
function best(candidates: readonly Candidate[], scores: readonly number[], sure: number): Argument | null {
  const max = Math.max(...scores)
  const names = new Map<string | null, { sum: number; top: number; at: number }>()
  let total = 0
  for (const [i, score] of scores.entries()) {
    const p = Math.exp(score - max)
    total += p
    const name = candidates[i]!.who?.name ?? null
    const entry = names.get(name)
    if (!entry) names.set(name, { sum: p, top: p, at: i })
    else {
      entry.sum += p
      if (p > entry.top) [entry.top, entry.at] = [p, i]
    }
  }
  let winner: { sum: number; at: number } | null = null
  for (const entry of names.values()) if (!winner || entry.sum > winner.sum) winner = entry
  const candidate = candidates[winner?.at ?? 0]
  if (!winner || !candidate?.who) return null
  const { name } = candidate.who
  const near = candidates.some(({ who, form }) => who?.name === name && !FAR.has(form))
  if (!near && winner.sum / total < sure) return null
  const how = candidate.roles[0] ?? candidate.form
  return { who: candidate.who, token: candidate.token, role: `${how} (${(winner.sum / total).toFixed(2)})` }
}
