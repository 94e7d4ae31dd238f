/**
 * The hand-made pack of places, and what can be said about places in general.
 *
 *     data/places/{mosul,syria,...}.tsv   places with aliases, parent, radius, source
 *     data/places/countries.tsv           names and demonyms of countries
 *     data/places/us-states.tsv           abbreviations that need a comma or a full stop before they count
 *
 * A typed, validating view of those tables; the files are edited by hand.
 */
import type { PlaceMention } from '../model/mention.ts'
import { foldKey } from './fold.ts'
import { type Place, type PlaceList, placeList } from './gazetteer.ts'
import { type PlaceCues, placeCues } from './place-cues.ts'
import { list, readTable } from './tsv.ts'

const KINDS: readonly PlaceMention['kind'][] = [
  'country',
  'admin',
  'town',
  'village',
  'quarter',
  'base',
  'road',
  'region',
  'river',
  'other',
]

/**
 * Read pack tables (id, name, aliases, kind, lat, lon, radius, country, parent, source).
 * An id without a prefix becomes "pack:id". Throws `RangeError` on an unknown kind, a bad point or a second use of an id.
 */
export function readPack(files: readonly { readonly name: string; readonly text: string }[]): PlaceList {
  const seen = new Set<string>()
  const entries = files.flatMap(({ name: file, text }) =>
    readTable(text, file).map((row) => {
      const id = row.id!.includes(':') ? row.id! : `pack:${row.id}`
      const kind = KINDS.find((known) => known === row.kind)
      const [lat, lon, radiusKm] = [Number(row.lat), Number(row.lon), Number(row.radius)]
      if (!kind) throw new RangeError(`${file}: ${id} has the unknown kind "${row.kind}"`)
      if (!row.lat || !row.lon || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && radiusKm > 0))
        throw new RangeError(`${file}: ${id} has no point (${row.lat}, ${row.lon}, ${row.radius})`)
      if (seen.has(id)) throw new RangeError(`${file}: ${id} is there twice`)
      seen.add(id)
      const parents = list(row.parent).map((parent) => (parent.includes(':') ? parent : `pack:${parent}`))
      const place: Place = {
        id,
        name: row.name!,
        kind,
        precision: kind === 'admin' ? 'admin' : kind === 'town' || kind === 'village' ? 'town' : 'area',
        radiusKm,
        lat,
        lon,
        country: row.country || null,
        admin1: [id, ...parents].find((area) => area.startsWith('admin1:'))?.slice(7) ?? null,
        population: 0,
        partOf: row.country ? [...parents, `country:${row.country}`] : parents,
        source: 'pack',
        alternate: false,
      }
      return { place, names: list(row.aliases) }
    }),
  )
  return placeList(entries)
}

/**
 * Names of pack tables that are worth forcing before parsing: of several words, or with an article, a tagger cuts them
 * ("Deir ez-Zor", "Khan Sheikhoun"). Regions and roads are left out: their words mean other things too.
 */
export function packNames(files: readonly { readonly name: string; readonly text: string }[]): string[] {
  return files
    .flatMap(({ name, text }) => readTable(text, name))
    .filter((row) => row.kind === 'town' || row.kind === 'village' || row.kind === 'quarter')
    .flatMap((row) => [row.name!, ...list(row.aliases)])
    .filter((name) => /^\p{Lu}\p{L}+(?:[ -](?:al|el|ez|as|ash|e|i)[ -]|[ -])\p{Lu}[\p{L}'’-]+$|^al-\p{Lu}/u.test(name))
}

/** Words for countries and states that are not place names by themselves. */
export interface PlaceWords {
  /** "iraqi", "iraqis", "south korean" -> country code. */
  readonly demonyms: ReadonlyMap<string, string>
  /** "SY" -> "Damascus". */
  readonly capitals: ReadonlyMap<string, string>
  /** "Tex.", "TX", "W.Va." as written -> "US.TX". */
  readonly abbreviations: ReadonlyMap<string, string>
  /** Ordinary English words that some place is called by: "reading", "hope", "of". */
  readonly ordinary: ReadonlySet<string>
  /** Words around a name that say whether it is a place. */
  readonly around: PlaceCues
}

/** Read the tables of countries, states and words around names, and the list of ordinary words. */
export function readPlaceWords(countries: string, states: string, ordinary: string, around: string): PlaceWords {
  const demonyms = new Map<string, string>()
  const capitals = new Map<string, string>()
  for (const row of readTable(countries, 'countries.tsv')) {
    if (row.capital) capitals.set(row.code!, row.capital)
    for (const word of list(row.demonyms)) {
      const key = foldKey(word)
      demonyms.set(key, row.code!)
      demonyms.set(`${key}s`, row.code!)
    }
  }
  const abbreviations = new Map<string, string>()
  for (const row of readTable(states, 'us-states.tsv'))
    for (const word of list(row.abbreviations)) abbreviations.set(word, `US.${row.code}`)
  return {
    demonyms,
    capitals,
    abbreviations,
    ordinary: new Set(ordinary.split(/\s+/).filter(Boolean)),
    around: placeCues(around),
  }
}
