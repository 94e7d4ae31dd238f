/**
 * Can two numbers of one figure be set against each other? Most pairs that differ tell of two things.
 *
 *     killed 19 in Danu in late December        another time than the report's
 *     11 people with one family name            some of the dead
 *     a raid on the village of Kubela killed 10, read into Danu
 *     a lower toll of eight                     the same thing: its words say so
 *
 * Asked of each number: is it of the whole, of the days and the place it is filed under, of everybody? Then of the
 * two: does anything say that they count one thing? Nothing is ever a disagreement only because two numbers differ.
 */

import type { FigureClaim } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import { particular } from '../relate/sides.ts'
import type { Account } from './account.ts'
import { isStock, partOf, period } from './counted.ts'
import { isGround, type Names, townOf } from './names.ts'
import { isApart, placeIn, placesIn, says } from './sentence.ts'

/** How many times larger one count of one thing may be than another: told in one story, or of one day. */
const STRETCH = { stock: 8, story: 2.5, report: 2.5, bare: 1.25 }
/** Days between two counts of a stock that can be set against each other; armies and towns change slowly. */
const SLOW: ReadonlySet<string> = new Set(['strength', 'population'])

/** How far before its sentence a place named last is looked for, in characters. */
const NEARBY = 300

/** Does a number count all of what its figure is about, on its days, in its place? */
function isOfAll(account: Account<FigureClaim>, names: Names): boolean {
  const { claim, report, place } = account
  if (claim.repeat || partOf(account) !== null) return false
  if (isStock(claim.measure)) return true
  if (says(account, 'partial')) return false
  if (place === null || report.places.length === 0) return true
  if (place.startsWith('country:')) return false
  const named = names.places.get(place)!
  const here = placesIn(account).flatMap((one) => {
    const key = one.id === null ? null : names.place({ place: one.name, placeId: one.id })
    const other = key === null ? undefined : names.places.get(key)
    return other && isGround(other) && other.kind !== 'admin'
      ? [{ start: one.start, own: key === place || related(other.key, named.key, names) }]
      : []
  })
  if (placeIn(account, names) === 'named') {
    // "19 died near Kubela, hours after the raid on Danu"
    const own = here.find((one) => one.own)
    return !own || !isApart(account, own.start, claim.wording.number?.start ?? claim.start)
  }
  // A province is too large for a sentence that does not name it.
  if (named.kind === 'admin') return false
  const { start } = claim.wording.sentence
  // A sentence without a place goes on about the town or province that was named last.
  const last = report.places.findLast(
    (one) => one.end <= start && one.start >= start - NEARBY && (one.kind === 'town' || one.kind === 'admin'),
  )
  const lastKey = last ? names.place({ place: last.name, placeId: last.id }) : null
  if (lastKey !== null && names.places.has(lastKey) && !related(lastKey, place, names)) return false
  return here.every(({ own }) => own) && !says(account, 'elsewhere')
}

/** Is one place part of the other, or of one town with it? */
const related = (a: string, b: string, names: Names): boolean => {
  const [x, y] = [names.places.get(a)!, names.places.get(b)!]
  return x.partOf.includes(b) || y.partOf.includes(a) || townOf(x) === townOf(y)
}

/** "15 in the town and six in a village", told after "killed 21". */
const isSum = (a: Account<FigureClaim>, b: Account<FigureClaim>): boolean => {
  const [x, y] = [a, b].map(({ claim }) => claim.low ?? claim.high ?? 0) as [number, number]
  const { start, end } = (x < y ? a : b).claim.wording.sentence
  return a.report.claims.some(
    (one) =>
      one.kind === 'figure' &&
      one.measure === a.claim.measure &&
      one.start >= start &&
      one.end <= end &&
      one.low === Math.abs(x - y),
  )
}

/** What they are, and what is particular about them, of those whom a count's sentence has striking. */
const strikers = ({ claim, report }: Account<FigureClaim>): Set<string> =>
  new Set(
    (claim.wording.strikers ?? []).flatMap((striker) => {
      const kind = report.actors.find(({ name }) => name === striker)?.kind
      const power = kind === 'armed-group' ? 'group' : 'state'
      return particular(striker)
        .split(' ')
        .map((word) => `${power} ${word}`)
    }),
  )

/** The rule above. */
export function comparable(a: Account<FigureClaim>, b: Account<FigureClaim>, names: Names): boolean {
  const [x, y] = [period(a), period(b)]
  const stock = isStock(a.claim.measure)
  const days = !stock ? 1 : SLOW.has(a.claim.measure) ? 21 : 3
  if (x.to === null || y.to === null ? x.to !== y.to : Math.abs(daysBetween(x.to, y.to)) > days) return false
  const [m, n] = [a, b].map(({ claim }) => claim.low ?? claim.high ?? 0) as [number, number]
  const ratio = Math.max(m, n) / Math.max(1, Math.min(m, n))
  if (!isOfAll(a, names) || !isOfAll(b, names)) return false
  if (a.claim.report === b.claim.report)
    return (
      !isSum(a, b) &&
      !(says(a, 'rose') || says(b, 'rose')) &&
      a.voice !== b.voice &&
      (ratio <= STRETCH.bare ||
        (ratio <= STRETCH.report &&
          (says(a, 'contrast') || says(b, 'contrast')) &&
          (a.speaker !== null || b.speaker !== null)))
    )
  if (stock) return ratio <= STRETCH.stock
  // "Harat's shells killed seven" and "the army's raids killed 16" are two things.
  const [mine, theirs] = [strikers(a), strikers(b)]
  if (mine.size > 0 && theirs.size > 0 && ![...mine].some((word) => theirs.has(word))) return false
  const oneDay = x.from !== null && x.from === x.to && y.from === y.to && x.from === y.from
  return ratio <= (a.story === b.story || oneDay ? STRETCH.story : 0)
}
