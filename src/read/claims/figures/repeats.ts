/**
 * Marks figures that a report tells again, so that nothing is counted twice.
 *
 *     Patrol detains several smugglers                          (headline: told again below)
 *     A patrol detained several smugglers in Tarin on Monday.   the one that counts
 *     After questioning, the patrol detained three smugglers.   told again, nearer
 *
 * Told again: same measure, a number that can be the same, and no other day or place of its own. A headline
 * is told again by anything of its measure below it: it sums up and rounds.
 * "The leader" and "him" are whoever was counted as one before. "Another three" is never a repeat. Which of two versions is right is not decided here.
 */
import type { FigureClaim } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'

/** Ids of claims whose wording says whether they are new. */
export interface Wordings {
  /** "another N", "N more" */
  readonly additional: ReadonlySet<string>
  /** "the commander", "him" */
  readonly definite: ReadonlySet<string>
}

/** The same claims, those told before (or in a headline, those told below) with `repeat`. */
export function markRepeats(
  reading: Reading,
  claims: readonly FigureClaim[],
  { additional, definite }: Wordings,
): FigureClaim[] {
  return claims.map((claim, i) => {
    if (additional.has(claim.id)) return claim
    const pool = claim.role === 'headline' ? claims.filter(({ role }) => role !== 'headline') : claims.slice(0, i)
    const sentence = reading.sentences.findIndex(({ end }) => claim.start < end)
    const known = (other: FigureClaim): boolean => other.measure === claim.measure && other.low === 1
    if (definite.has(claim.id) && pool.some(known)) return { ...claim, repeat: true }
    const told = pool.some(
      (other) =>
        other.role !== 'headline' &&
        other.measure === claim.measure &&
        other.modality === claim.modality &&
        !inside(reading, other, sentence) &&
        (claim.role === 'headline' ||
          (sameNumber(other, claim) && sameDays(other, claim) && samePlace(reading, other, claim))),
    )
    return told ? { ...claim, repeat: true } : claim
  })
}

/** The claims without those of headlines that the body makes again with the same number. */
export function withoutTitles(claims: readonly FigureClaim[]): FigureClaim[] {
  const body = claims.filter((claim) => !isTitle(claim))
  return claims.filter(
    (claim) =>
      body.includes(claim) ||
      !body.some(({ measure, low, high }) => measure === claim.measure && (low === claim.low || high === claim.high)),
  )
}

/** In a headline, or in capitals like one ("Kills 23 Northern Militants"), as pages without marks run them into the text. */
function isTitle({ role, quote, start, reason }: FigureClaim): boolean {
  if (role === 'headline') return true
  const words = quote.match(/\p{L}{4,}/gu) ?? []
  return /^\p{Lu}/u.test(quote.slice(reason.trigger.start - start)) && words.every((word) => /^\p{Lu}/u.test(word))
}

const inside = ({ sentences }: Reading, { start }: FigureClaim, sentence: number): boolean => {
  const own = sentences[sentence]
  return own !== undefined && own.start <= start && start < own.end
}

/** Equal, or one inside what the other leaves open ("several", then "three"). */
function sameNumber(a: FigureClaim, b: FigureClaim): boolean {
  if (a.low === b.low && a.high === b.high) return true
  if (a.subject !== b.subject && a.subject !== 'people' && b.subject !== 'people' && a.bound !== 'vague') return false
  const [low, high] = [a.low ?? 0, a.high ?? Number.POSITIVE_INFINITY]
  const value = b.low ?? b.high ?? 0
  return (a.bound === 'vague' || a.low === b.low || a.high === b.high) && low <= value && value <= high
}

const OWN: ReadonlySet<string> = new Set(['clause', 'sentence'])

/** Two days of their own must be equal; a day that was only inferred stands in nobody's way. */
const sameDays = (a: FigureClaim, b: FigureClaim): boolean =>
  !OWN.has(a.timeBasis) || !OWN.has(b.timeBasis) || (a.from === b.from && a.to === b.to)

/** The same place, one inside the other, or one of them unknown or a whole country. */
function samePlace({ places }: Reading, a: FigureClaim, b: FigureClaim): boolean {
  if (a.place === null || b.place === null || a.place === b.place) return true
  if (a.location?.precision === 'country' || b.location?.precision === 'country') return true
  const parents = (claim: FigureClaim): readonly string[] => places.find(({ id }) => id === claim.placeId)?.partOf ?? []
  return (
    (a.placeId !== null && parents(b).includes(a.placeId)) || (b.placeId !== null && parents(a).includes(b.placeId))
  )
}
