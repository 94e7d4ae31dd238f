/**
 * Does a claim of control, or of fighting, tell of its place, of all of it, and as done? Does an event make an operation?
 *
 *     Harat took nine villages near Danu        several, beside
 *     the recaptured districts                  attribute
 *     operations to free Danu                   unreal
 *     retook most of Danu                       again, part, partly
 *
 * Who acts and which place is meant was decided before; whether a line of the picture may rest on it is reconciling's.
 */
import type { WordSense } from '../../../knowledge/wording.ts'
import type { Claim } from '../../../model/claim.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Token } from '../../../model/text.ts'
import type { Sign, Wording } from '../../../model/wording.ts'
import { tokenAt } from '../../phrases.ts'
import { BLANK, before, has, isA, isBroken, type Locus, lower, skipArticle, those, within } from './locus.ts'
import { besideIn, yearIn } from './places.ts'

/** What the words say of control. */
export function controlWording(
  locus: Locus,
): Pick<Wording, 'hedge' | 'year' | 'beside'> & { readonly signs: readonly Sign[] } {
  const hedge = hedgeOf(locus)
  const year = yearIn(locus)
  const beside = besideIn(locus)
  return {
    signs: signsOf(locus),
    ...(hedge && { hedge }),
    ...(year && { year }),
    ...(beside.length > 0 && { beside }),
  }
}

function signsOf(locus: Locus): Sign[] {
  const { claim, verb } = locus
  const extent = extentOf(locus)
  const asked: readonly (readonly [Sign, boolean])[] = [
    ['attribute', isAttribute(locus)],
    ['unreal', isAim(locus) || isSupposed(locus)],
    ['again', isA(locus, 'again', verb.first)],
    ['former', has(locus, 'former', verb.first, verb.last)],
    ['direct', claim.kind === 'control' && claim.status === 'entered' && isDirect(locus)],
    ['part', extent === 'part'],
    ['several', extent === 'several'],
    ['beside', isBeside(locus)],
    ['partly', has(locus, 'partly', locus.first, locus.last)],
  ]
  return those(asked)
}

/** The word by which a sentence stops short of all of a place: "nearly all of the east has been cleared". */
function hedgeOf(locus: Locus): string | undefined {
  const hit = within(locus, 'nearly').find(({ last }) =>
    within(locus, 'taking', last).some(({ first }) => first - last <= 7 && !isBroken(locus, last, first)),
  )
  return hit && lower(locus.tokens[hit.first]!)
}

/** Is the verb a word for what kind of place it is? "Rebel-held" is not: it says who has it. */
function isAttribute({ tokens, verb }: Locus): boolean {
  const at = verb.last - 1
  const { deprel, upos, head } = tokens[at]!
  return deprel === 'amod' && head > at && upos !== 'NOUN' && tokens[verb.first - 1]?.text !== '-'
}

/** "Operations for the liberation of Danu", "outside the control of Harat": what is meant to be done, or is not so. */
function isAim(locus: Locus): boolean {
  const { tokens, verb } = locus
  let led = verb.first - 1
  while (tokens[led]?.upos === 'ADJ') led--
  const at = skipArticle(locus, led)
  const word = lower(tokens[at] ?? BLANK)
  if (/^(?:outside|beyond)$/.test(word) || before(locus, 'takes part', at + 1)) return true
  return /^(?:for|to|of|at)$/.test(word) && before(locus, 'aim', at) !== undefined
}

/** "Would defend the city if Harat advanced on it": what may not happen. */
const isSupposed = (locus: Locus): boolean =>
  within(locus, 'if', undefined, locus.verb.first).some(
    ({ last }) => locus.verb.first - last <= 12 && !isBroken(locus, last, locus.verb.first, /^[.,;]$/),
  )

/** Is the mention the claim's place itself? "Villages near Danu", located by Danu, are not Danu. */
const isIt = ({ place, placeId }: Claim, { id, name }: PlaceMention): boolean =>
  id === null ? name === place : id === placeId && !AROUND.test(place ?? '')
const AROUND = /^\p{Ll}[\p{L} ]* (?:of|in|near|around) \p{Lu}/u

/** "Entered the town of Danu": the place follows the verb at once. */
function isDirect({ claim, here, reading }: Locus): boolean {
  const { end } = claim.reason.trigger
  const after = reading.report.text.slice(end, end + REACH)
  const next = here.places.find(({ start }) => start >= end && start <= end + REACH)
  const at = next ? next.start - end : claim.place === null ? -1 : after.indexOf(claim.place)
  return at >= 0 && (!next || isIt(claim, next)) && !/\b(?:in|at|to|near|from|not)\b|[,;]/.test(after.slice(0, at))
}
/** How far behind its verb a place may stand, in characters. */
const REACH = 40

const SIDE = /^(?:north|south|east|west)(?:ern)?$/

