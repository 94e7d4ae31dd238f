/**
 * The page: a picture and the texts it rests on, as data inside one HTML file.
 *
 * The browser app is built elsewhere (`web/`); this file only says what data it
 * gets and puts that data in safely: no text of a report can end the script it
 * stands in or be read as markup.
 */

import type { Picture } from '../model/picture.ts'
import type { Reading } from '../model/reading.ts'
import type { Passage } from '../model/text.ts'

/** A report's text and passages, for reading. `id` is that of `Picture.reports`. */
export interface PageReport {
  readonly id: string
  readonly text: string
  readonly passages: readonly Passage[]
}

/** Everything the app shows. */
export interface PageData {
  readonly version: 1
  /** Name of the set of reports, for the title. */
  readonly name: string
  readonly picture: Picture
  readonly reports: readonly PageReport[]
}

/** Gather what the app needs; `readings` may come in any order. */
export function pageData(
  name: string,
  picture: Picture,
  readings: readonly Pick<Reading, 'report' | 'passages'>[],
): PageData {
  const shown = new Set(picture.reports.map(({ id }) => id))
  const reports = readings
    .filter(({ report }) => shown.has(report.id))
    .map(({ report, passages }) => ({ id: report.id, text: report.text, passages }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { version: 1, name, picture, reports }
}

const HOLE = '<script type="application/json" id="data">null</script>'

/** Put the data into a built page. Throws `RangeError` when the template has no place for it. */
export function page(template: string, data: PageData): string {
  if (!template.includes(HOLE)) throw new RangeError('The page template has no place for its data')
  // "<" is the only character that can end a script element or start a comment inside one.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return template.replace(HOLE, () => HOLE.replace('null', () => json))
}
