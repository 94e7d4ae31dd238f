/**
 * The learned choice: which measure a candidate has, or none, with a probability.
 * Multinomial logistic regression over the features of features.ts; `npm run train` fits it, models/figures.md is its card.
 */

/** Weights by feature: pairs of label index and weight, flat. */
export interface FigureModel {
  readonly labels: readonly string[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** Read the model's file. Weights are stored as whole numbers, `scale` to one. */
export function parseFigureModel(source: string): FigureModel {
  const { labels, scale, weights } = JSON.parse(source) as {
    labels: string[]
    scale: number
    weights: Record<string, number[]>
  }
  const unpacked = Object.entries(weights).map(
    ([feature, row]) => [feature, row.map((value, i) => (i % 2 ? value / scale : value))] as const,
  )
  return { labels, weights: new Map(unpacked) }
}

/** The probability of each label, in the model's order. */
export function probabilities({ labels, weights }: FigureModel, features: readonly string[]): Float64Array {
  const scores = new Float64Array(labels.length)
  for (const feature of features) {
    const row = weights.get(feature)
    if (row) for (let i = 0; i < row.length; i += 2) scores[row[i]!]! += row[i + 1]!
  }
  const top = Math.max(...scores)
  let sum = 0
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - top)
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum
  return scores
}
