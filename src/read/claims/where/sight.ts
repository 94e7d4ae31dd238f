/**
 * Sight: the namings of a report as one of its sentences sees them, the same for all claims of the sentence.
 *
 *     Fighting in Raqqa went on.  Planes struck a market in Idlib.  The city burned.
 *                 ^^^^^ away             you are here       ^^^^^ local        ^ away
 *
 * What is seen is found once a sentence; what speaks for it is weighed in candidates.ts.
 */
import type { PlaceMention } from '../../../model/mention.ts'
import type { Naming, Namings } from './mentions.ts'

export interface Sight {
  /** Namings in the sentence itself, and those of them that are no demonyms. */
  readonly local: readonly Naming[]
  readonly named: readonly Naming[]
  /** Any other place, at its nearest naming. */
  readonly away: readonly Naming[]
  /** The place of each size that was named last before the sentence. */
  readonly recent: ReadonlyMap<string, Naming>
  /** The first place of a later sentence that lies in one named here. */
  readonly nextFiner: Naming | undefined
  /** Does the place lie in one named here: in an area, in a country, or not? */
  within(place: PlaceMention): 'area' | 'country' | 'no'
}

const seen = new WeakMap<Namings, Map<number, Sight>>()

/** What the sentence of that index sees. Computed once a sentence. */
export function sightOf(namings: Namings, here: number): Sight {
  const sights = seen.get(namings) ?? new Map<number, Sight>()
  seen.set(namings, sights)
  const before = sights.get(here)
  if (before) return before
  const local = namings.all.filter((one) => one.sentence === here)
  const named = local.filter((one) => !isDemonym(one))
  const away = awayFrom(namings, here, local)
  const recent = new Map<string, Naming>()
  for (const one of away) {
    const { size } = one
    if (one.sentence < here && (recent.get(size)?.start ?? -1) < one.start) recent.set(size, one)
  }
  const holders = new Set(named.flatMap(({ mention }) => mention.id ?? []))
  const lands = new Set(named.flatMap(({ mention }) => (mention.kind === 'country' ? (mention.country ?? []) : [])))
  const within = ({ partOf, kind, country }: PlaceMention): 'area' | 'country' | 'no' => {
    if (partOf.some((id) => holders.has(id))) return 'area'
    return kind !== 'country' && lands.has(country ?? '') ? 'country' : 'no'
  }
  const nextFiner = namings.all.find(
    ({ sentence, sort, mention }) => sentence > here && sort === 'name' && within(mention) !== 'no',
  )
  const sight = { local, named, away, recent, nextFiner, within }
  sights.set(here, sight)
  return sight
}

/** Places that the sentence does not name, each at its nearest naming. */
function awayFrom(namings: Namings, here: number, local: readonly Naming[]): Naming[] {
  const said = new Set(local.map(({ name }) => name))
  const away = new Map<string, Naming>()
  for (const one of namings.all) {
    if (one.sentence === here || said.has(one.name) || one.sort === 'anaphor') continue
    const known = away.get(one.name)
    if (
      !known ||
      (one.sentence < here ? !isDemonym(one) || isDemonym(known) : known.sentence > here && isDemonym(known))
    )
      away.set(one.name, one)
  }
  return [...away.values()]
}

const isDemonym = ({ mention }: Naming): boolean => mention.kind === 'demonym'
