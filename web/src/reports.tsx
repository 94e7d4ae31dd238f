/** The reports: when and by whom, how the date is known, what each copies. */
import type { Picture, PictureReport } from '../../src/model/picture.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { tidyDays } from './days.ts'
import { More, usePaging, Words } from './more.tsx'
import { Opener } from './opener.tsx'
import { filters, goTo, index, open, query } from './state.ts'
import { useStep } from './step.ts'
import { holdsWords, knownBy } from './view.ts'

export function Reports({ picture }: { picture: Picture }) {
  const [most, more] = usePaging(60)
  const seen = picture.reports
    .filter(({ id, publisher }) => query.value === '' || holdsWords(`${name(id)} ${publisher}`, query.value))
    .toSorted((a, b) => ((a.published.date ?? '') < (b.published.date ?? '') ? 1 : -1))
  return (
    <section aria-label="Reports" class="reports">
      <h2>Reports</h2>
      {picture.reports.length > 6 && <Words found={count(seen.length, 'report')} />}
      <ul class="cards">
        {seen.slice(0, most).map((report) => (
          <Card key={report.id} report={report} />
        ))}
      </ul>
      <More left={seen.length - most} more={more} />
    </section>
  )
}

const name = (id: string): string => index.value.titles.get(id) ?? id

/** Whose words it has: its own, or those of another. */
function wordsOf({ origin, publisher }: PictureReport): string {
  const who = index.value.originName.get(origin) ?? origin
  // A report of which nobody knows the publisher is its own origin, and goes by its day.
  const own = publisher === null ? who.startsWith('report of') : who === publisher
  return own ? 'in its own words' : `in the words of ${who}`
}

function Card({ report }: { report: PictureReport }) {
  const { date } = report.published
  const step = useStep(date === null ? [] : [date])
  return (
    <li class={`card ${knownBy(report.published.date, step) ? '' : 'unknown'}`}>
      <Opener id={report.id} class="head">
        <span class="what" title={report.file ?? undefined}>
          {name(report.id)}
        </span>
        <span class="kind">
          {report.publisher && `${report.publisher}, `}
          {writeDay(report.published.date)}
        </span>
      </Opener>
      <p>
        <button
          type="button"
          class="plain"
          onClick={() => {
            filters.value = { report: report.id }
            goTo('claims')
          }}
        >
          {count(report.claims.length, 'claim')}
        </button>
        , {wordsOf(report)}
        {report.published.inferred && (
          <>
            . Date inferred, confidence {report.published.confidence.toFixed(2)}: {tidyDays(report.published.reason)}
          </>
        )}
      </p>
      {report.copies.length > 0 && (
        <>
          <p>Shares its words with</p>
          <ul class="shares">
            {report.copies.map(({ of, share }) => (
              <li key={of}>
                {Math.round(share * 100)} %
                <button type="button" class="plain" onClick={() => open(of)}>
                  {name(of)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}
