/** The few weights of read/claims/judge.ts: logistic regression by Newton's method, pulled towards zero. */

/** A rival of a sentence: what is known of it, its class, and whether the coders told of it, too. */
export interface Judged {
  readonly features: readonly number[]
  readonly label: string
  readonly right: boolean
}

/** Learn one weight a feature, one a class and a constant. Deterministic. */
export function learnRivalry(judged: readonly Judged[], classes: readonly string[], pull = 10, rounds = 8): number[] {
  const width = judged[0]!.features.length + classes.length + 1
  const rows = judged.map(({ features, label }) => {
    const row: [number, number][] = []
    for (const [i, value] of features.entries()) if (value) row.push([i, value])
    // Halved, a class is pulled towards zero four times as hard as a feature.
    row.push([features.length + classes.indexOf(label), 0.5], [width - 1, 1])
    return row
  })
  const weights = new Float64Array(width)
  for (let round = 0; round < rounds; round++) {
    const slope = Float64Array.from(weights, (weight) => pull * weight)
    const bend = Array.from({ length: width }, (_, i) => {
      const line = new Float64Array(width)
      line[i] = pull
      return line
    })
    for (const [at, row] of rows.entries()) {
      const sum = row.reduce((total, [i, value]) => total + value * weights[i]!, 0)
      const p = 1 / (1 + Math.exp(-sum))
      const error = p - Number(judged[at]!.right)
      for (const [i, value] of row) {
        slope[i]! += error * value
        for (const [j, other] of row) bend[i]![j]! += p * (1 - p) * value * other
      }
    }
    const step = solve(bend, slope)
    for (let i = 0; i < width; i++) weights[i]! -= step[i]!
  }
  const from = width - 1 - classes.length
  return Array.from(weights, (weight, i) => Number((i >= from && i < width - 1 ? weight / 2 : weight).toFixed(4)))
}

/** Solve `matrix · x = right` for a symmetric positive matrix, by elimination. Both are used up. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  for (let k = 0; k < n; k++)
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i]![k]! / matrix[k]![k]!
      if (!factor) continue
      for (let j = k; j < n; j++) matrix[i]![j]! -= factor * matrix[k]![j]!
      right[i]! -= factor * right[k]!
    }
  const x = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i]!
    for (let j = i + 1; j < n; j++) sum -= matrix[i]![j]! * x[j]!
    x[i] = sum / matrix[i]![i]!
  }
  return x
}
