/** The frame: as-of line, clocks, tabs, the open tab, and the reader beside it. Each part has a file of its own. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { leadingFigures } from '../../src/present/key-figures.ts'
import { count, writeDay, writeNumber } from '../../src/present/words.ts'
import { Add, AddStatus } from './add.tsx'
import { Changes } from './changes.tsx'
import { Claims } from './claims.tsx'
import { Clocks } from './clocks.tsx'
import { Control } from './control.tsx'
import { served } from './data.ts'
import { Contested, Disagreements } from './disagreements.tsx'
import { Events } from './events.tsx'
import { Figures } from './figures.tsx'
import { Gaps } from './gaps.tsx'
import { Happened } from './happened.tsx'
import { Help } from './help.tsx'
import { Lead } from './lead.tsx'
import { onlyQuoted } from './lookups.ts'
import { PictureMap } from './map.tsx'
import { Operations } from './operations.tsx'
import { Reader } from './reader.tsx'
import { Reports } from './reports.tsx'
import { data, goTo, index, on, ref, TABS, type Tab, tab } from './state.ts'
import { asOfWords, countUntil } from './step.ts'
import { Strip } from './strip.tsx'
import { Term } from './terms.tsx'
import { byDay } from './view.ts'

const TITLES: Record<Tab, string> = {
  picture: 'Picture',
  figures: 'Figures',
  events: 'Events',
  disagreements: 'Disagreements',
  gaps: 'Not known',
  claims: 'Claims',
  reports: 'Reports',
}

export function App() {
  // On a phone the parts do not all fit: the open one is brought into sight.
  useEffect(() => {
    const nav = document.querySelector('nav')
    const here = nav?.querySelector<HTMLElement>('[aria-current]')
    if (nav && here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2
  }, [tab.value])
  return (
    <div class={ref.value ? 'frame reading' : 'frame'}>
      <button type="button" class="skip" onClick={skip}>
        Skip to the content
      </button>
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
              onClick={() => goTo(name)}
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
        {served() && <AddStatus />}
      </header>
      <main id="main" tabIndex={-1} class={tab.value}>
        {tab.value === 'picture' && <Lead picture={data.value!.picture} />}
        {tab.value !== 'reports' && <Operations picture={data.value!.picture} />}
        <Body />
      </main>
      {ref.value && <Reader />}
      <Help />
    </div>
  )
}

/** To the content without touching the address, which holds the view. */
function skip(): void {
  document.getElementById('main')?.focus()
}

const countOrNo = (n: number, noun: string): string => (n === 0 ? `no ${noun}` : count(n, noun))

/** Origins named in the note on them; the rest is counted. */
const NAMED = 12

function AsOf() {
  const { picture } = data.value!
  const { published, reportDays, originDays, quotedDays, disagreementDays, originName } = index.value
  const day = asOfWords.value ?? picture.asOf ?? published?.[1] ?? null
  // While no day is set the undated count as well.
  const number = (days: readonly string[], all: number) =>
    asOfWords.value === null ? all : countUntil(days, asOfWords.value)
  const [reports, origins, disagreements] = [
    count(number(reportDays, picture.reports.length), 'report'),
    count(number(originDays, picture.origins.length), 'independent origin'),
    countOrNo(number(disagreementDays, picture.disagreements.length), 'disagreement'),
  ] as const
  // More origins than reports puzzles readers unless they are told that what reports quote counts too.
  const quoted = number(quotedDays, picture.origins.filter(onlyQuoted).length)
  const among = quoted > 0 ? ` (${writeNumber(quoted)} only quoted)` : ''
  const names = [...originName.values()]
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : ''
  const about = on.value && writeDay(on.value)
  return (
    <>
      <p class="asof">
        {day === null ? (
          'No report is dated'
        ) : (
          <>
            As of <strong>{writeDay(day)}</strong>
          </>
        )}
        {about && (
          <>
            , about <strong>{about}</strong>
          </>
        )}
        : {reports} from{' '}
        <Term of="origin" more={`Here: ${names.slice(0, NAMED).join(', ')}${more}.`}>
          {origins}
        </Term>
        {among}, <Term of="disagreement">{disagreements}</Term>
      </p>
      <Said
        words={`${day === null ? 'No report is dated' : `As of ${writeDay(day)}`}${about ? `, about ${about}` : ''}: ${reports} from ${origins}${among}, ${disagreements}`}
      />
    </>
  )
}

/** Milliseconds that the clocks must rest before a screen reader is told where they stand. */
const REST = 700

/** The as-of line for screen readers: said once the clocks rest, not at every step of a drag. */
function Said({ words }: { words: string }) {
  const [said, say] = useState('')
  useEffect(() => {
    const rest = setTimeout(() => say(words), REST)
    return () => clearTimeout(rest)
  }, [words])
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  )
}

function Body() {
  const picture = data.value!.picture
  const figures = useMemo(() => leadingFigures(picture), [picture])
  const events = useMemo(() => byDay(picture.events), [picture])
  switch (tab.value) {
    case 'picture':
      if (picture.claims.length === 0)
        return (
          <p class="none">
            Nothing in these reports can be put into a picture: no event, no figure, nobody who holds a place. Their
            texts stand under{' '}
            <button type="button" class="plain" onClick={() => goTo('reports')}>
              Reports
            </button>
            .
          </p>
        )
      return (
        <div class="sheet">
          <div class="news">
            <Changes />
            <Contested disagreements={picture.disagreements} />
          </div>
          <PictureMap picture={picture} towns={data.value!.towns} />
          <Figures title="Key figures" figures={figures} most={5} />
          <Strip events={picture.events} />
          {picture.control.length > 0 ? <Control /> : <Happened picture={picture} />}
        </div>
      )
    case 'figures':
      return <Figures title="Figures" figures={figures} />
    case 'events':
      return (
        <>
          <Strip events={picture.events} />
          <Events events={events} />
        </>
      )
    case 'claims':
      return <Claims />
    case 'disagreements':
      return <Disagreements disagreements={picture.disagreements} />
    case 'gaps':
      return <Gaps gaps={picture.gaps} />
    case 'reports':
      return <Reports picture={picture} />
  }
}
