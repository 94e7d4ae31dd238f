/**
 * Words around a name that say whether it is a place, as a typed view of data/language/place-words.tsv.
 *
 *     settlement   city|town|village|...      "the village of X", "X district"
 *
 * How much each kind says is decided in read/places/.
 */
import { MARKS } from '../language/letters.ts'
import { fields, list } from './tsv.ts'

const KINDS = [
  'locative', 'within', 'taken', 'resident', 'apposed', 'kind', 'settlement', 'after', 'institution', 'facility',
  'feature', 'title', 'speech', 'direction', 'particle', 'article', 'calendar', 'faith',
] as const // biome-ignore format: a list
type Kind = (typeof KINDS)[number]

/** The words of each kind, in small letters. */
export interface PlaceCues extends Readonly<Record<Kind, ReadonlySet<string>>> {
  /** What tells right behind a name that it is a place: ", a market town". */
  readonly apposition: RegExp
}

/** Read the table. Throws `RangeError` on a row of an unknown kind and on a kind without words. */
export function placeCues(source: string): PlaceCues {
  const words = new Map<Kind, ReadonlySet<string>>()
  for (const [name, cell] of fields(source, 'place-words.tsv', 2)) {
    const kind = KINDS.find((one) => one === name)
    if (!kind) throw new RangeError(`place-words.tsv: the kind "${name}" is not known`)
    words.set(kind, new Set(list(cell)))
  }
  const of = (kind: Kind): ReadonlySet<string> => {
    const found = words.get(kind)
    if (!found?.size) throw new RangeError(`place-words.tsv: "${kind}" has no words`)
    return found
  }
  return {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, ReadonlySet<string>>),
    apposition: new RegExp(
      `^, (?:an?|the) (?:(?:[^${MARKS}]|['’-])+ ){0,3}?(?:${[...of('apposed')].join('|')})\\b`,
      'i',
    ),
  }
}
