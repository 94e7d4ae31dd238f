/** Key figures as ranges: one row a figure, one mark an origin. Never an average. */
import type { PictureFigure } from '../../src/model/picture.ts'
import { writeBounds } from '../../src/present/words.ts'
import { asOf, open } from './state.ts'
import { knownBy } from './view.ts'

export function Figures({ figures }: { figures: readonly PictureFigure[] }) {
  return (
    <section aria-label="Key figures">
      <h2>Key figures</h2>
      <ul class="items">
        {figures.map((figure) => (
          <li key={figure.id} class={knownBy(figure.known, asOf.value) ? '' : 'unknown'}>
            <button type="button" onClick={() => open(figure.id)}>
              <strong>{writeBounds(figure.low, figure.high)}</strong> {figure.summary}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
