/**
 * What sort of number it is: a count, or one of the many that are none.
 *
 *     9th Division · 47-year-old · 170 kilometers (100 miles) · Resolution 2042 · 10:30 · in 2014 · Oct. 23
 *
 * Decided by the neighbours alone; the parse is asked later, by those who need to know what is counted.
 */
import type { Quantity } from '../../model/mention.ts'
import type { NumberLexicon } from './lexicon.ts'
import type { Word } from './words.ts'

/** As a quantity has it. */
export type NumberSort = Quantity['role']

/** The sort of the number that words `from` to `next` (not included) make. */
export function sortOf(ws: readonly Word[], from: number, next: number, lex: NumberLexicon): NumberSort {
  const first = ws[from]!
  const [b1, b2] = [ws[from - 1], ws[from - 2]]
  const [a1, a2, a3] = [ws[next], ws[next + 1], ws[next + 2]]
  const digits = first.value !== undefined
  if (first.lower === 'one' && next === from + 1 && loneOne(b1, a1)) return 'other'
  if (first.lower === 'both' && (!a1 || /^(?:[.,;:!?)]|of|the|sides|parties|countries|in|at|on|to)$/.test(a1.lower)))
    return 'other'
  if (first.lower === 'both' && ws.slice(next, next + 4).some(({ lower }) => lower === 'and')) return 'other'
  if (digits && isChain(ws, from, next)) return 'other'
  if (Object.hasOwn(lex.ordinals, first.lower)) return 'ordinal'
  if (digits && a1?.glued && /^(?:st|nd|rd|th)$/.test(a1.lower)) return 'ordinal'
  if (digits && a1?.glued && a1.lower === 's') return 'other'
  if (digits && first.glued && b1 && /^[\p{L}.:/]$|^\p{L}+$/u.test(b1.text) && !/^[.]$/.test(b1.text))
    return lex.money.has(b1.lower) ? sum(ws, from, next) : b1.text === ':' ? 'other' : 'unit-name'
  if (digits && first.glued && b1?.text === '-' && b1.glued && b2 && /\p{L}/u.test(b2.text)) return 'unit-name'
  if (digits && a1?.glued && (a1.text === ':' || a1.text === '/') && a2?.glued && a2.value !== undefined) return 'other'
  if (digits && first.glued && b1?.text === '.' && b2?.value !== undefined && b2.end === b1.start) return 'other'
  if ((b1 && lex.money.has(b1.lower)) || (b2 && /^us$/i.test(b2.text) && b1?.text === '$')) return sum(ws, from, next)
  const gap = a1?.text === '-' && a1.glued ? a2 : a1
  if (gap && /^(?:years?)$/.test(gap.lower) && hasOld(ws, next)) return 'age'
  if (b1?.lower === 'of' && b2?.lower === 'age') return 'age'
  if (digits && /^(?:of|under|over|below|aged)$/.test(b1?.lower ?? '') && AGED.test(b2?.lower ?? '') && !gap)
    return 'age'
  if (digits && b1?.lower === 'of' && /^(?:child|boy|girl|man|woman)$/.test(b2?.lower ?? '')) return 'age'
  if (b1?.lower === 'aged' || b1?.lower === 'age' || (b1?.lower === 'ages' && digits)) return 'age'
  if (betweenCommas(ws, from, next)) return 'age'
  if (gap && (lex.money.has(gap.lower) || (a2 && lex.money.has(a2.lower) && /^\p{Lu}/u.test(gap.text))))
    return sum(ws, from, next)
  if (a1?.lower === 'per' && a2?.lower === 'cent') return 'percent'
  if (ws[next - 1]!.lower === 'm' && (!a1 || AWAY.test(a1.lower)) && !lex.money.has(b1?.lower ?? '')) return 'distance'
  const unit = gap ? lex.unit.get(gap.lower) : undefined
  // "Five litres a car", "15 litres per person": a ration.
  if (unit === 'measure' && /^(?:an?|per|each)$/.test(a2?.lower ?? '') && !RATE.test(a3?.lower ?? '')) return 'other'
  if (unit && !(unit === 'measure' && /^bombs?$/.test(a2?.lower ?? '')))
    return inBrackets(ws, from, next) && (unit === 'distance' || unit === 'measure') ? 'conversion' : unit
  if (a1?.text === '-' && a2 && a3 && lex.unit.has(a3.lower) && a2.lower === 'square') return 'measure'
  if (a1?.text === '-' && a1.glued && a2?.glued && !/^(?:strong|man|person|plus)$/.test(a2.lower))
    return a2.value === undefined ? 'other' : 'measure'
  if (digits && isDay(ws, from, next, lex)) return 'other'
  if (isYear(ws, from, next, lex)) return 'year'
  if (digits && /^(?:am|pm|gmt|utc|a\.m|p\.m|o['’]clock|hrs)$/.test(a1?.lower ?? '')) return 'other'
  if (digits && a1?.lower === 'block' && a2?.lower === 'of') return 'rank'
  if (b1?.lower === 'at' && CLOCK.test(first.text) && /^(?:on|hours|hrs|today|yesterday)$/.test(a1?.lower ?? ''))
    return 'other'
  if (digits && a1?.lower === 'local' && a2?.lower === 'time') return 'other'
  if (digits && a1 && /^[ap]$/.test(a1.lower) && a2?.text === '.') return 'other'
  if (digits && b1 && lex.labels.has(b1.lower) && (/^\p{Lu}/u.test(b1.text) || LABEL.test(b1.lower)))
    return /^(?:division|brigade|regiment|battalion|unit)s?$/.test(b1.lower) ? 'unit-name' : 'rank'
  if (digits && a1 && UNIT.test(a1.text)) return 'unit-name'
  if (digits && b1?.text === '.' && b2?.lower === 'no') return 'rank'
  if (digits && b1?.text === '#') return next > from + 1 ? 'money' : 'rank'
  return 'count'
}

/** What has its number behind it in small letters, too: "under resolution 2042". */
const LABEL = /^(?:number|resolution|article|section|flight|highway|hangar|room|page)$/
/** "At 1500 on Monday". */
const CLOCK = /^(?:[01]\d|2[0-3])[0-5]\d$/
/** What so much a time is a flow, and counts: "2,000 barrels a day". */
const RATE = /^(?:second|minute|hour|day|week|month|year)$/

/** "57 Division", "3 Brigade": a unit by its number. */
const UNIT = /^(?:Division|Brigade|Regiment|Battalion|Corps|Squadron|Commando|Para)$/

/** Whose number alone is an age: "children under 5", "a boy of 14". */
const AGED = /^(?:child|children|boys?|girls?|kids?|age|those|women|men)$/

/** What follows a length: "300m from the gate". */
const AWAY = /^(?:from|away|north|south|east|west|high|deep|long|wide|above|below|ahead|off|to|in|[.,;)])$/

/** Part of a date or a telephone number: "18-07-2015", "06.04.2017", "888-847-6592", "0370". */
function isChain(ws: readonly Word[], from: number, next: number): boolean {
  const first = ws[from]!
  if (/^0\d/.test(first.text)) return true
  const joint = (mark: Word | undefined, number: Word | undefined): boolean =>
    mark !== undefined && /^[-–./]$/.test(mark.text) && number?.value !== undefined
  const after = ws[next]?.glued && ws[next + 1]?.glued ? joint(ws[next], ws[next + 1]) : false
  const before = first.glued && ws[from - 1]?.glued ? joint(ws[from - 1], ws[from - 2]) : false
  if (before || (after && (next > from + 1 || /[./]/.test(ws[next]!.text)))) return true
  return after && ws[next + 2]?.glued === true && joint(ws[next + 2], ws[next + 3])
}

/** "one" as a pronoun or in a set phrase: "no one", "one another", "one of the cities", "one day". */
function loneOne(before: Word | undefined, after: Word | undefined): boolean {
  if (before && ['no', 'any', 'every', 'some', 'this', 'that', 'which', 'the', 'only', 'by'].includes(before.lower))
    return before.lower !== 'only' || !after
  return !after || ['another', 'after', 'by', "'s", '’s', 'side', 'such'].includes(after.lower)
}

/** "47-year-old", "47 years old", "a 30 year old". */
const hasOld = (ws: readonly Word[], next: number): boolean =>
  ws.slice(next, next + 5).some(({ lower }) => lower === 'old' || lower === 'olds')

/** ", 47," after a capitalised word: a person's age. */
function betweenCommas(ws: readonly Word[], from: number, next: number): boolean {
  const first = ws[from]!
  if (first.value === undefined || first.value < 1 || first.value > 110 || next !== from + 1) return false
  return (
    ws[from - 1]?.text === ',' && /^[,.)]$/.test(ws[next]?.text ?? '.') && /^\p{Lu}/u.test(ws[from - 2]?.text ?? '')
  )
}

