/**
 * The measure that the frames alone give a candidate: the trigger that stands nearest
 * to it by the surest relation, if what is counted fits; else what the noun says by itself.
 *
 *     destroyed five bridges -> damaged     destroyed five tanks -> equipment     five villages -> sites
 *
 * The learned choice (choose.ts) starts from this one; `recount why` shows its trigger.
 */
import type { CountedClass, Trigger } from '../../../knowledge/measures.ts'
import type { Measure } from '../../../model/claim.ts'
import type { Candidate } from './candidates.ts'
import { fits, measureOf } from './fits.ts'
import type { Relation } from './relations.ts'
import type { Found } from './triggers.ts'

/** A trigger that stands in some relation to the candidate. */
export interface Link {
  readonly found: Found
  readonly relation: Relation
}

/** What the frames say: the measure, and the link that gave it (null when the noun alone did). */
export interface Framed {
  readonly measure: Measure
  readonly link: Link | null
  /** Token of what is counted, where it stands apart from the number: "the number of troops rose to 900". */
  readonly noun?: number
}

const SURE: Readonly<Record<Relation, number>> = {
  self: 10,
  adjacent: 8.5,
  beside: 9,
  modifier: 9,
  toll: 8.6,
  listed: 4.5,
  object: 8,
  passive: 8,
  subject: 8,
  of: 8,
  'object^': 7,
  'passive^': 7,
  'subject^': 6,
  'of^': 5,
  linked: 4,
  before: 3,
  after: 3,
}

/** Does a trigger's frame take what stands in this relation to it? */
export function takes({ trigger }: Found, relation: Relation): boolean {
  const { form, side } = trigger
  const plain = relation.replace('^', '')
  if (form === 'verb' && (relation === 'adjacent' || plain === 'object' || plain === 'passive'))
    // "Eight people drowned" reads as a passive, too.
    return side === 'patient' || (plain === 'passive' && trigger.measure === 'killed')
  if (form === 'verb' && plain === 'subject') return side === 'agent'
  if (form === 'noun') return plain === 'of' || plain === 'linked'
  if (form === 'counts') return relation === 'self'
  return true
}

/** Measures for which one person, not numbered, is a figure. */
const ONE: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'infected'])

/** Measures of which one alone is told as a figure by its noun. */
const THINGS: ReadonlySet<string> = new Set(['strikes', 'equipment', 'damaged'])

/** What is asked about a candidate besides its links. */
export interface Asked {
  readonly kind: CountedClass | null
  /** What the number before counted, for one that stands without a noun. */
  readonly alike: CountedClass | null
  readonly single: boolean
  /** "One of the drivers". */
  readonly oneOf: boolean
  readonly zero: boolean
  /** Is it a count, not money, a share or a weight? */
  readonly count: boolean
  /** Is it a sum of money? */
  readonly money: boolean
  /** Token of the counted noun. */
  readonly start: number
  /** The sentence's other candidates. */
  readonly others: readonly Candidate[]
  /** "There are N civilians". */
  readonly exists: boolean
  /** Only a word of plenty: "multiple", "numerous". */
  readonly plenty: boolean
  /** One, or two of a kind: "one camp", "both bridges". */
  readonly alone: boolean
  /** "7,000 men", "three battalions": words for a force. */
  readonly men: boolean
  /** Fewer than a hundred. */
  readonly few: boolean
  /** It stands without a noun. */
  readonly bare: boolean
  /** "Its 10 million people": as many as live there. */
  readonly owned: boolean
  /** Does the report or sentence tell of a disease? */
  readonly sick: boolean
  /** Does the sentence tell of strikes or damage? */
  readonly struck: boolean
}

