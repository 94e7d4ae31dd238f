/**
 * Which places and disagreements of a picture come first on a first screen, and how each place stands now.
 *
 * The brief of the terminal and the page choose by the same rules. Nothing is computed or worded here.
 * Figures and events: key-figures.ts, key-events.ts.
 */
import { daysBetween } from '../model/interval.ts'
import type { ControlPeriod, Picture } from '../model/picture.ts'
import { publicationDays } from '../model/report.ts'
import { UNNAMED } from '../reconcile/summaries.ts'
import { within } from './within.ts'

/** A place heard of within so many days of the last report is news; of others the newest still come before the older. */
const NEWS_DAYS = 45

/**
 * The latest known state of each place: what is news first, of that what most tell, then the newest. What was withdrawn
 * is no state, and neither is what was said of a part before all of the place was taken.
 */
export function latestControl(picture: Picture): ControlPeriod[] {
  const latest = new Map<string, ControlPeriod>()
  for (const period of picture.control) {
    if (UNNAMED.test(period.place) || period.grade.word === 'discounted') continue
    const best = latest.get(period.place)
    if (!best || last(period) >= last(best)) latest.set(period.place, period)
  }
  const all = [...latest.values()]
  const inside = within(picture)
  const taken = all.filter(({ status, state, begins }) => status === 'captured' && state === 'held' && begins.latest)
  const isOver = (period: ControlPeriod): boolean =>
    taken.some(
      (one) => one.place !== period.place && last(period) < one.begins.latest! && inside(period.place, one.place),
    )
  const today = picture.asOf ?? publicationDays(picture.reports.map(({ published }) => published)).at(-1) ?? ''
  const isNews = (period: ControlPeriod): boolean =>
    last(period) === '' || today === '' || daysBetween(last(period), today) <= NEWS_DAYS
  return all
    .filter((period) => !isOver(period))
    .toSorted(
      (a, b) =>
        Number(isNews(b)) - Number(isNews(a)) ||
        (isNews(a) ? b.origins.length - a.origins.length : 0) ||
        (last(a) > last(b) ? -1 : last(a) < last(b) ? 1 : 0) ||
        (a.place < b.place ? -1 : 1),
    )
}

const last = ({ begins, to }: ControlPeriod) => to ?? begins.latest ?? begins.earliest ?? ''

/** What was withdrawn, denied or means different people before numbers that differ; the most sources, then the newest, first. */
export const weighty = (list: Picture['disagreements']): Picture['disagreements'] => {
  const voices = ({ sides }: Picture['disagreements'][number]) =>
    new Set(sides.flatMap(({ origins, speakers }) => [...origins, ...speakers])).size
  return list.toSorted(
    (a, b) =>
      Number(a.kind === 'number') - Number(b.kind === 'number') ||
      voices(b) - voices(a) ||
      (a.known === b.known ? 0 : (a.known ?? '') > (b.known ?? '') ? -1 : 1) ||
      (a.id < b.id ? -1 : 1),
  )
}
