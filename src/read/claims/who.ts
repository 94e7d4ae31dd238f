/**
 * Who a noun phrase means: the actor of a subject, an object or a "by" phrase.
 *
 *     Turkish jets and the SDF hit two villages.
 *             ^^^^ "Turkish forces; SDF"  ^^^^^^^^ "villages", words
 *
 * Reads the actors layer and falls back to the phrase's own words. Joint
 * actors come as one name with "; ". Which phrase to ask about is the frames' work.
 */
import type { ActorKind, ActorMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/text.ts'
import { isMember } from '../actors/members.ts'
import { plainWords } from '../actors/plain.ts'
import { nounPhrase, related, tokenAt } from '../phrases.ts'
import { sortOf } from './ground/nouns.ts'

/** The answer: canonical name, and how it was reached. */
export interface Who {
  readonly name: string
  readonly kind: ActorKind
  readonly basis: ActorMention['basis']
  readonly confidence: number
}

/** What belongs to a side and stands for it as a target: "Taliban positions". */
const BELONGINGS =
  /^(positions?|targets?|strongholds?|lines|convoys?|bases|checkpoints?|hideouts?|gatherings?|units?|elements?|members?|ranks|sites|headquarters|fortifications|concentrations|advances?|hands|side|control)$/i

/** What is done, not who: asked as an actor it stands for its owner. */
const DEEDS =
  /^((air ?)?strikes?|airstrikes?|raids?|bombardments?|bombings?|shelling|missiles?|rockets?|mortars?|offensives?|attacks?|assaults?|operations?|campaign|incursion|invasion|blockade|siege|withdrawal)$/i

/** Heads that count persons without naming them: "at least 29 were killed", "21 others". */
const SOMEBODY =
  /^(others?|dead|wounded|injured|homeless|hungry|sick|missing|victims?|individuals?|persons?|casualties|lives)$/i
const PEOPLE: Who = { name: 'people', kind: 'civilians', basis: 'words', confidence: 0.4 }

/** What is known of a report's actors: by their head, by each token they cover, and what was asked before. */
interface Index {
  readonly heads: ReadonlyMap<number, ActorMention>
  /** The first mention that covers a token. */
  readonly covering: ReadonlyMap<number, ActorMention>
  readonly one: Map<number, Who | null>
  readonly who: Map<number, Who | null>
}

const indexes = new WeakMap<readonly ActorMention[], Index>()

function indexOf({ tokens, actors }: Reading): Index {
  const known = indexes.get(actors)
  if (known) return known
  const covering = new Map<number, ActorMention>()
  for (const actor of actors)
    for (let i = tokenAt(tokens, actor.start); i < tokens.length && tokens[i]!.end <= actor.end; i++)
      if (tokens[i]!.start >= actor.start && !covering.has(i)) covering.set(i, actor)
  const index = { heads: headsOf(actors), covering, one: new Map(), who: new Map() }
  indexes.set(actors, index)
  return index
}

const headsOf = (actors: readonly ActorMention[]): ReadonlyMap<number, ActorMention> =>
  new Map(actors.map((actor) => [actor.head, actor]))

/** Does an actor's mention have its head at the token? */
export const isActor = (reading: Reading, token: number): boolean => indexOf(reading).heads.has(token)

/** The actor of the noun phrase headed at `index`, with its conjuncts; null for a token that heads no noun phrase. */
export function who(reading: Reading, index: number): Who | null {
  return remembered(indexOf(reading).who, index, () => findWho(reading, index))
}

function remembered(memory: Map<number, Who | null>, index: number, find: () => Who | null): Who | null {
  let found = memory.get(index)
  if (found === undefined) {
    found = find()
    memory.set(index, found)
  }
  return found
}

function findWho(reading: Reading, index: number): Who | null {
  const first = one(reading, index)
  if (!first) return null
  const rest = related(reading.tokens, index, 'conj')
    .filter((i) => isNominal(reading.tokens[i]!) && (!isSide(reading, index) || !isThing(reading, i)))
    .map((i) => one(reading, i))
    .filter((other): other is Who => other !== null)
  if (!rest.length && !first.name.includes('; ')) return first
  const names = [...new Set([first, ...rest].flatMap(({ name }) => name.split('; ')))]
  return { ...first, name: names.join('; '), confidence: Math.min(...[first, ...rest].map((w) => w.confidence)) }
}

/** "Taken by rebel forces on Monday, and the road was cut": no side acts together with a road. */
const isThing = (reading: Reading, token: number): boolean =>
  sortOf(reading.tokens[token]!) !== undefined && !isActor(reading, token)

const isSide = (reading: Reading, token: number): boolean =>
  /^(?:armed-group|state-force|government|agency)$/.test(indexOf(reading).heads.get(token)?.kind ?? '')

/** The other owner of one head noun: "Chadian" of "Sudanese and Chadian troops", where both are actors. */
function partnerOf(reading: Reading, index: number): ActorMention | null {
  const { tokens } = reading
  const { heads } = indexOf(reading)
  const own = heads.get(index)
  if (own?.kind !== 'state-force' && own?.kind !== 'armed-group') return null
  for (let i = index - 1; i >= 0 && index - i <= 5; i--) {
    const { upos, sentence } = tokens[i]!
    if (sentence !== tokens[index]!.sentence || upos === 'VERB' || upos === 'ADP' || upos === 'PUNCT') return null
    const mention = heads.get(i)
    if (mention && mention.name !== own.name)
      return tokens.slice(Math.max(0, i - 1), index).some(({ lemma }) => lemma === 'and') ? mention : null
  }
  return null
}

/** Words for a force that has been spoken of: "the combined force", "they". */
const AGAIN = /^(?:force|forces|troops|team|they|them|their)$/i
const ONE_FORCE = /^(?:force|team)$/i
const TOGETHER = /^(?:joint|combined)$/i
/** How many sentences back a joint force is still meant by them: one force stays it, "they" soon are others. */
const NEAR = 4
const LONG = 12

/** "The security force" after "an Afghan and coalition force": both owners where its name was last spelled out. */
function partnersBefore(reading: Reading, own: ActorMention): readonly ActorMention[] | null {
  const { actors, tokens } = reading
  const { text, sentence } = tokens[own.head]!
  if ((own.basis !== 'definite' && own.basis !== 'pronoun') || !AGAIN.test(text)) return null
  const one = ONE_FORCE.test(text)
  const together = tokens.slice(Math.max(0, own.head - 3), own.head).some((token) => TOGETHER.test(token.text))
  for (let i = actors.indexOf(own) - 1; i >= 0; i--) {
    const mention = actors[i]!
    if (sentence - tokens[mention.head]!.sentence > (one || together ? LONG : NEAR)) return null
    if (mention.name !== own.name || mention.basis !== 'composed') continue
    const partner = partnerOf(reading, mention.head)
    if (partner) return [mention, partner]
    const next = actors[i + 1]!
    if (partnerOf(reading, next.head) === mention) return [next, mention]
    // "Afghan soldiers" in between are a part of that force, and not the force.
    if (!together && !(one && !ONE_FORCE.test(tokens[mention.head]!.text))) return null
  }
  return null
}

const isNominal = ({ upos }: Token): boolean => ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(upos)

/** The actor of the noun phrase alone, without its conjuncts. */
export function one(reading: Reading, index: number): Who | null {
  return remembered(indexOf(reading).one, index, () => findOne(reading, index))
}

function findOne(reading: Reading, index: number): Who | null {
  const { tokens } = reading
  const token = tokens[index]
  if (!token || !isNominal(token)) return null
  const { heads, covering } = indexOf(reading)
  const own = heads.get(index)
  if (own) {
    const partner = partnerOf(reading, index)
    const both = partner ? [own, partner] : partnersBefore(reading, own)
    return both ? { ...answer(own), name: both.map(({ name }) => name).join('; ') } : answer(own)
  }
  const person = named(reading, heads, index)
  if (person) return answer(person)
  const group = members(reading, index)
  if (group !== null) return one(reading, group)
  if (isMember(token)) {
    const owner = ownerOf(tokens, heads, index)
    if (owner?.kind === 'armed-group' && owner.basis !== 'words') return answer(owner)
  }
  if (BELONGINGS.test(token.text) || DEEDS.test(token.text)) {
    const owner = ownerOf(tokens, heads, index)
    if (owner) return answer(owner)
  }
  const around = covering.get(index) ?? ownerIn(tokens, heads, index)
  if (around && (token.upos === 'PROPN' || token.upos === 'PRON')) return answer(around)
  if (token.upos === 'NUM' || SOMEBODY.test(token.text)) return PEOPLE
  if (token.upos === 'PRON') return null
  const name = plainWords(tokens, index)
  return name ? { name, kind: 'other', basis: 'words', confidence: 0.4 } : null
}

/** "Darig" of "Russian and Darig regime forces", read as a name of its own: the force that the nouns right behind it head. */
function ownerIn(
  tokens: readonly Token[],
  heads: ReadonlyMap<number, ActorMention>,
  index: number,
): ActorMention | null {
  if (tokens[index]!.upos !== 'PROPN' || tokens[index]!.deprel !== 'conj') return null
  for (let i = index + 1; tokens[i]?.upos === 'NOUN' && i < index + 5; i++) {
    const mention = heads.get(i)
    if (mention) return mention.kind === 'state-force' || mention.kind === 'armed-group' ? mention : null
  }
  return null
}

const answer = ({ name, kind, basis, confidence }: ActorMention): Who => ({ name, kind, basis, confidence })

/** A person named inside the phrase or beside it: "Spc. Ana Duarte", "the minister, Ana Duarte,". */
function named({ tokens }: Reading, heads: ReadonlyMap<number, ActorMention>, index: number): ActorMention | null {
  if (tokens[index]!.upos !== 'NOUN' && tokens[index]!.upos !== 'PROPN') return null
  for (const i of related(tokens, index, 'appos', 'flat', 'nmod:desc')) {
    const mention = heads.get(i)
    if (mention?.kind === 'person') return mention
    // "The paramilitary Desert Shield Forces": the name right behind the noun is whom it means.
    if (mention?.basis === 'alias' && tokens[index + 1]!.start === mention.start) return mention
  }
  return null
}

const PARTITIVE =
  /^(members?|dozens|hundreds|thousands|scores|groups?|number|tens|majority|most|many|some|several|parts?|rest|bodies|body|ranks|lots?|couple)$/i

/** "members of the Nusra Front", "dozens of civilians", "a group of rebels": the noun behind "of". */
function members({ tokens }: Reading, index: number): number | null {
  const { text, upos } = tokens[index]!
  if (upos !== 'NUM' && !PARTITIVE.test(text)) return null
  const inner = related(tokens, index, 'nmod').find((i) =>
    related(tokens, i, 'case').some((c) => tokens[c]!.text.toLowerCase() === 'of'),
  )
  return inner ?? null
}

/** The actor that stands inside the phrase as a modifier, possessor or "of", "by" phrase. */
function ownerOf(
  tokens: readonly Token[],
  heads: ReadonlyMap<number, ActorMention>,
  index: number,
): ActorMention | null {
  const [start] = nounPhrase(tokens, index)
  for (let i = index - 1; i >= start; i--) {
    const mention = heads.get(i)
    if (mention) return mention
  }
  for (const i of related(tokens, index, 'nmod', 'obl')) {
    const mention = heads.get(i)
    const preposition = related(tokens, i, 'case').map((c) => tokens[c]!.text.toLowerCase())
    if (mention && preposition.some((word) => word === 'of' || word === 'by')) return mention
  }
  return null
}
