/**
 * One name for each actor and place across reports, with the reason for every merge.
 *
 *     Shaghati        ──▶ Lt. Gen. Talib Shaghati     actor-names.ts
 *     Khazer, Khazir  ──▶ Khazir                      place-names.ts
 *
 * People's judgements (`merge`, `split`) come before any rule. The rules are in the two files named; this one puts
 * them together for all who ask.
 */
import type { Claim } from '../model/claim.ts'
import type { Judgement, LedgerReport } from '../model/ledger.ts'
import type { ActorKind, Location, PlaceMention } from '../model/mention.ts'
import { actorsOf } from '../relate/names.ts'
import { kinds, settleActors } from './actor-names.ts'
import { settlePlaces } from './place-names.ts'

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

/** Can it be held, taken and fought for as a place on the map? A country, a river, an ocean or a people's name cannot. */
export const isGround = ({ key, kind, partOf }: NamedPlace): boolean =>
  !key.startsWith('country:') &&
  kind !== 'country' &&
  kind !== 'river' &&
  kind !== 'demonym' &&
  // What lies in no country is a sea, or a part of the world.
  !(kind === 'region' && key.startsWith('pack:') && !partOf.some((one) => one.startsWith('country:')))

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
