/**
 * What a figure counts, so that only like is compared with like.
 *
 *     5,000 displaced "since the operation began"          flow, 17–24 Oct
 *     5,000 "fled to Syria in the past 10 days"            flow, 9–19 Oct, another place: not the same count
 *     up to 6,000 fighters "are inside the city"           stock, as of 19 Oct
 *
 * A stock is how many there are on a day (fighters, trapped people); a flow is
 * how many times something happened over a period (killed, displaced).
 */
import type { FigureClaim, Measure } from '../model/claim.ts'
import { daysBetween, type Interval } from '../model/interval.ts'
import { fold } from '../relate/names.ts'
import type { Account } from './account.ts'
import { apart } from './days.ts'

const STOCKS: ReadonlySet<Measure> = new Set([
  'strength',
  'population',
  'trapped',
  'in_need',
  'equipment',
  'missing',
  'sites',
  'other',
])

/** Is it how many there are on a day, rather than how many over a period? */
export const isStock = (measure: Measure): boolean => STOCKS.has(measure)

/** Days within which two counts of a stock are counts of the same thing. */
const STOCK_DAYS = 30
/** A flow over this many days or fewer is one incident; over more it counts up from its first day. */
const INCIDENT_DAYS = 3

const ANYBODY = new Set([
  '',
  'people',
  'person',
  'persons',
  'residents',
  'resident',
  'inhabitants',
  'civilians',
  'civilian',
])
/** What was done to people, counted for them: "over 50 arrests". */
const DONE = /^(?:arrests?|detentions?|deaths?|fatalit(?:y|ies)|killings?|injur(?:y|ies)|casualt(?:y|ies)|abductions?)$/

/** Does the subject say no more than that people were counted? */
export const isDeed = (subject: string | null): boolean => DONE.test(fold(subject ?? ''))

const HEADS =
  / (?:fighters?|militants?|troops?|soldiers?|members?|gunmen|jihadists?|men|personnel|forces?|people|civilians?)$/
const TRAILING = /(?:,| including | among | such as ).*$/

/** Who is counted, in one form. For those uprooted or in need "people" and "civilians" are one; among the dead they are two. */
export function subjectKey({ subject, measure }: FigureClaim): string {
  const bare = fold(subject ?? '')
    .replace(TRAILING, '')
    .trim()
  const uprooted = measure !== 'killed' && measure !== 'wounded' && measure !== 'casualties' && measure !== 'captured'
  if (ANYBODY.has(bare) || DONE.test(bare)) return uprooted || !bare.startsWith('civilian') ? 'people' : 'civilians'
  const short = bare.replace(HEADS, '')
  return short || bare
}

const NOBODY = new Set([
  'people',
  'men',
  'fighter',
  'fighters',
  'troops',
  'soldiers',
  'forces',
  'militants',
  'jihadists',
  'gunmen',
  'members',
  'personnel',
])

/** Does it say whose they are? "Men" and "fighters" may be anybody's, and two counts of them two sides'. */
export const saysWhose = (claim: FigureClaim): boolean =>
  !['strength', 'other', 'equipment'].includes(claim.measure) || !NOBODY.has(subjectKey(claim))

/** What part of something a number counts: "two of them", "another 12". Null when it is a count of the whole. */
export const partOf = ({ claim }: Account<FigureClaim>): 'some of the' | 'other' | null =>
  claim.wording.share === 'some' ? 'some of the' : (claim.wording.share ?? null)

/** The days a count is about. One with no day at all is about the time up to when its words were first published. */
export function period({ claim, origin }: Account<FigureClaim>): Interval {
  if (claim.from === null && claim.to === null) return { from: null, to: origin.said }
  return claim
}

/** Whoever carried out one attack is counted for that attack. */
const OF_ONE_ATTACK = /\b(?:bombers|attackers|assailants|hijackers|gunmen)$/i

/**
 * Part accounts of one measure, subject and place into those that count the same thing.
 * They must be in a fixed order; each part keeps it.
 */
export function sameCount(accounts: readonly Account<FigureClaim>[]): Account<FigureClaim>[][] {
  const [{ claim }] = accounts as [Account<FigureClaim>]
  const stock = isStock(claim.measure) && !OF_ONE_ATTACK.test(claim.subject ?? '')
  const sorted = accounts
    .map((account) => ({ account, days: period(account) }))
    .sort((a, b) =>
      (a.days.to ?? '9999') < (b.days.to ?? '9999') ? -1 : (a.days.to ?? '9999') > (b.days.to ?? '9999') ? 1 : 0,
    )
  // A part keeps each stretch of days once: a pile of thousands tells of few.
  const parts: {
    accounts: Account<FigureClaim>[]
    days: Map<string, Interval>
    last: Interval
    said: Map<string, Account<FigureClaim>>
  }[] = []
  for (const { account, days } of sorted) {
    const key = `${days.from} ${days.to}`
    const part = parts.find(
      (one) =>
        one.days.has(key) ||
        (stock
          ? sameStock(one.last, days)
          : Array.from(one.days.values()).some((other) => sameFlow(other, days)) ||
            one.accounts.slice(-LOOK_BACK).some((other) => isLater(other, account)) ||
            isRunningTotal(one.said.get(account.voice), account)),
    )
    if (part) {
      part.accounts.push(account)
      part.days.set(key, days)
      part.last = days
      part.said.set(account.voice, account)
    } else {
      const said = new Map([[account.voice, account]])
      parts.push({ accounts: [account], days: new Map([[key, days]]), last: days, said })
    }
  }
  const place = new Map(accounts.map((account, i) => [account, i]))
  return parts.map((part) => part.accounts.sort((a, b) => place.get(a)! - place.get(b)!))
}

