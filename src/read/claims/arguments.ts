/**
 * Arguments: who fills the roles that a frame names, best role first.
 *
 *     actor  subj by      target  obj on against
 *     "Jets of the coalition struck rebels in Tarin": actor subj = coalition, target obj = rebels
 *
 * The parse is not trusted alone: where no role is filled, the actor is looked for by plain
 * words, in front of a noun ("regime airstrikes"), after "by", before the verb. A deed told
 * again without its doer ("the strikes") keeps the doer it had. Names come from `who.ts`.
 */
import type { ActorPack, Country } from '../../knowledge/actors.ts'
import type { ActorKind, ActorMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { type Clauses, fill, isPassive } from './clauses.ts'
import type { Scene } from './frames.ts'
import type { Told } from './told.ts'
import { isActor, type Who, who } from './who.ts'

/** An argument: who it is, the token its phrase is headed by, and in which role it stands. */
export interface Argument {
  readonly who: Who
  readonly token: number
  readonly role: string
  /** How likely it is this one, where all who may be meant were weighed. */
  readonly probability?: number
}

const ACTOR = { verb: ['subj', 'by'], noun: ['by', 'poss', 'light', 'mod', 'of', 'from', 'between'] } as const
const TARGET = { verb: ['obj', 'on', 'against', 'at'], noun: ['on', 'against', 'hits', 'of', 'in'] } as const

/** Claims that only those who bear arms, or a country in their place, are actors of. */
const ARMED: ReadonlySet<string> = new Set([
  'airstrike', 'shelling', 'clash', 'offensive', 'deployment', 'withdrawal', 'suicide_bombing', 'bombing', 'attack',
]) // biome-ignore format: a list
export const isArmed = (label: string): boolean => ARMED.has(label) || label.startsWith('control:')
const BEARS_ARMS: ReadonlySet<ActorKind> = new Set(['state-force', 'armed-group', 'country', 'government'])
const NAMED: ReadonlySet<ActorKind> = new Set([...BEARS_ARMS, 'agency', 'person', 'civilians'])

/** May this be the actor of such a claim? A nameless office ("prime minister") takes no town. */
const fits = (label: string, { kind, name }: Pick<Who, 'kind' | 'name'>): boolean =>
  isArmed(label) ? BEARS_ARMS.has(kind) && !(kind === 'government' && /^\p{Ll}/u.test(name)) : NAMED.has(kind)

/** The actor of a told claim, or null. `except`: tokens that are already something else. */
export function actorOf(scene: Scene, told: Told, except: readonly number[] = []): Argument | null {
  // "Must", "unacceptable": whoever says it is the actor, and the caller knows who speaks.
  if (told.frame && (told.frame.actor.length === 0 || told.frame.actor.includes('speaker'))) return null
  const roles = ['own', ...(told.frame ? told.frame.actor : ACTOR[partOf(scene, told)])]
  const suffered = isPassive(scene.view, told.token) ? fill(scene.view, told.token, 'obj') : []
  return (
    pick(scene, told, roles, (found) => fits(told.label, found), except) ??
    byWords(scene, told, [...except, ...suffered]) ??
    pick(scene, told, roles, (found) => !isArmed(told.label) && found.kind !== 'media', except)
  )
}

/** The target of a told claim, for a claim of control whoever loses the place; or null. */
export function targetOf(scene: Scene, told: Told, actor: Argument | null): Argument | null {
  if (told.label.startsWith('control:')) return loserOf(scene, told, actor)
  const except = actor ? [actor.token] : []
  const roles = ['between', ...(told.frame ? told.frame.target : TARGET[partOf(scene, told)])]
  return pick(scene, told, roles, ({ name }) => !DAY.test(name), except)
}

/** Who loses a place: "from X" after taking, the one driven out or leaving otherwise. */
function loserOf(scene: Scene, told: Told, actor: Argument | null): Argument | null {
  if (told.label === 'control:held' || told.label === 'control:contested') return null
  if (told.label === 'control:lost') return actor
  for (const role of ['from', 'of', 'against']) {
    const [token] = fill(scene.view, told.token, role)
    if (token === undefined || scene.place[token]! >= 0) continue
    const found = who(scene.reading, token)
    if (found && found.kind !== 'other' && found.name !== actor?.who.name) return { who: found, token, role }
  }
  return null
}

const DAY =
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** What a country or its government is called where its forces act: "Israel", "the Israeli government" bomb as "Israeli forces", also beside others. */
export function inArms(label: string, name: string, kind: ActorKind, pack: ActorPack): string {
  if (!isArmed(label)) return name
  if (name.includes('; '))
    return [
      ...new Set(name.split('; ').map((one) => forcesOf(one, GOVERNMENT.test(one) ? 'government' : 'country', pack))),
    ].join('; ')
  return kind === 'country' || kind === 'government' ? forcesOf(name, kind, pack) : name
}

const GOVERNMENT = / government$/

function forcesOf(name: string, kind: 'country' | 'government', { countries }: ActorPack): string {
  const country = byName(countries).get(kind === 'country' ? name : name.replace(GOVERNMENT, ''))
  return country ? (country.forces ?? `${country.adjectives[0] ?? country.name} forces`) : name
}

const named = new WeakMap<ActorPack['countries'], ReadonlyMap<string, Country>>()

/** Countries by every name and adjective they have; the first listed where several share one. */
function byName(countries: ActorPack['countries']): ReadonlyMap<string, Country> {
  let names = named.get(countries)
  if (!names) {
    const all = [...countries.values()].flatMap((country) =>
      [country.name, ...country.names, ...country.adjectives].map((name) => [name, country] as const),
    )
    names = new Map(all.reverse())
    named.set(countries, names)
  }
  return names
}

const partOf = ({ view }: Scene, { token }: Told): 'verb' | 'noun' =>
  view.tokens[token]!.upos === 'VERB' ? 'verb' : 'noun'

function pick(
  { view, reading }: Scene,
  told: Told,
  roles: readonly string[],
  good: (found: Who) => boolean,
  except: readonly number[],
): Argument | null {
  for (const role of roles) {
    const [token] =
      role === 'own' ? [told.token] : fill(view, role === 'subj' ? verbOf(view, told.token) : told.token, role)
    // "Own": the trigger names its own actor ("government warplanes").
    if (token === undefined || (role === 'own' && !isActor(reading, token))) continue
    if (except.includes(token) && role !== 'between') continue
    const found = who(reading, token)
    if (found && good(found)) return { who: role === 'between' ? side(found, except.length > 0) : found, token, role }
  }
  return null
}

/** The verb that has the subject: "act" of "must act". */
const verbOf = ({ tokens }: Clauses, at: number): number =>
  tokens[at]!.deprel.startsWith('aux') ? tokens[at]!.head : at

/** "Between Chad and Sudan": the first is the actor, the last the target. */
function side(both: Who, last: boolean): Who {
  const names = both.name.split('; ')
  return { ...both, name: (last ? names.at(-1) : names[0])! }
}

/** How far an actor may stand from the word that tells what it did, in tokens. */
const REACH = 18

/** Look for the actor without the parse: "by" behind the word, the phrase in front of it, the sentence before it. */
function byWords({ reading, view, actor }: Scene, told: Told, except: readonly number[]): Argument | null {
  const { tokens } = view
  const { first, last } = told.sentence
  const at = (i: number): ActorMention | null => {
    const mention = actor[i]! >= 0 ? reading.actors[actor[i]!]! : null
    return mention && mention.head === i && !except.includes(i) && fits(told.label, mention) ? mention : null
  }
  const answer = ({ name, kind, basis, confidence, head }: ActorMention, role: string): Argument => ({
    who: joint(reading, head) ?? { name, kind, basis, confidence },
    token: head,
    role,
  })
  for (let i = told.token + 1; i < Math.min(last, told.token + REACH); i++) {
    if (tokens[i]!.upos === 'VERB' && (tokens[i]!.xpos !== 'VBN' || BESIDE.has(tokens[i]!.lemma))) break
    if (tokens[i]!.lemma !== 'by') continue
    for (let j = i + 1; j < Math.min(last, i + 7); j++) {
      const mention = at(j)
      if (mention) return answer(mention, 'after "by"')
    }
  }
  for (let i = told.token - 1; i >= Math.max(first, told.token - REACH); i--) {
    const mention = at(i)
    if (mention && !isObject(view.tokens[i]!.deprel)) return answer(mention, 'in front')
  }
  return null
}

/** Verbs whose "by" names a helper, a foe or a judge: "an offensive backed by jets". */
const BESIDE: ReadonlySet<string> = new Set(
  'back support assist aid accompany follow precede condemn criticise criticize denounce welcome repel monitor'.split(
    ' ',
  ),
)

const joint = (reading: Reading, head: number): Who | null => who(reading, head)
const isObject = (deprel: string): boolean =>
  deprel === 'obj' || deprel === 'nsubj:pass' || deprel === 'nmod:poss' || deprel === 'obl'
