/**
 * Weighing: how likely is it that a word tells of a claim, and of which?
 *
 *     "carried out"  airstrike .41 ┐ one clause, one kind of claim: together .93,
 *     "raids"        airstrike .52 ┘ told by its likelier word
 *
 * A linear model over `features.ts`, trained on hand-coded reports; its card is
 * models/claims.md. Frames are its strongest evidence. Arguments come later.
 */
import type { ClaimModel } from '../../knowledge/claim-model.ts'
import type { Clauses } from './clauses.ts'
import type { Candidate, Stretch } from './features.ts'

/** A word found to tell of a claim of class `label`. */
export interface Telling {
  readonly token: number
  readonly label: number
  readonly probability: number
  readonly candidate: Candidate
}

/** Probabilities of every class for every candidate of a sentence. */
export function probabilities({ bag, candidates }: Stretch, { classes, score, scale }: ClaimModel): Float64Array[] {
  const shared = Float64Array.from(score(bag, bag.length) as ArrayLike<number>)
  return candidates.map(({ features }) => {
    const own = score(features, features.length)
    const p = new Float64Array(classes.length)
    let max = Number.NEGATIVE_INFINITY
    for (let k = 0; k < p.length; k++) {
      p[k] = (shared[k]! + own[k]!) * scale
      if (p[k]! > max) max = p[k]!
    }
    let sum = 0
    for (let k = 0; k < p.length; k++) sum += p[k] = Math.exp(p[k]! - max)
    for (let k = 0; k < p.length; k++) p[k]! /= sum
    return p
  })
}

/** The claims a sentence tells of: one for each clause and class whose words together reach the threshold. */
export function tellings(stretch: Stretch, model: ClaimModel, view: Clauses): Telling[] {
  const p = probabilities(stretch, model)
  const groups = new Map<number, { token: number; label: number; sum: number; top: number; at: number }>()
  for (const [at, { token }] of stretch.candidates.entries())
    for (let label = 1; label < model.classes.length; label++) {
      const value = p[at]![label]!
      if (value < 0.02) continue
      const key = view.clause[token]! * 64 + label
      const group = groups.get(key)
      if (!group) groups.set(key, { token, label, sum: value, top: value, at })
      else {
        group.sum += value
        if (value > group.top) {
          group.top = value
          group.token = token
          group.at = at
        }
      }
    }
  return [...groups.values()]
    .filter(({ label, sum }) => sum >= model.threshold[label]!)
    .map(({ token, label, sum, at }) => ({
      token,
      label,
      probability: Math.min(sum, 0.99),
      candidate: stretch.candidates[at]!,
    }))
    .sort((a, b) => a.token - b.token)
}
