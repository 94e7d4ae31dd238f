/**
 * What kills many, as a typed view of data/measures/calamities.tsv. What a toll told of one of them counts is decided in
 * read/claims/figures/.
 */
import { fields, list } from './tsv.ts'

/** Each finds words in running text. A war crime and a war monitor are no war. */
export interface Calamities {
  /** What kills for weeks. */
  readonly lasting: RegExp
  /** What kills all over a country, for `matchAll`. */
  readonly wide: RegExp
}

/** Read the table. Throws `RangeError` on an unknown kind, or when one has no words. */
export function readCalamities(source: string): Calamities {
  const words: Record<string, string[]> = { lasting: [], local: [], sudden: [] }
  for (const [kind, cell] of fields(source, 'calamities.tsv', 2)) {
    const known = words[kind!]
    if (!known) throw new RangeError(`calamities.tsv: the kind "${kind}" is not known`)
    known.push(...list(cell))
  }
  const found = (...kinds: readonly string[]): string => {
    const all = kinds.flatMap((kind) => words[kind]!)
    if (all.length === 0) throw new RangeError(`calamities.tsv: no words under ${kinds.join(' and ')}`)
    return `\\b(?:${all.join('|')})\\b(?! (?:monitors?|crimes?|zones?)\\b)`
  }
  return { lasting: new RegExp(found('lasting', 'local'), 'i'), wide: new RegExp(found('lasting', 'sudden'), 'gi') }
}
