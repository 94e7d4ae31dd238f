/**
 * One name for each actor and place across reports, with the reason for every merge.
 *
 *     Khazer, Khazir  ──▶ Khazir     spelled alike, one letter apart, never far from each other
 *     Shaghati        ──▶ Lt. Gen. Talib Shaghati     surname of the only such person
 *
 * A resolved place (with an id) is never merged with another resolved place; an
 * unresolved one joins a resolved one only by its name's letters. People's
 * judgements (`merge`, `split`) come before any rule.
 */
import type { Claim } from '../model/claim.ts'
import type { Judgement, LedgerReport } from '../model/ledger.ts'
import type { ActorKind, Location, PlaceMention } from '../model/mention.ts'
import { actorsOf, builtOn, fold, skeleton, spelledAlike, surname } from '../relate/names.ts'
import { compare, grouped } from './account.ts'

/** A place under the name the picture uses. */
export interface NamedPlace {
  readonly key: string
  readonly name: string
  readonly placeId: string | null
  /** Null when no report resolves it. */
  readonly kind: PlaceMention['kind'] | null
  readonly location: Location | null
  /** Other names, each with why it is the same place. */
  readonly aliases: ReadonlyMap<string, string>
  /** Keys of what contains it, nearest first. */
  readonly partOf: readonly string[]
  /** Key of the place that its name says it is near; null when the name says none. */
  readonly near: string | null
}

/** The names of a picture. */
export interface Names {
  /** The name the picture uses for a single actor. */
  actor(name: string): string
  /** The names of a joint actor, in order, each once; empty for null. */
  actors(name: string | null): string[]
  /** Key of a claim's place, or null. */
  place(claim: Pick<Claim, 'place' | 'placeId'>): string | null
  readonly places: ReadonlyMap<string, NamedPlace>
  /** For each actor: other names with the reason they are one. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** What each actor is, by what most reports take it for. */
  readonly kinds: ReadonlyMap<string, ActorKind>
  /** The country an actor belongs to, where every report that tells says the same. */
  readonly countries: ReadonlyMap<string, string>
}

/** Can it be held, taken and fought for as a place on the map? A country, a river or a people's name cannot. */
export const isGround = ({ key, kind }: NamedPlace): boolean =>
  !key.startsWith('country:') && kind !== 'country' && kind !== 'river' && kind !== 'demonym'

/** The town that a place is, is part of, or is named after. */
export const townOf = ({ key, near, partOf }: NamedPlace): string =>
  near ?? partOf.find((one) => !/^(?:country|admin)/.test(one)) ?? key

/** Settle the names of these reports. */
export function settleNames(reports: readonly LedgerReport[], judgements: readonly Judgement[]): Names {
  const actors = settleActors(reports, judgements)
  const places = settlePlaces(reports, judgements)
  return {
    actor: (name) => tidy(actors.of.get(name) ?? name),
    actors: (name) => [...new Set(actorsOf(name).map((one) => tidy(actors.of.get(one) ?? one)))].sort(),
    place: ({ place, placeId }) => (place === null && placeId === null ? null : places.of(place, placeId)),
    places: places.all,
    aliases: actors.aliases,
    kinds: kinds(reports, actors.of),
    countries: countries(reports, actors.of),
  }
}

