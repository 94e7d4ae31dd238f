/**
 * The weights that weigh claims, as read from models/claims.br: one linear model over the
 * features of read/claims/features.ts, beside the network of claim-net.ts. Its card is models/claims.md.
 */
import type { Model, Score } from '../language/weights.ts'
import type { ClaimNet } from './claim-net.ts'

/** The trained weights with what is needed to read them. */
export interface ClaimModel {
  /** Class 0 is "none"; then event types and "control:STATUS". */
  readonly classes: readonly string[]
  readonly score: Score
  /** Factor that turns the score's integers into log odds. */
  readonly scale: number
  /** How often a frame that matched was a claim, by frame id; a frame not in it has the trust of its class, or `TRUST`. */
  readonly trust: Readonly<Record<string, number>>
  /** A claim is told from this probability on, by class. */
  readonly threshold: readonly number[]
  /** Weights of read/claims/rival.ts: features, classes, constant. */
  readonly rivalry: readonly number[]
  /** Classes that coders noted too seldom to learn from: there the codebook decides. */
  readonly few: readonly number[]
  /** What words mean, beside what they are; null when there is none. */
  readonly net: ClaimNet | null
}

/** A model file as this reads it. Throws `RangeError` when its header lacks the scale or the thresholds. */
export function claimModel({ header, scores }: Model, net: ClaimNet | null): ClaimModel {
  const { classes, scale, threshold, trust, rivalry, few } = header
  if (typeof scale !== 'number' || !Array.isArray(threshold) || typeof trust !== 'object')
    throw new RangeError('Not a model of claims: no scale or thresholds')
  if (!Array.isArray(rivalry) || !Array.isArray(few)) throw new RangeError('Not a model of claims: no rivalry')
  return {
    classes: classes[0]!,
    score: scores[0]!,
    scale,
    threshold,
    trust: trust as ClaimModel['trust'],
    rivalry,
    few,
    net,
  }
}

/** Weights that know nothing: every class scores alike, and nothing is told. For training, before there are any. */
export const EMPTY_MODEL: ClaimModel = {
  classes: ['none'],
  score: () => [0],
  scale: 1,
  threshold: [1],
  trust: {},
  rivalry: [],
  few: [],
  net: null,
}

/** Trust in a frame of which nothing is known. */
export const TRUST = 0.45
