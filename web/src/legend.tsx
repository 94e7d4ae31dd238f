/** What the map's marks mean: colours of holders, fillings, glyphs, age. */
import { count } from '../../src/present/words.ts'
import { type MapData, SORTS, type Sort } from './features.ts'
import { GLYPHS, palette } from './icons.ts'
import { dark } from './state.ts'

const LOOKS = [
  ['solid', 'held'],
  ['hatched', 'claimed by one side only'],
  ['dotted', 'contested'],
  ['empty', 'not told who'],
] as const

export function Legend({ drawn: { marks, holders, unplaced, doubts } }: { drawn: MapData }) {
  const icons = new Set(marks.map(({ feature }) => String(feature.properties!.icon)))
  const looks = LOOKS.filter(([look]) => [...icons].some((icon) => icon.startsWith(look)))
  const sorts = (Object.keys(SORTS) as Sort[]).filter((sort) => icons.has(sort))
  const colours = palette(dark.value)
  const others = [...icons].some((icon) => icon.endsWith('-x'))
  return (
    <ul class="legend" aria-label="Legend">
      {holders.map((name, i) => (
        <li key={name}>
          <span class="mark solid" style={{ '--c': colours[i] }} />
          {name}
        </li>
      ))}
      {others && (
        <li>
          <span class="mark solid" style={{ '--c': colours.at(-1) }} />
          others
        </li>
      )}
      {looks.map(([look, means]) => (
        <li key={look}>
          <span class={`mark ${look}`} />
          {means}
        </li>
      ))}
      {sorts.map((sort) => (
        <li key={sort}>
          <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
            <path d={GLYPHS[sort]} />
          </svg>
          {SORTS[sort]}
        </li>
      ))}
      {doubts.length > 0 && (
        <li>
          <span class="mark doubt" />
          somewhere in here
        </li>
      )}
      <li>paler: more than a week, a month, three months old</li>
      {unplaced > 0 && <li>{count(unplaced, 'statement')} too vague in place to draw</li>}
    </ul>
  )
}
