/**
 * Evidence of one place laid end to end: what goes on, and where a new stretch begins.
 *
 *     held A ── attacked by B ── entered by B ── captured by B
 *     └──────── A ────────────┘└── contested ──┘└──── B ──▶        ends are intervals
 *
 * What a claim is evidence of was said in `evidence.ts`; how a stretch is told is `control.ts`'s business.
 */
import { daysBetween } from '../model/interval.ts'
import type { ControlPeriod } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { anyAkin } from '../relate/sides.ts'
import { greatest } from './days.ts'
import type { Evidence } from './evidence.ts'

/** A contest that nobody speaks of for this long is over as far as we know. */
const FADES = 30

/** Like evidence in a row. */
export interface Stretch {
  list: Evidence[]
  begins: { earliest: Day | null; latest: Day | null }
  ends: { earliest: Day | null; latest: Day | null }
}

/** Lay evidence end to end. */
export function lay(sorted: readonly Evidence[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const one of sorted) {
    const last = stretches.at(-1)
    if (last && goesOn(last, one)) {
      const held = last.list.some(({ turn, pressure, state }) => !turn && !pressure && state === 'held')
      last.list.push(one)
      if (one.turn && one.state === 'held' && !held) narrow(last, one)
      continue
    }
    const seen = last ? greatest(last.list.map(({ latest }) => latest)) : null
    const begins = {
      earliest: one.turn
        ? greatest([one.earliest, seen !== null && one.latest !== null && seen <= one.latest ? seen : null])
        : seen,
      latest:
        one.turn || (seen !== null && one.earliest !== null && one.earliest < seen)
          ? one.latest
          : (one.earliest ?? one.latest),
    }
    if (begins.earliest !== null && begins.latest !== null && begins.earliest > begins.latest)
      begins.latest = begins.earliest
    if (last) last.ends = { earliest: begins.earliest, latest: begins.latest }
    stretches.push({ list: [one], begins, ends: { earliest: null, latest: null } })
  }
  return stretches
}

/** A second account of the same capture narrows the days it can have happened on. */
function narrow(stretch: Stretch, { earliest, latest }: Evidence): void {
  const { begins } = stretch
  if (latest !== null && (begins.latest === null || latest < begins.latest) && (begins.earliest ?? latest) <= latest)
    begins.latest = latest
  if (
    earliest !== null &&
    (begins.earliest === null || earliest > begins.earliest) &&
    (begins.latest ?? earliest) >= earliest
  )
    begins.earliest = earliest
}

/** An attack on a place whose holder it does not name. */
const unheld = ({ pressure, holders }: Evidence): boolean => pressure && holders.length === 0

/** What a stretch of evidence says of its place. */
export const stateOf = (list: readonly Evidence[]): ControlPeriod['state'] =>
  (list.find((one) => !unheld(one)) ?? list[0]!).state

/** Does the evidence say that what was so still is? */
function goesOn({ list }: Stretch, next: Evidence): boolean {
  const last = list.at(-1)!
  const state = stateOf(list)
  const pause = last.latest === null || next.latest === null ? 0 : daysBetween(last.latest, next.latest)
  const holders = list.flatMap((one) => one.holders)
  // Who has taken a place has come in.
  if (state === 'held' && next.turn && next.state === 'contested' && anyAkin(next.actors, holders)) return pause <= 1
  // An attack on whoever holds the place; an attack by the holder himself is news of somebody else's hold.
  if (
    next.pressure &&
    !anyAkin(next.others, holders) &&
    (next.holders.length === 0 || anyAkin(next.holders, holders) || state === 'contested')
  )
    return pause <= FADES || state === 'held'
  // Attacked, by whom we know, but holder not told until now.
  if (
    list.every(unheld) &&
    next.state === 'held' &&
    !next.turn &&
    !anyAkin(
      next.holders,
      list.flatMap((one) => one.others),
    )
  )
    return true
  if (state === 'contested')
    // While a place is fought for, "held" by one who was there before says only that it has not fallen.
    return (
      pause <= FADES &&
      (next.state === 'contested' || (next.state === 'held' && !next.turn && !anyAkin(next.holders, attackers(list))))
    )
  if (state !== next.state) return false
  return state === 'unknown' ? anyAkin(last.others, next.others) : anyAkin(holders, next.holders)
}

/** Whoever is said to have come in. */
const attackers = (list: readonly Evidence[]): string[] => list.flatMap(({ actors, turn }) => (turn ? actors : []))
