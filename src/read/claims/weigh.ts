/**
 * Weighing: how likely is it that a word tells of a claim, and of which?
 *
 *     "carried out"  airstrike .41 ┐ one clause, one kind of claim: words .93,
 *     "raids"        airstrike .52 ┘ frame .79, together their mean
 *
 * A linear model over `features.ts` and a network over word vectors (`net.ts`), trained on hand-coded
 * reports; their card is models/claims.md. What frames have proved to be worth counts as much as the weights, which
 * keeps the reading of a war nobody trained on close to the codebook. What of it is told decides `judge.ts`.
 */
import { type ClaimModel, TRUST } from '../../knowledge/claim-model.ts'
import { type Candidate, gives, type Stretch } from './features.ts'
import type { Scene } from './frames.ts'
import { readerOf, type Votes } from './net.ts'
import { FLOOR, type Rival } from './rival.ts'

/**
 * Probabilities of every class for every candidate of a sentence. Of events the mean of what the linear model and the
 * network say; of control the linear model's, to which the network adds nothing (measured) beside the place it needs.
 */
function probabilities(
  stretch: Stretch,
  votes: readonly (Votes | null)[],
  model: ClaimModel,
  scene: Scene,
): Float64Array[] {
  const linear = linearly(stretch, model)
  if (!model.net) return linear
  const meant = readerOf(model.net)(scene, stretch, votes)
  for (let at = 0; at < linear.length; at++) {
    const p = linear[at]!
    const said = meant[at]!
    for (let k = 1; k < p.length; k++) if (!isControl(model.classes[k]!)) p[k] = (p[k]! + said[k - 1]!) / 2
  }
  return linear
}

const isControl = (name: string): boolean => name.startsWith('control:')

function linearly({ bag, candidates }: Stretch, { classes, score, scale }: ClaimModel): Float64Array[] {
  const shared = new Float64Array(score(bag, bag.length))
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

/** What a sentence may tell of: the words of each clause, put together by class. */
export function rivals(stretch: Stretch, model: ClaimModel, scene: Scene): (Rival & { at: number })[] {
  const { classes } = model
  const { view } = scene
  const votes = stretch.candidates.map((candidate) => votesOf(candidate, model))
  const p = probabilities(stretch, votes, model, scene)
  const groups = new Map<number, Group>()
  for (const [at, candidate] of stretch.candidates.entries()) {
    const trust = votes[at]
    for (let label = 1; label < classes.length; label++) {
      const value = p[at]![label]!
      const frame = trust?.get(label - 1) ?? 0
      if (value < 0.02 && !frame) continue
      // "Rebel-held Sohl and government-held Tarin" are two claims: words of control that a frame knows tell each of their own.
      const own = frame > 0 && isControl(classes[label]!)
      const key = (own ? view.tokens.length + candidate.token : view.clause[candidate.token]!) * 64 + label
      const group = groups.get(key) ?? { label, at, sum: 0, trust: 0, top: -1 }
      groups.set(key, group)
      group.sum += value
      group.trust = Math.max(group.trust, frame)
      // The word that is named as trigger: the likelier, one that a frame knows before one that none does, a verb before its nouns.
      const rank =
        value +
        (frame ? 0.2 : 0) +
        (view.tokens[candidate.token]!.upos !== 'VERB' ? 0 : isControl(classes[label]!) ? 0.1 : 0.3)
      if (rank > group.top) {
        group.top = rank
        group.at = at
      }
    }
  }
  const found: (Rival & { at: number })[] = []
  for (const { label, at, sum, trust } of groups.values()) {
    const { token } = stretch.candidates[at]!
    const words = Math.min(1, sum)
    const score = (words + trust) / 2
    if (score >= FLOOR) found.push({ label, at, token, clause: view.clause[token]!, words, trust, score })
  }
  return found
}

/** The words of one clause that speak for one class. */
interface Group {
  readonly label: number
  at: number
  sum: number
  trust: number
  top: number
}

/** Trust of the frames that match at a candidate, by class from 0; null without any. */
export function votesOf({ matches }: Candidate, { classes, trust }: ClaimModel): Votes | null {
  if (!matches.length) return null
  const found = new Map<number, number>()
  for (const match of matches) {
    const name = gives(match)
    const { id, trust: written } = match.frame
    const worth = trust[id] ?? written ?? trust[`class ${name}`] ?? TRUST
    const k = classes.indexOf(name) - 1
    if (k >= 0) found.set(k, Math.max(found.get(k) ?? 0, worth))
  }
  return found
}