/** The frames' choice, or null when neither trigger nor noun makes the number a figure. */
export function framed(
  links: readonly Link[],
  {
    kind,
    alike,
    single,
    oneOf,
    zero,
    count,
    money,
    start,
    others,
    exists,
    plenty,
    alone,
    few,
    men,
    bare,
    owned,
    sick,
    struck,
  }: Asked,
): Framed | null {
  let best: { link: Link; score: number } | null = null
  const saved =
    count &&
    links.some(
      ({ found, relation }) =>
        found.trigger.measure === 'evacuated' &&
        (SAVING.has(relation) || (relation === 'modifier' && found.at - start < 4)) &&
        takes(found, relation),
    )
  const suffered =
    count &&
    links.find(
      ({ found, relation }) =>
        found.trigger.form === 'verb' &&
        DONE.has(found.trigger.measure) &&
        SUFFERING.has(relation) &&
        takes(found, relation),
    )
  for (const link of links) {
    const { found, relation } = link
    if (!count || !takes(found, relation)) continue
    if (
      takesThings(links, found) &&
      (!LIVING.has(kind ?? alike ?? 'sum') || (found.trigger.measure === 'killed' && SURE[relation] < 7))
    )
      continue
    if (plenty && found.trigger.measure !== 'killed' && found.trigger.measure !== 'captured') continue
    const unknown = kind === null && found.trigger.measure === 'damaged' && SURE[relation] >= 8
    if (kind === null && !bare && (plenty || (zero && !(unknown && FIRM.has(relation))))) continue
    if (!unknown && !(relation === 'toll' && kind === null) && !fits(found.trigger.measure, kind, men)) continue
    if (single && (!ONE.has(found.trigger.measure) || (relation === 'modifier' && found.at < start))) continue
    if (found.trigger.side === 'agent' && found.at < start && (relation === 'linked' || relation === 'before')) continue
    if (kind === null && !bare && (SURE[relation] < 5 || /^(?:lose|claim|hold)$/.test(found.trigger.words[0]!)))
      continue
    // "Claims to have shot down ten".
    if (bare && found.trigger.words[0] === 'claim' && SURE[relation] < 8) continue
    // "85 million interactions (positive and negative)": no patients. Soldiers who flee are not displaced.
    if (kind === null && !bare && found.trigger.measure === 'infected' && relation !== 'self') continue
    if (kind === 'fighters' && found.trigger.measure === 'displaced' && found.trigger.side === 'agent') continue
    // "Evacuated 40 wounded", "rescued ten hostages": what they were before says whom.
    if (STATE.has(found.trigger.measure) && saved && relation !== 'listed') continue
    // "Executed ten prisoners", "three inhabitants were killed".
    if (
      suffered &&
      STATE.has(found.trigger.measure) &&
      (relation === 'self' || (relation === 'modifier' && found.at <= start))
    )
      continue
    const doing = relation === 'modifier' && found.trigger.side === 'agent' && found.at > start
    // "Fell ill and died": the worse is told.
    const worse = found.trigger.measure === 'killed' ? 0.35 : 0
    const score = (doing ? 7.2 : SURE[relation]) + found.trigger.words.length / 10 + worse
    if (!best || score > best.score) best = { link, score }
  }
  if (best && (best.score >= (oneOf ? 7 : 7.5) || (!single && !zero)))
    return {
      measure: both(best.link, links, others) ? 'casualties' : ofKind(best.link.found.trigger, kind, men),
      link: best.link,
    }
  if (money) return { measure: 'other', link: null }
  if (single || zero || plenty || kind === null) return null
  const measure = byNoun(kind, { exists: exists || owned, sick, struck }) ?? (men ? 'strength' : undefined)
  if (alone && !THINGS.has(measure ?? 'other')) return null
  if (kind === 'people' && !measure && few) return null
  if (!count) return null
  return { measure: measure ?? 'other', link: null }
}

/** Armed men who "remain" or are "holed up" somewhere are a force, neither its people nor in need of rescue. */
const ofKind = ({ measure, words }: Trigger, kind: CountedClass | null, men: boolean): Measure =>
  (kind === 'fighters' || (men && kind === 'group')) && (measure === 'population' || HIDES.test(words[0]!))
    ? 'strength'
    : measure

const HIDES = /^(?:holed?|corner)$/

/** What a noun tells without a verb: cases are of a disease or of a court, buildings are hit where something strikes, else they are places. */
function byNoun(
  kind: CountedClass,
  { exists, sick, struck }: { readonly exists: boolean; readonly sick: boolean; readonly struck: boolean },
): Measure | undefined {
  if (kind === 'people' && exists) return 'population'
  if (kind === 'case' && !sick) return undefined
  return kind === 'building' && !struck ? 'sites' : measureOf(kind)
}

const STATE: ReadonlySet<Measure> = new Set([
  'wounded',
  'infected',
  'displaced',
  'captured',
  'trapped',
  'population',
] as const)
/** What is done to those who were something before. */
const DONE: ReadonlySet<Measure> = new Set(['killed', 'returned'] as const)
const SUFFERING: ReadonlySet<Relation> = new Set(['adjacent', 'object', 'passive', 'subject'] as const)
const SAVING: ReadonlySet<Relation> = new Set(['adjacent', 'object', 'passive', 'beside'] as const)

/** Relations that leave no doubt what was done to whom. */
const FIRM: ReadonlySet<Relation> = new Set(['passive', 'object', 'self', 'of'] as const)

const LIVING: ReadonlySet<CountedClass> = new Set(['people', 'fighters', 'animal'] as const)

/** "destroy" kills the living and damages things, "seize" captures them and takes things: is this the living side of such a verb? */
const takesThings = (links: readonly Link[], { from, trigger }: Found): boolean =>
  (trigger.measure === 'killed' || trigger.measure === 'captured') &&
  links.some(({ found }) => found.from === from && THINGS.has(found.trigger.measure))

/** "killed or wounded", "dead and injured": two triggers side by side that share one number. */
function both({ found }: Link, links: readonly Link[], others: readonly Candidate[]): boolean {
  return links.some(({ found: { trigger, from, to } }) => {
    if (trigger.measure !== PAIR[found.trigger.measure]) return false
    const [first, last] = from < found.from ? [from, found.to] : [found.from, to]
    const gap = Math.max(from, found.from) - Math.min(to, found.to)
    return gap >= 0 && gap <= 1 && !others.some((other) => other.to >= first && other.from <= last + 1)
  })
}

const PAIR: Readonly<Partial<Record<Measure, Measure>>> = { killed: 'wounded', wounded: 'killed' }
