/**
 * Actors composed from an owner and a head noun.
 *
 *     two  senior  Turkish  troops      warplanes  of  the  SDF
 *                  owner    head        head           owner
 *
 * Gives a canonical name for a noun phrase, or null when its head noun is no
 * actor's. Never lists actors: the nouns are in data/actors/heads.tsv, the
 * owners are whatever country, group or capitalised word stands before them.
 */
import { type ActorPack, type HeadNoun, holdsOn } from '../../knowledge/actors.ts'
import type { ActorKind, ActorMention } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'
import { nounPhrase, related } from '../phrases.ts'
import type { Found } from './aliases.ts'
import { type Owner, owned, ownerOf, reach, SIDES } from './owner.ts'
import { modifiers, nounWords, plainWords } from './plain.ts'
import { sender } from './theirs.ts'

/** What a report's actors are read against. */
export interface Setting {
  readonly tokens: readonly Token[]
  readonly pack: ActorPack
  readonly forms: readonly Found[]
  /** Form that covers each token, where there is one. */
  readonly formAt: ReadonlyMap<number, Found>
  /** Country the report is about. */
  readonly focus: string | null
  /** Sentences whose places all lie in another country: there "the forces" are not those of `focus`. */
  readonly abroad: ReadonlySet<number>
  /** Surnames of the persons it names. */
  readonly leaders: ReadonlySet<string>
  /** Day of the report, for dated names. */
  readonly day: string | null
}

/** A canonical name with how it was reached. */
export interface Composed {
  readonly name: string
  readonly kind: ActorKind | 'action'
  readonly country: string | null
  readonly basis: ActorMention['basis']
  readonly confidence: number
  /** First and last token of the owner, when it stands before the head. */
  readonly owner?: readonly [number, number]
}

/** The head noun at a token, two words long where that is known ("security forces"), with its first token. */
export function headNoun(pack: ActorPack, tokens: readonly Token[], index: number): [HeadNoun, number] | null {
  const word = tokens[index]!.text.toLowerCase()
  if (!pack.headWords.has(word)) return null
  for (let width = 3; width >= 1; width--) {
    const first = index - width + 1
    if (first < 0 || tokens[first]!.sentence !== tokens[index]!.sentence) continue
    const words = [...tokens.slice(first, index).map(({ text }) => text.toLowerCase()), word].join(' ')
    const head = pack.heads.get(words.replaceAll(' - ', '-'))
    if (head) return [head, first]
  }
  return null
}

const ARMY = /^(?:army|navy)$/i

/** The actor of the noun phrase headed at `index`, or null when its noun makes none. */
export function compose(setting: Setting, index: number): Composed | null {
  const { tokens, pack, focus } = setting
  const noun = headNoun(pack, tokens, index)
  if (!noun) return null
  const [head, first] = noun
  // "Kenyan army soldiers" are the army.
  if (head.ofCountry === '{} soldiers' && ARMY.test(tokens[first - 1]?.text ?? '')) return compose(setting, first - 1)
  const [start] = nounPhrase(tokens, index)
  const led = ledBy(setting, head, first) ?? calledAs(setting, index)
  if (led) return led
  const word = nounWords(tokens, first, index)
  const loyal = loyalTo(setting, head, index)
  if (loyal) return loyal
  const theirs = head.bare === 'focus' && head.kind === 'state-force' ? sender(setting, index, start) : null
  const owner =
    ownerOf(setting, index, Math.min(reach(setting, start, first), first), first, head.kind === 'action') ??
    (theirs && owned(theirs, undefined, undefined))
  const between =
    head.kind === 'state-force' || head.kind === 'armed-group' ? '' : modifiers(tokens, owner?.end ?? start, first)
  const fill = (template: string, adjective: string): string =>
    template.replace('{}', adjective).replace('{head}', between + word)
  if (owner?.actor && owner.actor.kind !== 'country') {
    const arms = head.ofGroup === '=' && owner.actor.kind === 'government' && head.kind !== 'action'
    const name = arms
      ? `${owner.actor.name} forces`
      : head.ofGroup === '='
        ? owner.actor.name
        : fill(head.ofGroup, owner.actor.short ?? owner.actor.name)
    const kind = head.ofGroup === '=' && !arms ? owner.actor.kind : head.kind
    return { name, kind, country: owner.actor.country, basis: 'composed', confidence: 0.9, ...place(owner) }
  }
  if (owner) {
    const { country, adjective } = owner
    const known = country ? pack.countries.get(country) : undefined
    const name = known
      ? nameFor(known.forces, head, fill, known.adjectives[0] ?? known.name)
      : fill(head.ofCountry, adjective)
    return {
      name,
      kind: head.kind,
      country: known?.iso ?? null,
      basis: 'composed',
      confidence: known ? 0.85 : 0.6,
      ...place(owner),
    }
  }
  const side = first > start ? sideBefore(setting, first) : null
  if (side && (head.kind === 'action' || head.kind === 'state-force' || head.kind === 'armed-group')) return side
  const home = setting.abroad.has(tokens[index]!.sentence) ? null : focus
  return bare(setting, head, between + word, index, home, fill)
}

