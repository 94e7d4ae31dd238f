/**
 * Who is blamed for an attack, and who is cleared of it, in the words of single claims.
 *
 *     "Harat blamed the army for the shelling"        blames the army, for shelling
 *     "the army denied any involvement"               clears the army
 *
 * Which blame a denial answers is `blame.ts`'s to say.
 */
import type { EventClaim } from '../model/claim.ts'
import type { Account } from './account.ts'
import { daysBetween } from './days.ts'
import type { Names } from './names.ts'
import { mentionsIn, namesActor, sentenceOf, sentenceSpan } from './sentence.ts'

/** One claim that blames or clears a power. */
export interface Word {
  readonly account: Account<EventClaim>
  /** The power blamed or cleared, and the name it has there. */
  readonly power: string
  readonly name: string
  readonly deed: string | null
}

const BLAMES =
  /\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|(?:was|is|were|bears?|be) (?:\p{L}+ ){0,2}responsib\w+|of responsibility|(?:was|were) behind|to blame|point\w* (?:the |a |their )?fingers?|at the door)\b/iu
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|baseless|fabricated|unfounded|(?:not|never) (?:behind|responsible|involved)|nothing to do with|(?:did|had|has|have) not)\b/i
/** What a denial is of, where its own sentence does not name the deed. */
const CHARGE =
  /\b(?:responsib\w+|involve\w+|accusations?|allegations?|charges?|reports|behind|such (?:weapons|attacks?|strikes?))\b/i
/** Deeds with an author that can be disputed, as a summary calls them. */
const DEEDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:chemical|gas|gassing|gassed|sarin|chlorine|nerve agent|toxic)\b/i, 'gas attack'],
  [
    /\b(?:air ?strikes?|air raids?|air attacks?|bombed|bombing (?:of|raids?)|warplanes|jets|barrel bombs?)\b/i,
    'air strikes',
  ],
  [/\b(?:shell(?:s|ed|ing)|mortars?|rockets?|artillery)\b/i, 'shelling'],
  [/\b(?:missiles?|drones?)\b/i, 'missile strike'],
  [/\b(?:massacre\w*|execut\w+|shot dead|gunned down|beheaded)\b/i, 'killings'],
  [/\b(?:bomb(?:s|ings?)?|blasts?|explosions?)\b/i, 'bombing'],
  [/\b(?:attack\w*|strikes?|raids?|assaults?|ambush\w*|kill\w*)\b/i, 'attack'],
]
const OFTEN =
  /\b(?:repeatedly|consistently|persistently|always|routinely|regularly|previously|in the past|over the (?:past|last)|will deny|did not deny|not acknowledged)\b/i

/** Days before its report within which a deed is news. */
const NEWS = 7

/** Who answers for an actor: a state for its forces, ministries and head; null for who cannot be blamed. */
export function powerOf(actor: string | null, names: Names): string | null {
  if (actor === null) return null
  const kind = names.kinds.get(actor)
  const country = names.countries.get(actor)
  if (kind === 'armed-group') return actor
  if (kind !== 'state-force' && kind !== 'government' && kind !== 'country' && kind !== 'person') return null
  return country ? `state:${country}` : kind === 'person' ? null : actor
}

function deedIn(words: string): string | null {
  return DEEDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** What stands before the sentence of a claim: what "it" or "the charges" are. */
function before(account: Account): string {
  const [from] = sentenceSpan(account)
  return account.report.report.text.slice(Math.max(0, from - 250), from)
}

/**
 * "Harat blamed the army for the blast", or "the army used gas, Harat said": each power that is blamed. What an outlet
 * tells in its own voice blames nobody.
 */
export function blame(account: Account<EventClaim>, names: Names): Word[] {
  const { claim, speaker } = account
  const words = sentenceOf(account)
  if (claim.modality !== 'asserted' || DENIES.test(claim.quote) || OFTEN.test(words) || isHistory(account, words))
    return []
  const isSaid = claim.type !== 'accusation'
  if (isSaid ? !ATTACKS.has(claim.type) || speaker === null : !BLAMES.test(words)) return []
  const deed = deedIn(words) ?? (isSaid ? null : deedIn(before(account)))
  if (deed === null || (isSaid && !(deed === 'gas attack' && isNews(account)))) return []
  const accuser = powerOf(isSaid ? speaker : (claim.actor ?? speaker), names)
  return names.actors(isSaid ? claim.actor : claim.target).flatMap((name) => {
    const power = powerOf(name, names)
    const isBlamed =
      power !== null &&
      power !== accuser &&
      !isBefore(account, name, names) &&
      (!isSaid || namesActor(account, name, names))
    return isBlamed ? [{ account, power, name, deed }] : []
  })
}

/** Is it told of a year before the report's? */
const isHistory = ({ published }: Account, words: string): boolean =>
  /\b(?:last year|years? (?:ago|before|earlier))\b/i.test(words) ||
  (words.match(/\b(?:19|20)\d\d\b/g) ?? []).some((year) => published !== null && year < published.slice(0, 4))

/** Is it told of a day of its own, not long before the report? */
const isNews = ({ claim, published }: Account): boolean =>
  claim.from !== null &&
  claim.from === claim.to &&
  claim.timeBasis !== 'report' &&
  published !== null &&
  Math.abs(daysBetween(claim.from, published)) <= NEWS

/** "Ostland and Norland accuse Harat": who stands only before the verb accuses, whatever was read. */
function isBefore(account: Account, actor: string, names: Names): boolean {
  const [from, to] = sentenceSpan(account)
  const words = account.report.report.text.slice(from, to)
  const verb = words.search(/\b(?:blam(?:e|ing)|accus(?:e|ing)|point\w* )/i)
  const named = mentionsIn(account).flatMap(({ name, start }) => (names.actor(name) === actor ? [start - from] : []))
  const places = named.length > 0 ? named : [words.indexOf(actor)]
  return verb >= 0 && places.every((start) => start >= 0 && start < verb)
}

/** "The army denied responsibility", "Odan said the army was not behind it": who is cleared. */
export function clearing(account: Account<EventClaim>, names: Names): Word[] {
  const { claim } = account
  const words = sentenceOf(account)
  if (claim.modality !== 'denied' || !DENIES.test(words) || OFTEN.test(words)) return []
  const deed = deedIn(words)
  if (deed === null && !CHARGE.test(words)) return []
  const own = claim.type === 'denial' ? (account.speaker ?? claim.actor) : claim.actor
  if (claim.type !== 'denial' && !ATTACKS.has(claim.type)) return []
  const power = powerOf(own, names)
  return power === null || own === null ? [] : [{ account, power, name: own, deed: deed ?? deedIn(before(account)) }]
}

const ATTACKS: ReadonlySet<string> = new Set([
  'airstrike',
  'shelling',
  'attack',
  'bombing',
  'killing',
  'suicide_bombing',
])
