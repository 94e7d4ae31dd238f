/**
 * What a withdrawal is about. It names its target loosely ("that statement"), and often in another report.
 *
 *     the nearest claim before it by the same speaker about the same place
 *     the announcement before it, where nothing that was stated has been read
 *     the latest account that the place was taken, where the withdrawal tells it again
 *
 * What becomes of a claim that is withdrawn is `fate.ts`'s to say.
 */

import { type Claim, SPEECH_ACTS } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import { retold } from '../relate/retold.ts'
import { anyAkin } from '../relate/sides.ts'
import type { Account } from './account.ts'
import { isGround, type Names, townOf } from './names.ts'
import { placesIn, says } from './sentence.ts'

/** How far before a withdrawal, in characters, its target may stand when the two are in one report. */
const REACH = 1500

/** Accounts by what a withdrawal may go by. */
export interface Told {
  readonly byVoice: ReadonlyMap<string, Account[]>
  readonly byReport: ReadonlyMap<string, Account[]>
  /** Of control only. */
  readonly byPlace: ReadonlyMap<string, Account[]>
}

/** The account that a withdrawal takes back; null when none is found. */
export const meantBy = (by: Account, { byVoice, byReport, byPlace }: Told, names: Names): Account | null =>
  withdrawn(by, byVoice, names) ?? announced(by, byReport) ?? restatedIn(by, byPlace, names)

/** Something said, rather than done. */
export const isSpeech = (claim: Claim): boolean => claim.kind === 'event' && SPEECH_ACTS.has(claim.type)

function withdrawn(by: Account, byVoice: ReadonlyMap<string, Account[]>, names: Names): Account | null {
  if (by.claim.kind !== 'event') return null
  const speakers = new Set([...names.actors(by.claim.actor), ...by.claim.source.map((one) => names.actor(one))])
  let best: Account | null = null
  let most = 0
  for (const speaker of speakers)
    for (const target of byVoice.get(speaker) ?? []) {
      const { claim } = target
      if (isSpeech(claim) || claim.modality === 'denied' || claim.modality === 'retracted') continue
      if (target.published !== null && by.published !== null && target.published > by.published) continue
      if (claim.from !== null && by.claim.to !== null && claim.from > by.claim.to) continue
      const here = claim.report === by.claim.report
      const before = by.claim.start - claim.start
      if (here && (before <= 0 || before > REACH)) continue
      const places = [target.place, by.place]
        .flatMap((one) => (one === null ? [] : names.places.get(one)!))
        .filter(isGround)
      const samePlace = places.length === 2 && places[0]!.key === places[1]!.key
      const related = places.length < 2 || townOf(places[0]!) === townOf(places[1]!)
      if (!samePlace && !related) continue
      // One in the same report and place is meant before all others; then the nearest, or the one whose words come back.
      const near = here
        ? 4 - (3 * before) / REACH
        : Math.min(4, retold(claim, by.claim, by.report.report, target.voice))
      const score = (samePlace ? 4 : 0) + near + (claim.kind === 'event' ? 0 : 1)
      if (score >= 3 && score > most) {
        best = target
        most = score
      }
    }
  return best
}

/** "that statement", where nothing that was stated has been read: the announcement before it in the same report. */
function announced(by: Account, byReport: ReadonlyMap<string, Account[]>): Account | null {
  if (!says(by, 'withdrawn statement')) return null
  const before = (byReport.get(by.claim.report) ?? []).filter(
    ({ claim }) =>
      claim.kind === 'event' &&
      claim.type === 'announcement' &&
      claim.modality === 'asserted' &&
      claim.start < by.claim.start &&
      by.claim.start - claim.start <= REACH,
  )
  return before.reduce<Account | null>((last, one) => (last && last.claim.start > one.claim.start ? last : one), null)
}

/** How long before its withdrawal a statement that the withdrawal tells again may have been published, in days. */
const REMEMBERED = 45

/**
 * "The ministry took back its statement that all of Danu was free": the latest account that Danu was taken, by the
 * ministry's side or in an outlet's own voice of what that side did.
 */
function restatedIn(by: Account, byPlace: ReadonlyMap<string, Account[]>, names: Names): Account | null {
  if (by.claim.kind !== 'event' || !says(by, 'told statement')) return null
  const speakers = [...names.actors(by.claim.actor), ...by.claim.source.map((one) => names.actor(one))]
  const places = placesIn(by).filter(({ start }) => start >= by.claim.start)
  const meant = places.flatMap(({ name, id }) => byPlace.get(names.place({ place: name, placeId: id }) ?? '') ?? [])
  return meant.reduce<Account | null>((best, one) => {
    const { claim } = one
    if (
      claim.kind !== 'control' ||
      claim.modality !== 'asserted' ||
      !['captured', 'cleared', 'held'].includes(claim.status)
    )
      return best
    if (one.published === null || by.published === null || one.published > by.published) return best
    if (daysBetween(one.published, by.published) > REMEMBERED || claim.report === by.claim.report) return best
    if (!anyAkin(speakers, one.speaker === null ? names.actors(claim.actor) : [one.speaker])) return best
    return best && best.published! >= one.published ? best : one
  }, null)
}
