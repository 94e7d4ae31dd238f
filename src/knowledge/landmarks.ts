/** Landmarks: well-known days that reports count from. A checked view of data/landmarks.tsv, whose head explains the columns. */
import type { Day } from '../model/report.ts'
import { readTable } from './tsv.ts'

/** A dated event, and the words by which a report that speaks of it is known. */
export interface Landmark {
  readonly day: Day
  readonly event: string
  /** Groups of word beginnings, lower case; a paragraph must hold one of each group. */
  readonly about: readonly (readonly string[])[]
  /** Word beginnings of which the sentence must hold one. */
  readonly did: readonly string[]
  /** How surely a sentence with these words and the right weekday speaks of the event, 0 to 1. */
  readonly sure: number
}

/** Read the table. Throws `RangeError` with the line's day when a cell is missing or the day is none. */
export function parseLandmarks(source: string): readonly Landmark[] {
  return readTable(source, 'data/landmarks.tsv').map(({ day = '', event = '', about = '', did = '', sure = '' }) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !event || !about || !did || !(Number(sure) > 0 && Number(sure) <= 1))
      throw new RangeError(`data/landmarks.tsv: the row of "${day}" needs a day, an event, about, did and sure`)
    const items = (cell: string): string[] => cell.toLowerCase().split('|').filter(Boolean)
    return { day, event, about: about.split(/\s+/).map(items), did: items(did), sure: Number(sure) }
  })
}
