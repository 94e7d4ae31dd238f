/**
 * Which places a claim's sentence brings up without naming them, and who acts beside its actor.
 *
 *     They hold the western half.          sides: west
 *     The city fell on Friday.             meant: town
 *     Harat, along with the army, took it  beside: the army
 */
import type { Interval } from '../../../model/interval.ts'
import type { ActorKind } from '../../../model/mention.ts'
import { SIDES, type Side, type Wording } from '../../../model/wording.ts'
import { tokenAt } from '../../phrases.ts'
import { type Here, has, isBroken, type Locus, lower, within } from './locus.ts'

const INTO = /^(?:in|into|inside|of|across|from)$/i
const SECTOR = /^(?:half|side|part|sector|districts|quarters)$/

/** Does the sentence have the claim's place by name? */
export const isNamed = ({ claim, here, reading: { report } }: Locus): boolean =>
  claim.place !== null &&
  (here.places.some(({ id, name }) => (id === null ? name === claim.place : id === claim.placeId)) ||
    report.text.slice(here.sentence.start, here.sentence.end).includes(claim.place))

/** What a sentence says of places without naming them. */
export type Unnamed = Pick<Wording, 'sides' | 'side' | 'meant'>

const found = new WeakMap<Here, Unnamed>()

/** The sides it names, the one it puts something in, and the word that stands for a place. Found once a sentence. */
export function unnamedIn(locus: Locus): Unnamed {
  let known = found.get(locus.here)
  if (!known) found.set(locus.here, (known = { ...sidesIn(locus), ...meantIn(locus) }))
  return known
}

const SIDE: ReadonlyMap<string, Side> = new Map(SIDES.flatMap((side) => [[side, side] as const, [`${side}ern`, side]]))

function sidesIn(locus: Locus): Pick<Wording, 'sides' | 'side'> {
  const { tokens, here } = locus
  const [named, within] = [new Set<Side>(), new Set<Side>()]
  for (let at = here.sentence.first; at < here.sentence.last; at++) {
    const side = SIDE.get(lower(tokens[at]!))
    if (!side) continue
    named.add(side)
    const from = Math.max(here.sentence.first, at - 5)
    const led = tokens.slice(from, at).some(({ text }, i) => INTO.test(text) && !isBroken(locus, from + i, at))
    if (led || SECTOR.test(lower(tokens[at + 1] ?? tokens[at]!))) within.add(side)
  }
  if (named.size === 0) return {}
  const [side] = within
  return { sides: SIDES.filter((one) => named.has(one)), ...(within.size === 1 && { side: side! }) }
}

/** A definite noun, or a pronoun, that stands for a place named before. */
function meantIn(locus: Locus): Pick<Wording, 'meant'> {
  const { tokens, here } = locus
  const stands = (sense: 'town' | 'ground') =>
    within(locus, sense).some(({ first }) => !/S$/.test(tokens[first]!.xpos) && isDefinite(locus, first))
  if (stands('town')) return { meant: 'town' }
  const { first, last } = here.sentence
  const is = stands('ground') || tokens.slice(first, last).some(({ text }) => /^(?:there|it)$/i.test(text))
  return is ? { meant: 'place' } : {}
}

/** Does "the", "this" or "that" stand up to two words before, "militant-held" being one? */
function isDefinite({ tokens, here }: Locus, at: number): boolean {
  let words = 0
  for (let i = at - 1; i >= here.sentence.first && words <= 2; i--) {
    const { text } = tokens[i]!
    if (/^(?:the|this|that)$/i.test(text)) return true
    if (!/^[\p{L}-]+$/u.test(text)) return false
    if (text !== '-' && tokens[i + 1]!.text !== '-') words++
  }
  return false
}

const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>(['armed-group', 'state-force'])

/**
 * Who acts beside the actor, before the verb: "Harat, along with Ostland's army, took Danu", "Harat drove them out and, along with
 * the army, took Danu". The subject of the sentence is the first it names.
 */
export function besideIn(locus: Locus): string[] {
  const { claim, here, tokens } = locus
  if (claim.kind !== 'control' || claim.actor === null) return []
  const actors = claim.actor.split('; ')
  const armed = here.actors.filter(({ kind, end }) => ARMED.has(kind) && end <= claim.reason.trigger.start)
  const own = armed.findLast(({ name }) => actors.includes(name))
  if (!own) return []
  const alongBefore = (start: number): number => {
    let at = tokenAt(tokens, start)
    while (/^the$/i.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.upos === 'PROPN') at--
    return within(locus, 'along').find(({ last }) => last === at)?.first ?? -1
  }
  const next = armed.find(({ start }) => start >= own.end)
  const along = next ? alongBefore(next.start) : -1
  const gap = along < 0 ? Number.POSITIVE_INFINITY : along - tokenAt(tokens, own.end)
  const led = alongBefore(own.start) >= 0
  return [...(next && gap <= 3 ? [next.name] : []), ...(led && armed[0] !== own ? [armed[0]!.name] : [])]
}

/** The one year the sentence names, when its days come from elsewhere and lie later: "in 2014, when Harat took it". */
export function yearIn({ claim, reading: { times }, here: { sentence } }: Locus): string | undefined {
  if (claim.timeBasis === 'clause' || claim.timeBasis === 'sentence' || claim.timeBasis === 'caption') return undefined
  const years = new Set(
    times.flatMap(({ start, end, value, relation, granularity, type }) => {
      if (start < sentence.start || end > sentence.end || type !== 'date' || !/^\d{4}/.test(value)) return []
      return relation === 'since' && granularity === 'year' ? [] : value.slice(0, 4)
    }),
  )
  const [year] = years
  return years.size === 1 && year! < (claim.to ?? claim.from ?? '').slice(0, 4) ? year : undefined
}

/** How many words into its sentence a time may begin that the sentence opens with: "In early September 2009", "The 2004 tsunami". */
const OPENING = 3

/**
 * The time that the sentence opens with, when its days come from elsewhere and lie in a later year: "In 2004 a quake
 * killed ...", "A quake off Sohl in 2004 killed ...". Of what began then, the number may be of today.
 */
export function openingOf(locus: Locus): Interval | undefined {
  const { claim, tokens } = locus
  const { times } = locus.reading
  const { sentence } = locus.here
  if (claim.timeBasis === 'clause' || claim.timeBasis === 'sentence' || claim.timeBasis === 'caption') return undefined
  const first = times.find(({ start }) => start >= sentence.start)
  if (!first || first.end > sentence.end || first.type !== 'date' || !/^\d{4}/.test(first.value)) return undefined
  if (first.relation === 'since' || first.relation === 'after' || first.relation === 'before') return undefined
  const { from, to } = first.interval
  const day = claim.from ?? claim.to
  const isOpening = tokenAt(tokens, first.start) - tokenAt(tokens, sentence.start) <= OPENING
  return (isOpening || first.end <= claim.start) &&
    !has(locus, 'onset') &&
    from !== null &&
    to !== null &&
    day !== null &&
    to.slice(0, 4) < day.slice(0, 4)
    ? { from, to }
    : undefined
}
