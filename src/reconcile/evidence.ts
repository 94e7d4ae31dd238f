/**
 * One claim as evidence of who has its place, or nothing: the reader's words are weighed before they become a bold line.
 *
 *     Harat took nine villages near Danu        nothing about Danu itself
 *     troops entered the north of Danu          contested, not taken
 *     the road to Danu was cut by Harat         pressed on; says nothing of who has it
 *     they freed the town        (Danu named two lines before)        Danu
 *     a fighter from Danu: "we freed the village"                     not Danu
 */
import type { ControlClaim } from '../model/claim.ts'
import type { ActorKind } from '../model/mention.ts'
import type { ControlPeriod } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { SIDES } from '../model/wording.ts'
import { anyAkin } from '../relate/sides.ts'
import type { Account } from './account.ts'
import { greatest } from './days.ts'
import type { Names } from './names.ts'
import { armedBefore, armedIn, mentionsIn, namesActor, placeIn, placesIn, says } from './sentence.ts'

/** One claim as evidence of a state of its place. */
export interface Evidence {
  readonly account: Account<ControlClaim>
  readonly state: ControlPeriod['state']
  readonly holders: readonly string[]
  /** Whoever has come in, taken it or presses on it. */
  readonly actors: readonly string[]
  /** Whoever is fought, dislodged or ringed. */
  readonly from: readonly string[]
  /** All who are there without having it. */
  readonly others: readonly string[]
  /** True when it tells of a change rather than of how things stood. */
  readonly turn: boolean
  /** True when it tells of an attack or a siege, which changes no hands. */
  readonly pressure: boolean
  readonly earliest: Day | null
  readonly latest: Day | null
}

/** Who watches and reports holds no ground. */
const NO_FORCE: ReadonlySet<ActorKind> = new Set<ActorKind>(['media', 'agency', 'person', 'civilians'])
const OFFICE =
  /\b(?:minist\w+|president|premier|spokes\w+|officials?|generals?|governors?|council|agency|office|parliament|department|commanders?|sources?|officers?|outlet|media)\b/i
const FORCE =
  /\b(?:forces?|army|troops|soldiers|militias?|fighters|rebels?|militants|jihadists|insurgents|police|alliance|coalition|brigades?|divisions?|front|guards?|peshmerga|units?|regime|government|paramilitar\w+|battalions?|corps|opposition|gunmen)\b/i

/** Can this actor have a place? Armed actors and states can; offices and persons cannot. */
function canHold(actor: string, names: Names): boolean {
  const kind = names.kinds.get(actor) ?? 'other'
  if (NO_FORCE.has(kind) || OFFICE.test(actor)) return false
  if (kind === 'armed-group' || kind === 'state-force' || kind === 'country') return true
  return FORCE.test(actor) || (kind === 'other' && /^\p{Lu}/u.test(actor))
}

/** "Still holds the western half", read into the eastern one: the words name another side than the place's. */
function isOtherSide({ claim, place }: Account, names: Names): boolean {
  const words = names.places.get(place!)!.name.toLowerCase().split(/[ -]/)
  const own = SIDES.filter((side) => words.includes(side) || words.includes(`${side}ern`))
  const { sides = [] } = claim.wording
  return own.length > 0 && sides.length > 0 && !own.some((side) => sides.includes(side))
}

/** One country's army read into a sentence about another country, which does not name it. */
function isElsewhere(actor: string, account: Account, names: Names): boolean {
  const country = names.countries.get(actor)
  const here = account.place === null ? undefined : names.places.get(account.place)
  const land = here?.partOf.find((one) => one.startsWith('country:'))
  if (!country || !land || land === `country:${country}`) return false
  const own = ({ name }: { readonly name: string }) => names.actor(name) === actor || name.startsWith(adjective)
  const adjective = actor.slice(0, Math.max(3, actor.indexOf(' ')))
  // "The army" is whoever's the report is about.
  const named = mentionsIn(account).filter(({ basis }) => basis !== 'definite')
  const isLand = (kind: string) => kind === 'country' || kind === 'demonym'
  return !named.some(own) && !placesIn(account).some((one) => isLand(one.kind) && one.country === country)
}

/** Those of a claim's actors who can have a place; a country beside an armed actor is where, not who. */
function holders(name: string | null, account: Account, names: Names): string[] {
  const able = names.actors(name).filter((actor) => canHold(actor, names) && !isElsewhere(actor, account, names))
  const armed = able.filter((actor) => names.kinds.get(actor) !== 'country')
  return armed.length > 0 ? armed : able
}

/** "Forces close in": nobody's name. */
export const NAMELESS = /^(?:forces|troops|soldiers|fighters|men|units|gunmen)$/i

/** What nobody suffers grammatically: whoever stands before the verb does it, read or not. */
const GOES: ReadonlySet<ControlClaim['status']> = new Set(['entered', 'advancing'])

/**
 * Who acts, as far as the sentence bears it out: an actor it does not name gives way to the one armed actor that it
 * names before the verb.
 */
function actors(account: Account<ControlClaim>, names: Names): string[] {
  const { claim, report } = account
  // "the government stronghold of Danu", "rebel-held Danu": whoever stands right before the word has it.
  const { start } = claim.reason.trigger
  const beside = (report.mentions ?? []).find((one) => one.end <= start && start - one.end <= 1)
  const holder = claim.status === 'held' && beside ? names.actor(beside.name) : null
  if (holder !== null && canHold(holder, names)) return [holder]
  const said = holders(claim.actor, account, names)
  const along = claim.wording.beside?.map((one) => names.actor(one)) ?? []
  if (said.length === 0 && !GOES.has(claim.status)) return said
  if (said.some((one) => namesActor(account, one, names)))
    return [...new Set([...along, ...said])].filter(
      (one) => canHold(one, names) && !anyAkin([one], names.actors(claim.fromActor)),
    )
  const here = armedBefore(account, names).filter((one) => canHold(one, names) && !NAMELESS.test(one))
  if (here.length !== 1 || anyAkin(here, names.actors(account.claim.fromActor))) return said
  // "The regime" names its forces: whoever else is armed there does not act in their place.
  const isMeant = mentionsIn(account).some(({ name }) => anyAkin([names.actor(name)], said))
  const isBeside = beside !== undefined && names.actor(beside.name) === here[0]
  return isMeant && !isBeside && !anyAkin(here, said) ? said : here
}

