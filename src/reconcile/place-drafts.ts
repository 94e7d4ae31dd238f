/**
 * Gathers what the reports call each place, before the names of one place are joined (`place-names.ts`).
 *
 *     geonames:1     Danu, Danu, Dano      a place that some list has, by its id
 *     near:…         villages of Danu      somewhere there, but not the town
 *     joint:…        Danu and Kubela       both: what is counted there is of neither alone
 *     loose          Danoo                 known by its letters alone
 */
import type { LedgerReport } from '../model/ledger.ts'
import type { Location, PlaceMention } from '../model/mention.ts'
import { fold } from '../relate/names.ts'

/** A place while its names are gathered. */
export interface PlaceDraft {
  readonly key: string
  readonly placeId: string | null
  readonly names: string[]
  /** Names to use when there are no others. */
  readonly spare: string[]
  location: Location | null
  kind: PlaceMention['kind'] | null
  partOf: readonly string[]
  /** What one place was thought to be called, too, and why. */
  readonly aliases: Map<string, string>
  /** Key of the place that it lies near, when its id says so. */
  readonly around: string | null
}

/** Places by their keys, and what claims name without an id. */
export interface PlaceDrafts {
  readonly drafts: Map<string, PlaceDraft>
  /** Keys of joint places whose name is no name of a single one ("Bosnia and Herzegovina" is). */
  readonly joints: ReadonlySet<string>
  readonly loose: readonly { readonly place: string; readonly location: Location | null }[]
}

/** A side, and the place it is a side of. */
export const SIDE = /^(north|south|east|west)ern (\p{Lu}.*)$/u
/** "Western Danu": a side of a place. */
const isSide = (place: string): boolean => SIDE.test(place)

/** "villages of Mosul" resolved to Mosul: somewhere there, but not the town. */
export const isVague = (place: string | null, placeId: string): boolean =>
  place !== null && !placeId.includes('/') && /^\p{Ll}[\p{L} ]* (?:of|in|near|around) \p{Lu}/u.test(place)

/** The key of what is somewhere near a place. */
export const vague = (place: string, placeId: string): string => `near:${placeId}:${fold(place)}`

/** The key of two or more places that a claim has together, by their names in any order; null when it has one. */
export function joint(place: string | null): string | null {
  if (place === null || !/\p{Lu}.* and .*\p{Lu}/u.test(place)) return null
  return `joint:${place.split(' and ').map(fold).sort().join(' and ')}`
}

/** Is it a place of its own, and no part or area? */
export const isTown = (key: string): boolean => /^(?:geonames|pack|own):[^/]+$/.test(key)

/** The draft of a key; a new one where there is none. */
export function draftOf(
  drafts: Map<string, PlaceDraft>,
  key: string,
  placeId: string | null,
  around: string | null = null,
): PlaceDraft {
  const known = drafts.get(key)
  if (known) return known
  const names: string[] = []
  const spare: string[] = []
  const made: PlaceDraft = {
    key,
    placeId,
    names,
    spare,
    location: null,
    kind: null,
    partOf: [],
    aliases: new Map(),
    around,
  }
  drafts.set(key, made)
  return made
}

/** All places of the reports: as mentioned, then as claims have them. */
export function draftPlaces(reports: readonly LedgerReport[]): PlaceDrafts {
  const drafts = new Map<string, PlaceDraft>()
  const loose: { place: string; location: Location | null }[] = []
  const joints = new Set<string>()
  const single = new Set(reports.flatMap(({ places }) => places.flatMap(({ name }) => joint(name) ?? [])))
  for (const { claims, places } of reports) {
    for (const mention of places) if (mention.id !== null) addMention(draftOf(drafts, mention.id, mention.id), mention)
    for (const { kind, place, placeId, location } of claims) {
      if (place !== null && placeId === null) loose.push({ place, location })
      if (placeId === null) continue
      const both = kind === 'control' ? null : joint(place)
      if (both !== null && !single.has(both)) {
        joints.add(both)
        const known = draftOf(drafts, both, null)
        known.names.push(place!)
        known.location ??= location
        continue
      }
      const somewhere = place !== null && isVague(place, placeId)
      const known = somewhere
        ? draftOf(drafts, vague(place, placeId), null, placeId)
        : draftOf(drafts, placeId, placeId)
      // "western Danu" given the id of Danu is no name of Danu.
      if (place !== null)
        (!somewhere && isSide(place) && !placeId.includes('/') ? known.spare : known.names).push(place)
      known.location ??= location
    }
  }
  addSides(drafts)
  return { drafts, joints, loose }
}

function addMention(known: PlaceDraft, { name, location, partOf, kind }: PlaceMention): void {
  known.names.push(name)
  known.location ??= location
  if (known.partOf.length === 0) known.partOf = partOf
  if (known.kind === null || known.kind === 'demonym') known.kind = kind
}

/** A side that no mention resolved by itself is still a place of its own. */
function addSides(drafts: Map<string, PlaceDraft>): void {
  for (const { key, names, spare, partOf, location } of [...drafts.values()])
    for (const place of new Set(isTown(key) ? spare : [])) {
      const [, side, base] = SIDE.exec(place) ?? []
      if (side === undefined || !names.some((name) => fold(name) === fold(base!))) continue
      const known = draftOf(drafts, `${key}/${side}`, `${key}/${side}`)
      known.names.push(place)
      known.location ??= location
      known.kind ??= 'quarter'
      if (known.partOf.length === 0) known.partOf = [key, ...partOf]
    }
}
