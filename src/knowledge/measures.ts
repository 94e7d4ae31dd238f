/**
 * Measures: which words make a number a figure, and which nouns are counted.
 * A typed, checked view of data/measures/.
 */
import type { Measure } from '../model/claim.ts'
import { type Calamities, readCalamities } from './calamities.ts'
import { list, readTable } from './tsv.ts'

/** How a trigger stands to what is counted; the head of triggers.tsv explains each. */
export type TriggerForm = 'verb' | 'noun' | 'counts' | 'toll' | 'list' | 'adjective'

/** A word or phrase that gives a number its measure. */
export interface Trigger {
  readonly measure: Measure
  readonly form: TriggerForm
  /** For verbs: whether the counted are its patient or its agent. */
  readonly side: 'patient' | 'agent' | '-'
  /** Lemmas, in order. */
  readonly words: readonly string[]
}

/** What sort of thing a counted noun names. */
export type CountedClass =
  | 'people'
  | 'fighters'
  | 'strikes'
  | 'munition'
  | 'equipment'
  | 'building'
  | 'site'
  | 'group'
  | 'case'
  | 'animal'
  | 'event'
  | 'land'
  | 'sum'
  | 'disease'

/** A counted noun: its class and how a figure calls the group. */
export interface Counted {
  readonly class: CountedClass
  readonly subject: string
}

/** The measure frames, indexed by lemma. */
export interface Measures {
  /** Triggers by their first lemma, longest first. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>
  readonly counted: ReadonlyMap<string, Counted>
  readonly calamities: Calamities
}

const MEASURES: ReadonlySet<string> = new Set(
  'killed wounded casualties missing captured displaced evacuated returned trapped population in_need infected strength strikes equipment damaged sites other'.split(
    ' ',
  ),
)
const FORMS: ReadonlySet<string> = new Set(['verb', 'noun', 'counts', 'toll', 'list', 'adjective'])
const CLASSES: ReadonlySet<string> = new Set(
  'people fighters strikes munition equipment building site group case animal event land sum disease'.split(' '),
)

/** Read the tables. Throws `RangeError` with the row that has a word the reader does not know. */
export function parseMeasures(triggerTable: string, countedTable: string, calamityTable: string): Measures {
  const triggers = new Map<string, Trigger[]>()
  for (const { measure, form, side, words } of readTable(triggerTable, 'triggers.tsv')) {
    if (!MEASURES.has(measure!) || !FORMS.has(form!) || !['patient', 'agent', 'of', '-'].includes(side!))
      throw new RangeError(`triggers.tsv: unknown measure, form or side in "${measure} ${form} ${side}"`)
    for (const phrase of list(words)) {
      const trigger = { measure, form, side: side === 'of' ? '-' : side, words: phrase.split(' ') } as Trigger
      const same = triggers.get(trigger.words[0]!) ?? []
      triggers.set(trigger.words[0]!, [...same, trigger])
    }
  }
  for (const same of triggers.values()) same.sort((a, b) => b.words.length - a.words.length)
  const counted = new Map<string, Counted>()
  for (const { class: kind, subject, nouns } of readTable(countedTable, 'counted.tsv')) {
    if (!CLASSES.has(kind!)) throw new RangeError(`counted.tsv: unknown class "${kind}"`)
    for (const noun of list(nouns))
      if (!counted.has(noun)) counted.set(noun, { class: kind as CountedClass, subject: subject! })
  }
  return { triggers, counted, calamities: readCalamities(calamityTable) }
}
