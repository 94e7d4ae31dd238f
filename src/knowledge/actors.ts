/**
 * Actors as knowledge: who has a name of his own, and what a country, a group
 * and a head noun make together.
 *
 *     Turkish  troops        SDF    fighters       Islamic State
 *     owner  + head          owner + head          alias
 *
 * A typed, checked view of data/actors/*.tsv. Which words of a report mean whom
 * is the work of read/actors.ts.
 */
import type { KnownName } from '../language/lexicon.ts'
import type { ActorKind } from '../model/mention.ts'
import { fields, list } from './tsv.ts'

/** A country: names, adjectives and what its people are called. `forces` is set when they are not "ADJECTIVE forces". */
export interface Country {
  readonly iso: string
  readonly name: string
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
  readonly people: readonly string[]
  readonly forces: string | null
}

/** A city that stands for the government that sits there, by its written name. */
export type Seats = ReadonlyMap<string, Country>

/** Someone with a proper name. `from` and `to` (ISO day, month or year) date the name, not the actor. */
export interface KnownActor {
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  readonly from: string | null
  readonly to: string | null
  /** What it is before a noun ("UN" of "UN observers"), when not the name. */
  readonly short?: string
}

/** One written form of a known actor or a country, ready to be looked for. */
export interface Form {
  readonly text: string
  readonly actor: KnownActor
  /** Set for adjectives and peoples: they own a head noun, and act only with one. */
  readonly adjective?: true
}

/** A head noun: what it makes with an owner, and what it means alone. */
export interface HeadNoun {
  readonly kind: ActorKind | 'action'
  readonly ofCountry: string
  readonly ofGroup: string
  readonly bare: 'focus' | 'group' | 'words' | 'civilians'
}

/** What bare words mean in reports about a country. */
export interface BareReading {
  readonly actor: KnownActor
  readonly words: readonly string[]
}

/** Everything known about actors. */
export interface ActorPack {
  readonly countries: ReadonlyMap<string, Country>
  /** By the first word of the form, lower case; longest form first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>
  readonly heads: ReadonlyMap<string, HeadNoun>
  /** Last words of the head nouns: what no head noun ends in needs no further look. */
  readonly headWords: ReadonlySet<string>
  /** Written title -> what stays before the name; "" when it is dropped. */
  readonly titles: ReadonlyMap<string, string>
  readonly readings: ReadonlyMap<string, readonly BareReading[]>
  /** Public figures by short form. */
  readonly people: ReadonlyMap<string, KnownActor>
  /** Adjectives of peoples and of states that are no more: "Hutu", "Soviet". */
  readonly peoples: ReadonlySet<string>
  /** Seats of governments: "Ankara refused". */
  readonly seats: Seats
}

const KINDS: readonly string[] = [
  'state-force',
  'armed-group',
  'government',
  'agency',
  'civilians',
  'media',
  'person',
  'country',
  'other',
  'action',
]

