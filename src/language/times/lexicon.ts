/**
 * The words that times are made of: months, weekdays, units, seasons, parts of the day, numbers, holidays.
 *
 *     "Oct."  ->  { kind: 'MONTH', value: 10 }
 *
 * A word's kind is what patterns ask for. Words that only patterns name ("ago") need no entry here.
 */
import { type CalDay, date, easter, onOrAfter, onOrBefore, type Unit } from './calendar.ts'

/** What a word is to the grammar, and what it is worth. */
export interface Entry {
  readonly kind: string
  readonly value: number | string
}

const entries = new Map<string, Entry>()
const add = (kind: string, words: Readonly<Record<string, number | string>>): void => {
  for (const [word, value] of Object.entries(words)) entries.set(word, { kind, value })
}
const count = (words: string, from = 1): Record<string, number> =>
  Object.fromEntries(words.split(' ').map((word, i) => [word, from + i]))

add('MONTH', count('january february march april may june july august september october november december'))
add('MONTH', { jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sept: 9, sep: 9, oct: 10, nov: 11, dec: 12 })
add('WEEKDAY', count('monday tuesday wednesday thursday friday saturday sunday'))
add('WEEKDAYS', count('mondays tuesdays wednesdays thursdays fridays saturdays sundays'))
add('WD', { mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 })
add('SEASON', { spring: 'SP', summer: 'SU', fall: 'FA', autumn: 'FA', winter: 'WI' })
add('SEASONS', { springs: 'SP', summers: 'SU', autumns: 'FA', winters: 'WI' })
add('PART', { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI', nighttime: 'NI', daytime: 'DT' })
add('PARTS', { mornings: 'MO', afternoons: 'AF', evenings: 'EV', nights: 'NI' })
add('CARD', {
  ...count(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
})
add('CARD', { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 })
add('SCALE', { hundred: 100, thousand: 1000, dozen: 12 })
add(
  'ORD',
  count('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'),
)
add('ORD', count('fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', 15))
add('DECADE', { twenties: '2', thirties: '3', forties: '4', fifties: '5', sixties: '6', seventies: '7' })
add('DECADE', { eighties: '8', nineties: '9' })

const UNITS: Record<string, Unit> = {
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
}
for (const [word, unit] of Object.entries(UNITS)) {
  entries.set(word, { kind: word, value: unit })
  entries.set(word === 'century' ? 'centuries' : `${word}s`, { kind: 'UNITS', value: unit })
}
entries.set('one', { kind: 'one', value: 1 })
entries.set('second', { kind: 'second', value: 2 })
entries.set('seconds', { kind: 'UNITS', value: 'TS' })
entries.set('yr', { kind: 'year', value: 'Y' })
entries.set('hrs', { kind: 'UNITS', value: 'TH' })

/** Entry of a lower-case word. */
export const ENTRIES: ReadonlyMap<string, Entry> = entries

/** Words that are a time only when written with a capital letter. */
export const CAPITAL: ReadonlySet<string> = new Set(['MONTH', 'WEEKDAY', 'WD', 'WEEKDAYS'])

/** How each holiday finds its day in a year; western and US reckoning, from their statutes and common use. */
export const HOLIDAYS: Readonly<Record<string, (year: number) => CalDay | null>> = {
  'new year day': (y) => date(y, 1, 1),
  'new year eve': (y) => date(y, 12, 31),
  christmas: (y) => date(y, 12, 25),
  'christmas day': (y) => date(y, 12, 25),
  'christmas eve': (y) => date(y, 12, 24),
  'boxing day': (y) => date(y, 12, 26),
  'valentine day': (y) => date(y, 2, 14),
  halloween: (y) => date(y, 10, 31),
  'veterans day': (y) => date(y, 11, 11),
  'armistice day': (y) => date(y, 11, 11),
  'independence day': (y) => date(y, 7, 4),
  'fourth of july': (y) => date(y, 7, 4),
  'may day': (y) => date(y, 5, 1),
  thanksgiving: (y) => nth(y, 11, 4, 4),
  'thanksgiving day': (y) => nth(y, 11, 4, 4),
  'labor day': (y) => nth(y, 9, 1, 1),
  'memorial day': (y) => onOrBefore(must(y, 5, 31), 1),
  'martin luther king day': (y) => nth(y, 1, 1, 3),
  easter: (y) => easter(y),
  'easter sunday': (y) => easter(y),
  'easter monday': (y) => easter(y).add({ days: 1 }),
  'good friday': (y) => easter(y).subtract({ days: 2 }),
  'palm sunday': (y) => easter(y).subtract({ days: 7 }),
}

function must(year: number, month: number, day: number): CalDay {
  const it = date(year, month, day)
  if (!it) throw new RangeError(`No day ${year}-${month}-${day}`)
  return it
}
const nth = (year: number, month: number, weekday: number, n: number): CalDay =>
  onOrAfter(must(year, month, 1), weekday).add({ days: 7 * (n - 1) })
