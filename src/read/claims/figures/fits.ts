/**
 * What can be counted under which measure, and what a noun tells by itself.
 *
 *     destroyed five bridges -> damaged     five tanks -> equipment     five villages -> sites
 *
 * Which trigger a number belongs to is decided in frames.ts.
 */
import type { CountedClass } from '../../../knowledge/measures.ts'
import type { Measure } from '../../../model/claim.ts'

const HUMAN: ReadonlySet<string> = new Set(
  'killed wounded casualties missing captured displaced evacuated returned trapped population in_need infected strength'.split(
    ' ',
  ),
)
const THING: ReadonlySet<string> = new Set([
  'strikes',
  'munition',
  'equipment',
  'building',
  'site',
  'event',
  'land',
  'sum',
  'case',
])
const TAKES_HUMANS: ReadonlySet<string> = new Set(['people', 'fighters', 'group', 'animal'])

/** Can this sort of thing be counted under that measure? `men`: the noun is "men", who may be a force. */
export function fits(measure: Measure, kind: CountedClass | null, men = false): boolean {
  if (kind === null) return HUMAN.has(measure) && measure !== 'strength' && measure !== 'population'
  if (measure === 'strikes') return kind === 'strikes' || kind === 'munition'
  if (measure === 'equipment') return kind === 'equipment' || kind === 'munition'
  if (measure === 'damaged') return kind === 'building'
  if (measure === 'sites') return kind === 'site'
  if (measure === 'strength') return kind === 'fighters' || men
  if (measure === 'infected' && kind === 'case') return true
  if (measure === 'other') return TAKES_HUMANS.has(kind)
  return HUMAN.has(measure) && !THING.has(kind) && TAKES_HUMANS.has(kind)
}

const BY_NOUN: Readonly<Partial<Record<CountedClass, Measure>>> = {
  strikes: 'strikes',
  munition: 'strikes',
  equipment: 'equipment',
  case: 'infected',
  site: 'sites',
  building: 'damaged',
  fighters: 'strength',
}

/** The measure that a counted noun tells by itself: troops are strength, villages sites. */
export const measureOf = (kind: CountedClass): Measure | undefined => BY_NOUN[kind]

/** Can a number without a trigger of its own take the measure of the one it is told with: "12 killed, including a nurse"? */
export const inherits = (measure: Measure, kind: CountedClass | null): boolean =>
  HUMAN.has(measure) && kind !== null && TAKES_HUMANS.has(kind)
