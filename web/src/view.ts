/**
 * The picture as seen from a day: which items and testimonies were known by then, and what
 * range those testimonies make. Only that range is computed here, by the rule the picture
 * itself uses; all else is a comparison of two days, so that a slider can be dragged smoothly.
 */
import type { Interval } from '../../src/model/interval.ts'
import type { Disagreement, PictureFigure, Testimony } from '../../src/model/picture.ts'
import type { Day } from '../../src/model/report.ts'
import { together } from '../../src/reconcile/bounds.ts'
import { hull } from '../../src/reconcile/days.ts'
import { sayer } from '../../src/reconcile/voices.ts'
import { type Index, type Item, inOrder } from './lookups.ts'

/** The first few that pass, without asking the rest: of thousands a first screen wants five, at every step of a drag. */
export function firstOf<T>(list: readonly T[], most: number, passes: (item: T) => boolean): T[] {
  const found: T[] = []
  for (const item of list) {
    if (found.length >= most) break
    if (passes(item)) found.push(item)
  }
  return found
}

/** By day, newest first, of a day what is told by it after what is told on it, the undated last. */
export function byDay<T extends Pick<Item, 'from' | 'to'>>(items: readonly T[]): T[] {
  const key = ({ from, to }: T) => `${from ?? to ?? ''}${from === null ? '' : '~'}`
  return items.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
}

/** What is asserted before what is planned, demanded or denied; each by day, newest first. */
export const newestFirst = <T extends Pick<Item, 'from' | 'to'> & { readonly modality: string }>(
  items: readonly T[],
): T[] => byDay(items).toSorted((a, b) => Number(a.modality !== 'asserted') - Number(b.modality !== 'asserted'))

/** Was it published by the day? What is undated counts only while no day is set: nobody can say it had been published. */
export const knownBy = (known: string | null, asOf: string | null): boolean =>
  asOf === null || (known !== null && known <= asOf)

/** The days at the end of a statement's words, and whatever follows them. */
const DAYS = /,\s(?:(?:by|until|since|over)\s)?(?:\d{1,2}(?:–\d{1,2})?\s\p{Lu}\p{Ll}{2}\b|\d{4}\b).*$/su

/** Of a large set only the words of today are known (present/earlier.ts): do they tell of days after the as-of day? */
export const tellsLater = (
  { to }: Pick<Item, 'to'>,
  asOf: string | null,
  { earlier }: Pick<Index, 'earlier'>,
): boolean => earlier.size === 0 && asOf !== null && to !== null && to > asOf

/** What a statement was called on the as-of day: what is told of it only later is left out. */
export function wordsAt(item: Pick<Item, 'id' | 'summary' | 'to'>, asOf: string | null, index: Index): string {
  const { id, summary } = item
  if (asOf === null) return summary
  if (tellsLater(item, asOf, index)) return summary.replace(DAYS, '')
  return index.earlier.get(id)?.findLast(({ day }) => day <= asOf)?.words ?? summary
}

/** The days on which a statement came to be known or its words changed, in order. */
export const daysOf = ({ id, known }: Pick<Item, 'id' | 'known'>, { earlier }: Index): string[] =>
  inOrder([known, ...(earlier.get(id) ?? []).map(({ day }) => day)])

/** Does an interval hold the day looked at? Open ends reach as far as they can. */
export const holdsOn = (item: { from: string | null; to: string | null }, on: string | null): boolean =>
  on === null || ((item.from === null || item.from <= on) && (item.to === null || on <= item.to))

/** Does it belong to the operation, by its own word or by one of its claims? Everything belongs to none. */
export const within = (
  item: { readonly claims: readonly string[]; readonly operation?: string | null },
  operation: string | null,
  { campaign }: Index,
): boolean =>
  operation === null || item.operation === operation || item.claims.some((id) => campaign.get(id) === operation)

/** The day that what retracted, denied or replaced a testimony was published; null when nothing did, or nobody knows when. */
export const endedOn = ({ by }: Pick<Testimony, 'by'>, { claims, reports }: Index): Day | null =>
  reports.get(claims.get(by ?? '')?.report ?? '')?.published.date ?? null

/** How a testimony stood on the day: what retracted or replaced it later had not been published yet. */
export function statusAt(testimony: Testimony, index: Index, asOf: string | null): Testimony['status'] {
  if (testimony.by === null || asOf === null) return testimony.status
  return knownBy(endedOn(testimony, index), asOf) ? testimony.status : 'stands'
}

/** The range that the testimonies known and standing on the day make; null when none was known. */
export function figureAt(
  figure: PictureFigure,
  index: Index,
  asOf: string | null,
): Pick<PictureFigure, 'low' | 'best' | 'high'> | null {
  if (asOf === null) return figure
  const known = figure.testimonies.filter(({ published }) => knownBy(published, asOf))
  if (known.length === 0) return null
  const standing = known.filter((one) => one.modality !== 'denied' && statusAt(one, index, asOf) === 'stands')
  return together(standing.map((bounds) => ({ bounds, voice: bounds.speaker ?? bounds.origin })))
}

/** Who says so, as the engine names him: the speaker, where he is quoted when he has no name of his own, else the origin. */
export const sayerOf = (testimony: Pick<Testimony, 'speaker' | 'origin'>, index: Index): string =>
  sayer(testimony, index)

/** What a disagreement is about, without its sides: "Islamic State fighters in Mosul". */
export const subjectOf = ({ summary }: Pick<Disagreement, 'summary'>): string => summary.replace(/: .*$/su, '')

/** The days that a figure's counts known by the day speak of: what is counted later is not told. */
export const periodAt = (figure: PictureFigure, asOf: string | null): Interval =>
  asOf === null ? figure : hull(figure.testimonies.filter(({ published }) => knownBy(published, asOf)))

/** Do all the words occur in the text, whatever their case? */
export function holdsWords(text: string, words: string): boolean {
  const lower = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
