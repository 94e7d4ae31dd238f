/**
 * Key figures, each an interval dot plot: one row an origin, on an axis of its own.
 *
 *     5,000 – 7,000   US-led coalition   ├──────┤
 *     up to 6,000     Lt. Gen. Salman  ←────●
 *
 * Open ends point where the words leave them open; predictions are hollow, what was taken
 * back is struck through, what was not yet known is faded. There is no mean.
 */
import type { FigureTestimony, PictureFigure } from '../../src/model/picture.ts'
import { count, writeBounds, writeDay } from '../../src/present/words.ts'
import { Plot, scaleFor } from './plot.tsx'
import { asOf, index, open, ref } from './state.ts'
import { knownBy, statusAt } from './view.ts'

export function Figures({ figures, title }: { figures: readonly PictureFigure[]; title: string }) {
  return (
    <section aria-label={title} class="figures">
      <h2>{title}</h2>
      {figures.length === 0 && <p class="none">No figures.</p>}
      <ul class="cards">
        {figures.map((figure) => (
          <Card key={figure.id} figure={figure} />
        ))}
      </ul>
    </section>
  )
}

function Card({ figure }: { figure: PictureFigure }) {
  const rows = byOrigin(figure.testimonies)
  const scale = scaleFor(figure.testimonies)
  const [what, ...where] = [figure.subject, figure.place].filter((word) => word !== null)
  return (
    <li class={`card ${knownBy(figure.known, asOf.value) ? '' : 'unknown'}`} id={`card-${figure.id}`}>
      <button type="button" class="head" aria-pressed={ref.value === figure.id} onClick={() => open(figure.id)}>
        <span class="range">{writeBounds(figure.low, figure.high)}</span>
        <span class="what">
          {figure.modality === 'asserted' ? '' : `${figure.modality}: `}
          {what} {figure.measure === 'other' || figure.measure === 'strength' ? '' : figure.measure}
          {where.length > 0 && `, ${where.join(', ')}`}
        </span>
        <span class={`grade ${figure.grade.word}`} title={figure.grade.reasons.join('; ')}>
          {figure.grade.word}
        </span>
      </button>
      {(rows.length > 1 || figure.low !== figure.high) && (
        <ul class="rows">
          {rows.map(([first, ...copies]) => (
            <Row key={first!.claims[0]} testimony={first!} copies={copies.length} figure={figure} scale={scale} />
          ))}
        </ul>
      )}
    </li>
  )
}

interface RowProps {
  readonly testimony: FigureTestimony
  readonly copies: number
  readonly figure: PictureFigure
  readonly scale: ReturnType<typeof scaleFor>
}

function Row({ testimony, copies, figure, scale }: RowProps) {
  const status = statusAt(testimony, index.value, asOf.value)
  const known = knownBy(testimony.published, asOf.value)
  const words = writeBounds(testimony.low, testimony.high, testimony.bound)
  const origin = index.value.origins.get(testimony.origin)?.name ?? testimony.origin
  return (
    <li class={`row ${known ? '' : 'unknown'} ${status}`}>
      <button
        type="button"
        aria-pressed={ref.value === testimony.claims[0]}
        onClick={() => open(figure.id, figure.claims.indexOf(testimony.claims[0]!))}
        title={`${origin}, ${writeDay(testimony.published)}`}
      >
        <span class="who">
          {testimony.speaker ?? origin}
          {copies > 0 && <span class="copies"> +{count(copies, 'copy', 'copies')}</span>}
        </span>
        <Plot
          testimony={testimony}
          scale={scale}
          hollow={testimony.modality !== 'asserted'}
          struck={status !== 'stands'}
        />
        <span class="value">
          {words}
          {status !== 'stands' && <span class="status"> {status}</span>}
        </span>
      </button>
    </li>
  )
}

/** Testimonies folded under what they go back to: same origin, speaker and numbers are one row. */
function byOrigin(testimonies: readonly FigureTestimony[]): FigureTestimony[][] {
  const rows = new Map<string, FigureTestimony[]>()
  for (const t of testimonies) {
    const key = [t.origin, t.speaker, t.low, t.high, t.status].join('|')
    rows.set(key, [...(rows.get(key) ?? []), t])
  }
  return [...rows.values()]
}
