/**
 * Reporting verbs: what kind of attribution a verb makes, and where its content stands.
 * A typed, checked view of data/language/reporting-verbs.tsv.
 */
import { fields, list } from './tsv.ts'

/** What sort of attribution a verb makes. */
export type ReportingType = 'say' | 'ask' | 'belief' | 'document' | 'judge' | 'seem'

/** Where the content of a verb may stand; the letters of the table's `frames` column. */
export interface ReportingVerb {
  readonly type: ReportingType
  readonly clause: boolean
  readonly quote: boolean
  readonly infinitive: boolean
  readonly noun: boolean
  readonly object: boolean
  /** The subject belongs to the content, and nobody is the source ("He seems to waver"). */
  readonly raising: boolean
  /** The object is a count and a number follows ("put the toll at 40"). */
  readonly toll: boolean
  readonly prepositions: readonly string[]
}

/** Saying without a verb of saying: "according to", "issued the following statement". */
export const SAYING: ReportingVerb = {
  type: 'say',
  clause: true,
  quote: true,
  infinitive: false,
  noun: false,
  object: false,
  raising: false,
  toll: false,
  prepositions: [],
}

const TYPES: readonly string[] = ['say', 'ask', 'belief', 'document', 'judge', 'seem']

/** The verbs by lemma. A verb listed twice has the frames of both rows and the type of the first. Throws `RangeError` on a bad row. */
export function reportingVerbs(source: string): ReadonlyMap<string, ReportingVerb> {
  const verbs = new Map<string, ReportingVerb>()
  for (const [lemmas, type, frames = '', prepositions] of fields(source, 'reporting-verbs.tsv', 3)) {
    if (!TYPES.includes(type!)) throw new RangeError(`reporting-verbs.tsv: unknown type "${type}"`)
    if (!/^[cqinoast]+$/.test(frames)) throw new RangeError(`reporting-verbs.tsv: unknown frames "${frames}"`)
    for (const lemma of list(lemmas)) {
      const old = verbs.get(lemma)
      verbs.set(lemma, {
        type: old?.type ?? (type as ReportingType),
        clause: frames.includes('c') || old?.clause === true,
        quote: frames.includes('q') || old?.quote === true,
        infinitive: frames.includes('i') || old?.infinitive === true,
        noun: frames.includes('n') || old?.noun === true,
        object: frames.includes('o') || old?.object === true,
        raising: frames.includes('s') || old?.raising === true,
        toll: frames.includes('t') || old?.toll === true,
        prepositions: [...(old?.prepositions ?? []), ...list(prepositions)],
      })
    }
  }
  return verbs
}
