/** The frame: as-of line, clocks, tabs, the open tab, and the reader beside it. Each part has a file of its own. */
import { keyFigures } from '../../src/present/brief.ts'
import { count, writeDay } from '../../src/present/words.ts'
import { Add } from './add.tsx'
import { Changes } from './changes.tsx'
import { Claims } from './claims.tsx'
import { Clocks } from './clocks.tsx'
import { Control } from './control.tsx'
import { served } from './data.ts'
import { Disagreements, openBy } from './disagreements.tsx'
import { Figures } from './figures.tsx'
import { Help } from './help.tsx'
import { Items } from './items.tsx'
import { PictureMap } from './map.tsx'
import { Reader } from './reader.tsx'
import { Reports } from './reports.tsx'
import { asOf, data, index, on, ref, TABS, type Tab, tab } from './state.ts'
import { Strip } from './strip.tsx'
import { knownBy } from './view.ts'

const TITLES: Record<Tab, string> = {
  picture: 'Picture',
  figures: 'Figures',
  disagreements: 'Disagreements',
  gaps: 'Not known',
  claims: 'Claims',
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
        <Clocks />
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
          {served() && <Add />}
          <button
            type="button"
            class="keys"
            aria-haspopup="dialog"
            onClick={() => (document.getElementById('keys') as HTMLDialogElement).showModal()}
          >
            Keys
          </button>
        </nav>
      </header>
      <main id="main" tabIndex={-1} class={tab.value}>
        <Body />
      </main>
      {ref.value && <Reader />}
      <Help />
    </div>
  )
}

function AsOf() {
  const picture = data.value!.picture
  const day = asOf.value ?? picture.asOf ?? index.value.published?.[1] ?? null
  const reports = picture.reports.filter(({ published }) => knownBy(published.date, asOf.value))
  const ids = new Set(reports.map(({ id }) => id))
  const origins = picture.origins.filter((origin) => origin.reports.some((id) => ids.has(id)))
  const disagreements = picture.disagreements.filter((item) => openBy(item, index.value, asOf.value))
  return (
    <p class="asof" aria-live="polite">
      As of <strong>{writeDay(day)}</strong>
      {on.value && (
        <>
          , about <strong>{writeDay(on.value)}</strong>
        </>
      )}
      : {count(reports.length, 'report')}, {count(origins.length, 'independent origin')},{' '}
      {count(disagreements.length, 'disagreement')}
    </p>
  )
}

function Body() {
  const picture = data.value!.picture
  switch (tab.value) {
    case 'picture':
      return (
        <>
          <Changes picture={picture} />
          <PictureMap picture={picture} />
          <Figures title="Key figures" figures={keyFigures(picture).slice(0, 6)} />
          <Strip events={picture.events} />
          <Control picture={picture} />
          <Items title="Events" items={picture.events} none="No events." dated most={40} />
        </>
      )
    case 'figures':
      return <Figures title="Figures" figures={keyFigures(picture)} />
    case 'claims':
      return <Claims />
    case 'disagreements':
      return <Disagreements disagreements={picture.disagreements} />
    case 'gaps':
      return <Items title="Not known" items={picture.gaps} none="No gaps were found." />
    case 'reports':
      return <Reports picture={picture} />
  }
}