/** Money; in brackets behind another sum the same again in other coin: "$17bn (£10.7bn)". */
const sum = (ws: readonly Word[], from: number, next: number): NumberSort =>
  inBrackets(ws, from, next) && ws.slice(Math.max(0, from - 6), from - 1).some(({ value }) => value !== undefined)
    ? 'conversion'
    : 'money'

/** "(100 miles)", "(three meters)": the same length again in other units. */
const inBrackets = (ws: readonly Word[], from: number, next: number): boolean =>
  ws.slice(Math.max(0, from - 2), from).some(({ text }) => text === '(') &&
  ws.slice(next, next + 3).some(({ text }) => text === ')')

/** "Oct. 23", "23 October", "December 1, 2012". */
function isDay(ws: readonly Word[], from: number, next: number, lex: NumberLexicon): boolean {
  const value = ws[from]!.value!
  if (!Number.isInteger(value) || value < 1 || value > 31) return false
  if (/^(?:,|and|to|-|–)$/.test(ws[from - 1]?.lower ?? '') && (ws[from - 2]?.value ?? 32) <= 31) {
    const month = ws[from - 3]?.text === '.' ? ws[from - 4] : ws[from - 3]
    if (isMonth(month, lex)) return true
  }
  const before = ws[from - 1]?.text === '.' ? ws[from - 2] : ws[from - 1]
  const after = ws[next]?.lower === 'of' ? ws[next + 1] : ws[next]
  return isMonth(before, lex) || isMonth(after, lex)
}

