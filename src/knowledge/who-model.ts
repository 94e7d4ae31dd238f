/**
 * The weights that choose who acted and who suffered it, as read from models/who.br: two linear
 * models over the features of read/claims/who/features.ts. Their card is models/who.md.
 */
import type { Model, Score } from '../language/weights.ts'

/** One table of weights an argument, with the factor that turns scores into log odds. */
export interface WhoModel {
  readonly actor: Score
  readonly target: Score
  readonly scale: readonly [actor: number, target: number]
}

/** A model file as this reads it. Throws `RangeError` when it is not one of two tables with their scales. */
export function whoModel({ header, scores }: Model): WhoModel {
  const { scale } = header
  const [actor, target] = scores
  if (!actor || !target || !Array.isArray(scale) || scale.length !== 2)
    throw new RangeError('Not a model of arguments: two tables and two scales are needed')
  return { actor, target, scale: [scale[0], scale[1]] }
}
