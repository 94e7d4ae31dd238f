/**
 * Holders: who cannot have a place, or have taken it, whatever the weights say.
 *
 *     the battle for Ndiaye's last stronghold, Tarin, NATO said      not NATO's
 *     rebel-held Tarin ... an operation to liberate Tarin            not by the rebels, but from them
 *
 * Grammar and what the report tells elsewhere; who is likely is the business of who/.
 */
import type { ControlClaim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import type { Argument } from './arguments.ts'
import { dependents } from './clauses.ts'
import type { Scene } from './frames.ts'
import type { Told } from './told.ts'

/** Whose "rebel areas" and "Ndiaye's stronghold" are stands in front of them: nobody else of the sentence holds them. */
export function mayHold(
  { view, actor, reading }: Scene,
  { token, frame }: Told,
  { token: at, who }: Argument,
): boolean {
  if (frame?.actor.join() === 'mod') return dependents(view, token, 'compound', 'amod').includes(at)
  const owners = dependents(view, token, 'nmod:poss').flatMap((child) => reading.actors[actor[child]!] ?? [])
  return owners.every(({ kind, name }) => !SIDES.test(kind) || name === who.name)
}

const SIDES = /^(?:person|armed-group|state-force)$/

/** Nobody retakes or liberates what he is said to hold: it is taken from him. */
export function rightWay(claims: readonly ControlClaim[], { tokens }: Reading): ControlClaim[] {
  const holds = new Set(
    claims.flatMap(({ status, modality, place, actor }) =>
      status === 'held' && modality === 'asserted' && actor ? [`${actor}|${place}`] : [],
    ),
  )
  return claims.map((claim) => {
    const { status, actor, place, reason } = claim
    if (status !== 'captured' || !holds.has(`${actor}|${place}`)) return claim
    const verb = tokens.find(({ start }) => start === reason.trigger.start)
    return verb && AGAIN.test(verb.lemma) ? { ...claim, actor: null, fromActor: actor } : claim
  })
}

const AGAIN = /^(?:retake|recapture|liberate|liberation|reclaim|regain|free|retaking)$/i
