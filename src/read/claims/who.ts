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
import { plainWords } from '../actors/compose.ts'
import { nounPhrase, related } from '../phrases.ts'

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

const cache = new WeakMap<readonly ActorMention[], ReadonlyMap<number, ActorMention>>()

function byHead(actors: readonly ActorMention[]): ReadonlyMap<number, ActorMention> {
  const known = cache.get(actors)
  if (known) return known
  const index = new Map(actors.map((actor) => [actor.head, actor]))
  cache.set(actors, index)
  return index
}

/** The actor of the noun phrase headed at `index`, with its conjuncts; null for a token that heads no noun phrase. */
export function who(reading: Reading, index: number): Who | null {
  const first = one(reading, index)
  if (!first) return null
  const rest = related(reading.tokens, index, 'conj')
    .filter((i) => isNominal(reading.tokens[i]!))
    .map((i) => one(reading, i))
    .filter((other): other is Who => other !== null)
  const names = [...new Set([first, ...rest].map(({ name }) => name))]
  return { ...first, name: names.join('; '), confidence: Math.min(...[first, ...rest].map((w) => w.confidence)) }
}

const isNominal = ({ upos }: Token): boolean => ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(upos)

export function one(reading: Reading, index: number): Who | null {
  const { tokens, actors } = reading
  const token = tokens[index]
  if (!token || !isNominal(token)) return null
  const heads = byHead(actors)
  const own = heads.get(index)
  if (own) return answer(own)
  const person = named(reading, heads, index)
  if (person) return answer(person)
  const group = members(reading, index)
  if (group !== null) return one(reading, group)
  if (BELONGINGS.test(token.text) || DEEDS.test(token.text)) {
    const owner = ownerOf(tokens, heads, index)
    if (owner) return answer(owner)
  }
  const covering = actors.find(({ start, end }) => start <= token.start && token.end <= end)
  if (covering && (token.upos === 'PROPN' || token.upos === 'PRON')) return answer(covering)
  if (token.upos === 'NUM' || SOMEBODY.test(token.text)) return PEOPLE
  if (token.upos === 'PRON') return null
  const name = plainWords(tokens, index)
  return name ? { name, kind: 'other', basis: 'words', confidence: 0.4 } : null
}

const answer = ({ name, kind, basis, confidence }: ActorMention): Who => ({ name, kind, basis, confidence })

/** A person named inside the phrase or beside it: "Spc. Ana Duarte", "the minister, Ana Duarte,". */
function named({ tokens }: Reading, heads: ReadonlyMap<number, ActorMention>, index: number): ActorMention | null {
  if (tokens[index]!.upos !== 'NOUN' && tokens[index]!.upos !== 'PROPN') return null
  for (const i of related(tokens, index, 'appos', 'flat', 'nmod:desc')) {
    const mention = heads.get(i)
    if (mention?.kind === 'person') return mention
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
