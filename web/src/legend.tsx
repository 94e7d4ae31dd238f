/** What the map's marks mean: colours of holders, fillings, glyphs, age. */
import { count } from '../../src/present/words.ts'
import type { MapData } from './features.ts'
import { holders } from './holders.ts'
import { GLYPHS, palette } from './icons.ts'
import { SORTS, type Sort } from './sorts.ts'
import { dark } from './state.ts'
import { Term } from './terms.tsx'

const LOOKS = [
  ['solid', 'held, or taken'],
  ['hatched', 'claimed by one side only'],
  ['dotted', 'contested'],
  ['empty', 'not told who'],
] as const

interface LegendProps {
  readonly drawn: MapData
  /** Are places folded into dots as the map stands? */
  readonly folded: boolean
}

export function Legend({ drawn: { marks, places, unplaced }, folded }: LegendProps) {
  const icons = new Set(marks.map(({ icon }) => icon))
  const looks = LOOKS.filter(([look]) => [...icons].some((icon) => icon.startsWith(look)))
  const sorts = (Object.keys(SORTS) as Sort[]).filter((sort) => icons.has(sort))
  const colours = palette(dark.value)
  const others = [...icons].some((icon) => icon.endsWith('-x'))
  return (
    <dl class="legend" aria-label="Legend">
      {looks.length > 0 && (
        <div>
          <dt>Who has it</dt>
          {holders.value.map((name, i) => (
            <dd key={name}>
              <span class="mark solid" style={{ '--c': colours[i] }} />
              {name}
            </dd>
          ))}
          {others && (
            <dd>
              <span class="mark solid" style={{ '--c': colours.at(-1) }} />
              others
            </dd>
          )}
        </div>
      )}
      <div>
        <dt>How it is told</dt>
        {looks.map(([look, means]) => (
          <dd key={look}>
            <span class={`mark ${look}`} />
            {look === 'hatched' ? (
              <Term of="claimed">{means}</Term>
            ) : look === 'dotted' ? (
              <Term of="contested">{means}</Term>
            ) : (
              means
            )}
          </dd>
        ))}
        <dd>
          <Term of="age">paler: older news</Term>
        </dd>
      </div>
      <div>
        <dt>What happened</dt>
        {sorts.map((sort) => (
          <dd key={sort}>
            <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
              <path d={GLYPHS[sort]} />
            </svg>
            {SORTS[sort]}
          </dd>
        ))}
        {places.some(({ doubt }) => doubt) && (
          <dd>
            <span class="mark doubt" />
            <Term of="doubt">somewhere in here</Term>
          </dd>
        )}
        {folded && (
          <dd class="howto">
            <span class="mark more-here" />
            more places: zoom in
          </dd>
        )}
        {unplaced > 0 && <dd>{count(unplaced, 'statement')} without a place exact enough to draw</dd>}
      </div>
    </dl>
  )
}
