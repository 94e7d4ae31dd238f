/**
 * What statements were called on earlier days: the page's as-of slider must not tell in June what was learnt in July.
 *
 *     as of 20 Oct   Bartella: entered by Iraqi special forces (Associated Press)
 *     as of 23 Oct   Bartella: captured by Iraqi special forces, 20–23 Oct 2016 (Associated Press)
 *
 * Asked of the engine, a picture a day, so small sets only: a hundred times the work for a war of a thousand days.
 */
import type { Picture } from '../model/picture.ts'
import type { Day } from '../model/report.ts'

/** `words` held from `day` until the next entry. */
export interface Earlier {
  readonly day: Day
  readonly words: string
}

/** What statements were called on earlier days, by id, oldest first. */
export type EarlierWords = Readonly<Record<string, readonly Earlier[]>>

/** Days times claims up to which the pictures of all days are made: some tenths of a second. */
const MOST = 40_000

/** For each statement whose words were others once, what it was called. None for a large set. */
export function earlierWords(picture: Picture, at: (asOf: Day) => Picture): EarlierWords {
  const days = [...new Set(picture.reports.flatMap(({ published }) => published.date ?? []))].toSorted()
  if (days.length * picture.claims.length > MOST) return {}
  const told = new Map<string, Earlier[]>()
  for (const day of days)
    for (const { id, summary: words } of statements(at(day))) {
      const before = told.get(id)
      if (before === undefined) told.set(id, [{ day, words }])
      else if (before.at(-1)!.words !== words) before.push({ day, words })
    }
  const others = statements(picture).filter(({ id, summary }) => told.get(id)?.some(({ words }) => words !== summary))
  return Object.fromEntries(others.map(({ id }) => [id, told.get(id)!]))
}

const statements = ({ control, events, figures }: Picture) => [...control, ...events, ...figures]
