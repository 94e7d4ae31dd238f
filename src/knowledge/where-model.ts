/** How well a place fits a claim: weights of a softmax regression, trained by scripts/train-where.ts; models/where.md is its card. */

/** Weight by feature. */
export type WhereModel = ReadonlyMap<string, number>

/** Read the model's file, a JSON object of weights. Throws `RangeError` on a weight that is no number. */
export function parseWhereModel(source: string): WhereModel {
  const model = new Map(Object.entries(JSON.parse(source) as Record<string, number>))
  for (const [feature, weight] of model)
    if (!Number.isFinite(weight)) throw new RangeError(`where.json: the weight of "${feature}" is no number`)
  return model
}
