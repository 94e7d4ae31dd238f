/**
 * Marks figures that a report tells again, so that nothing is counted twice.
 *
 *     Patrol detains several smugglers                          (headline: told again below)
 *     A patrol detained several smugglers in Tarin on Monday.   told again below, exactly
 *     After questioning, the patrol detained three smugglers.   the one that counts
 *
 * Told again: same measure, a number that can be the same, and no other day or place of its own. A headline
 * is told again by anything of its measure below it: it sums up and rounds. A vague number is told again by an exact one.
 * "The leader" and "him" are whoever was counted as one before. "Another three" is never a repeat. Which of two versions is right is not decided here.
 *
 * A sentence that tells again and adds ("the leader and two of his men") is the fuller telling: what it tells again counts there, and the first
 * telling is the repeat; unless the first counted as many ("three men, the leader among them").
 */
import type { FigureClaim } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'

/** Ids of claims whose wording says whether they are new. */
export interface Wordings {
  /** "another N", "N more", "also detained N" */
  readonly additional: ReadonlySet<string>
  /** "the commander", "him", "the two men" */
  readonly definite: ReadonlySet<string>
  /** "two of the detainees", "one of whom": some of those told before */
  readonly shares: ReadonlySet<string>
  /** "Omar Sabri": whoever has another name is another */
  readonly named: ReadonlySet<string>
}

/** The same claims, those told before (or in a headline, those told below) with `repeat`. */
export function markRepeats(
  reading: Reading,
  claims: readonly FigureClaim[],
  { additional, definite, shares, named }: Wordings,
): FigureClaim[] {
  const sentences = claims.map(({ start }) => reading.sentences.findIndex(({ end }) => start < end))
  const again = claims.map(({ repeat }) => repeat === true)
  /** For each claim told again, the first telling. */
  const first = new Map<number, number>()
  const alike = (i: number, j: number): boolean =>
    claims[i]!.measure === claims[j]!.measure &&
    claims[i]!.modality === claims[j]!.modality &&
    sentences[i] !== sentences[j] &&
    !(named.has(claims[i]!.id) && named.has(claims[j]!.id) && claims[i]!.subject !== claims[j]!.subject)
  const together = (i: number, j: number): boolean =>
    sameDays(claims[i]!, claims[j]!) && samePlace(reading, claims[i]!, claims[j]!)
  claims.forEach((claim, i) => {
    if (shares.has(claim.id))
      again[i] ||= claims.some((other, j) => j < i && other.measure === claim.measure && sentences[j] !== sentences[i])
    if (again[i] || (additional.has(claim.id) && claim.bound !== 'vague')) return
    const title = claim.role === 'headline'
    const told = claims.findIndex((other, j) => {
      if (title) return other.role !== 'headline' && alike(i, j)
      if (j >= i || other.role === 'headline') return false
      if (definite.has(claim.id) && other.measure === claim.measure && other.low === claim.low) return true
      return alike(i, j) && sameNumber(other, claim) && together(i, j)
    })
    if (told < 0) return
    again[i] = true
    if (!title) first.set(i, told)
  })
  for (const [i, j] of first)
    if (claims[j]!.bound === 'vague' && claims[i]!.bound !== 'vague' && !again[j]) [again[i], again[j]] = [false, true]
  for (const [i, j] of first) {
    if (!again[i] || again[j]) continue
    const own = claims.flatMap((_, k) =>
      sentences[k] === sentences[i] && claims[k]!.measure === claims[i]!.measure ? [k] : [],
    )
    const added = own.filter((k) => !again[k])
    if (!added.length) continue
    const before = claims.flatMap((_, k) => (sentences[k] === sentences[j] && alike(i, k) && !again[k] ? [k] : []))
    if (sum(claims, before) >= sum(claims, own)) for (const k of added) again[k] = true
    else {
      for (const k of before) again[k] = true
      for (const k of own) if (first.has(k)) again[k] = false
    }
  }
  return claims.map((claim, i) => (again[i] ? { ...claim, repeat: true } : claim))
}

const sum = (claims: readonly FigureClaim[], which: readonly number[]): number =>
  which.reduce((total, k) => total + (claims[k]!.low ?? 0), 0)

/** Equal, or one inside what the other leaves open ("several", then "three"). */
function sameNumber(a: FigureClaim, b: FigureClaim): boolean {
  if (apart(a.subject, b.subject)) return false
  if (a.low === b.low && a.high === b.high) return true
  if (a.subject !== b.subject && a.subject !== 'people' && b.subject !== 'people' && a.bound !== 'vague') return false
  const [low, high] = [a.low ?? 0, a.high ?? Number.POSITIVE_INFINITY]
  const value = b.low ?? b.high ?? 0
  return (a.bound === 'vague' || a.low === b.low || a.high === b.high) && low <= value && value <= high
}

/** Groups that are nobody else: a child who died is not the leader who died. */
const GROUPS: ReadonlySet<string | null> = new Set(['children', 'women', 'journalists'])
const apart = (a: string | null, b: string | null): boolean =>
  a !== b && a !== 'people' && b !== 'people' && (GROUPS.has(a) || GROUPS.has(b))

const OWN: ReadonlySet<string> = new Set(['clause', 'sentence'])

/** Two days of their own must be equal; a day that was only inferred stands in nobody's way. */
const sameDays = (a: FigureClaim, b: FigureClaim): boolean =>
  !OWN.has(a.timeBasis) || !OWN.has(b.timeBasis) || (a.from === b.from && a.to === b.to)

/** The same place, one inside the other, or one of them unknown, inferred or a whole country. */
function samePlace({ places }: Reading, a: FigureClaim, b: FigureClaim): boolean {
  if (a.place === null || b.place === null || bare(a.place) === bare(b.place)) return true
  if (!OWN.has(a.placeBasis) || !OWN.has(b.placeBasis)) return true
  if (a.location?.precision === 'country' || b.location?.precision === 'country') return true
  const parents = (claim: FigureClaim): readonly string[] => places.find(({ id }) => id === claim.placeId)?.partOf ?? []
  return (
    (a.placeId !== null && parents(b).includes(a.placeId)) || (b.placeId !== null && parents(a).includes(b.placeId))
  )
}

/** "Tarin district" and "Tarin" may be one place. */
const bare = (place: string): string => place.replace(/ (?:district|province|governorate|city)$/i, '')