/** "United Nations ’ refugee agency" without the space that splitting into words left. */
const tidy = (name: string): string => name.replace(/ (?=['’](?:s\b|\s|$))/g, '')

function kinds(reports: readonly LedgerReport[], of: ReadonlyMap<string, string>): Map<string, ActorKind> {
  const seen = grouped(
    reports.flatMap(({ actors }) => actors.map(({ name, kind }) => ({ name: of.get(name) ?? name, kind }))),
    ({ name }) => name,
  )
  return new Map(Array.from(seen, ([name, list]) => [name, tally(list.map(({ kind }) => kind))[0]![0] as ActorKind]))
}

function countries(reports: readonly LedgerReport[], of: ReadonlyMap<string, string>): Map<string, string> {
  const seen = new Map<string, Set<string>>()
  for (const { mentions = [] } of reports)
    for (const { name, country } of mentions)
      if (country !== null) {
        const actor = of.get(name) ?? name
        seen.set(actor, (seen.get(actor) ?? new Set()).add(country))
      }
  return new Map(Array.from(seen).flatMap(([name, all]) => (all.size === 1 ? [[name, [...all][0]!] as const] : [])))
}

/** How often each name is used: the commonest form stands for all, the shorter of two as common. */
function tally(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts).sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compare(a[0], b[0]))
}

const words = (name: string): number => name.split(' ').length

const ruled = (judgements: readonly Judgement[], of: 'actor' | 'place') =>
  new Map(
    judgements.flatMap((judgement) =>
      'names' in judgement && judgement.of === of
        ? [[judgement.names.map(fold).sort().join('|'), judgement] as const]
        : [],
    ),
  )

const named = (claim: Claim): string[] => [
  ...claim.source,
  ...(claim.kind === 'figure' ? [] : actorsOf(claim.actor)),
  ...(claim.kind === 'control' ? actorsOf(claim.fromActor) : []),
  ...(claim.kind === 'event' ? actorsOf(claim.target) : []),
]

function settleActors(reports: readonly LedgerReport[], judgements: readonly Judgement[]) {
  const rules = ruled(judgements, 'actor')
  // Longer names first, so that a surname finds its person however often each is used.
  const counted = tally(reports.flatMap(({ claims }) => claims.flatMap(named))).sort(
    (a, b) =>
      Math.min(2, words(b[0])) - Math.min(2, words(a[0])) ||
      Number(/^\p{Lu}/u.test(b[0])) - Number(/^\p{Lu}/u.test(a[0])),
  )
  const what = kinds(reports, new Map())
  const isPerson = (name: string): boolean =>
    (what.get(name) ?? 'person') === 'person' && /(?:^| )(?:\p{Ll}+-)?\p{Lu}\S*$/u.test(name)
  const people = new Map<string, Set<string>>()
  for (const [name] of counted) {
    const last = /^\p{Lu}.* \p{Lu}/u.test(name) ? surname(fold(name)) : null
    if (last !== null) people.set(last, (people.get(last) ?? new Set()).add(fold(name)))
  }
  // "the defense ministry" is short for "Iraqi defense ministry" where no other country's is named.
  const offices = new Map<string, Set<string>>()
  for (const [name] of counted) {
    const key = fold(name)
    const short = /^\p{Lu}/u.test(name) && key.endsWith(' ministry') ? key.slice(key.indexOf(' ') + 1) : ''
    if (short.includes(' ')) offices.set(short, (offices.get(short) ?? new Set()).add(key))
  }
  const of = new Map<string, string>()
  const aliases = new Map<string, Map<string, string>>()
  const byFold = new Map<string, string>()
  for (const [name] of counted) {
    const key = fold(name)
    const may = (other: string) => rules.get([key, other].sort().join('|'))?.kind !== 'split'
    const find = (): [string, string] | null => {
      for (const { kind, names, by, reason } of rules.values()) {
        const other = names.map(fold).find((one) => one !== key)
        const target =
          other !== undefined && kind === 'merge' && names.some((one) => fold(one) === key) && byFold.get(other)
        if (target) return [target, `merged by ${by}: ${reason}`]
      }
      const same = byFold.get(key)
      if (same !== undefined) return [same, 'the same name, written differently']
      const person = /^\p{Lu}/u.test(name)
      const full = person ? (people.get(key) ?? offices.get(key)) : offices.get(key)
      if (full?.size !== 1 || !may([...full][0]!)) return null
      const target = byFold.get([...full][0]!)
      // Only persons have surnames: "Forces" is not short for the Popular Mobilization Forces, nor "Sources" for one side's sources.
      if (target !== undefined && full === people.get(key) && !isPerson(target)) return null
      return target === undefined ? null : [target, 'short for the only one so called in these reports']
    }
    const match = find()
    const target = match?.[0] ?? name
    of.set(name, target)
    if (!byFold.has(key)) byFold.set(key, target)
    if (match && target !== name) {
      const known = aliases.get(target) ?? new Map<string, string>()
      aliases.set(target, known.set(name, match[1]))
    }
  }
  return { of, aliases }
}

const SIDE = /^(north|south|east|west)ern (\p{Lu}.*)$/u
const isSide = (place: string): boolean => SIDE.test(place)

/** "villages of Mosul" resolved to Mosul: somewhere there, but not the town. */
const isVague = (place: string | null, placeId: string): boolean =>
  place !== null && !placeId.includes('/') && /^\p{Ll}[\p{L} ]* (?:of|in|near|around) \p{Lu}/u.test(place)

const vague = (place: string, placeId: string): string => `near:${placeId}:${fold(place)}`

const isTown = (key: string): boolean => /^(?:geonames|pack|own):[^/]+$/.test(key)

function settlePlaces(reports: readonly LedgerReport[], judgements: readonly Judgement[]) {
  const rules = ruled(judgements, 'place')
  interface Draft {
    readonly key: string
    readonly placeId: string | null
    names: string[]
    /** Names to use when there are no others. */
    readonly spare: string[]
    location: Location | null
    kind: PlaceMention['kind'] | null
    partOf: readonly string[]
    readonly aliases: Map<string, string>
  }
  const drafts = new Map<string, Draft>()
  const draft = (key: string, placeId: string | null): Draft => {
    let known = drafts.get(key)
    if (!known) {
      known = { key, placeId, names: [], spare: [], location: null, kind: null, partOf: [], aliases: new Map() }
      drafts.set(key, known)
    }
    return known
  }
  const around = new Map<string, string>()
  const loose: { place: string; location: Location | null }[] = []
  for (const { claims, places } of reports) {
    for (const { id, name, location, partOf, kind } of places)
      if (id !== null) {
        const known = draft(id, id)
        known.names.push(name)
        known.location ??= location
        if (known.partOf.length === 0) known.partOf = partOf
        if (known.kind === null || known.kind === 'demonym') known.kind = kind
      }
    for (const { place, placeId, location } of claims) {
      if (placeId !== null && isVague(place, placeId)) {
        const known = draft(vague(place!, placeId), null)
        known.names.push(place!)
        known.location ??= location
        around.set(known.key, placeId)
      } else if (placeId !== null) {
        const known = draft(placeId, placeId)
        // "western Danu" given the id of Danu is no name of Danu.
        if (place !== null) (isSide(place) && !placeId.includes('/') ? known.spare : known.names).push(place)
        known.location ??= location
      } else if (place !== null) loose.push({ place, location })
    }
  }
  // A side that no mention resolved by itself is still a place of its own.
  for (const { key, names, spare, partOf, location } of [...drafts.values()])
    for (const place of new Set(isTown(key) ? spare : [])) {
      const [, side, base] = SIDE.exec(place) ?? []
      if (side === undefined || !names.some((name) => fold(name) === fold(base!))) continue
      const known = draft(`${key}/${side}`, `${key}/${side}`)
      known.names.push(place)
      known.location ??= location
      known.kind ??= 'quarter'
      if (known.partOf.length === 0) known.partOf = [key, ...partOf]
    }
  const byFold = new Map<string, string>()
  const buckets = new Map<string, string[]>()
  const learn = (folded: string, key: string) => {
    if (byFold.has(folded)) return
    byFold.set(folded, key)
    const bucket = buckets.get(skeleton(folded))
    if (bucket) bucket.push(folded)
    else buckets.set(skeleton(folded), [folded])
  }
  for (const known of Array.from(drafts.values()).sort(
    (a, b) => b.names.length - a.names.length || compare(a.key, b.key),
  ))
    for (const [name] of tally(known.names)) learn(fold(name), known.key)
  const located = new Map(loose.flatMap(({ place, location }) => (location ? [[place, location] as const] : [])))
  for (const [name, count] of tally(loose.map(({ place }) => place))) {
    const folded = fold(name)
    const verdict = (other: string) => rules.get([folded, other].sort().join('|'))
    const near = (buckets.get(skeleton(folded)) ?? []).filter((other) => spelledAlike(folded, other))
    const merged = rules.size === 0 ? undefined : [...byFold.keys()].find((other) => verdict(other)?.kind === 'merge')
    const other = merged ?? near.find((known) => known === folded || verdict(known)?.kind !== 'split')
    const key = other === undefined ? `name:${folded}` : byFold.get(other)!
    const known = draft(key, null)
    known.names.push(...Array<string>(count).fill(name))
    known.location ??= located.get(name) ?? null
    if (other !== undefined && other !== folded)
      known.aliases.set(
        name,
        merged ? `merged by ${verdict(merged)!.by}` : `spelled like "${other}", and no other place is`,
      )
    learn(folded, key)
  }
  const all = new Map<string, NamedPlace>()
  for (const { key, placeId, names, spare, location, kind, partOf, aliases } of drafts.values()) {
    const counted = tally(names.length > 0 ? names : spare)
    const [name] = counted[0]!
    for (const [other] of counted)
      if (other !== name && !aliases.has(other)) aliases.set(other, 'resolved to the same place')
    const built = builtOn(name)
    const base = built === null ? undefined : byFold.get(fold(built.base))
    const other = base === undefined || base === key ? null : base
    const parents =
      other !== null && built?.relation === 'part' && !partOf.includes(other) ? [other, ...partOf] : partOf
    // An id such as "geonames:1/@90" is a point off its base.
    const off = placeId === null ? -1 : placeId.search(/\/(?:outskirts\/)?@/)
    const near =
      around.get(key) ?? (off > 0 ? placeId!.slice(0, off) : null) ?? (built?.relation === 'near' ? other : null)
    all.set(key, { key, name, placeId, kind, location, aliases, partOf: parents, near })
  }
  // A district that is called by its town's name alone is meant for the town.
  const towns = new Map<string, string>()
  for (const { key, name, kind } of all.values()) if (kind !== 'admin' && isTown(key)) towns.set(fold(name), key)
  const town = new Map<string, string>()
  for (const { key, name } of all.values()) {
    const other = key.startsWith('admin2:') ? towns.get(fold(name)) : undefined
    if (other !== undefined) town.set(key, other)
  }
  // "the city's western half", called western Danu but given the id of Danu.
  const side = (place: string, placeId: string): string | null => {
    const key = `${placeId}/${SIDE.exec(place)?.[1]}`
    return drafts.has(key) ? key : null
  }
  const of = (place: string | null, placeId: string | null): string =>
    (place !== null && placeId !== null
      ? isVague(place, placeId)
        ? vague(place, placeId)
        : side(place, placeId)
      : null) ??
    (placeId === null ? null : (town.get(placeId) ?? placeId)) ??
    byFold.get(fold(place!)) ??
    `name:${fold(place!)}`
  return { all, of }
}
