/** How a figure is read: its marks, each with what it means, drawn by the code that draws them. */
import { Plot, type Scale } from './plot.tsx'
import { Note } from './terms.tsx'

const SCALE: Scale = { at: (n) => n, min: 0, max: 1, log: false }

const MARKS = [
  { low: 0.5, high: 0.5, means: 'one number' },
  { low: 0.25, high: 0.75, means: 'a range' },
  { low: 0.35, high: null, means: '“at least”: open upwards' },
  { low: null, high: 0.65, means: '“up to”: open downwards' },
  { low: 0.5, high: 0.5, hollow: true, means: 'a forecast, a plan, a demand' },
  { low: 0.5, high: 0.5, struck: true, means: 'denied, or taken back' },
  {
    low: 0.5,
    high: 0.5,
    range: { low: 0.2, high: 0.8 },
    means: 'pale band: the range that all of them make together; never a mean',
  },
]

export function Reading() {
  return (
    <Note label="How to read this">
      <span class="guide">
        <span>One row for each who says so.</span>
        {MARKS.map(({ low, high, range = null, hollow = false, struck = false, means }) => (
          <span key={means} class="key">
            <Plot testimony={{ low, high }} scale={SCALE} range={range} hollow={hollow} struck={struck} />
            {means}
          </span>
        ))}
      </span>
    </Note>
  )
}
