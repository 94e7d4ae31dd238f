/**
 * One name for each place across reports, with the reason for every merge.
 *
 *     Khazer, Khazir  ──▶ Khazir     spelled alike, one letter apart, never far from each other
 *
 * A resolved place (with an id) is never merged with another resolved place; an
 * unresolved one joins a resolved one only by its name's letters.
 */
import type { Judgement, LedgerReport } from '../model/ledger.ts'
import type { Location, PlaceMention } from '../model/mention.ts'
import { builtOn, fold, skeleton, spelledAlike } from '../relate/names.ts'
import { compare } from './account.ts'
import type { NamedPlace } from './names.ts'
import { ruled, tally } from './rulings.ts'

const SIDE = /^(north|south|east|west)ern (\p{Lu}.*)$/u
const isSide = (place: string): boolean => SIDE.test(place)

/** "villages of Mosul" resolved to Mosul: somewhere there, but not the town. */
const isVague = (place: string | null, placeId: string): boolean =>
  place !== null && !placeId.includes('/') && /^\p{Ll}[\p{L} ]* (?:of|in|near|around) \p{Lu}/u.test(place)

const vague = (place: string, placeId: string): string => `near:${placeId}:${fold(place)}`

const isTown = (key: string): boolean => /^(?:geonames|pack|own):[^/]+$/.test(key)

/** All places of the reports, and the key of a claim's place. */
export function settlePlaces(reports: readonly LedgerReport[], judgements: readonly Judgement[]) {
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
