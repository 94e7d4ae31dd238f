/**
 * Key figures, each an interval dot plot: one row an origin, on an axis of its own.
 *
 *     5,000 – 7,000   US-led coalition   ├──────┤
 *     up to 6,000     Lt. Gen. Salman  ←────●
 *
 * Open ends point where the words leave them open; predictions are hollow, what was taken
 * back is struck through, what was not yet known is faded, and the head is the range that
 * was known then. Other definitions are other figures, named and linked. There is no mean.
 */
import { useMemo, useState } from 'preact/hooks'
import type { FigureTestimony, PictureFigure } from '../../src/model/picture.ts'
import { count, writeBounds, writeCounted, writeDay, writeFigure, writeInterval } from '../../src/present/words.ts'
import { More, usePaging, Words } from './more.tsx'
import { Opener } from './opener.tsx'
import { Axis, Plot, type Scale, scaleFor } from './plot.tsx'
import { Reading } from './reading.tsx'
import { Series } from './series.tsx'
import { data, index, on, open, operation, query } from './state.ts'
import { stepsOf, useStep } from './step.ts'
import { GRADE_WORDS, GRADES } from './terms.tsx'
import {
  endedOn,
  figureAt,
  firstOf,
  holdsOn,
  holdsWords,
  knownBy,
  periodAt,
  sayerOf,
  statusAt,
  within,
} from './view.ts'

interface FiguresProps {
  readonly figures: readonly PictureFigure[]
  readonly title: string
  /** At most so many, without filter and paging: for the first screen. */
  readonly most?: number
}

export function Figures({ figures, title, most }: FiguresProps) {
  const [shown, more] = usePaging(most ?? 48)
  const step = useStep(useMemo(() => (most === undefined ? [] : stepsOf(figures.map(({ known }) => known))), [figures]))
  // The first screen has room for what was known; the whole list shows what was not, faded.
  const passes = (figure: PictureFigure): boolean =>
    within(figure, operation.value, index.value) &&
    (most !== undefined
      ? knownBy(figure.known, step)
      : holdsOn(figure, on.value) && (query.value === '' || holdsWords(figure.summary, query.value)))
  const seen = firstOf(figures, most ?? figures.length, passes)
  return (
    <section aria-label={title} class="figures">
      <div class="title">
        <h2>{title}</h2>
        <Reading />
      </div>
      {most === undefined && <Words found={count(seen.length, 'figure')} />}
      {seen.length === 0 && <p class="none">No figures.</p>}
      <ul class="cards">
        {seen.slice(0, shown).map((figure) => (
          <Card key={figure.id} figure={figure} rowsAtFirst={most === undefined ? 8 : 4} />
        ))}
      </ul>
      {most === undefined && <More left={seen.length - shown} more={more} />}
    </section>
  )
}

/** Days that must have been counted for a drawing over time: of fewer the rows tell as much. */
const SERIES = 4

function Card({ figure, rowsAtFirst }: { figure: PictureFigure; rowsAtFirst: number }) {
  const [all, setAll] = useState(false)
  const { rows, scale } = useMemo(
    () => ({ rows: byOrigin(figure.testimonies), scale: scaleFor(figure.testimonies) }),
    [figure],
  )
  const day = useStep(
    useMemo(() => stepsOf(figure.testimonies.flatMap((one) => [one.published, endedOn(one, index.value)])), [figure]),
  )
  const range = figureAt(figure, index.value, day)
  const { from, to } = periodAt(figure, day)
  const when = writeInterval(from, to)
  // What was known by then comes first: it is what the head is made of.
  const later = ([one]: readonly FigureTestimony[]) => Number(!knownBy(one!.published, day))
  const sorted = day === null ? rows : rows.toSorted((a, b) => later(a) - later(b))
  const first = all ? sorted : sorted.slice(0, rowsAtFirst)
  return (
    <li class={`card ${range ? '' : 'unknown'}`} id={`card-${figure.id}`}>
      <Opener id={figure.id} class="head">
        <span class="range">{range ? headline(figure, range) : 'not known yet'}</span>
        <span class="what">
          {writeCounted(figure.measure, figure.subject, figure.place, figure.person)}
          {SAID[figure.modality] && <em> {SAID[figure.modality]}</em>}
          {when && <small> {when}</small>}
        </span>
        <span
          class={`grade ${figure.grade.word}`}
          title={`${GRADES[figure.grade.word]}: ${figure.grade.reasons.join('; ')}`}
        >
          {GRADE_WORDS[figure.grade.word]}
        </span>
      </Opener>
      {rowsAtFirst > 4 && new Set(figure.series.map((one) => one.day)).size >= SERIES && (
        <Series figure={figure} day={day} />
      )}
      <ul class="rows">
        {first.map(([one, ...copies]) => (
          <Row
            key={one!.claims[0]}
            testimony={one!}
            copies={copies.length + one!.claims.length - 1}
            figure={figure}
            scale={scale}
            range={range}
            day={day}
            alone={rows.length === 1}
          />
        ))}
      </ul>
      {rows.length > 1 && <Axis scale={scale} />}
      {rows.length > first.length && (
        <button type="button" class="plain rest" onClick={() => setAll(true)}>
          {count(rows.length - first.length, 'more voice', 'more voices')}
        </button>
      )}
      <Others figure={figure} />
    </li>
  )
}

