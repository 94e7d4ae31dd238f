/**
 * The brief: a picture on two screens of a terminal.
 *
 *     As of 20 Feb 2017: 5 reports, 4 independent origins, 3 disagreements
 *
 *     Key figures
 *       Islamic State fighters in Mosul: 5,000 to 7,000 (...); up to 6,000 (...)  F3f2a
 *
 * Every line ends in the reference that `recount show` opens. What does not fit is
 * counted, never dropped in silence. What comes first is chosen in leading.ts.
 */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Change, ControlPeriod, Picture, PictureEvent, PictureFigure, PictureReport } from '../model/picture.ts'
import { publicationDays } from '../model/report.ts'
import { keyEvents } from './key-events.ts'
import { keyFigures, leadingFigures, retelling } from './key-figures.ts'
import { latestControl, weighty } from './leading.ts'
import { count, writeDay } from './words.ts'
import { wrap } from './wrap.ts'

/** Colours for a terminal. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
}

/** No colours: for pipes, files and tests. */
const PLAIN: Style = { bold: (text) => text, dim: (text) => text }

/** How many entries each part may take, so that the whole fits two screens. */
export const ROOM = {
  changes: 8,
  figures: 12,
  events: 10,
  control: 10,
  disagreements: 8,
  gaps: 5,
  reports: 16,
  problems: 6,
}

interface Entry {
  readonly text: string
  /** What stands behind it: the grade and how many origins. */
  readonly note?: string
  readonly ref?: string
}

/** The brief as text, ending in a newline. `width` is in characters. */
export function brief(
  picture: Picture,
  diagnostics: readonly Diagnostic[] = [],
  style: Style = PLAIN,
  width = 100,
): string {
  const out = [...wrap(asOfLine(picture), width).map(style.bold), ...wrap(LEGEND, width).map(style.dim), '']
  const part = (title: string, entries: readonly Entry[], room: number, all = entries.length): void => {
    if (entries.length === 0) return
    const shown = entries.slice(0, room)
    out.push(style.bold(title), ...shown.flatMap((entry) => lay(entry, style, width)))
    if (all > shown.length) out.push(style.dim(`  … and ${all - shown.length} more`))
    out.push('')
  }
  part('What changed last', changes(picture), ROOM.changes)
  const figures = keyFigures(picture, ROOM.figures)
  part('Key figures', figures.map(graded), ROOM.figures, leadingFigures(picture).length)
  part('What happened', keyEvents(picture, ROOM.events).map(graded), ROOM.events)
  const taken = withdrawn(picture)
  const controlEntry = (period: ControlPeriod): Entry => {
    const before = taken.get(period.place)
    const entry = graded(period)
    return before === undefined ? entry : { ...entry, text: `${entry.text}; earlier: ${before}` }
  }
  part('Who holds what', latestControl(picture).map(controlEntry), ROOM.control)
  part('Disagreements', weighty(picture.disagreements).map(plain), ROOM.disagreements)
  part('Not known', picture.gaps.map(plain), ROOM.gaps)
  part('Reports', picture.reports.toSorted(byDay).map(reportEntry(picture.reports)), ROOM.reports)
  part('Problems', diagnostics.filter(({ severity }) => severity !== 'info').map(problem), ROOM.problems)
  return `${out.join('\n').trimEnd()}\n`
}

const LEGEND = '`recount show REF PATH` opens a line’s sentences. Lines without a grade rest on one origin or voice.'

/** "As of 20 Feb 2017: 5 reports, 4 independent origins, 3 disagreements". */
function asOfLine(picture: Picture): string {
  const asOf = picture.asOf ?? publicationDays(picture.reports.map(({ published }) => published)).at(-1) ?? null
  const head = asOf === null ? 'No report is dated' : `As of ${writeDay(asOf)}`
  const on = picture.on === null ? '' : `, about ${writeDay(picture.on)}`
  // More origins than reports puzzles readers unless they are told that what reports quote counts too.
  const quoted = picture.origins.filter(({ reports }) => reports.length === 0).length
  const counts = [
    count(picture.reports.length, 'report'),
    `${count(picture.origins.length, 'independent origin')}${quoted > 0 ? ` (${quoted} only quoted)` : ''}`,
    count(picture.disagreements.length, 'disagreement'),
  ]
  return `${head}${on}: ${counts.join(', ')}`
}

