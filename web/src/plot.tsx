/** One testimony about a number as a mark on a shared axis. Drawing only; what it means is said in words beside it. */
import type { FigureTestimony } from '../../src/model/picture.ts'

/** Places a number between 0 and 1 on the axis. */
export type Scale = (n: number) => number

const WIDTH = 160
const HEIGHT = 18
const PAD = 10

/** A scale over all numbers of some testimonies; logarithmic when they differ by more than a factor of 20. */
export function scaleFor(testimonies: readonly FigureTestimony[]): Scale {
  const numbers = testimonies.flatMap(({ low, high }) => [low, high].filter((n) => n !== null))
  const max = Math.max(1, ...numbers)
  const min = Math.min(max, ...numbers)
  if (max === min) return () => 0.5
  const bend = max / Math.max(1, min) > 20 ? (n: number) => Math.log1p(n) : (n: number) => n
  const room = (bend(max) - bend(min)) * 0.15
  const from = bend(min) - room
  return (n) => (bend(n) - from) / (bend(max) + room - from)
}

interface PlotProps {
  readonly testimony: Pick<FigureTestimony, 'low' | 'high'>
  readonly scale: Scale
  readonly hollow: boolean
  readonly struck: boolean
}

export function Plot({ testimony: { low, high }, scale, hollow, struck }: PlotProps) {
  const x = (n: number) => PAD + scale(n) * (WIDTH - 2 * PAD)
  const y = HEIGHT / 2
  const a = low === null ? null : x(low)
  const b = high === null ? null : x(high)
  return (
    <svg class={hollow ? 'plot hollow' : 'plot'} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="axis" x1={0} x2={WIDTH} y1={y} y2={y} />
      {a === null && b !== null && <path class="open" d={`M ${b} ${y} H 3 m 5 -4 l -5 4 l 5 4`} />}
      {b === null && a !== null && <path class="open" d={`M ${a} ${y} H ${WIDTH - 3} m -5 -4 l 5 4 l -5 4`} />}
      {a !== null && b !== null && a !== b && <rect class="bar" x={a} width={b - a} y={y - 4} height={8} rx={4} />}
      {(a === null || b === null || a === b) && <circle class="dot" cx={a ?? b ?? WIDTH / 2} cy={y} r={5} />}
      {struck && <line class="strike" x1={4} x2={WIDTH - 4} y1={y + 5} y2={y - 5} />}
    </svg>
  )
}
