/**
 * Proposals: days on which a report may have been published, each with its reason and how far that alone can be trusted.
 *
 *     (caption) ... Friday, Oct. 21, 2016.                         its latest picture
 *     "launched early Sunday ... near Khazir"                      a landmark of that weekday, then the weekday the story opens with
 *     "on the second day of a push for the western half"           a landmark and one day
 *
 * Anchors are dated events: landmarks, or sentences of reports whose day is known.
 * The weighing of proposals is done in weigh.ts.
 */
import type { Reading } from '../../model/reading.ts'
import type { Day } from '../../model/report.ts'
import { dayOf, explicitDay } from '../../read/passages/day.ts'
import type { Cue, CuedSentence } from './cues.ts'
import { addDays, nearest, onOrAfter, weekdayOf } from './days.ts'

/** A day with what speaks for it. `kind` keeps apart what is independent. */
export interface Proposal {
  readonly day: Day
  readonly kind: 'stated' | 'address' | 'captions' | 'text' | 'landmark' | 'neighbour' | 'copy' | 'year'
  readonly confidence: number
  readonly reason: string
}

/** A dated event that a sentence of the report speaks of. `sure`: 0 to 1, how certainly it is that event. */
export interface Anchor {
  readonly day: Day
  readonly event: string
  readonly sure: number
  readonly kind: 'landmark' | 'neighbour'
}

/** The weekday that the story opens with: the first one in its first sentences. */
export function openingWeekday(sentences: readonly CuedSentence[]): number | null {
  for (const { order, role, cues } of sentences) {
    if (order !== null && order > 5) return null
    if (order === null && role !== 'headline') continue
    for (const cue of cues) {
      if (cue.kind === 'weekday') return cue.weekday
      if (cue.kind === 'day') return weekdayOf(cue.day)
      if (cue.kind === 'month-day' && cue.weekday) return cue.weekday
    }
  }
  return null
}

/** The latest day that the report tells as past: it cannot be older. */
export function floorOf({ passages }: Pick<Reading, 'passages'>, sentences: readonly CuedSentence[]): Day | null {
  let floor: Day | null = null
  const raise = (day: Day): void => {
    if (floor === null || day > floor) floor = day
  }
  for (const { date, role } of passages) if (date && role === 'caption') raise(date)
  for (const { cues } of sentences) for (const cue of cues) if (cue.kind === 'day') raise(cue.day)
  return floor
}

/** What the report says of itself: its dateline, its address, its pictures, the dates in its first sentences. */
export function ownProposals(
  { report, passages }: Pick<Reading, 'report' | 'passages'>,
  sentences: readonly CuedSentence[],
): Proposal[] {
  const out: Proposal[] = []
  const opening = openingWeekday(sentences)
  const follow = (day: Day): Day => {
    if (opening === null) return day
    const next = onOrAfter(day, opening)
    return next <= addDays(day, 3) ? next : day
  }
  const stated = passages.find(({ role, date }) => role === 'dateline' && date)
  if (stated?.date)
    out.push({ day: stated.date, kind: 'stated', confidence: 0.95, reason: `its dateline says ${stated.date}` })
  const title = titleDay(report, passages)
  if (title) out.push({ day: title, kind: 'stated', confidence: 0.85, reason: `its headline ends in ${title}` })
  const address = addressDay(report.url) ?? addressDay(report.file)
  if (address)
    out.push({ day: address, kind: 'address', confidence: 0.85, reason: `its address or file name says ${address}` })
  const pictured = passages.filter(({ role, date }) => role === 'caption' && date).map(({ date }) => date!)
  if (pictured.length) {
    const last = pictured.reduce((a, b) => (a > b ? a : b))
    const confidence = Math.min(0.7, 0.5 + 0.05 * pictured.length)
    out.push({ day: follow(last), kind: 'captions', confidence, reason: `its latest picture is of ${last}` })
  }
  const early = sentences.filter(({ order, role }) => (order !== null && order <= 3) || role === 'headline')
  const told = early.flatMap(({ cues }) => cues.flatMap((cue) => (cue.kind === 'day' ? [cue] : [])))
  if (told.length) {
    const { day: last, named } = told.reduce((a, b) => (a.day > b.day ? a : b))
    out.push({
      day: follow(last),
      kind: 'text',
      confidence: named ? 0.55 : 0.4,
      reason: `it opens with an event of ${last}`,
    })
  }
  const numbered = serial(report.text)
  const year = latestYear(sentences)
  const partial = passages.find(({ role, start }) => role === 'dateline' && start < 2000)
  const filed = partial && !partial.date ? monthDays(sentences.filter(({ role }) => role === 'dateline'))[0] : undefined
  const opens = monthDays(early.filter(({ order }) => order === null || order <= 1))[0]
  const found = filed ?? opens
  const issued = found && numbered?.month === found.month ? dayOf(numbered.year, found.month, found.date) : null
  if (issued)
    out.push({
      day: issued,
      kind: 'stated',
      confidence: 0.85,
      reason: `its number and ${filed ? 'dateline' : 'opening'} say ${issued}`,
    })
  if (found && year) {
    const day = found.weekday ? yearFor(found, year) : dayOf(year, found.month, found.date)
    const near = day !== null && Number(day.slice(0, 4)) - year <= 1
    if (day)
      out.push({
        day,
        kind: 'year',
        confidence: (filed ? 0.5 : 0.3) + (found.weekday && near ? 0.15 : 0),
        reason: `it tells of ${day.slice(5)} and names no year after ${year}`,
      })
  }
  return out
}

