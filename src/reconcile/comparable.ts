/**
 * Can two numbers of one figure be set against each other? Most pairs that differ tell of two things.
 *
 *     killed 19 in Danu in late December        another time than the report's
 *     11 people with one family name            some of the dead
 *     a raid on the village of Kubela killed 10, read into Danu
 *     a lower toll of eight                     the same thing: its words say so
 *
 * Asked of each number: is it of the whole, of the days and the place it is filed under, of everybody? Then of the
 * two: does anything say that they count one thing? Nothing is ever a disagreement only because two numbers differ.
 */

import { writeNumber } from '../language/write.ts'
import type { FigureClaim } from '../model/claim.ts'
import type { ActorKind } from '../model/mention.ts'
import { particular } from '../relate/sides.ts'
import type { Account } from './account.ts'
import { isStock, partOf, period } from './counted.ts'
import { daysBetween } from './days.ts'
import { isGround, type Names, townOf } from './names.ts'
import { MEANWHILE, mentionsIn, placeIn, sentenceSpan } from './sentence.ts'

/** How many times larger one count of one thing may be than another: told in one story, or of one day. */
const STRETCH = { stock: 8, story: 2.5, report: 2.5, bare: 1.25 }
/** Days between two counts of a stock that can be set against each other; armies and towns change slowly. */
const SLOW: ReadonlySet<string> = new Set(['strength', 'population'])

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** Where in its report a claim's number stands, as offsets; the claim's start where it is not found. */
function numberSpan({ claim }: Account<FigureClaim>): readonly [number, number] {
  const forms = [claim.low, claim.high].flatMap((n) =>
    n === null ? [] : [writeNumber(n), `${n}`, `${n / 1e6} million`, ONES[n] ?? []].flat(),
  )
  for (const form of forms) {
    const at = claim.quote.search(new RegExp(`(?<![\\d,.])${form}(?![\\d])`, 'i'))
    if (at >= 0) return [claim.start + at, claim.start + at + form.length]
  }
  return [claim.start, claim.start]
}

/** Another time than the one the report is about. */
const OTHER_TIME =
  /\b(?:in the past|previously|last (?:year|month|week)|(?:in|since) (?:early|mid|late)[- ]\p{L}+|(?:years?|months?|weeks?) (?:ago|earlier|before)|a year (?:ago|earlier)|earlier (?:this|that|attacks?|blasts?|bombings?|strikes?|raids?)|(?:a|one|the) day (?:after|before|earlier)|in (?:a|the past|the last|two|three|four|five|six|seven|ten|\d+) (?:days|weeks?|months?|years?)|so far|in all|in total|since)\b/iu
/** "had earlier reported a toll of eight": the speaker has given another since. */
const EARLIER =
  /\b(?:(?:earlier|initially|first|previously) (?:reported|put|gave|said|announced|spoke|counted)\b[^.;]{0,40}|(?:earlier|previous|initial) (?:toll|figure|count|number|estimate|report)s? of (?:at least |about |some )?)$/i
/** "11 people with the same name", "nine natives of the north": not everybody. */
const SOME = /^ (?:\p{L}+ )?(?:people|persons|civilians|men|women)? ?(?:with|whose|who (?:were|had)|from|of) /iu
const AMONG =
  /\b(?:includ(?:ing|es?|ed)|among (?:them|the dead|those killed)(?: were| was)?)[:,]? (?:at least |about |some )?$/i
/** Words that count whoever was there. */
const EVERYBODY =
  /^(?:people|persons?|civilians?|dead|deaths?|toll|lives|victims|residents|casualties|fatalities|others|killed|wounded|injured|injuries|wounding|killing)$/i
