/** How sure a figure is: a small logistic model, trained by scripts/train/figures.ts; models/figures.md is its card. */

/** Weight by feature; "bias" is always on. */
export type FigureModel = ReadonlyMap<string, number>

/** Read the model's file, a JSON object of weights. Throws `RangeError` on a weight that is no number. */
export function parseFigureModel(source: string): FigureModel {
  const model = new Map(Object.entries(JSON.parse(source) as Record<string, number>))
  for (const [feature, weight] of model)
    if (!Number.isFinite(weight)) throw new RangeError(`figures.json: the weight of "${feature}" is no number`)
  return model
}

/** The probability that a figure with these features is right, 0 to 1. */
export function probability(model: FigureModel, features: readonly string[]): number {
  let sum = 0
  for (const feature of features) sum += model.get(feature) ?? 0
  return 1 / (1 + Math.exp(-sum))
}
