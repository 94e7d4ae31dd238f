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
import { anyAkin } from '../relate/sides.ts'
import type { Account } from './account.ts'
import { greatest } from './days.ts'
import type { Names } from './names.ts'
import { armedBefore, armedIn, companions, namesActor, placeIn, sentenceOf, sentenceSpan, sidesIn } from './sentence.ts'

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

/** "the recaptured districts": a word for what kind of place it is, not for what anybody in the sentence does. */
const isAttribute = ({ claim, report }: Account): boolean =>
  /\b(?:the|an?|these|those|newly|recently) $/i.test(
    report.report.text.slice(Math.max(0, claim.reason.trigger.start - 10), claim.reason.trigger.start),
  )

/** "operations for the liberation of Danu": what is meant to be done. */
const isAim = ({ claim, report }: Account): boolean =>
  /\b(?:operations?|battles?|campaigns?|offensives?|push|efforts?|fight|plans?|preparations?) (?:for|to|of) (?:the )?$/i.test(
    report.report.text.slice(Math.max(0, claim.reason.trigger.start - 24), claim.reason.trigger.start),
  )

/** "would defend the city if Harat advanced on it": what may not happen. */
const isSupposed = (account: Account): boolean => {
  const [from] = sentenceSpan(account)
  const { text } = account.report.report
  return /\b(?:if|unless|whether|should|in case)\b[^.,;]{0,60}$/i.test(
    text.slice(from, account.claim.reason.trigger.start),
  )
}

/** What a place consists of: who has one has not yet the whole. */
const PART =
  /\b(?:compound|building|headquarters|hospital|school|church|mosque|bridge|checkpoint|barracks|square|street|hill|edge|cent(?:re|er)|half|parts?|outskirts?)\b/i
/** Smaller places, of which "the village" may stand for the place itself when its name is not repeated. */
const SMALL = /\b(?:quarter|neighbou?rhood|district|village|suburb|base)\b/i
const PARTS =
  /\b(?:villages|areas|positions|hills|towns|suburbs|neighbou?rhoods|districts|quarters|swathes?|checkpoints|kilomet\w+|miles)\b/i
const CALLED =
  /\b(?:village|town|city|area|district|suburb|quarter|neighbou?rhood|province|region|base|camp)s? of (?:the )?$/i
const DISTRICT = /\b(?:area|district|suburb|quarter|neighbou?rhood)s? of (?:the )?$/i
/** "the border town of Kubela in Danu" */
const OTHER_TOWN = /\b(?:town|city|village) of (?:\p{Ll}+ )*\p{Lu}/u

/** "seized Danu and much of the north" */
const MUCH = /\b(?:much|most|some|large (?:areas|parts)) of (?:the )?$/i

const HALF = /\b(?:north|south|east|west)(?:ern)? (?:half|side|part|bank|sector)s?\b/gi