/** Forecasts and plans first told within this many days of the one before are of one course of things. */
const FORECAST_DAYS = 45

/** Part forecasts, plans or demands of one thing by when they were told; given in order of publication. */
export function sameForecast(accounts: readonly Account<FigureClaim>[]): Account<FigureClaim>[][] {
  const parts: Account<FigureClaim>[][] = []
  for (const account of accounts) {
    const part = parts.at(-1)
    const [last, day] = [part?.at(-1)?.published ?? null, account.published]
    if (part && (last === null || day === null ? last === day : daysBetween(last, day) <= FORECAST_DAYS))
      part.push(account)
    else parts.push([account])
  }
  return parts
}

/** Days from which on a count is of a whole war, and by which the beginnings of two such may differ. */
const LONG = 365
const QUARTER = 92

const sameStock = (a: Interval, b: Interval): boolean => {
  const [x, y] = [a.to ?? a.from, b.to ?? b.from]
  return x === null || y === null ? x === y : Math.abs(daysBetween(x, y)) <= STOCK_DAYS
}

/** A total that one voice keeps, told again within so many days, grown by so much at the most. */
const TOTAL = { days: 45, least: 100, growth: 2 }

/** Does one voice go on counting: "1,290 dead", two days later "1,343"? An account of a few days alone is of an incident. */
function isRunningTotal(a: Account<FigureClaim> | undefined, b: Account<FigureClaim>): boolean {
  if (!a) return false
  const [x, y] = [a.claim.low ?? a.claim.high ?? 0, b.claim.low ?? b.claim.high ?? 0]
  const [before, now] = [period(a), period(b)]
  // In one report the older number may be told last: "1,314 have died; it had put the toll at 1,290".
  const [least, most] = a.published === b.published ? [Math.min(x, y), Math.max(x, y)] : [x, y]
  if (least < TOTAL.least || most < least || most > TOTAL.growth * least || before.to === null || now.to === null)
    return false
  const isTotal = (days: Interval): boolean => (length(days) ?? INCIDENT_DAYS + 1) > INCIDENT_DAYS
  return isTotal(before) && isTotal(now) && daysBetween(before.to, now.to) <= TOTAL.days
}

/** How many earlier counts of a pile one is held against: keeps the time linear. */
const LOOK_BACK = 24

/** How much larger the later count of one town may be; a province or country that a calamity struck counts for weeks. */
const GROWTH = 2.5
/** How far apart two numbers of one day and place may be that are told as one. */
const SAME = 1.25
const WIDE = /^(?:admin\d|country|joint):/

/**
 * Within one story a count that has no first day is of the incident of the days before: "a quake killed five on Tuesday",
 * next day "the quake has killed 24". In a town one outlet that gives another number soon after may tell of another incident.
 */
function isLater(a: Account<FigureClaim>, b: Account<FigureClaim>): boolean {
  const [x, y] = [period(a), period(b)]
  if (x.to === null || y.to === null || (x.from !== null && y.from !== null)) return false
  const [m, n] = [a.claim.low ?? a.claim.high ?? 0, b.claim.low ?? b.claim.high ?? 0]
  const ratio = Math.max(m, n) / Math.max(1, Math.min(m, n))
  // Who tells of one day and place in nearly one number tells of one thing.
  if (x.to === y.to && ratio <= SAME) return true
  if (a.story !== b.story) return false
  const days = [length(x), length(y)].filter((one) => one !== null)
  if (days.some((one) => one > INCIDENT_DAYS) || Math.abs(daysBetween(x.to, y.to)) > INCIDENT_DAYS) return false
  return (a.place !== null && WIDE.test(a.place)) || (a.origin.name !== b.origin.name && ratio <= GROWTH)
}

const length = ({ from, to }: Interval): number | null => (from === null || to === null ? null : daysBetween(from, to))

/** Two incidents of the same days, or two counts that began together. */
function sameFlow(a: Interval, b: Interval): boolean {
  if (a.from === b.from && a.to === b.to) return true
  const [x, y] = [length(a), length(b)]
  if (x === null || y === null) return false
  if (x <= INCIDENT_DAYS && y <= INCIDENT_DAYS) return apart(a, b) === 0
  // "Since 2011" and "since March 2011" are one beginning.
  if (x > LONG && y > LONG) return Math.abs(daysBetween(a.from!, b.from!)) <= QUARTER
  return x > INCIDENT_DAYS && y > INCIDENT_DAYS && Math.abs(daysBetween(a.from!, b.from!)) <= 2
}