/** The day that a headline ends in, as situation reports have it: "Evening Update April 28, 2011". */
function titleDay({ text, title }: Reading['report'], passages: Reading['passages']): Day | null {
  const headlines = passages.filter(({ role, start }) => role === 'headline' && start < 500)
  for (const words of [title ?? '', ...headlines.map(({ start, end }) => text.slice(start, end))]) {
    const found = explicitDay(words.slice(-40))
    if (found && words.slice(-40).slice(found.end).trim() === '') return found.day
  }
  return null
}

/** Year and month of a release's own number in its first lines: "2010-09-CA-005". */
function serial(text: string): { readonly year: number; readonly month: number } | null {
  const found = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z0-9]{1,4}-?\d*\b/.exec(text.slice(0, 600))
  return found ? { year: Number(found[1]), month: Number(found[2]) } : null
}

/** What follows for the report's day when one of its sentences speaks of a dated event; null when its own words speak against it. */
export function anchorProposal(
  sentence: CuedSentence,
  anchor: Anchor,
  sentences: readonly CuedSentence[],
): Proposal | null {
  const { cues } = sentence
  const opening = openingWeekday(sentences)
  const weekday = weekdayOf(anchor.day)
  const weekdays = cues.flatMap((cue) => (cue.kind === 'weekday' ? [cue.weekday] : []))
  const proposal = (day: Day, sure: number, how: string): Proposal => ({
    day,
    kind: anchor.kind,
    confidence: Math.min(0.85, sure * anchor.sure),
    reason: `${anchor.event} on ${anchor.day}; the report ${how}`,
  })
  const nth = cues.find((cue) => cue.kind === 'nth')
  if (nth && nth.n > 1) {
    const day = addDays(anchor.day, nth.n - 1)
    if (weekdays.length === 0) return proposal(day, 0.7, `is of day ${nth.n}`)
    return weekdays.includes(weekdayOf(day)) ? proposal(day, 1, `is of day ${nth.n}, a weekday that fits`) : null
  }
  const dated = cues.find((cue) => cue.kind === 'month-day')
  if (dated) {
    if (!sameMonthDay(dated, anchor.day)) return null
    const length = lengthOf(sentences)
    if (!length) return null
    const about = addDays(anchor.day, length.days)
    return proposal(
      opening && length.unit > 1 ? nearest(about, opening) : about,
      0.75,
      `is of ${length.days} days later, as it says`,
    )
  }
  if (cues.some((cue) => cue.kind === 'day')) return null
  if (weekdays.length) {
    if (!weekdays.includes(weekday)) return null
    const day = opening === null ? anchor.day : onOrAfter(anchor.day, opening)
    const since =
      /\b(?:since|after|that (?:began|started)|which (?:began|started)|launched (?:early |late )?(?:on )?(?:mon|tue|wed|thu|fri|sat|sun))/.test(
        sentence.words,
      )
    return proposal(day, since ? 0.9 : 0.65, 'names that weekday')
  }
  const length = cues.find((cue) => cue.kind === 'since')
  if (!length || length.unit > 7) return null
  const about = addDays(anchor.day, length.days)
  return proposal(
    opening && length.unit > 1 ? nearest(about, opening) : about,
    0.5,
    `is of ${length.days} days later, as it says`,
  )
}

/** A length that the first sentences give for what is going on ("two weeks of fighting"). */
const lengthOf = (sentences: readonly CuedSentence[]): Extract<Cue, { kind: 'since' }> | undefined =>
  sentences
    .filter(({ order }) => order !== null && order <= 4)
    .flatMap(({ cues }) => cues)
    .find((cue) => cue.kind === 'since' && cue.unit <= 7) as Extract<Cue, { kind: 'since' }> | undefined

const monthDays = (sentences: readonly CuedSentence[]): Extract<Cue, { kind: 'month-day' }>[] =>
  sentences.flatMap(({ cues }) => cues.flatMap((cue) => (cue.kind === 'month-day' && cue.ago === null ? [cue] : [])))

const sameMonthDay = ({ month, date, weekday }: Extract<Cue, { kind: 'month-day' }>, day: Day): boolean =>
  Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date && (weekday === null || weekday === weekdayOf(day))

/** The first year from `year` on in which that month-day falls on its weekday. */
function yearFor({ month, date, weekday }: Extract<Cue, { kind: 'month-day' }>, year: number): Day | null {
  for (let y = year; y < year + 12; y++) {
    const day = dayOf(y, month, date)
    if (day && weekdayOf(day) === weekday) return day
  }
  return null
}

/** The latest year that the story names, as a number between 1950 and 2100. */
function latestYear(sentences: readonly CuedSentence[]): number | null {
  let latest: number | null = null
  for (const { words } of sentences)
    for (const [year] of words.matchAll(
      /(?<![\d,.$€£-])(?:19[5-9]\d|20\d\d)(?![\d,%]|\s?(?:gmt|bst|utc|est|hrs|hours|local)|\.\d|\s(?:people|troops|civilians|fighters|homes|families|men))/g,
    ))
      latest = Math.max(latest ?? 0, Number(year))
  return latest
}

/** The day in a web address or file name: "/2016/10/24/", "2016-10-24_story". */
function addressDay(address: string | undefined): Day | null {
  if (!address) return null
  const found = /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(address)
  return found
    ? dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
    : (explicitDay(address.replaceAll(/[-_/]/g, ' '))?.day ?? null)
}