/** "announced that Harat had been pushed out of the east", since withdrawn: a clearing that was only claimed. */
export function claimedClearing(account: Account, names: Names): Account<ControlClaim> | null {
  const { claim, speaker } = account
  if (claim.kind !== 'event' || claim.type !== 'announcement' || !says(account, 'taken')) return null
  const from = armedIn(account, names).filter((one) => one !== speaker)
  if (from.length !== 1) return null
  const { type: _, target: __, ...rest } = claim
  return { ...account, claim: { ...rest, kind: 'control', status: 'cleared', actor: null, fromActor: from[0]! } }
}

/** How sure an entry must be whose verb is followed by the place itself. */
const ENTERED = 0.45

/** "entered the town of Danu", plainly said: sure enough to build on, though the reader was not quite. */
export const isPlainEntry = (account: Account): boolean =>
  account.claim.kind === 'control' &&
  account.claim.status === 'entered' &&
  account.claim.confidence >= ENTERED &&
  says(account, 'direct')

/** How sure fighting must be to say something of the place: rather right than wrong. */
const FOUGHT = 0.5

/** Fighting in a place as a claim that it is fought for: pressure, since it need not be all over it. */
export function fighting(account: Account): Account<ControlClaim> | null {
  const { claim } = account
  if (claim.kind !== 'event' || claim.type !== 'clash' || claim.from === null) return null
  if (claim.confidence < FOUGHT || !says(account, 'fighting')) return null
  const { type: _, target, ...rest } = claim
  // Of days of fighting only the first is sure. Who takes a statement back does not say so of the fighting.
  const to = claim.from
  const { start, end } = claim.wording.sentence
  const own = account.report.claims.some(
    (one) => one.kind === 'event' && one.type === 'retraction' && one.start >= start && one.end <= end,
  )
  return {
    ...account,
    ...(own && { speaker: null, voice: account.origin.name }),
    claim: { ...rest, to, kind: 'control', status: 'contested', fromActor: target },
  }
}

/** Read a claim of fact as evidence; null when it names nobody who has, takes or loses the place, or is not about all of it. */
export function evidence(account: Account<ControlClaim>, names: Names, isFighting = false): Evidence | null {
  const { claim } = account
  if (says(account, 'unreal') || placeIn(account, names) === 'inherited' || isOtherSide(account, names)) return null
  const by = says(account, 'attribute') ? [] : actors(account, names)
  const from = holders(claim.fromActor, account, names)
  // A day taken from around the claim dates the telling: the change came at some time up to the report.
  // A caption's day is the picture's: what the picture shows the trace of came before it.
  const loose = claim.timeBasis === 'context' || claim.timeBasis === 'report' || claim.timeBasis === 'caption'
  const latest = claim.to ?? claim.from ?? account.origin.said
  const base = { account, earliest: claim.from, latest, pressure: false, actors: by, from, others: from }
  const isPart = says(account, 'part')
  if (claim.status !== 'advancing' && (says(account, 'several') || says(account, 'beside'))) return null
  const isWhole = !isPart && !says(account, 'several')
  const { year } = claim.wording
  if (year !== undefined) {
    if ((claim.status !== 'captured' && claim.status !== 'held') || by.length === 0 || !isWhole) return null
    const [earliest, end] = [`${year}-01-01`, `${year}-12-31`]
    return { ...base, earliest, latest: end, state: 'held', holders: by, turn: claim.status === 'captured' }
  }
  const turn = {
    ...base,
    ...(loose && {
      earliest: null,
      latest: claim.timeBasis === 'caption' ? latest : greatest([latest, account.origin.said]),
    }),
    turn: true,
  }
  switch (claim.status) {
    case 'held':
      return by.length > 0 && isWhole ? { ...base, state: 'held', holders: by, turn: false } : null
    case 'captured':
      if (by.length === 0) return from.length > 0 && isWhole ? { ...turn, state: 'unknown', holders: [] } : null
      // Who has taken a building of a town is in it.
      if (isPart) return { ...turn, state: 'contested', holders: [], others: [...by, ...from] }
      return { ...turn, state: 'held', holders: by }
    case 'cleared':
      return by.length + from.length > 0 && isWhole
        ? { ...turn, state: by.length > 0 ? 'held' : 'unknown', holders: by }
        : null
    case 'lost':
      // "the former stronghold of Danu" tells no loss of that day.
      if (says(account, 'former')) return null
      return by.length + from.length > 0 && isWhole
        ? { ...turn, state: 'unknown', holders: [], others: from.length > 0 ? from : by }
        : null
    case 'entered':
      return by.length > 0 ? { ...turn, state: 'contested', holders: [], others: [...by, ...from] } : null
    case 'contested':
      return {
        ...base,
        state: 'contested',
        holders: [],
        actors: [],
        others: isFighting ? [] : [...by, ...from],
        turn: false,
        pressure: isFighting,
      }
    // Who is attacked or ringed is often read wrongly, and need not have all of the place.
    default:
      return by.length + from.length > 0
        ? { ...base, state: 'contested', holders: [], others: by, turn: false, pressure: true }
        : null
  }
}
