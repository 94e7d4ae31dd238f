/** Adam with decoupled decay of the weights that `decays` names (Kingma and Ba 2015; Loshchilov and Hutter 2019). */
export function optimiser(w: Float32Array, g: Float32Array, decays: (i: number) => boolean) {
  const mean = new Float32Array(w.length)
  const square = new Float32Array(w.length)
  const shrinks = Uint8Array.from(w, (_, i) => Number(decays(i)))
  let t = 0
  return (rate: number, decay: number): void => {
    t++
    const [a, b] = [1 - 0.9 ** t, 1 - 0.999 ** t]
    for (let i = 0; i < w.length; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * g[i]!
      square[i] = 0.999 * square[i]! + 0.001 * g[i]! * g[i]!
      const move = mean[i]! / a / (Math.sqrt(square[i]! / b) + 1e-6)
      w[i]! -= rate * (move + (shrinks[i] ? decay * w[i]! : 0))
    }
  }
}