/** Do a claim's words say that one part, or several, of the place were taken or are held, and not the place itself? */
function part(account: Account, names: Names): 'one' | 'several' | null {
  const { claim, report, place } = account
  const after = claim.reason.trigger.end
  if (after > claim.end || after < claim.start) return null
  const named = report.places.find(
    ({ start, end, name, id }) =>
      start >= after && end <= claim.end && id !== null && names.place({ place: name, placeId: id }) === place,
  )
  const words = report.report.text.slice(after, named?.start ?? claim.end)
  // "the western half", told of western Danu, is all of it.
  const object = /\/(?:north|south|east|west)$/.test(place!) ? words.replace(HALF, ' ') : words
  // A district of a town is a part of it.
  if (named && names.places.get(place!)!.kind === 'town' && DISTRICT.test(object)) return 'one'
  const at = named || claim.place === null ? -1 : words.indexOf(claim.place)
  if (MUCH.test(at < 0 ? (named ? object : '') : words.slice(0, at))) return 'one'
  if (named && CALLED.test(object)) return null
  if (named && OTHER_TOWN.test(object)) return 'several'
  if (PARTS.test(object)) return 'several'
  const owned = named ? /^['’]s? (?:\p{L}+ ){0,3}/u.exec(report.report.text.slice(named.end, named.end + 60))?.[0] : ''
  return PART.test(object) || PART.test(owned ?? '') || (named && SMALL.test(object)) ? 'one' : null
}

/** What stands before a place that a thing is near, and after one whose surroundings are meant. */
const BESIDE =
  /\b(?:near|outside|around|surrounding|toward|towards|beyond|(?:north|south|east|west)(?:[a-z]*) of(?: [\p{L}'’-]+){1,5} in|(?:north|south|east|west)(?:[a-z]*) of|(?:suburbs?|countryside|outskirts|edges?|gates) of|(?:areas?|stronghold|enclave|pocket|base|territory|villages?|positions) in) (?:the )?(?:\p{L}+ )?$/iu
const SURROUNDS = /^(?:['’]s)? ?-?(?:suburbs?|countryside|outskirts|based|backed)\b/i
/** "a rebel-held area to its east": what is held is not the place named before. */
const HELD_AREA =
  /^[-\s]*(?:held|controlled|run)?[-\s]*(?:areas?|territory|territories|parts?|positions|zones?|villages|districts)\b/i

/** Do a claim's words put what they tell of beside its place, and not in it? */
function isBeside({ claim, report, place }: Account, names: Names): boolean {
  const { text } = report.report
  const own = report.places.filter(
    ({ start, end, name, id }) =>
      start >= claim.start - 60 &&
      end <= claim.end + 60 &&
      id !== null &&
      names.place({ place: name, placeId: id }) === place,
  )
  const { trigger } = claim.reason
  const named = own.toSorted((a, b) => Math.abs(a.start - trigger.start) - Math.abs(b.start - trigger.start))[0]
  if (!named) return false
  if (
    BESIDE.test(text.slice(Math.max(0, named.start - 40), named.start)) ||
    SURROUNDS.test(text.slice(named.end, named.end + 20))
  )
    return true
  return (
    claim.kind === 'control' &&
    claim.status === 'held' &&
    named.end <= trigger.start &&
    HELD_AREA.test(text.slice(trigger.end, trigger.end + 30))
  )
}

/** "still holds the western half" read into the eastern one: the words name another side than the place does. */
function isOtherSide({ claim, place }: Account, names: Names): boolean {
  const own = sidesIn(names.places.get(place!)!.name)
  const said = sidesIn(claim.quote)
  return own.length > 0 && said.length > 0 && !own.some((side) => said.includes(side))
}

/** The year its sentence names, when its days were taken from elsewhere and lie later: "in 2014, when ... seized it". */
function longAgo(account: Account): string | null {
  const { claim } = account
  if (claim.timeBasis === 'clause' || claim.timeBasis === 'sentence' || claim.timeBasis === 'caption') return null
  const years = new Set(sentenceOf(account).match(/(?<!\bsince )\b(?:19|20)\d\d\b/g) ?? [])
  const [year] = years
  return years.size === 1 && year! < (claim.to ?? claim.from ?? '').slice(0, 4) ? year! : null
}

/** One country's army read into a sentence about another country, which does not name it. */
function isElsewhere(actor: string, account: Account, names: Names): boolean {
  const country = names.countries.get(actor)
  const here = account.place === null ? undefined : names.places.get(account.place)
  const land = here?.partOf.find((one) => one.startsWith('country:'))
  if (!country || !land || land === `country:${country}`) return false
  return !sentenceOf(account).includes(actor.slice(0, Math.max(3, actor.indexOf(' '))))
}

/** Those of a claim's actors who can have a place; a country beside an armed actor is where, not who. */
function holders(name: string | null, account: Account, names: Names): string[] {
  const able = names.actors(name).filter((actor) => canHold(actor, names) && !isElsewhere(actor, account, names))
  const armed = able.filter((actor) => names.kinds.get(actor) !== 'country')
  return armed.length > 0 ? armed : able
}

/** "Forces close in": nobody's name. */
export const NAMELESS = /^(?:forces|troops|soldiers|fighters|men|units|gunmen)$/i

/** "regained control of Danu": it was theirs before. */
export const isAgain = ({ claim, report }: Account): boolean =>
  /^(?:re-?t(?:ake|ook)|regain|re-?captur|retak)/i.test(
    report.report.text.slice(claim.reason.trigger.start, claim.reason.trigger.end),
  )

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
  if (said.length === 0 && !GOES.has(claim.status)) return said
  if (said.some((one) => namesActor(account, one, names)))
    return [...new Set([...said.flatMap((one) => companions(account, one, names)), ...said])].filter(
      (one) => canHold(one, names) && !anyAkin([one], names.actors(claim.fromActor)),
    )
  const here = armedBefore(account, names).filter((one) => canHold(one, names) && !NAMELESS.test(one))
  return here.length === 1 && !anyAkin(here, names.actors(account.claim.fromActor)) ? here : said
}

const TAKEN =
  /\b(?:pushed|driven|forced|kicked|thrown) (?:\p{L}+ )?out\b|\b(?:cleared|ousted|expelled|liberated|re-?taken|recaptured|captured|freed|rid)\b/iu

/** "announced that Harat had been pushed out of the east", since withdrawn: a clearing that was only claimed. */
export function claimedClearing(account: Account, names: Names): Account<ControlClaim> | null {
  const { claim, speaker } = account
  if (claim.kind !== 'event' || claim.type !== 'announcement' || !TAKEN.test(sentenceOf(account))) return null
  const from = armedIn(account, names).filter((one) => one !== speaker)
  if (from.length !== 1) return null
  const { type: _, target: __, ...rest } = claim
  return { ...account, claim: { ...rest, kind: 'control', status: 'cleared', actor: null, fromActor: from[0]! } }
}

/** "nearly all of the east has been cleared": the word by which a sentence stops short of all of a place. */
export const hedged = (account: Account): string | null =>
  new RegExp(`\\b(nearly|almost|mostly|largely|virtually)\\b[^.,;]{0,40}?(?:${TAKEN.source})`, 'iu').exec(
    sentenceOf(account),
  )?.[1] ?? null

/** How sure an entry must be whose verb is followed by the place itself. */
const ENTERED = 0.45

/** "entered the town of Danu", plainly said: sure enough to build on, though the reader was not quite. */
export function isPlainEntry({ claim, report, place }: Account, names: Names): boolean {
  if (claim.kind !== 'control' || claim.status !== 'entered' || claim.confidence < ENTERED) return false
  const { end } = claim.reason.trigger
  const after = report.report.text.slice(end, end + 40)
  const next = report.places.find((one) => one.start >= end && one.start <= end + 40)
  const at = next ? next.start - end : claim.place === null ? -1 : after.indexOf(claim.place)
  const isIt = next === undefined || names.place({ place: next.name, placeId: next.id }) === place
  return at >= 0 && isIt && !/\b(?:in|at|to|near|from|not)\b|[,;]/.test(after.slice(0, at))
}

/** How sure fighting must be to say something of the place: rather right than wrong. */
const FOUGHT = 0.5

/** Fighting in a place as a claim that it is fought for: pressure, since it need not be all over it. */
export function fighting(account: Account): Account<ControlClaim> | null {
  const { claim } = account
  if (claim.kind !== 'event' || claim.type !== 'clash' || claim.from === null) return null
  if (claim.confidence < FOUGHT || !/\b(?:fighting|clash\w*|battles?|gun ?battles?)\b/i.test(claim.quote)) return null
  const { type: _, target, ...rest } = claim
  // Of days of fighting only the first is sure. Who takes a statement back does not say so of the fighting.
  const to = claim.from
  const own = /\b(?:retracted|withdr[ae]w|took back|walked back)\b/i.test(sentenceOf(account))
  return {
    ...account,
    ...(own && { speaker: null, voice: account.origin.name }),
    claim: { ...rest, to, kind: 'control', status: 'contested', fromActor: target },
  }
}

/** Read a claim of fact as evidence; null when it names nobody who has, takes or loses the place, or is not about all of it. */
export function evidence(account: Account<ControlClaim>, names: Names, isFighting = false): Evidence | null {
  const { claim } = account
  if (isAim(account) || isSupposed(account) || placeIn(account, names) === 'inherited' || isOtherSide(account, names))
    return null
  const by = isAttribute(account) ? [] : actors(account, names)
  const from = holders(claim.fromActor, account, names)
  // A day taken from around the claim dates the telling: the change came at some time up to the report.
  // A caption's day is the picture's: what the picture shows the trace of came before it.
  const loose = claim.timeBasis === 'context' || claim.timeBasis === 'report' || claim.timeBasis === 'caption'
  const latest = claim.to ?? claim.from ?? account.origin.said
  const base = { account, earliest: claim.from, latest, pressure: false, actors: by, from, others: from }
  const of = part(account, names)
  if (claim.status !== 'advancing' && (of === 'several' || isBeside(account, names))) return null
  const year = longAgo(account)
  if (year !== null) {
    if ((claim.status !== 'captured' && claim.status !== 'held') || by.length === 0 || of !== null) return null
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
      return by.length > 0 && of === null ? { ...base, state: 'held', holders: by, turn: false } : null
    case 'captured':
      if (by.length === 0) return from.length > 0 && of === null ? { ...turn, state: 'unknown', holders: [] } : null
      // Who has taken a building of a town is in it.
      if (of === 'one') return { ...turn, state: 'contested', holders: [], others: [...by, ...from] }
      return { ...turn, state: 'held', holders: by }
    case 'cleared':
      return by.length + from.length > 0 && of === null
        ? { ...turn, state: by.length > 0 ? 'held' : 'unknown', holders: by }
        : null
    case 'lost':
      // "the former stronghold of Danu" tells no loss of that day.
      if (
        /\b(?:former|once)\b/i.test(
          account.report.report.text.slice(claim.reason.trigger.start, claim.reason.trigger.end),
        )
      )
        return null
      return by.length + from.length > 0 && of === null
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
