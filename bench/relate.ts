/**
 * How the time of relating and reconciling grows with the number of reports.
 *
 *     node bench/relate.ts [COUNT...]        default 1000 2000 5000 10000 20000 50000
 *
 * The reports are made up: stories of eight reports on average, each with its own
 * place, people and numbers over a common stock of war words; one report in four
 * copies half or more of another of its story. Prints reports, words, and seconds of
 * processor time for copies, stories and the picture (two claims a report).
 */
import type { Claim } from '../src/model/claim.ts'
import { given, type Report } from '../src/model/report.ts'
import { reconcile } from '../src/reconcile/picture.ts'
import { copies } from '../src/relate/copies.ts'
import { ledger } from '../src/relate/ledger.ts'
import { stories } from '../src/relate/stories.ts'

/** A small linear congruential generator: the same reports on every machine. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const SYLLABLES =
  'ba da fa ga ha ja ka la ma na pa ra sa ta va za be de fe ge he ke le me ne re se te bi di gi ki li mi ni ri si ti'.split(
    ' ',
  )
const STOCK = Array.from({ length: 4000 }, (_, i) => word(chance(i + 7), 3))

function word(roll: (below: number) => number, parts: number): string {
  return Array.from({ length: parts }, () => SYLLABLES[roll(SYLLABLES.length)]).join('')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence of common words, commoner ones more often, with names and numbers of its story strewn in. */
function sentence(roll: (below: number) => number, own: readonly string[]): string {
  const words = Array.from({ length: 12 + roll(14) }, () =>
    roll(7) === 0 ? own[roll(own.length)]! : STOCK[Math.min(roll(STOCK.length), roll(STOCK.length))]!,
  )
  return `${capital(words.join(' '))}.`
}

/** `count` reports of about 300 words. */
export function madeUp(count: number): Report[] {
  const roll = chance(count)
  const reports: Report[] = []
  while (reports.length < count) {
    const own = [
      ...Array.from({ length: 12 }, () => capital(word(roll, 4))),
      ...Array.from({ length: 4 }, () => String(10 + roll(9990))),
    ]
    const day = new Date(Date.UTC(2030, 0, 1 + roll(700)))
    const written: string[][] = []
    for (let n = 1 + roll(15); n > 0 && reports.length < count; n--) {
      const model = written.length > 0 && roll(4) === 0 ? written[roll(written.length)]! : []
      const kept = model.slice(0, Math.ceil(model.length * (0.5 + roll(50) / 100)))
      const fresh = Array.from({ length: 16 - kept.length }, () => sentence(roll, own))
      written.push([...kept, ...fresh])
      day.setUTCDate(day.getUTCDate() + roll(2))
      reports.push({
        id: `m${reports.length}`,
        text: [...kept, ...fresh].join(' '),
        published: given(day.toISOString().slice(0, 10)),
        publisher: `Outlet ${roll(40)}`,
      })
    }
  }
  return reports
}

/** Two figure claims a report, in its first and second sentence. */
function claimsOf(report: Report, roll: (below: number) => number): Claim[] {
  return [0, 1].map((nth): Claim => {
    const start = nth === 0 ? 0 : report.text.indexOf('.') + 2
    const end = report.text.indexOf('.', start)
    const low = 1 + roll(60)
    return {
      id: `${report.id}.${nth}`,
      report: report.id,
      kind: 'figure',
      start,
      end,
      quote: report.text.slice(start, end),
      source: roll(3) === 0 ? [`Speaker ${roll(200)}`] : [],
      modality: 'asserted',
      from: report.published.date,
      to: report.published.date,
      timeBasis: 'sentence',
      place: `Town ${roll(400)}`,
      placeId: null,
      location: null,
      placeBasis: 'sentence',
      role: 'body',
      confidence: 0.8,
      reason: { frame: 'made up', trigger: { start, end: start + 1 }, notes: [] },
      wording: { sentence: { start, end }, signs: [] },
      measure: nth === 0 ? 'killed' : 'wounded',
      subject: 'people',
      low,
      high: low,
      bound: 'exact',
    }
  })
}

function timed<T>(work: () => T): [T, number] {
  const began = process.cpuUsage()
  const result = work()
  return [result, process.cpuUsage(began).user / 1e6]
}

const counts = process.argv.slice(2).map(Number)
const row = (cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padStart(10)).join(''))
row(['reports', 'words', 'pairs', 'copies s', 'stories', 'stories s', 'picture s', 'ms/report', 'MB'])
for (const count of counts.length > 0 ? counts : [1000, 2000, 5000, 10000, 20000, 50000]) {
  const reports = madeUp(count)
  const roll = chance(3)
  const readings = reports.map((report) => ({ report, claims: claimsOf(report, roll), places: [], actors: [] }))
  const [pairs, forCopies] = timed(() => copies(reports))
  const [story, forStories] = timed(() => stories(reports))
  const [, forPicture] = timed(() => reconcile(ledger(readings)))
  const words = reports.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  row([
    count,
    words,
    pairs.length,
    forCopies.toFixed(1),
    new Set(story).size,
    forStories.toFixed(1),
    forPicture.toFixed(1),
    ((1000 * forPicture) / count).toFixed(2),
    Math.round(process.memoryUsage().heapUsed / 1e6),
  ])
}
