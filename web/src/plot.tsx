/** One testimony about a number as a mark on a shared axis. Drawing only; what it means is said in words beside it. */
import type { FigureTestimony, PictureFigure } from '../../src/model/picture.ts'
import { writeNumber } from '../../src/present/words.ts'

/** An axis: places a number between 0 and 1, and says which numbers its ends were made for. */
export interface Scale {
  at(n: number): number
  readonly min: number
  readonly max: number
  /** Are equal steps equal factors? */
  readonly log: boolean
}

/** Share of the width kept free at either end, so that no mark is cut. */
const PAD = 0.06
const MIDDLE = 9

/** A scale over all numbers of some testimonies; logarithmic when they differ by more than a factor of 20. */
export function scaleFor(testimonies: readonly Pick<FigureTestimony, 'low' | 'high'>[]): Scale {
  const numbers = testimonies.flatMap(({ low, high }) => [low, high].filter((n) => n !== null))
  const max = Math.max(1, ...numbers)
  const min = Math.min(max, ...numbers)
  const log = max / Math.max(1, min) > 20
  if (max === min) return { at: () => 0.5, min, max, log }
  const bend = log ? (n: number) => Math.log1p(n) : (n: number) => n
  const room = (bend(max) - bend(min)) * 0.15
  const from = bend(min) - room
  return { at: (n) => (bend(n) - from) / (bend(max) + room - from), min, max, log }
}

/** Where a number stands, in per cent of the width. */
const place = (scale: Scale, n: number): number => 100 * (PAD + scale.at(n) * (1 - 2 * PAD))

interface PlotProps {
  readonly testimony: Pick<FigureTestimony, 'low' | 'high'>
  readonly scale: Scale
  /** The range all that stand make together, as a pale band behind. */
  readonly range: Pick<PictureFigure, 'low' | 'high'> | null
  readonly hollow: boolean
  readonly struck: boolean
}

export function Plot({ testimony: { low, high }, scale, range, hollow, struck }: PlotProps) {
  const a = low === null ? null : place(scale, low)
  const b = high === null ? null : place(scale, high)
  const left = range === null || range.low === null ? 0 : place(scale, range.low)
  const right = range === null || range.high === null ? 100 : place(scale, range.high)
  return (
    <svg class={hollow ? 'plot hollow' : 'plot'} aria-hidden="true">
      {range && right > left && <rect class="band" x={`${left}%`} width={`${right - left}%`} y={0} height="100%" />}
      <line class="axis" x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {a === null && b !== null && <Arrow from={b} to={0} />}
      {b === null && a !== null && <Arrow from={a} to={100} />}
      {a !== null && b !== null && a !== b && (
        <rect class="bar" x={`${a}%`} width={`${b - a}%`} y={MIDDLE - 4} height={8} rx={4} />
      )}
      {(a === null || b === null || a === b) && <circle class="dot" cx={`${a ?? b ?? 50}%`} cy={MIDDLE} r={5} />}
      {struck && <line class="strike" x1="2%" x2="98%" y1={MIDDLE + 5} y2={MIDDLE - 5} />}
    </svg>
  )
}

/** An open end: a line to the edge with a head on it. */
function Arrow({ from, to }: { from: number; to: 0 | 100 }) {
  const back = to === 0 ? 5 : -5
  return (
    <>
      <line class="open" x1={`${from}%`} x2={`${to}%`} y1={MIDDLE} y2={MIDDLE} />
      <svg class="tip" aria-hidden="true" x={`${to}%`} y={MIDDLE}>
        <path class="open" d={`M ${back} -4 L ${Math.sign(back)} 0 L ${back} 4`} />
      </svg>
    </>
  )
}

/** The numbers at the ends of the axis, under the rows. */
export function Axis({ scale }: { scale: Scale }) {
  if (scale.min === scale.max) return null
  const left = place(scale, scale.min)
  const right = place(scale, scale.max)
  return (
    <div class="ticks" aria-hidden="true">
      <span style={{ left: `${left}%` }}>{short(scale.min)}</span>
      <span style={{ left: `${right}%` }}>{short(scale.max)}</span>
      {scale.log && <em>log scale</em>}
    </div>
  )
}

/** 1,200,000 as "1.2m", 45,000 as "45k": for axes, where the exact number stands beside them. */
export function short(n: number): string {
  const cut = (value: number, unit: string) => `${Number(value.toFixed(1))}${unit}`
  return n >= 1e5 && n < 999_500
    ? `${Math.round(n / 1e3)}k`
    : n >= 999_500
      ? cut(n / 1e6, 'm')
      : n >= 1e4
        ? cut(n / 1e3, 'k')
        : writeNumber(n)
}
