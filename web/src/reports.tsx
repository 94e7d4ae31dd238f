/** The reports: when and by whom, how the date is known, what each copies. */
import type { Picture } from '../../src/model/picture.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { asOf, index, open } from './state.ts'
import { knownBy } from './view.ts'

export function Reports({ picture }: { picture: Picture }) {
  const name = (id: string) => {
    const report = index.value.reports.get(id)
    return report?.title ?? report?.file ?? id
  }
  return (
    <section aria-label="Reports" class="reports">
      <h2>Reports</h2>
      <ul class="cards">
        {picture.reports.map((report) => (
          <li key={report.id} class={`card ${knownBy(report.published.date, asOf.value) ? '' : 'unknown'}`}>
            <button
              type="button"
              class="head"
              data-item={report.id}
              disabled={report.claims.length === 0}
              onClick={() => open(report.claims[0] ?? null)}
            >
              <span class="what">{name(report.id)}</span>
              <span class="kind">
                {report.publisher && `${report.publisher}, `}
                {writeDay(report.published.date)}
              </span>
            </button>
            <p>
              {count(report.claims.length, 'claim')}, origin:{' '}
              {index.value.origins.get(report.origin)?.name ?? report.origin}
              {report.published.inferred && (
                <>
                  . Date inferred, confidence {report.published.confidence.toFixed(2)}: {report.published.reason}
                </>
              )}
            </p>
            {report.copies.length > 0 && (
              <p>
                Shares its words with{' '}
                {report.copies.map(({ of, share }) => `${name(of)} (${Math.round(share * 100)} %)`).join('; ')}.
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
