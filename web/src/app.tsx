/** The frame: as-of line, tabs, the open tab and the reader beside it. Each part has a file of its own. */
import { count, writeDay } from '../../src/present/words.ts'
import { Figures } from './figures.tsx'
import { Items } from './items.tsx'
import { Reader } from './reader.tsx'
import { asOf, data, index, on, ref, TABS, type Tab, tab } from './state.ts'

const TITLES: Record<Tab, string> = {
  picture: 'Picture',
  ledger: 'Claims',
  disagreements: 'Disagreements',
  gaps: 'Not known',
  reports: 'Reports',
}

export function App() {
  return (
    <div class={ref.value ? 'frame reading' : 'frame'}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header>
        <h1>{data.value?.name}</h1>
        <AsOf />
        <nav aria-label="Parts">
          {TABS.map((name) => (
            <button
              type="button"
              key={name}
              aria-current={tab.value === name ? 'page' : undefined}
              onClick={() => {
                tab.value = name
              }}
            >
              {TITLES[name]}
            </button>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Body />
      </main>
      {ref.value && <Reader />}
    </div>
  )
}

function AsOf() {
  const picture = data.value!.picture
  const day = asOf.value ?? picture.asOf ?? index.value.published?.[1] ?? null
  return (
    <p class="asof">
      As of <strong>{writeDay(day)}</strong>
      {on.value && (
        <>
          , about <strong>{writeDay(on.value)}</strong>
        </>
      )}
      : {count(picture.reports.length, 'report')}, {count(picture.origins.length, 'independent origin')},{' '}
      {count(picture.disagreements.length, 'disagreement')}
    </p>
  )
}

function Body() {
  const picture = data.value!.picture
  switch (tab.value) {
    case 'picture':
      return (
        <>
          <Items title="What changed last" items={picture.changes.toReversed().slice(0, 8)} dated />
          <Figures figures={picture.figures} />
          <Items title="Who holds what" items={picture.control} />
          <Items title="Events" items={picture.events} dated />
        </>
      )
    case 'ledger':
      return <Items title="Claims" items={picture.claims.map((c) => ({ ...c, summary: c.quote, known: null }))} />
    case 'disagreements':
      return <Items title="Disagreements" items={picture.disagreements} />
    case 'gaps':
      return <Items title="Not known" items={picture.gaps} />
    case 'reports':
      return (
        <Items
          title="Reports"
          items={picture.reports.map((r) => ({ ...r, summary: r.title ?? r.file ?? r.id, known: r.published.date }))}
        />
      )
  }
}