/** "Forces loyal to President Omar Darig", "Darig's remaining troops" are Darig forces. */
function loyalTo(setting: Setting, head: HeadNoun, index: number): Composed | null {
  if (head.kind !== 'state-force' && head.kind !== 'armed-group') return null
  const { tokens, formAt } = setting
  const at = leaderBehind(tokens, index)
  if (at === null) return leaderBefore(setting, head, index)
  const known = formAt.get(at)?.form.actor
  if (known && known.kind !== 'country' && known.kind !== 'person')
    return { name: known.name, kind: head.kind, country: known.country, basis: 'composed', confidence: 0.6 }
  let last = at
  while (last - index < 12 && (tokens[last + 1]?.upos === 'PROPN' || tokens[last + 1]?.text === '-')) last++
  return tokens[last]?.upos === 'PROPN' ? forcesOf(setting, tokens[last]!.text) : null
}

/** The first token of the name that forces are loyal to, behind what only describes him ("still loyal to ousted leader | Omar Darig"). */
function leaderBehind(tokens: readonly Token[], index: number): number | null {
  let at = index + 1
  while (at < index + 4 && /^(?:who|that|are|were|still|remain|remained|remaining)$/i.test(tokens[at]?.text ?? '')) at++
  if (tokens[at]?.lemma !== 'loyal' || tokens[at + 1]?.lemma !== 'to') return null
  at += 2
  const limit = at + 6
  while (at < limit && /^(?:DET|ADJ|NOUN|VERB)$/.test(tokens[at]?.upos ?? '')) at++
  return at
}

