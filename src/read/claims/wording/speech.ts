/**
 * Blame, denial and withdrawal: what a claim's words lay at whose door, deny, or take back.
 *
 *     "Harat blamed the army for the shelling"      blames, deed shelling
 *     "the army denied any involvement"             negated, clears, author; the deed is the one told before
 *     "It later retracted that statement"           withdrawn statement, pronoun
 *
 * Whom it blames is the claim's own; what answers what is reconciling's.
 */
import type { Claim } from '../../../model/claim.ts'
import type { Sign } from '../../../model/wording.ts'
import { before, type Here, has, isBroken, type Locus, lower, those, within } from './locus.ts'

/** What the words say of blame and denial; `earlier`: the sentences before, nearest last. */
export function speechWording(
  locus: Locus,
  earlier: () => readonly Here[],
): { readonly signs: Sign[]; readonly deed?: string } {
  const deed = deedOf(locus, earlier)
  const { claim, tokens, verb, first, last } = locus
  const negates = has(locus, 'not', first, last)
  const habitual = has(locus, 'often')
  const asked: readonly (readonly [Sign, boolean])[] = [
    ['blames', deed !== null && !habitual && isBlame(locus, deed)],
    ['accuses', claim.kind === 'event' && claim.type === 'accusation' && isAccusing(locus)],
    ['clears', isDeed(claim) && !habitual && has(locus, 'deny') && (has(locus, 'deed') || has(locus, 'charge'))],
    ['author', isDeed(claim) && has(locus, 'deny') && has(locus, 'author')],
    ['habitual', habitual],
    ['negated', has(locus, 'not') && !has(locus, 'not deny')],
    ['loose', claim.modality === 'asserted' && (negates || isUndone(locus))],
    ['disowned', before(locus, 'denying', first) !== undefined],
    ['answer', isDenial(claim) && isAnswer(locus)],
    [
      'withdrawn statement',
      isRetraction(claim) && isStatement(locus, /^(?:that|this|the|its|his|their)$/i, first, last),
    ],
    ['told statement', isRetraction(claim) && isTold(locus)],
    [
      'pronoun',
      isRetraction(claim) &&
        /^(?:It|He|She|They)$/.test(tokens[locus.here.sentence.first]!.text) &&
        verb.first - locus.here.sentence.first <= 4,
    ],
  ]
  const signs = those(asked)
  return { signs, ...(deed !== null && (signs.includes('blames') || signs.includes('clears')) && { deed }) }
}

const isDenial = (claim: Claim): boolean => claim.kind === 'event' && claim.type === 'denial'
const isRetraction = (claim: Claim): boolean =>
  claim.kind === 'event' && (claim.type === 'retraction' || claim.modality === 'retracted')

/** A denial, or a deed that can be denied. */
const isDeed = (claim: Claim): boolean => claim.kind === 'event' && (claim.type === 'denial' || ATTACKS.has(claim.type))

/** Deeds with an author. */
const ATTACKS: ReadonlySet<string> = new Set([
  'airstrike',
  'shelling',
  'attack',
  'bombing',
  'killing',
  'suicide_bombing',
])

/** The most particular deed its sentence names; for blame and for a charge that is denied, else the one named before. */
function deedOf(locus: Locus, earlier: () => readonly Here[]): string | null {
  const { claim, here } = locus
  if (claim.kind !== 'event') return null
  const isCharge = claim.type === 'accusation' || (claim.modality === 'denied' && has(locus, 'charge'))
  if (!isCharge && claim.type !== 'denial' && !ATTACKS.has(claim.type)) return null
  const own = deedIn(here)
  if (own !== null || !isCharge) return own
  return deedIn(...earlier())
}

function deedIn(...sentences: readonly Here[]): string | null {
  const hits = sentences.flatMap((one) => one.hits.get('deed') ?? [])
  return hits.length === 0 ? null : hits.reduce((best, hit) => (hit.rank < best.rank ? hit : best)).called
}

/** "Harat blamed the army for the blast", or "the army used gas, Harat said". What is told of years before blames nobody now. */
function isBlame(locus: Locus, deed: string): boolean {
  const { claim } = locus
  if (claim.kind !== 'event' || claim.modality !== 'asserted') return false
  if (has(locus, 'deny', locus.first, locus.last) || isHistory(locus)) return false
  return claim.type === 'accusation'
    ? has(locus, 'blame')
    : ATTACKS.has(claim.type) && deed === 'gas attack' && claim.source.length > 0
}

/** "Blames", "pointed the finger", not "was blamed". */
const isAccusing = (locus: Locus): boolean =>
  within(locus, 'accuse', locus.verb.first, locus.verb.last).some(({ first }) => locus.tokens[first]!.xpos !== 'VBN')

/** Is it told of a year before the report's? */
function isHistory({ reading: { times, report }, here: { sentence } }: Locus): boolean {
  const year = report.published.date?.slice(0, 4)
  return times.some(
    ({ start, end, interval: { to }, granularity }) =>
      start >= sentence.start &&
      end <= sentence.end &&
      granularity !== 'unknown' &&
      year !== undefined &&
      to !== null &&
      to.slice(0, 4) < year,
  )
}

/** "Would suspend the raids", "to shell Danu": not done, or not yet. */
const isUndone = (locus: Locus): boolean =>
  (lower(locus.tokens[locus.first]!) === 'to' && /^\p{Ll}/u.test(locus.tokens[locus.first + 1]?.text ?? '')) ||
  has(locus, 'undone', locus.first, locus.verb.last)

/** "The government denies it": the denied is no more than a word. */
function isAnswer(locus: Locus): boolean {
  const { tokens, here } = locus
  const denies = within(locus, 'deny').find(({ first }) => tokens[first]!.lemma === 'deny')
  if (!denies || isBroken(locus, here.sentence.first, denies.first)) return false
  const it = within(locus, 'it').find(({ first }) => first === denies.last)
  return it !== undefined && (it.last >= here.sentence.last || /^[.,;"”]$/.test(tokens[it.last]!.text))
}

/** "That earlier statement" */
const isStatement = (locus: Locus, which: RegExp, from: number, to: number): boolean =>
  within(locus, 'statement', from, to).some(({ first }) => {
    const at = /^(?:earlier|previous)$/i.test(locus.tokens[first - 1]?.text ?? '') ? first - 2 : first - 1
    return which.test(locus.tokens[at]?.text ?? '')
  })

/** "Its statement that all of Danu was free" */
const isTold = (locus: Locus): boolean =>
  within(locus, 'statement').some(({ last }) => locus.tokens[last]?.text === 'that')
