/**
 * One name for each place across reports, with the reason for every merge.
 *
 *     Khazer, Khazir  ──▶ Khazir     spelled alike, one letter apart, never far from each other
 *
 * A resolved place (with an id) is never merged with another resolved place; an
 * unresolved one joins a resolved one only by its name's letters.
 */
import type { Judgement, LedgerReport } from '../model/ledger.ts'
import { builtOn, fold, skeleton, spelledAlike } from '../relate/names.ts'
import { compare } from './account.ts'
import type { NamedPlace } from './names.ts'
import {
  draftOf,
  draftPlaces,
  isTown,
  isVague,
  joint,
  type PlaceDraft,
  type PlaceDrafts,
  SIDE,
  vague,
} from './place-drafts.ts'
import { ruled, tally } from './rulings.ts'

/** All places of the reports, and the key of a claim's place. */
export function settlePlaces(reports: readonly LedgerReport[], judgements: readonly Judgement[]) {
  const gathered = draftPlaces(reports)
  const { drafts, joints } = gathered
  const spellings = spellingsOf([...drafts.values()])
  joinLoose(gathered, spellings, ruled(judgements, 'place'))
  const all = new Map(Array.from(drafts.values(), (draft) => [draft.key, named(draft, spellings)]))
  const town = districtTowns([...all.values()])
  // "the city's western half", called western Danu but given the id of Danu.
  const side = (place: string, placeId: string): string | null => {
    const key = `${placeId}/${SIDE.exec(place)?.[1]}`
    return drafts.has(key) ? key : null
  }
  const both = (place: string | null, placeId: string | null): string | null => {
    const key = placeId === null ? null : joint(place)
    return key !== null && joints.has(key) ? key : null
  }
  const of = (place: string | null, placeId: string | null): string =>
    both(place, placeId) ??
    (place !== null && placeId !== null
      ? isVague(place, placeId)
        ? vague(place, placeId)
        : side(place, placeId)
      : null) ??
    (placeId === null ? null : (town.get(placeId) ?? placeId)) ??
    spellings.keyOf(fold(place!)) ??
    `name:${fold(place!)}`
  return { all, of }
}

/** Which place a folded name is of, and which names are spelled nearly so. */
interface Spellings {
  /** A name that is known already stays with its first place. */
  learn(folded: string, key: string): void
  keyOf(folded: string): string | undefined
  alike(folded: string): string[]
  all(): Iterable<string>
}

/** The names of the drafts, those of the places named most often first. */
function spellingsOf(drafts: readonly PlaceDraft[]): Spellings {
  const keys = new Map<string, string>()
  const buckets = new Map<string, string[]>()
  const learn = (folded: string, key: string): void => {
    if (keys.has(folded)) return
    keys.set(folded, key)
    const bucket = buckets.get(skeleton(folded))
    if (bucket) bucket.push(folded)
    else buckets.set(skeleton(folded), [folded])
  }
  for (const { names, key } of drafts.toSorted((a, b) => b.names.length - a.names.length || compare(a.key, b.key)))
    for (const [name] of tally(names)) learn(fold(name), key)
  return {
    learn,
    keyOf: (folded) => keys.get(folded),
    alike: (folded) => (buckets.get(skeleton(folded)) ?? []).filter((other) => spelledAlike(folded, other)),
    all: () => keys.keys(),
  }
}

/** Names without an id join the place that is spelled as they are, unless people ruled otherwise; else they are places of their own. */
function joinLoose({ drafts, loose }: PlaceDrafts, spellings: Spellings, rules: ReturnType<typeof ruled>): void {
  const located = new Map(loose.flatMap(({ place, location }) => (location ? [[place, location] as const] : [])))
  for (const [name, count] of tally(loose.map(({ place }) => place))) {
    const folded = fold(name)
    const verdict = (other: string) => rules.get([folded, other].sort().join('|'))
    const merged = rules.size === 0 ? undefined : [...spellings.all()].find((other) => verdict(other)?.kind === 'merge')
    const other =
      merged ?? spellings.alike(folded).find((known) => known === folded || verdict(known)?.kind !== 'split')
    const key = other === undefined ? `name:${folded}` : spellings.keyOf(other)!
    const known = draftOf(drafts, key, null)
    known.names.push(...Array<string>(count).fill(name))
    known.location ??= located.get(name) ?? null
    if (other !== undefined && other !== folded)
      known.aliases.set(
        name,
        merged ? `merged by ${verdict(merged)!.by}` : `spelled like "${other}", and no other place is`,
      )
    spellings.learn(folded, key)
  }
}

/** A draft under its commonest name, with what it is part of or near to by that name. */
function named(
  { key, placeId, names, spare, location, kind, partOf, aliases, around }: PlaceDraft,
  spellings: Spellings,
) {
  const counted = tally(names.length > 0 ? names : spare)
  const [name] = counted[0]!
  for (const [other] of counted)
    if (other !== name && !aliases.has(other)) aliases.set(other, 'resolved to the same place')
  const built = builtOn(name)
  const base = built === null ? undefined : spellings.keyOf(fold(built.base))
  const other = base === undefined || base === key ? null : base
  const parents = other !== null && built?.relation === 'part' && !partOf.includes(other) ? [other, ...partOf] : partOf
  // An id such as "geonames:1/@90" is a point off its base.
  const off = placeId === null ? -1 : placeId.search(/\/(?:outskirts\/)?@/)
  const near = around ?? (off > 0 ? placeId!.slice(0, off) : null) ?? (built?.relation === 'near' ? other : null)
  return { key, name, placeId, kind, location, aliases, partOf: parents, near } satisfies NamedPlace
}

/** A district that is called by its town's name alone is meant for the town: district → town. */
function districtTowns(all: readonly NamedPlace[]): ReadonlyMap<string, string> {
  const towns = new Map<string, string>()
  for (const { key, name, kind } of all) if (kind !== 'admin' && isTown(key)) towns.set(fold(name), key)
  return new Map(
    all.flatMap(({ key, name }) => {
      const town = key.startsWith('admin2:') ? towns.get(fold(name)) : undefined
      return town === undefined ? [] : [[key, town] as const]
    }),
  )
}