/** "Darig's troops", where the report names a person so. */
function leaderBefore(setting: Setting, { ofCountry }: HeadNoun, index: number): Composed | null {
  const { tokens, formAt, leaders } = setting
  if (!/^\{\} (?:forces|army|soldiers|fighters)$/.test(ofCountry)) return null
  const at = related(tokens, index, 'nmod')
    .map((i) => lastOfName(tokens, i))
    .findLast((i) => i < index && /^['’]s?$/.test(tokens[i + 1]?.text ?? ''))
  if (at === undefined || formAt.has(at) || tokens[at]!.upos !== 'PROPN' || !leaders.has(tokens[at]!.text)) return null
  return forcesOf(setting, tokens[at]!.text)
}

/** "Darig" of "Omar Darig". */
const lastOfName = (tokens: readonly Token[], first: number): number =>
  Math.max(first, ...related(tokens, first, 'flat').filter((i) => tokens[i]!.upos === 'PROPN'))

/** The forces of a leader, under the name that the tables may have for them. */
function forcesOf({ pack, day }: Setting, leader: string): Composed {
  const name = `${leader} forces`
  const army = pack.forms
    .get(leader.toLowerCase())
    ?.find(({ text, actor }) => text === name && holdsOn(actor, day))?.actor
  const { kind, country } = army ?? { kind: 'armed-group' as const, country: null }
  return { name: army?.name ?? name, kind, country, basis: 'composed', confidence: 0.6 }
}

/** "The paramilitary known as the Desert Guard": whoever the words behind it name. */
function calledAs({ tokens, formAt }: Setting, index: number): Composed | null {
  if (!CALLED.has(tokens[index + 1]?.lemma ?? '')) return null
  let at = index + 2
  while (at < index + 6 && /^(?:as|the|["“‘'])$/i.test(tokens[at]?.text ?? '')) at++
  const known = formAt.get(at)?.form
  if (!known || known.adjective || known.actor.kind === 'country' || tokens[at]!.sentence !== tokens[index]!.sentence)
    return null
  const { name, kind, country } = known.actor
  return { name, kind, country, basis: 'composed', confidence: 0.8 }
}
const CALLED: ReadonlySet<string> = new Set(['know', 'call', 'dub'])

/** "US-led strikes" are the coalition's, not the country's; what a force leads is its own. */
function ledBy({ tokens, formAt, pack, focus }: Setting, head: HeadNoun, first: number): Composed | null {
  if (head.kind !== 'action' && head.kind !== 'state-force') return null
  for (let i = first - 1; i >= 0 && first - i <= 3 && tokens[i]!.sentence === tokens[first]!.sentence; i--) {
    if (!/(^|[-‐‑])led$/i.test(tokens[i]!.text)) continue
    for (let j = i; j >= 0 && i - j <= 2; j--) {
      const leader = formAt.get(j)?.form.actor
      if (leader?.kind === 'armed-group' || leader?.kind === 'state-force')
        return { ...leader, basis: 'composed', confidence: 0.7, owner: [j, i] }
      const known = leader?.country ? pack.countries.get(leader.country) : undefined
      if (!known) continue
      // "An Afghan-led force" in Afghanistan is the country's own.
      if (known.iso === focus && head.bare === 'focus') return null
      const name = `${known.adjectives[0] ?? known.name}-led coalition`
      return { name, kind: head.kind, country: known.iso, basis: 'composed', confidence: 0.7, owner: [j, i] }
    }
  }
  return null
}

/** "regime" of "regime air strikes", "rebel" of "rebel rocket fire": a side named by a common noun. */
export function sideBefore(setting: Setting, first: number): Composed | null {
  const { tokens, pack } = setting
  const at = first - 1
  if (at < 0 || tokens[at]!.sentence !== tokens[first]!.sentence || !SIDES.test(tokens[at]!.text)) return null
  const side = compose(setting, at)
  if (!side || side.basis === 'words' || side.kind === 'action') return null
  const country = side.kind === 'government' && side.country ? pack.countries.get(side.country) : undefined
  const name = country ? (country.forces ?? `${country.adjectives[0]} forces`) : side.name
  return { ...side, name, kind: country ? 'state-force' : side.kind, confidence: 0.55, owner: [at, at] }
}

export const nameFor = (
  forces: string | null,
  head: HeadNoun,
  fill: (template: string, adjective: string) => string,
  adjective: string,
): string => (forces && /^\{\} (forces|army)$/.test(head.ofCountry) ? forces : fill(head.ofCountry, adjective))

/** A head noun alone: what it means in reports on this country, else the country's own, else its words. */
export function bare(
  { pack, day, tokens }: Setting,
  head: HeadNoun,
  words: string,
  index: number,
  focus: string | null,
  fill: (template: string, adjective: string) => string,
): Composed {
  const [start] = nounPhrase(tokens, index)
  // "Pro-Darig fighters" are not whoever the fighters were before.
  const stance = tokens.slice(start, index).findLast(({ text }) => /^(?:pro|anti)[-‐‑]\p{Lu}/iu.test(text))
  if (stance)
    return {
      name: `${stance.text[0]!.toLowerCase()}${stance.text.slice(1)} ${words}`,
      kind: head.kind,
      country: null,
      basis: 'composed',
      confidence: 0.5,
    }
  const said = tokens
    .slice(start, index + 1)
    .filter(({ upos }) => !['DET', 'NUM', 'PUNCT'].includes(upos))
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  for (const { actor, words: meant } of focus ? (pack.readings.get(focus) ?? []) : [])
    if (holdsOn(actor, day) && (meant.includes(words.toLowerCase()) || meant.includes(said)))
      return { name: actor.name, kind: actor.kind, country: focus, basis: 'definite', confidence: 0.6 }
  const known = focus ? pack.countries.get(focus) : undefined
  if (head.bare === 'civilians')
    return { name: 'civilians', kind: 'civilians', country: null, basis: 'words', confidence: 0.8 }
  if (head.bare === 'focus' && known)
    return {
      name: nameFor(known.forces, head, fill, known.adjectives[0] ?? known.name),
      kind: head.kind,
      country: known.iso,
      basis: 'definite',
      confidence: 0.5,
    }
  return { name: plainWords(tokens, index), kind: head.kind, country: null, basis: 'words', confidence: 0.4 }
}

const place = ({ first, end }: Owner): { owner?: readonly [number, number] } =>
  first === undefined || end === undefined ? {} : { owner: [first, end - 1] }