const isMonth = (word: Word | undefined, lex: NumberLexicon): boolean =>
  word !== undefined && lex.monthSet.has(word.lower) && /^\p{Lu}/u.test(word.text)

/** Four digits without a comma, from 1000 to 2099, in the company years keep. */
function isYear(ws: readonly Word[], from: number, next: number, lex: NumberLexicon): boolean {
  const [first, after] = [ws[from]!, ws[next]]
  if (next !== from + 1 || !/^(?:1[0-9]|20)\d\d$/.test(first.text)) return false
  if (after?.text === '-' || after?.text === '–' || after?.text === '/') return true
  const comma = ws[from - 1]?.text === ',' ? 1 : 0
  const before = ws[from - 1 - comma]
  if (!before) return !after || !/^\p{Ll}/u.test(after.text)
  if (isMonth(before, lex) || before.lower === 'year' || before.text === '(') return true
  const month = ws[from - 2 - comma]
  if (
    before.value !== undefined &&
    before.value <= 31 &&
    isMonth(month?.text === '.' ? ws[from - 3 - comma] : month, lex)
  )
    return true
  if (lex.calendar.has(before.lower)) return true
  const plausible = /^(?:1[89]|20)\d\d$/.test(first.text)
  return plausible && (lex.years.has(before.lower) || !after || !/^\p{L}/u.test(after.text))
}