const CALLED = /\b(?:village|town|city|district|neighbou?rhood|suburb|camp) of (?:al-|Al-|el-)?(\p{Lu}[\p{L}'’-]+)/gu

/** How far before its sentence a place named last is looked for, in characters. */
const NEARBY = 300

/** Does a number count all of what its figure is about, on its days, in its place? */
function isOfAll(account: Account<FigureClaim>, names: Names): boolean {
  const { claim, report, place } = account
  if (claim.repeat || partOf(account) !== null) return false
  const { text } = report.report
  const [from, to] = sentenceSpan(account)
  const [start, end] = numberSpan(account)
  if (isStock(claim.measure)) return true
  const lead = text.slice(Math.max(from, start - 60), start)
  if (AMONG.test(lead) && claim.subject === null) return false
  if (EARLIER.test(lead)) return false
  const own = claim.timeBasis === 'clause'
  if (!own && OTHER_TIME.test(text.slice(Math.max(from, claim.start - 200), Math.min(to, claim.end + 60)))) return false
  const general = claim.subject === null || EVERYBODY.test(claim.subject)
  if (general && (AMONG.test(lead) || SOME.test(text.slice(end, Math.min(to, end + 40))))) return false
  const noun = /^(?: (?:more|other))? (\p{L}+)/u.exec(text.slice(end, to))?.[1]
  if (general && noun && /s$/.test(noun) && !EVERYBODY.test(noun) && text.slice(claim.start, claim.end).includes(noun))
    return false
  if (place === null || report.places.length === 0) return true
  if (place.startsWith('country:')) return false
  const named = names.places.get(place)!
  const here = report.places.flatMap((one) => {
    const key =
      one.start < from || one.end > to || one.id === null ? null : names.place({ place: one.name, placeId: one.id })
    const other = key === null ? undefined : names.places.get(key)
    return other && isGround(other) && other.kind !== 'admin'
      ? [{ start: one.start, own: key === place || related(other.key, named.key, names) }]
      : []
  })
  if (placeIn(account, names) === 'named') {
    // "19 died near Kubela, hours after the raid on Danu"
    const own = here.find((one) => one.own)
    return !own || !MEANWHILE.test(text.slice(Math.min(own.start, end), Math.max(own.start, start)))
  }
  // A province is too large for a sentence that does not name it.
  if (named.kind === 'admin') return false
  // A sentence without a place goes on about the town or province that was named last.
  const last = report.places.findLast(
    (one) => one.end <= from && one.start >= from - NEARBY && (one.kind === 'town' || one.kind === 'admin'),
  )
  const lastKey = last ? names.place({ place: last.name, placeId: last.id }) : null
  if (lastKey !== null && names.places.has(lastKey) && !related(lastKey, place, names)) return false
  const called = Array.from(text.slice(from, to).matchAll(CALLED), ([, name]) => name!)
  return here.every(({ own }) => own) && called.every((name) => named.name.includes(name))
}

/** Is one place part of the other, or of one town with it? */
const related = (a: string, b: string, names: Names): boolean => {
  const [x, y] = [names.places.get(a)!, names.places.get(b)!]
  return x.partOf.includes(b) || y.partOf.includes(a) || townOf(x) === townOf(y)
}

/** Words by which a report sets one count beside another of the same thing. */
const CONTRAST =
  /\b(?:toll|put the (?:number|figure|total|count)|lower|higher|revised|disputed|contradict\w*|while|but|however|for (?:its|his) part)\b/i

/** "15 in the town and six in a village", told after "killed 21". */
const isSum = (a: Account<FigureClaim>, b: Account<FigureClaim>): boolean => {
  const [x, y] = [a, b].map(({ claim }) => claim.low ?? claim.high ?? 0) as [number, number]
  const [from, to] = sentenceSpan(x < y ? a : b)
  return a.report.claims.some(
    (one) =>
      one.kind === 'figure' &&
      one.measure === a.claim.measure &&
      one.start >= from &&
      one.end <= to &&
      one.low === Math.abs(x - y),
  )
}

/** What follows the name of who struck. */
const STRIKES =
  /^(?:['’]s?)? (?:\p{L}+ ){0,2}?(?:air ?strikes?|air raids?|raids?|shell\w*|bomb\w*|attack\w*|jets|warplanes|mortars?|rockets?|artillery|gunfire|snipers?)\b/iu

/** What they are, and what is particular about them, of those whom a count's sentence has striking. */
const strikers = (account: Account<FigureClaim>): Set<string> =>
  new Set(
    mentionsIn(account).flatMap(({ kind, name, end }) => {
      const power = kind === 'armed-group' ? 'group' : STATE.has(kind) ? 'state' : null
      return power !== null && STRIKES.test(account.report.report.text.slice(end, end + 40))
        ? particular(name)
            .split(' ')
            .map((word) => `${power} ${word}`)
        : []
    }),
  )
const STATE: ReadonlySet<ActorKind> = new Set<ActorKind>(['state-force', 'government', 'country'])

/** A count that grew within one report. */
const ROSE = /\b(?:rose|risen|rises|rising|climbed|went up|increased|jumped) (?:\p{L}+ )?to\b/iu

/** The rule above. */
export function comparable(a: Account<FigureClaim>, b: Account<FigureClaim>, names: Names): boolean {
  const [x, y] = [period(a), period(b)]
  const stock = isStock(a.claim.measure)
  const days = !stock ? 1 : SLOW.has(a.claim.measure) ? 21 : 3
  if (x.to === null || y.to === null ? x.to !== y.to : Math.abs(daysBetween(x.to, y.to)) > days) return false
  const [m, n] = [a, b].map(({ claim }) => claim.low ?? claim.high ?? 0) as [number, number]
  const ratio = Math.max(m, n) / Math.max(1, Math.min(m, n))
  if (!isOfAll(a, names) || !isOfAll(b, names)) return false
  const words = (one: Account) => one.report.report.text.slice(...sentenceSpan(one))
  if (a.claim.report === b.claim.report)
    return (
      !isSum(a, b) &&
      !(ROSE.test(words(a)) || ROSE.test(words(b))) &&
      a.voice !== b.voice &&
      (ratio <= STRETCH.bare ||
        (ratio <= STRETCH.report &&
          (CONTRAST.test(words(a)) || CONTRAST.test(words(b))) &&
          (a.speaker !== null || b.speaker !== null)))
    )
  if (stock) return ratio <= STRETCH.stock
  // "Harat's shells killed seven" and "the army's raids killed 16" are two things.
  const [mine, theirs] = [strikers(a), strikers(b)]
  if (mine.size > 0 && theirs.size > 0 && ![...mine].some((word) => theirs.has(word))) return false
  const oneDay = x.from !== null && x.from === x.to && y.from === y.to && x.from === y.from
  return ratio <= (a.story === b.story || oneDay ? STRETCH.story : 0)
}