/** The newest changes first, each thing once. Reports of one day changed nothing: the rest of the brief tells what they say. */
function changes(picture: Picture): Entry[] {
  if (new Set(publicationDays(picture.reports.map(({ published }) => published))).size < 2) return []
  const told = new Set<string>()
  const isRetold = retelling(picture)
  const figures = new Map(picture.figures.map((figure) => [figure.id, figure]))
  const counted: PictureFigure[] = []
  const isNew = ({ summary, about, kind }: Change): boolean => {
    if (told.has(summary)) return false
    told.add(summary)
    const figure = kind === 'figure' ? figures.get(about[0]!) : undefined
    if (!figure || counted.length >= COMPARED) return true
    // Of a figure that moved twice the newer words tell both.
    if (counted.some((one) => one === figure || isRetold(figure, one))) return false
    counted.push(figure)
    return true
  }
  return picture.changes
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .filter(isNew)
    .map(({ day, summary, about, id }) => ({ text: `${writeDay(day)}  ${summary}`, ref: about[0] ?? id }))
}

/** Figures that a newer change is compared with: more than the brief has room for. */
const COMPARED = 24

/** What was said of a place and taken back, by place: "captured by X, by 18 Jan 2017 (retracted, Y)". */
const withdrawn = ({ control }: Picture): Map<string, string> =>
  new Map(
    control.flatMap(({ place, grade, summary }) =>
      grade.word === 'discounted' ? [[place, summary.slice(summary.indexOf(': ') + 2)] as const] : [],
    ),
  )

const plain = ({ summary, id }: { summary: string; id: string }): Entry => ({ text: summary, ref: id })

/** The grade, and nothing for the commonest: one origin or voice, as the last line of the head says. */
const graded = ({ summary, id, grade, origins }: PictureFigure | PictureEvent | ControlPeriod): Entry => ({
  text: summary,
  ...(grade.word !== 'weak' && { note: `${grade.word}, ${count(origins.length, 'origin')}` }),
  ref: id,
})

/** By day, undated last. */
const byDay = (a: PictureReport, b: PictureReport): number => {
  const [x, y] = [a, b].map(({ published, file, id }) => `${published.date ?? '9999'} ${file ?? id}`) as [
    string,
    string,
  ]
  return x < y ? -1 : x > y ? 1 : 0
}

/** A report by its file, by its id where many stand in one. */
function reportEntry(all: readonly PictureReport[]): (report: PictureReport) => Entry {
  const uses = new Map<string | null, number>()
  for (const { file } of all) uses.set(file, (uses.get(file) ?? 0) + 1)
  return ({ file, id, publisher, published }) => {
    const own = file === null || uses.get(file)! > 1 ? id : file.slice(file.lastIndexOf('/') + 1)
    const name = [publisher, own].filter(Boolean).join(', ')
    const reason = published.reason.split('; ').slice(0, 2).join('; ')
    const how = published.inferred ? ` (inferred, confidence ${published.confidence.toFixed(2)}: ${reason})` : ''
    return { text: published.date === null ? `undated  ${name} (${reason})` : `${published.date}  ${name}${how}` }
  }
}

const problem = ({ file, report, message, code }: Diagnostic): Entry => ({
  text: `${file ?? report ?? ''}: ${message}`,
  note: code,
})

/** One entry as lines no wider than `width`, its note and reference at the end. */
function lay({ text, note, ref }: Entry, style: Style, width: number): string[] {
  const rows = wrap(text, width, '  ', '    ')
  const row = rows.at(-1)!
  const tail = [note && `(${note})`, ref].filter(Boolean).join('  ')
  if (!tail) return rows
  const fits = row.length + tail.length + 2 <= width
  return fits ? rows.with(-1, `${row}  ${style.dim(tail)}`) : [...rows, `     ${style.dim(tail)}`]
}
