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
import { SPEECH_ACTS } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'
import { type Argument, actorOf, inArms, isArmed, targetOf } from '../arguments.ts'
import { isPassive } from '../clauses.ts'
import { clustersOf } from '../clusters.ts'
import type { Scene } from '../frames.ts'
import { type Told, telltale } from '../told.ts'
import type { Who } from '../who.ts'
import { type Before, type Candidate, candidatesOf } from './candidates.ts'
import type { Lists } from './facts.ts'
import { besideActor, describe, holds } from './features.ts'
import { likeliest, SURE } from './likeliest.ts'
import { addressed, outrightly } from './outright.ts'

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
    const earlier = memory.get(one.label)
    let found = { actor, target }
    if (whoModel) {
      const before: Before = { actor: earlier?.actor ?? null, target: earlier?.target ?? null, last }
      const { candidates, features } = weighable(scene, one, pointed, before, resources)
      const may = eligible(scene, one, candidates, pointed)
      const outright = { actor: outrightly(scene, one, pointed.actor), target: addressed(scene, one, target) }
      found = choose(one, candidates, features, whoModel, may, outright)
    }
    chosen.set(one, { ...found, phrases })
    const names = { actor: found.actor?.who.name ?? null, target: found.target?.who.name ?? null }
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
): { candidates: Candidate[]; features: Lists } {
  const candidates = candidatesOf(scene, told, before, actors)
  const pointed = { actor: actor?.who.name ?? null, target: target?.who.name ?? null }
  const { large } = clustersOf(scene.view.tokens, english.words)
  return { candidates, features: describe(scene, told, candidates, before, pointed, large) }
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
  { features, ends }: Lists,
  { actor: actorScore, target: targetScore, scale }: WhoModel,
  may: Eligible,
  outright: Readonly<Record<'actor' | 'target', string | null>>,
): Pick<Arguments, 'actor' | 'target'> {
  const actor = likeliest(
    candidates,
    candidates.map((_, i) => (may.act[i] ? actorScore(features, ends[i + 1]!, ends[i])[0]! * scale[0] : NEVER)),
    label.startsWith('control:') ? SURE.holder : SURE.actor,
    outright.actor,
  )
  const beside = besideActor(label, candidates, actor?.who.name ?? null)
  const itself = MUTUAL.test(label) ? null : (actor?.who.name ?? null)
  const target = likeliest(
    candidates,
    candidates.map(({ who }, i) => {
      if (!may.suffer[i] || (itself !== null && who?.name === itself)) return NEVER
      const own = targetScore(features, ends[i + 1]!, ends[i])[0]!
      return (own + targetScore(beside.features, beside.ends[i + 1]!, beside.ends[i])[0]!) * scale[1]
    }),
    SURE.target,
    outright.target,
  )
  return { actor, target }
}

const NEVER = Number.NEGATIVE_INFINITY

/** All but what people do among themselves is done to others. */
const MUTUAL = /^(?:clash|talks|displacement|withdrawal|other|control:.*)$/

/** What is never done to a place: people protest there. */
const AGAINST_NO_PLACE = /^(?:protest|uprising|accusation|demand|refusal|denial|support|talks|warning)$/

/** Which candidates may have acted, and which may have suffered it, one answer a candidate. */
export interface Eligible {
  readonly act: readonly boolean[]
  readonly suffer: readonly boolean[]
}

/** Whom the grammar allows: whoever it names outright, alone or with others, is it. */
function eligible(
  { view, actor: mentioned }: Scene,
  { label, token }: Told,
  candidates: readonly Candidate[],
  { actor: pointed, target }: Pick<Arguments, 'actor' | 'target'>,
): Eligible {
  const { tokens } = view
  const { deprel, head, upos } = tokens[token]!
  // "Turkish-backed": nobody else backs, and nobody else is backed than the noun it stands before.
  const backed = label === 'support' && tokens[token - 1]?.text === '-'
  // Nor does anybody else hold what is "rebel-held".
  const tied = backed || (label === 'control:held' && tokens[token - 1]?.text === '-')
  const backs = tied && candidates.some((candidate) => candidate.token === token - 2) ? token - 2 : -1
  const by = pointed !== null && /^(?:by|after "by")$/.test(pointed.role) ? pointed.token : -1
  const modified = backed && deprel === 'amod' ? head : -1
  // The subject of a passive suffers.
  const suffered = upos === 'VERB' && target?.role === 'obj' && isPassive(view, token) ? target.token : -1
  // "The rebel assault", "army rocket fire": the phrase that tells of the deed says whose it is.
  const whose = upos === 'NOUN' && DEED.test(label) ? mentioned[token]! : -1
  const isWhose = ({ token: at }: Candidate): boolean => at >= 0 && mentioned[at] === whose
  const told = whose >= 0 && candidates.some((one) => isWhose(one) && one.who !== null && isNamedForce(one.who))
  const somebody = agent(pointed)
  const subject = pointed?.role === 'subj' ? pointed.who.kind : null
  // Armed subjects of a verb of taking take: "the alliance pushed into territory north of their capital".
  const takes = subject !== null && ARMED.test(subject) && TAKING.test(label)
  const own =
    subject !== null &&
    (SIDES.test(subject) || (SPEECH_ACTS.has(label) && pointed!.who.basis !== 'words')) &&
    upos === 'VERB' &&
    tokens[pointed!.token]!.head === token
  // "By the army and the militia": both did, where the grammar names them.
  const named = by >= 0 ? by : own ? pointed!.token : -1
  const joint = candidates.some((one) => one.form === 'joint' && one.token === named && isArmedRow(label, one))
  const act = candidates.map(
    (candidate) =>
      !(joint && candidate.form === 'alone' && candidate.token === named) &&
      mayAct(label, candidate) &&
      !(somebody && candidate.who === null) &&
      (by < 0 || candidate.token === by) &&
      (!told || isWhose(candidate)) &&
      (backs < 0 || candidate.token === backs) &&
      (suffered < 0 || candidate.token !== suffered) &&
      (candidate.token === token || !describes(tokens, candidate, token)) &&
      !(label !== 'support' && onlyHelps(tokens, candidate, token)) &&
      (!(takes || own) || candidate.token === pointed!.token || includes(candidate, pointed!.who.name)),
  )
  const only = modified >= 0 && candidates.some((candidate) => candidate.token === modified)
  const suffer = candidates.map(
    (candidate) =>
      (!only || candidate.token === modified) && !(candidate.form === 'place' && AGAINST_NO_PLACE.test(label)),
  )
  // Where nobody is left, the weights alone choose among those who could have done it.
  return { act: act.some(Boolean) ? act : candidates.map((candidate) => mayAct(label, candidate)), suffer }
}

