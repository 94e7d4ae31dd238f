/**
 * Datelines: where, when and by which agency a story was filed, at the start of its first paragraph.
 *
 *     KABUL, Afghanistan (Sept. 1) - An Afghan force detained ...
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *     12 February 2015 Casualties mount ...
 *     ^^^^^^^^^^^^^^^^
 *
 * A dateline alone on its line counts too. Only an explicit day, month and year becomes its date.
 */
import { plainLetters } from '../../language/letters.ts'
import type { Day } from '../../model/report.ts'
import { STAMP } from './cues.ts'
import { explicitDay } from './day.ts'

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[a-zA-Z]{0,6}\.?`
const DAY = String.raw`(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? ${MONTH})(?:,? (?:\d{4}|\d{2}\b))?)`
const TIME = String.raw`(?:,?\s*(?:at |[-–|] )?\d{1,2}[:.]?\d{2}(?:\s?[apAP]\.?[mM]\.?)?(?:\s?(?:GMT|UTC|EST|EDT|ET|BST|local time))?(?:\s+\d{1,2}:\d{2} UK)?)`
/** Letters are looked for in the plain (`plainLetters`): expressions as long as these take a twentieth of a second to set up with all of Unicode's. */
const CITY = `[A-ZÉ][A-ZÉ'’.-]{2,}(?:[ /-][A-ZÉ][A-ZÉ'’.-]*){0,4}`
const REGION = `(?:, (?:[A-ZÉ][A-Za-zÉé.'’-]*)(?: (?:of |and |the )?[A-ZÉ][A-Za-zÉé.'’-]*){0,3})`
const AGENCY = String.raw`(?:\s*[([](?:${DAY}|[^()[\]\n]{2,40})[)\]])`
const DASH = String.raw`\s*(?:—|–|―|--+|_|- |-$)\s*`

/** A place in capitals, then any of region, day and agency, closed by a dash; or an agency with a dash. */
const PLACE = new RegExp(
  String.raw`^(?:${CITY}(?:${REGION}){0,2}(?:,? ${DAY})?${AGENCY}{0,2}(?:,? ${DAY})?${DASH}(?:\[TEXT\]\s*)?)`,
)
/** "Washington (CNN) —", "(Reuters) -": the place not in capitals, so the agency must be there. */
const FILED = new RegExp(
  String.raw`^(?:[A-ZÉ][A-Za-zÉé'’.-]+(?:[ ,]+[A-ZÉ][A-Za-zÉé'’.-]+){0,4}(?:,? ${DAY})?\s*|${DAY} )?\((?:[A-ZÉ][A-Za-zÉé./& -]{1,30}|${DAY})\)\s*(?:—|–|--+|_|- |-$)\s*`,
)
/** "BEIRUT: Clashes ...": a place in capitals and a colon, before a paragraph. Labels look the same, so they are named. */
const COLON = new RegExp(`^${CITY}${REGION}?(?:,? ${DAY})?: (?=["“‘]?[A-ZÉ].{60})`)
const COLON_ALONE = new RegExp(`^${CITY}${REGION}?:$`)
const LABEL =
  /^(?:UPDATE|WATCH|VIDEO|BREAKING|SEE|READ|SOURCE|PHOTO|FILE|NOTE|EDITOR|OPINION|ANALYSIS|EXCLUSIVE|LIVE|MORE|RELATED|LISTEN|PUBLISHED|POSTED|FACT|QUESTION|ANSWER|TOPSHOT|CORRECT|CAPTION|IMAGE|WARNING|KEY|LATEST)/
const AGENCY_DASH = /^(?:CNN|AP|AFP|Reuters|UPI|Xinhua|BBC|NPR|RT)\s*(?:—|–|--+|-)\s*/
/** A day at the very start that belongs to no sentence: a capital, a number or the line's end follows. */
const DATED = new RegExp(
  String.raw`^(?:(?:Published|Posted|Updated|Last updated|Added|Date of publication|Publication date|Date|Issued|As of|As at)\s*(?:on|at)?\s*:?\s*)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(?:${MONTH} \d{1,2},? \d{4}|\d{1,2} ${MONTH},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})${TIME}{0,2}(?:\s*[-–—|:]\s*|\s+|$)(?=$|[A-ZÉ\d"“‘'(])`,
)

/** Who wrote or sent it, and the day behind: "By staff writers, Feb 7, 2023 18:40 GMT", "Coastal News | 7 Feb 2023 18:40". */
const SIGNED = new RegExp(String.raw`^By [^|.!?]{2,60}?(?:\s*[,|–—·•-])?\s*(?:on )?${DAY}${TIME}{0,2}$`)
const SENT = new RegExp(String.raw`^[A-ZÉ][^|.!?]{2,50}?\s*[,|–—·•-]\s*${DAY}${TIME}{1,2}$`)

// What a kind of dateline cannot do without, asked first: the expressions above are slow to set up and to fail.
const CAPITALS = /^[A-ZÉ][A-ZÉ'’.-]{2}/
const BRACKET = /\(/
const DIGIT = /\d/

/** A line with who wrote or sent it that ends in a full day, and with a sender only in a time too. */
export function isSigned(words: string): boolean {
  if (words.length > 110 || !DIGIT.test(words) || !explicitDay(words)) return false
  const plain = plainLetters(words)
  return plain.startsWith('By ') ? SIGNED.test(plain) : SENT.test(plain)
}

/** A line of nothing but a date and time: "Updated 1:39 am EST, Wednesday, November 20, 2019". */
export function isStamp(words: string): boolean {
  if (words.length > 90 || !/\d| ago$/.test(words)) return false
  const parts = words
    .replace(/(\d{4})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[\s,|()–—•·]+|[/-]\s|\s[/-]|[.:](?=\s|$)/)
    .filter(Boolean)
  return (
    parts.length >= 2 &&
    parts.length <= 18 &&
    parts.every((part) => STAMP.test(part)) &&
    parts.some((part) => /^[a-z]{3}|^\d{1,2}:\d{2}/.test(part))
  )
}

/** A dateline at the start of some words: its length without the space after it, and its own day. */
export interface Dateline {
  readonly length: number
  readonly date: Day | null
}

/** The dateline that `words` (a block's first few hundred characters) open with, or null. */
export function dateline(words: string): Dateline | null {
  const plain = plainLetters(words)
  const head = plain.slice(0, 200)
  const capitals = CAPITALS.test(head)
  const found =
    (capitals && PLACE.exec(head)) ||
    (BRACKET.test(head) && FILED.exec(head)) ||
    AGENCY_DASH.exec(head) ||
    (DIGIT.test(head) && DATED.exec(head)) ||
    (capitals && !LABEL.test(head) && (COLON.exec(head) ?? COLON_ALONE.exec(plain)))
  if (!found) return null
  return { length: found[0].trimEnd().length, date: explicitDay(found[0])?.day ?? null }
}
