/**
 * The summary of a figure: every number that stands, who gives it and of which days, the last of a toll that grew first.
 *
 *     People killed in Danu: 24 on 3 Apr 2031 (Delta Post); earlier 5, 11; replaces 26
 *
 * What is counted, and how other things are summed up: `summaries.ts`.
 */
import { writeDay } from '../language/write.ts'
import type { Measure, Modality } from '../model/claim.ts'
import { daysBetween, type Interval } from '../model/interval.ts'
import type { FigureTestimony } from '../model/picture.ts'
import { grouped } from './account.ts'
import { isStock } from './counted.ts'
import { greatest, hull } from './days.ts'
import { MODE, shortList, writeCounted, writeDays, writeFigure } from './summaries.ts'
import { type Setting, sayer } from './voices.ts'

interface FigureParts {
  readonly measure: Measure
  readonly subject: string | null
  readonly place: string | null
  readonly modality: Modality
  readonly isPerson?: boolean
  readonly testimonies: readonly FigureTestimony[]
}

/** Days from which on a count is cumulative. */
const LONG = 92

/** The days of a number, after it: " on 24 Oct 2016", " by 24 Oct 2016", " over 17–24 Oct 2016"; empty when there are none. */
function writeWhen(days: Interval): string {
  const when = writeDays(days)
  if (when === null) return ''
  if (days.from === null || days.to === null) return ` ${when}`
  if (/^\d{4}$/.test(when)) return ` in ${when}`
  // What has been counted for years is told by its last day.
  if (daysBetween(days.from, days.to) > LONG) return ` by ${writeDay(days.to)}`
  return ` ${days.from === days.to ? 'on' : 'over'} ${when}`
}

/**
 * A figure with every number that stands, who gives it and of which days; the same number by several sources is said
 * once, and so are days that all share. A forecast has the day it was made.
 */
export function figureSummary(
  { measure, subject, place, modality, isPerson = false, testimonies }: FigureParts,
  setting: Setting,
): string {
  const standing = testimonies.filter(({ status }) => status !== 'superseded')
  const all = Array.from(grouped(standing, writeFigure), ([number, said]) => {
    const days = modality === 'asserted' ? said : said.map(({ published: day }) => ({ from: day, to: day }))
    const when = writeWhen(hull(days))
    return {
      number,
      when,
      to: hull(days).to ?? '',
      least: said[0]!.bound === 'at_least' ? said[0]!.low : null,
      low: said[0]!.low,
      high: said[0]!.high,
      isVague: said[0]!.bound === 'vague',
      last: greatest(said.map(({ published }) => published)) ?? '',
      who: [...new Set(said.map((one) => marked(one, setting)))],
    }
  })
  // "At least a million" by who also says 1.5 million is said already.
  const told = all.filter(
    (one) =>
      one.least === null ||
      !all.some(
        (other) => other !== one && (other.low ?? 0) >= one.least! && one.who.every((who) => other.who.includes(who)),
      ),
  )
  // Of what happened a number that was lower, and told before, has grown since; of a vague word anybody's number says more.
  const isOutgrown = (one: (typeof all)[number]): boolean =>
    modality === 'asserted' &&
    !isStock(measure) &&
    told.some(
      (other) =>
        other !== one &&
        !other.isVague &&
        (other.low ?? 0) >= (one.low ?? one.high ?? 0) &&
        (one.isVague ? other.last >= one.last : other.last > one.last),
    )
  const versions = told.filter((one) => !isOutgrown(one))
  const outgrown = told.filter((one) => isOutgrown(one) && !one.isVague)
  // Of a count that has run for years the newest numbers come first.
  if (
    modality === 'asserted' &&
    standing.some(({ from, to }) => from !== null && to !== null && daysBetween(from, to) > LONG)
  )
    versions.sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
  const isShared = versions.length > 1 && versions.every(({ when }) => when === versions[0]!.when)
  // A person by name dies once.
  if (isPerson && all.every(({ number }) => number === '1'))
    return `${MODE[modality]}${writeCounted(measure, subject, place, isPerson)}${versions[0]?.when ?? ''} (${shortList(versions.flatMap(({ who }) => who))})`
  const numbers = versions.map(({ number, when, who }) => `${number}${isShared ? '' : when} (${shortList(who)})`)
  const shared = isShared && versions[0]!.when !== '' ? `,${versions[0]!.when}` : ''
  const replaced = testimonies
    .filter(({ status, by }) => status === 'superseded' && by !== null)
    .map((one) => writeFigure(one))
    .filter((number) => !standing.some((one) => writeFigure(one) === number))
  const instead = replaced.length === 0 ? '' : `; replaces ${shortList([...new Set(replaced)], ', ', 2)}`
  const before =
    outgrown.length === 0 ? '' : `; earlier ${shortList([...new Set(outgrown.map(({ number }) => number))], ', ', 2)}`
  return `${MODE[modality]}${writeCounted(measure, subject, place, isPerson)}: ${shortList(numbers, ' / ', 5)}${shared}${before}${instead}`
}

const marked = (one: FigureTestimony, setting: Setting): string =>
  (one.status === 'stands' ? (one.modality === 'denied' ? 'denied by ' : '') : `${one.status}, `) + sayer(one, setting)
