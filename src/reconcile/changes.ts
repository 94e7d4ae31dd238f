/**
 * Changes: what each day's reports brought: new events and figures, places that changed hands, numbers that moved,
 * disagreements, withdrawals. Dated by publication, so that "what changed between two dates" is a slice of the list.
 */
import type { Change, ControlPeriod, Disagreement, PictureEvent, PictureFigure } from '../model/picture.ts'
import type { Day } from '../model/report.ts'
import { writeCounted, writeFigure } from './summaries.ts'
import { type Setting, sayer } from './voices.ts'

/** A change before it has a reference. */
export interface ChangeDraft extends Omit<Change, 'id'> {
  readonly key: string
}

interface Known {
  readonly events: readonly PictureEvent[]
  readonly figures: readonly PictureFigure[]
  readonly control: readonly ControlPeriod[]
  readonly disagreements: readonly Disagreement[]
}

/** All changes, oldest first; within a day the weightier kinds, and what rests on more claims, first. */
export function draftChanges({ events, figures, control, disagreements }: Known, setting: Setting): ChangeDraft[] {
  const changes: ChangeDraft[] = []
  const change = (
    kind: Change['kind'],
    day: Day | null,
    summary: string,
    item: { id: string; claims: readonly string[]; from: Day | null; to: Day | null },
    cited = item.claims,
  ) => {
    if (day === null) return
    changes.push({
      key: `${kind}\n${item.id}\n${day}\n${summary}`,
      day,
      kind,
      summary,
      about: [item.id],
      claims: cited,
      from: item.from,
      to: item.to,
      known: day,
    })
  }
  for (const period of control)
    if (period.grade.word !== 'discounted' || period.known !== null)
      change('control', period.known, period.summary, period)
  for (const figure of figures) {
    // Each day's new numbers of a figure are one change.
    const byDay = new Map<Day, string[]>()
    const cited = new Map<Day, string[]>()
    for (const testimony of figure.testimonies) {
      if (testimony.published === null) continue
      const said = `${writeFigure(testimony)} (${sayer(testimony, setting)})`
      byDay.set(testimony.published, [...(byDay.get(testimony.published) ?? []), said])
      cited.set(testimony.published, [...(cited.get(testimony.published) ?? []), ...testimony.claims])
    }
    const mode = figure.modality === 'asserted' ? '' : `${figure.modality}: `
    for (const [day, said] of byDay)
      change(
        'figure',
        day,
        `${mode}${writeCounted(figure.measure, figure.subject, figure.place)}: ${[...new Set(said)].join(' / ')}`,
        figure,
        cited.get(day)!,
      )
  }
  for (const event of events)
    if (event.modality === 'asserted' && event.type !== 'other') change('event', event.known, event.summary, event)
  for (const disagreement of disagreements) {
    const fallen = disagreement.kind === 'happened' && disagreement.sides.some(({ says }) => says === 'withdrawn')
    change(fallen ? 'retraction' : 'disagreement', disagreement.known, disagreement.summary, disagreement)
  }
  const order: readonly Change['kind'][] = ['retraction', 'control', 'disagreement', 'figure', 'event']
  return changes.sort((a, b) =>
    a.day < b.day
      ? -1
      : a.day > b.day
        ? 1
        : order.indexOf(a.kind) - order.indexOf(b.kind) ||
          b.claims.length - a.claims.length ||
          (a.key < b.key ? -1 : 1),
  )
}