/** "Rebel" of "rebel-held town", "police" of "police station": it only says which town or station, and did nothing there. */
function describes(tokens: Scene['view']['tokens'], { token: at, form }: Candidate, told: number): boolean {
  const own = at >= 0 && (form === 'alone' || form === 'joint') ? tokens[at]! : null
  if (!own || own.head === told) return false
  const [dash, held] = [tokens[at + 1], tokens[at + 2]]
  if (dash?.text === '-' && held !== undefined && HELD.test(held.text)) return at + 2 !== told
  return own.deprel === 'compound' && SITE.test(tokens[own.head]?.text ?? '')
}

/** "Fighters backed by Ostlandish jets took Tarin": the jets did not. */
function onlyHelps(tokens: Scene['view']['tokens'], { token: at, form }: Candidate, told: number): boolean {
  const own = at >= 0 && form === 'alone' ? tokens[at]! : null
  const verb = own && own.head >= 0 && own.head !== told ? tokens[own.head]! : null
  return (
    own?.deprel.startsWith('obl') === true &&
    verb !== null &&
    HELPED.test(verb.lemma) &&
    /^(?:acl|amod|advcl)/.test(verb.deprel)
  )
}
const HELPED = /^(?:back|support|aid|arm|train|assist|accompany|fund|escort|equip|supply)$/
const HELD = /^(?:held|controlled|occupied|run|besieged|dominated)$/i
const SITE =
  /^(?:station|stations|headquarters|checkpoints?|posts?|bases?|positions?|strongholds?|bastions?|barracks|buildings?|vehicles?|cars?|buses|uniforms?|chief|areas?|towns?|villages?|districts?|territory|enclaves?|neighbou?rhoods?|suburbs?|lines|supply|convoys?)$/i

const isArmedRow = (label: string, one: Candidate): boolean => isArmed(label) && mayAct(label, one)

/** Is it the name, or one of several that hold it? */
const includes = ({ who }: Candidate, name: string): boolean =>
  who !== null && (who.name === name || holds(who.name, name))

const ARMED = /^(?:state-force|armed-group)$/
const SIDES = /^(?:state-force|armed-group|government|country)$/
/** Deeds of force, which relief agencies and councils are no authors of. */
const DEED = /^(?:airstrike|shelling|suicide_bombing|bombing|clash|attack|offensive)$/
const isNamedForce = ({ kind, basis }: Who): boolean => SIDES.test(kind) && basis !== 'words'
const RISING = /^(?:uprising|protest)$/
const TAKING = /^control:(?:captured|entered|advancing|encircled|cut)$/

/** Does the grammar itself name who did it: a subject, a by-phrase, whoever is moved? */
const agent = (pointed: Argument | null): boolean =>
  pointed !== null && /^(subj|by|obj)$/.test(pointed.role) && pointed.who.kind !== 'other'

/** Could the candidate have done it at all? */
export function mayAct(label: string, { who, form, roles }: Candidate): boolean {
  if (!who) return true
  // Nobody rises against himself.
  if (RISING.test(label) && SIDES.test(who.kind) && who.kind !== 'armed-group') return false
  if (form === 'place') return false
  if (!isArmed(label)) return who.kind !== 'other' || who.basis !== 'words' || form !== 'before'
  const { kind } = who
  if (kind === 'agency' && DEED.test(label) && !roles.length) return false
  return kind !== 'media' && kind !== 'civilians' && (kind !== 'other' || who.basis !== 'words')
}
