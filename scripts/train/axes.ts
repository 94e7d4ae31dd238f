/** The axes along which vectors differ most (principal components), by Jacobi's method on their covariance. */

/** Unit vectors, the one with the largest spread first; each points to where its largest part is positive. Rows must be centred. */
export function axes(rows: readonly Float64Array[]): Float64Array[] {
  const n = rows[0]!.length
  const spread = Array.from({ length: n }, () => new Float64Array(n))
  for (const row of rows)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) spread[i]![j]! += (row[i]! * row[j]!) / rows.length
  const turn = Array.from({ length: n }, (_, i) => {
    const line = new Float64Array(n)
    line[i] = 1
    return line
  })
  for (let round = 0; round < 12; round++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const off = spread[p]![q]!
        if (Math.abs(off) < 1e-12) continue
        const theta = (spread[q]![q]! - spread[p]![p]!) / (2 * off)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const c = 1 / Math.hypot(t, 1)
        rotate(spread, turn, p, q, c, t * c)
      }
  const order = spread.map((line, i) => ({ i, size: line[i]! })).sort((a, b) => b.size - a.size)
  return order.map(({ i }) => {
    const axis = turn[i]!
    const top = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
    return top < 0 ? axis.map((value) => -value) : axis
  })
}

/** One rotation in the plane of `p` and `q`, of the matrix on both sides and of the axes found so far. */
function rotate(matrix: Float64Array[], turn: Float64Array[], p: number, q: number, c: number, s: number): void {
  for (const line of matrix) {
    const [a, b] = [line[p]!, line[q]!]
    line[p] = c * a - s * b
    line[q] = s * a + c * b
  }
  for (const lines of [matrix, turn]) {
    const [first, second] = [lines[p]!, lines[q]!]
    for (let i = 0; i < first.length; i++) {
      const [a, b] = [first[i]!, second[i]!]
      first[i] = c * a - s * b
      second[i] = s * a + c * b
    }
  }
}