/** Is one part, or are several, of the place told of, and not the place itself? */
function extentOf(locus: Locus): 'part' | 'several' | null {
  const { claim, here, tokens, verb, last } = locus
  if (verb.last > last || claim.reason.trigger.start < claim.start) return null
  const named = here.places.find(
    (one) => one.start >= claim.reason.trigger.end && one.end <= claim.end && isIt(claim, one),
  )
  const to = named ? tokenAt(tokens, named.start) : last
  const noun = (sense: WordSense) => within(locus, sense, verb.last, to).filter(({ first }) => isNoun(tokens[first]!))
  // "The western half", told of western Danu, is all of it.
  const whole = /\/(?:north|south|east|west)$/.test(claim.placeId ?? '')
  const half = whole && within(locus, 'half', verb.last, to).some(({ first }) => SIDE.test(lower(tokens[first - 1]!)))
  const at = skipArticle(locus, to - 1)
  const of = named !== undefined && lower(tokens[at]!) === 'of' && at > verb.last
  if (of && named.kind === 'town' && before(locus, 'district', at)) return 'part'
  if (named ? before(locus, 'much', at + 1) : isMuchOf(locus)) return 'part'
  if (of && before(locus, 'whole', at)) return null
  if (noun('town').some(({ first, last: end }) => !isPlural(tokens[first]!) && isNamed(locus, end, to)))
    return 'several'
  if (noun('many').some(({ first }) => isPlural(tokens[first]!))) return 'several'
  const one = noun('part').some(
    ({ first }) =>
      !isPlural(tokens[first]!) || /^(?:parts|outskirts|barracks|headquarters)$/.test(lower(tokens[first]!)),
  )
  return (one && !half) || (named && (noun('small').length > 0 || ownsPart(locus, named))) ? 'part' : null
}

const isNoun = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'
const isPlural = ({ xpos }: Token): boolean => /S$/.test(xpos)

/** "Much of the north", where no mention has the place. */
function isMuchOf(locus: Locus): boolean {
  const { claim, reading, tokens, verb, last } = locus
  if (claim.place === null) return false
  return within(locus, 'much', verb.last, last).some((hit) => {
    const at = skipNext(locus, hit.last)
    return at < last && reading.report.text.startsWith(claim.place!, tokens[at]!.start)
  })
}
const skipNext = ({ tokens }: Locus, at: number): number => (/^the$/i.test(tokens[at]?.text ?? '') ? at + 1 : at)

/** "The border town of Kubela" told of Danu: is another place named after the noun? */
function isNamed({ tokens, claim }: Locus, at: number, to: number): boolean {
  if (tokens[at]?.text !== 'of') return false
  for (let i = at + 1; i < to; i++) if (tokens[i]!.upos === 'PROPN') return !claim.place?.includes(tokens[i]!.text)
  return false
}

/** "Danu's central hospital" */
function ownsPart(locus: Locus, named: PlaceMention): boolean {
  const at = tokenAt(locus.tokens, named.end)
  return /^['’]s?$/.test(locus.tokens[at]?.text ?? '') && has(locus, 'part', at + 1, at + 5)
}

/** Is what is told beside the place? "Near Danu", "Danu's suburbs", "a rebel-held area to its east". */
function isBeside(locus: Locus): boolean {
  const { claim, here, tokens, verb } = locus
  const { start } = claim.reason.trigger
  const far = (one: PlaceMention) => Math.abs(one.start - start)
  const [named] = here.places
    .filter((one) => one.start >= claim.start - 60 && one.end <= claim.end + 60 && isIt(claim, one))
    .sort((a, b) => far(a) - far(b))
  if (!named) return false
  const at = tokenAt(tokens, named.start)
  // "Near Danu", "near the Danu", "near the old Danu"; not "based in Danu".
  const isLed = [at, skipArticle(locus, at - 1) + 1, skipArticle(locus, at - 2) + 1].some((step) => {
    const hit = before(locus, 'beside', step)
    return hit !== undefined && !/^VB[DN]$/.test(tokens[hit.first]!.xpos)
  })
  if (isLed) return true
  const next = tokenAt(tokens, named.end)
  const after = /^(?:['’]s?|-)$/.test(tokens[next]?.text ?? '') ? next + 1 : next
  if (isA(locus, 'surrounds', after)) return true
  return (
    claim.kind === 'control' &&
    claim.status === 'held' &&
    named.end <= start &&
    within(locus, 'stretch', verb.last, verb.last + 4).length > 0 &&
    !isBroken(locus, verb.last, verb.last + 1)
  )
}

/** Do the words call it fighting, tell of taking, or of something that sets in? */
export function eventSigns(locus: Locus): Sign[] {
  const { claim, first, last } = locus
  if (claim.kind !== 'event') return []
  const asked: readonly (readonly [Sign, boolean])[] = [
    ['fighting', claim.type === 'clash' && has(locus, 'fighting', first, last)],
    ['taken', claim.type === 'announcement' && has(locus, 'taking')],
    ['begins', claim.type === 'offensive' && has(locus, 'begin')],
  ]
  return those(asked)
}
