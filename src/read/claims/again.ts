/**
 * Again: marks events that a report tells once more, so that each is told once.
 *
 *     Car bomb kills four in Danu                                     repeat: told more fully below
 *     A car bomb killed four people in Danu on Monday, police said.   the fullest telling counts
 *     The blast also wounded six.                                     repeat
 *
 * Nothing is dropped: who wants every telling has it. Whether two tellings are of one event says `again/same.ts`;
 * what two reports tell of one event is joined when the picture is made (reconcile/events.ts).
 */
import type { Claim, EventClaim, FigureClaim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { byPosition, quote } from '../../model/span.ts'
import { areTwo, type Ground, type Match, same } from './again/same.ts'
import { type Telling, tellingsOf } from './again/telling.ts'

/** How many events back one may tell again: keeps the time linear. The first ones of a report are always asked. */
const BACK = 40
const LEAD = 4

/** The same claims, events that are told elsewhere in the report more fully with `repeat` and a line of their reason. */
export function markAgain(reading: Reading, claims: readonly Claim[]): Claim[] {
  const events = claims
    .filter((claim): claim is EventClaim => claim.kind === 'event')
    .toSorted((a, b) => byPosition(a.reason.trigger, b.reason.trigger))
  if (events.length < 2) return [...claims]
  const figures = claims.filter((claim): claim is FigureClaim => claim.kind === 'figure')
  const tellings = tellingsOf(reading, events, figures)
  const ground: Ground = {
    places: new Map(reading.places.flatMap((place) => (place.id === null ? [] : [[place.id, place]]))),
    lead: tellings[0]!.sentence,
  }
  const root: number[] = []
  const matches: (Match | null)[] = []
  /** Tellings of one event, by the first of them. */
  const told = new Map<number, Telling[]>()
  for (const [i, later] of tellings.entries()) {
    let best: { match: Match; of: number } | null = null
    for (let j = 0; j < i; j++) {
      if (j >= LEAD && j < i - BACK) continue
      const match = same(tellings[j]!, later, ground)
      if (!match || (best && match.points <= best.match.points)) continue
      // What nothing speaks against in one telling may be ruled out by another of the same event.
      if (!told.get(root[j]!)!.some((other) => areTwo(other, later, ground))) best = { match, of: root[j]! }
    }
    root.push(best?.of ?? i)
    matches.push(best?.match ?? null)
    const event = told.get(root[i]!)
    if (event) event.push(later)
    else told.set(i, [later])
  }
  const fullest = new Map<number, number>()
  for (const [i, telling] of tellings.entries()) {
    const before = fullest.get(root[i]!)
    if (before === undefined || fullness(telling) > fullness(tellings[before]!) + FULLER) fullest.set(root[i]!, i)
  }
  const marked = new Map<Claim, Claim>()
  for (const [i, { claim }] of tellings.entries()) {
    const kept = fullest.get(root[i]!)!
    if (kept !== i) marked.set(claim, repeated(reading, claim, tellings[kept]!.claim, matches[i] ?? matches[kept]!))
  }
  return claims.map((claim) => marked.get(claim) ?? claim)
}

function repeated({ report }: Reading, claim: EventClaim, kept: EventClaim, match: Match | null): EventClaim {
  const word = quote(report.text, kept.reason.trigger)
  const because = match?.because.length ? `: it has ${match.because.join(', ')}` : ''
  const line = `told again: see "${word}", claim ${kept.id}${because}`
  return { ...claim, repeat: true, reason: { ...claim.reason, notes: [...claim.reason.notes, line] } }
}

/** How much more a later telling must say to count instead of the first. */
const FULLER = 0.4
const OWN: ReadonlySet<string> = new Set(['clause', 'sentence'])

/** How much a telling says of its event: where, when, by whom, to whom, and how surely it tells of it at all. */
function fullness({ claim, definite }: Telling): number {
  const { actor, target, place, placeBasis, location, from, timeBasis, confidence, role } = claim
  const near = location !== null && location.precision !== 'country' && location.precision !== 'admin'
  const where = place !== null && OWN.has(placeBasis) ? (near ? 1 : 0.5) : 0
  const when = from !== null && OWN.has(timeBasis) ? 0.8 : 0
  const who = (actor === null ? 0 : 0.8) + (target === null ? 0 : 0.4)
  return where + when + who + confidence - (definite ? 0.3 : 0) - (role === 'headline' ? 0.3 : 0)
}