/** The head: the range then known. Vague words stay words: "dozens", "dozens to scores"; "none" against "at least 12" is no "at least 0". */
export function headline({ testimonies }: PictureFigure, range: Pick<PictureFigure, 'low' | 'high'>): string {
  const same = testimonies.filter(({ low, high }) => low === range.low && high === range.high)
  if (same.length > 0 && same.every(({ bound }) => bound === same[0]!.bound)) return writeFigure(same[0]!)
  if (range.low === 0 && range.high === null) return [...new Set(testimonies.map(writeFigure))].slice(0, 2).join(' or ')
  const vague = testimonies.filter(({ bound }) => bound === 'vague')
  const [low, high] = [vague.find((one) => one.low === range.low), vague.find((one) => one.high === range.high)]
  return low && high ? `${writeFigure(low)} to ${writeFigure(high)}` : writeBounds(range.low, range.high)
}

/** What a figure that is no count is called. */
export const SAID: Readonly<Record<PictureFigure['modality'], string>> = {
  asserted: '',
  predicted: 'forecast',
  planned: 'planned',
  demanded: 'demanded',
  denied: 'denied',
  retracted: 'taken back',
}

/** What is counted differently under the same name: named, never merged. */
function Others({ figure }: { figure: PictureFigure }) {
  const others = data.value!.picture.disagreements.filter(
    ({ kind, about }) => kind === 'definition' && about.includes(figure.id),
  )
  const ids = [...new Set(others.flatMap(({ about }) => about.filter((id) => id !== figure.id)))]
  if (ids.length === 0) return null
  return (
    <p class="others">
      Not the same as:{' '}
      {ids.map((id) => (
        <button type="button" class="plain" key={id} onClick={() => open(id)}>
          {index.value.items.get(id)?.summary ?? id}
        </button>
      ))}
    </p>
  )
}

interface RowProps {
  readonly testimony: FigureTestimony
  readonly copies: number
  readonly figure: PictureFigure
  readonly scale: Scale
  readonly range: Pick<PictureFigure, 'low' | 'high'> | null
  /** The as-of day. */
  readonly day: string | null
  /** True when the row says no more than the head, so that only its speaker is shown. */
  readonly alone: boolean
}

const STATUS: Readonly<Record<FigureTestimony['status'], string>> = {
  stands: '',
  superseded: 'replaced later',
  denied: 'denied',
  retracted: 'retracted',
}

function Row({ testimony, copies, figure, scale, range, day, alone }: RowProps) {
  const status = statusAt(testimony, index.value, day)
  const known = knownBy(testimony.published, day)
  const origin = index.value.origins.get(testimony.origin)?.name ?? testimony.origin
  return (
    <li class={`row ${known ? '' : 'unknown'} ${status} ${alone ? 'alone' : ''}`}>
      <button
        type="button"
        onClick={() => open(figure.id, figure.claims.indexOf(testimony.claims[0]!))}
        title={`${origin}, ${writeDay(testimony.published)}`}
      >
        <span class="who">
          {sayerOf(testimony, index.value)}
          {copies > 0 && <span class="copies"> +{count(copies, 'copy', 'copies')}</span>}
        </span>
        {!alone && (
          <Plot
            testimony={testimony}
            scale={scale}
            range={range}
            hollow={testimony.modality !== 'asserted'}
            struck={status === 'retracted' || status === 'denied'}
          />
        )}
        <span class="value">
          {!alone && <span class="number">{writeFigure(testimony)}</span>}
          {alone && writeDay(testimony.published)}
          {status !== 'stands' && <span class="status"> {STATUS[status]}</span>}
        </span>
      </button>
    </li>
  )
}

/** Testimonies folded under what they go back to: same origin, speaker and numbers are one row; what stands comes first. */
function byOrigin(testimonies: readonly FigureTestimony[]): FigureTestimony[][] {
  const rows = new Map<string, FigureTestimony[]>()
  for (const t of testimonies) {
    const key = [t.origin, t.speaker, t.low, t.high, t.status].join('|')
    const row = rows.get(key)
    if (row) row.push(t)
    else rows.set(key, [t])
  }
  return [...rows.values()].toSorted(([a], [b]) => Number(a!.status !== 'stands') - Number(b!.status !== 'stands'))
}