/** Read and check the pack; `read` gives the text of a table of data/actors by its name ("groups"). Throws `RangeError` with file and line when a row is wrong. */
export function actorPack(read: (table: string) => string): ActorPack {
  const forms: Form[] = []
  const countries = new Map<string, Country>()
  const seats = new Map<string, Country>()
  for (const [iso, name, other, adjectives, people, forces, capitals] of fields(
    read('countries'),
    'countries.tsv',
    5,
  )) {
    const country: Country = {
      iso: iso!,
      name: name!,
      names: [name!, ...list(other)],
      adjectives: list(adjectives),
      people: list(people),
      forces: forces || null,
    }
    countries.set(country.iso, country)
    for (const seat of list(capitals)) seats.set(seat, country)
    const actor: KnownActor = { name: country.name, kind: 'country', country: country.iso, from: null, to: null }
    for (const text of country.names) forms.push({ text, actor })
    for (const text of [...country.adjectives, ...country.people])
      if (!country.names.includes(text)) forms.push({ text, actor, adjective: true })
  }
  for (const [file, source] of [
    ['groups.tsv', read('groups')],
    ['bodies.tsv', read('bodies')],
  ] as const)
    for (const [name, kind, country, aliases, from, to, short] of fields(source, file, 6)) {
      const actor: KnownActor = {
        name: name!,
        kind: kindOf(file, kind!),
        country: country || null,
        from: from || null,
        to: to || null,
        ...(short ? { short } : {}),
      }
      for (const text of new Set([name!, ...list(aliases)])) forms.push({ text, actor })
    }
  const heads = new Map<string, HeadNoun>()
  for (const [nouns, kind, ofCountry, ofGroup, bare] of fields(read('heads'), 'heads.tsv', 5)) {
    if (!KINDS.includes(kind!)) throw new RangeError(`heads.tsv: unknown kind "${kind}"`)
    const head = { kind, ofCountry, ofGroup, bare } as HeadNoun
    for (const noun of list(nouns)) heads.set(noun, head)
  }
  const titles = new Map<string, string>()
  for (const [written, kept] of fields(read('ranks'), 'ranks.tsv', 2))
    for (const title of list(written)) titles.set(title.toLowerCase(), kept === '-' ? '' : kept!)
  const readings = new Map<string, BareReading[]>()
  for (const [country, words, name, kind, from, to] of fields(read('readings'), 'readings.tsv', 6)) {
    const actor: KnownActor = {
      name: name!,
      kind: kindOf('readings.tsv', kind!),
      country: country!,
      from: from || null,
      to: to || null,
    }
    readings.set(country!, [...(readings.get(country!) ?? []), { actor, words: list(words) }])
  }
  const people = new Map<string, KnownActor>()
  for (const [name, short, from, to, country] of fields(read('people'), 'people.tsv', 3)) {
    const actor: KnownActor = {
      name: name!,
      kind: 'person',
      country: country || null,
      from: from || null,
      to: to || null,
    }
    for (const form of [name!, ...list(short)]) people.set(form, actor)
  }
  const peoples = new Set<string>()
  for (const [adjectives, called] of fields(read('peoples'), 'peoples.tsv', 1)) {
    for (const adjective of list(adjectives)) peoples.add(adjective)
    for (const name of list(called ?? ''))
      forms.push({ text: name, actor: { name, kind: 'other', country: null, from: null, to: null } })
  }
  const headWords = new Set([...heads.keys()].map((noun) => noun.split(/[ -]/).at(-1)!))
  return { countries, forms: byFirstWord(forms), heads, headWords, titles, readings, people, peoples, seats }
}

/** Does a dated name hold on a day? Without a day every name does. */
export const holdsOn = ({ from, to }: KnownActor, day: string | null): boolean =>
  day === null || ((from === null || day >= from) && (to === null || day <= `${to}~`))

/**
 * Every form that is a proper name, for tagging before the parse: bodies as ORG, countries as LOC.
 * "al-" may be written "Al-".
 */
export function* properNames({ forms }: ActorPack): Generator<KnownName> {
  for (const { text, actor, adjective } of [...forms.values()].flat()) {
    if (adjective || !/^(\p{Lu}|al[- ]\p{Lu})/u.test(text)) continue
    const type = actor.kind === 'country' ? 'LOC' : 'ORG'
    yield { name: text, type }
    if (/^al[- ]/i.test(text)) yield { name: (text.startsWith('a') ? 'A' : 'a') + text.slice(1), type }
  }
}

function kindOf(file: string, kind: string): ActorKind {
  if (!KINDS.includes(kind) || kind === 'action') throw new RangeError(`${file}: unknown kind "${kind}"`)
  return kind as ActorKind
}

function byFirstWord(forms: readonly Form[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>()
  for (const form of forms) {
    const word = /[\p{L}\p{N}]+/u.exec(form.text)?.[0].toLowerCase()
    if (word === undefined) throw new RangeError(`An actor's name without a word: "${form.text}"`)
    index.set(word, [...(index.get(word) ?? []), form])
  }
  for (const group of index.values()) group.sort((a, b) => b.text.length - a.text.length)
  return index
}
