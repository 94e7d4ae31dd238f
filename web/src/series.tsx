/**
 * A figure over time: one mark for each count at the last day it counts up to. Marks are not
 * joined: what lies between two counts nobody has said.
 */
import { daysBetween } from '../../src/model/interval.ts'
import type { PictureFigure } from '../../src/model/picture.ts'
import { count, writeBounds, writeDay } from '../../src/present/words.ts'
import { scaleFor, short } from './plot.tsx'
import { index, open } from './state.ts'
import { knownBy } from './view.ts'

const [WIDTH, HEIGHT, PAD] = [320, 76, 8]
/** Room for the numbers of the axis, left of the marks. */
const AXIS = 38

interface SeriesProps {
  readonly figure: PictureFigure
  /** The as-of day. */
  readonly day: string | null
}

export function Series({ figure: { id, series, claims }, day: asOfDay }: SeriesProps) {
  const [first, last] = [series[0]!.day, series.at(-1)!.day]
  const span = Math.max(1, daysBetween(first, last))
  const scale = scaleFor(series)
  const x = (day: string) => AXIS + PAD + (daysBetween(first, day) / span) * (WIDTH - AXIS - 2 * PAD)
  const y = (n: number) => HEIGHT - PAD - scale.at(n) * (HEIGHT - 2 * PAD)
  const known = (claim: string) =>
    knownBy(index.value.reports.get(index.value.claims.get(claim)?.report ?? '')?.published.date ?? null, asOfDay)
  return (
    <div class="series">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${count(series.length, 'count')} over time, ${writeDay(first)} to ${writeDay(last)}; the same numbers stand in the rows`}
      >
        {[...new Set([scale.min, scale.max])].map((n) => (
          <g key={n}>
            <line class="axis" x1={AXIS} x2={WIDTH} y1={y(n)} y2={y(n)} />
            <text x={AXIS - 5} y={y(n) + 3.5}>
              {short(n)}
            </text>
          </g>
        ))}
        {series.map(({ day, low, high, claim }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short way to what the rows below do for everyone
          <g key={claim} class={known(claim) ? '' : 'unknown'} onClick={() => open(id, claims.indexOf(claim))}>
            <title>{`${writeDay(day)}: ${writeBounds(low, high)}`}</title>
            <line
              class={low === null || high === null ? 'open' : 'bar'}
              x1={x(day)}
              x2={x(day)}
              y1={high === null ? Math.max(0, y(low!) - 14) : y(high)}
              y2={low === null ? Math.min(HEIGHT, y(high!) + 14) : y(low)}
            />
            <circle class="dot" cx={x(day)} cy={y(low ?? high!)} r={4} />
          </g>
        ))}
      </svg>
      <p class="ends">
        <span>{writeDay(first)}</span>
        <span>{writeDay(last)}</span>
      </p>
    </div>
  )
}
