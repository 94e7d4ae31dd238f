/**
 * Summaries: one plain sentence for each thing in the picture, built from its fields as an analyst would write it.
 *
 *     Islamic State fighters in Mosul: up to 6,000 (Lt. Gen. Talib Shaghati) / 5,000 to 7,000 (US-led coalition)
 */
import { list, upper, writeBounds, writeDay, writeInterval } from '../language/write.ts'
import type { ControlStatus, Measure, Modality } from '../model/claim.ts'
import { daysBetween, type Interval } from '../model/interval.ts'
import type { FigureTestimony, PictureEvent, Testimony } from '../model/picture.ts'
import { grouped } from './account.ts'
import { isDeed, isStock } from './counted.ts'
import { greatest, hull } from './days.ts'
import { happening } from './happening.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { type Setting, sayer } from './voices.ts'

/** How a vague number is worded, by the least it is taken to mean. */
const VAGUE: Readonly<Record<number, string>> = {
  2: 'several',
  20: 'tens',
  24: 'dozens',
  40: 'scores',
  100: 'hundreds',
  200: 'several hundred',
  1000: 'thousands',
  2000: 'several thousand',
  10000: 'tens of thousands',
  100000: 'hundreds of thousands',
  1000000: 'millions',
  10000000: 'tens of millions',
}

/** "5,000 to 7,000", "hundreds": a number as it was given. */
export function writeFigure({ low, high, bound }: Pick<FigureTestimony, 'low' | 'high' | 'bound'>): string {
  if (bound !== 'vague') return writeBounds(low, high, bound)
  const word = VAGUE[low ?? 0]
  return word && high !== null && high >= 9 ? word : `roughly ${writeBounds(low, high, bound)}`
}

/** Nouns of armed people: a subject that has one needs no "fighters". */
const HEADED = /(?:s|force|army|police|men|militia|military|personnel|peshmerga|guard)$/i
/** Words that only say again what a measure says. */
const AGAIN = /^(?:displaced|wounded|injured|killed|dead|trapped|missing|captured|evacuated) (?=\p{L})/u

/** What is counted, in words: "Islamic State fighters in Mosul", "Civilians displaced in western Mosul". */
export function writeCounted(measure: Measure, subject: string | null, place: string | null, isPerson = false): string {
  const where = place === null ? '' : ` in ${place}`
  if (subject === OPERATION_FORCES) return `Forces in the ${place === null ? '' : `${place} `}operation`
  const bare = subject === null || isDeed(subject) ? 'people' : subject.replace(AGAIN, '')
  // A group by its own name: its people are meant.
  const who = upper(/^\p{Lu}/u.test(bare) && !HEADED.test(bare) && !isPerson ? `${bare} fighters` : bare)
  switch (measure) {
    case 'strength':
      return `${HEADED.test(who) ? who : `${who} fighters`}${where}`
    case 'population':
      return `${who} living${where}`
    case 'in_need':
      return `${who} in need${where}`
    case 'strikes':
      return `${upper(subject ?? 'strikes')}${where}`
    case 'sites':
      // Villages and hills taken near a town are told of it.
      return `${upper(bare)}${place === null ? '' : ` in or around ${place}`}`
    case 'equipment':
    case 'other':
      return `${upper(bare)}${where}`
    case 'trapped':
      return `${who} trapped or at risk${where}`
    case 'casualties':
      return `${who} killed or wounded${where}`
    case 'captured':
      return `${who} detained or captured${where}`
    case 'infected':
      return /^cases$/i.test(bare) ? `Cases${where}` : `${who} infected${where}`
    case 'displaced':
    case 'evacuated':
      // Reports count those who fled a place and those who fled to it alike.
      return `${who} ${measure}${place === null || place.startsWith('the ') ? where : ` in or from ${place}`}`
    default:
      return `${who} ${measure}${where}`
  }
}

const MODE: Readonly<Record<Modality, string>> = {
  asserted: '',
  denied: '',
  retracted: '',
  predicted: 'Forecast: ',
  planned: 'Planned: ',
  demanded: 'Demanded: ',
}

interface FigureParts {
  readonly measure: Measure
  readonly subject: string | null
  readonly place: string | null
  readonly modality: Modality
  readonly isPerson?: boolean
  readonly testimonies: readonly FigureTestimony[]
}

/** "20–23 Oct 2016". What has no first day was so "by" its last, not "until" it. */
const writeDays = ({ from, to }: Interval): string | null =>
  from === null && to !== null ? `by ${writeDay(to)}` : writeInterval(from, to)

/** Days from which on a count is cumulative. */
const LONG = 92

/** The days of a number, after it: " on 24 Oct 2016", " by 24 Oct 2016", " over 17–24 Oct 2016"; empty when there are none. */
function writeWhen(days: Interval): string {
  const when = writeDays(days)
  if (when === null) return ''
  if (days.from === null || days.to === null) return ` ${when}`
  if (/^\d{4}$/.test(when)) return ` in ${when}`
  // What has been counted for years is told by its last day.
  if (daysBetween(days.from, days.to) > LONG) return ` by ${writeDay(days.to)}`
  return ` ${days.from === days.to ? 'on' : 'over'} ${when}`
}

/**
 * A figure with every number that stands, who gives it and of which days; the same number by several sources is said
 * once, and so are days that all share. A forecast has the day it was made.
 */
export function figureSummary(
  { measure, subject, place, modality, isPerson = false, testimonies }: FigureParts,
  setting: Setting,
): string {
  const standing = testimonies.filter(({ status }) => status !== 'superseded')
  const all = Array.from(grouped(standing, writeFigure), ([number, said]) => {
    const days = modality === 'asserted' ? said : said.map(({ published: day }) => ({ from: day, to: day }))
    const when = writeWhen(hull(days))
    return {
      number,
      when,
      to: hull(days).to ?? '',
      least: said[0]!.bound === 'at_least' ? said[0]!.low : null,
      low: said[0]!.low,
      high: said[0]!.high,
      isVague: said[0]!.bound === 'vague',
      last: greatest(said.map(({ published }) => published)) ?? '',
      who: [...new Set(said.map((one) => marked(one, setting)))],
    }
  })
  // "At least a million" by who also says 1.5 million is said already.
  const told = all.filter(
    (one) =>
      one.least === null ||
      !all.some(
        (other) => other !== one && (other.low ?? 0) >= one.least! && one.who.every((who) => other.who.includes(who)),
      ),
  )
  // Of what happened a number that was lower, and told before, has grown since; of a vague word anybody's number says more.
  const isOutgrown = (one: (typeof all)[number]): boolean =>
    modality === 'asserted' &&
    !isStock(measure) &&
    told.some(
      (other) =>
        other !== one &&
        !other.isVague &&
        (other.low ?? 0) >= (one.low ?? one.high ?? 0) &&
        (one.isVague ? other.last >= one.last : other.last > one.last),
    )
  const versions = told.filter((one) => !isOutgrown(one))
  const outgrown = told.filter((one) => isOutgrown(one) && !one.isVague)
  // Of a count that has run for years the newest numbers come first.
  if (
    modality === 'asserted' &&
    standing.some(({ from, to }) => from !== null && to !== null && daysBetween(from, to) > LONG)
  )
    versions.sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
  const isShared = versions.length > 1 && versions.every(({ when }) => when === versions[0]!.when)
  // A person by name dies once.
  if (isPerson && all.every(({ number }) => number === '1'))
    return `${MODE[modality]}${writeCounted(measure, subject, place, isPerson)}${versions[0]?.when ?? ''} (${shortList(versions.flatMap(({ who }) => who))})`
  const numbers = versions.map(({ number, when, who }) => `${number}${isShared ? '' : when} (${shortList(who)})`)
  const shared = isShared && versions[0]!.when !== '' ? `,${versions[0]!.when}` : ''
  const replaced = testimonies
    .filter(({ status, by }) => status === 'superseded' && by !== null)
    .map((one) => writeFigure(one))
    .filter((number) => !standing.some((one) => writeFigure(one) === number))
  const instead = replaced.length === 0 ? '' : `; replaces ${shortList([...new Set(replaced)], ', ', 2)}`
  const before =
    outgrown.length === 0 ? '' : `; earlier ${shortList([...new Set(outgrown.map(({ number }) => number))], ', ', 2)}`
  return `${MODE[modality]}${writeCounted(measure, subject, place, isPerson)}: ${shortList(numbers, ' / ', 5)}${shared}${before}${instead}`
}

const marked = (one: FigureTestimony, setting: Setting): string =>
  (one.status === 'stands' ? (one.modality === 'denied' ? 'denied by ' : '') : `${one.status}, `) + sayer(one, setting)

/** The first few, and how many more. */
export function shortList(items: readonly string[], joint = ', ', most = 3): string {
  return items.length <= most
    ? items.join(joint)
    : `${items.slice(0, most).join(joint)}${joint}${items.length - most} more`
}

/** A place known only by what it is part of: "villages of Mosul". */
export const UNNAMED = /^\p{Ll}[\p{L} ]* (?:of|in|near|around) /u

interface ControlParts {
  readonly place: string
  readonly status: ControlStatus
  readonly holder: string | null
  /** Who took, entered, rings or attacks it. */
  readonly actor: readonly string[]
  /** Who lost it or is dislodged. */
  readonly from: readonly string[]
  /** Who presses on its holder meanwhile. */
  readonly pressing: readonly string[]
  readonly days: Interval
  /** "nearly", where it is said of most of the place. */
  readonly hedge: string | null
  /** True when it was theirs before. */
  readonly again: boolean
  readonly testimonies: readonly Testimony[]
}

/** "Bartella: captured by Iraqi special forces, 20–23 Oct 2016 (Associated Press)". */
export function controlSummary(
  { place, status, holder, actor, from, pressing, days, hedge, again, testimonies }: ControlParts,
  setting: Setting,
): string {
  const by = actor.length === 0 ? '' : ` by ${list(actor)}`
  const whom = from.length === 0 ? '' : ` from ${list(from)}`
  const under = {
    encircled: `encircled${by}`,
    cut: `road cut${by}`,
    advancing: actor.length === 0 ? 'under attack' : `${list(actor)} advancing`,
  }
  const pressed = pressing.length === 0 ? '' : `; ${list(pressing)} advancing`
  const what = {
    held: () => `held${by}`,
    captured: () => `${again ? 'retaken' : 'captured'}${by}${whom}`,
    cleared: () =>
      `said to be ${hedge === null ? '' : `${hedge} `}cleared${from.length === 0 ? '' : ` of ${list(from)}`}${by}`,
    lost: () => `given up${from.length > 0 ? ` by ${list(from)}` : by}`,
    entered: () => `entered${by}`,
    contested: () => 'contested',
    pressure: () => `${holder === null ? '' : `held by ${holder}, `}${under[status as 'advancing']}`,
  }[status === 'advancing' || status === 'encircled' || status === 'cut' ? 'pressure' : status]()
  const when = writeDays(days)
  const who = [
    ...new Set(
      testimonies.map((one) => sayer(one, setting) + (one.status === 'stands' ? '' : `, later ${one.status}`)),
    ),
  ]
  const meanwhile = status === 'held' || status === 'captured' ? pressed : ''
  return `${upper(place)}: ${what}${when === null ? '' : `, ${when}`}${meanwhile} (${shortList(who)})`
}

/** "Airstrike by the coalition on Islamic State in Mosul, 18 Oct 2016". */
export function eventSummary(
  { type, actor, target, place, modality }: Pick<PictureEvent, 'type' | 'actor' | 'target' | 'place' | 'modality'>,
  days: Interval,
): string {
  const by = actor === null ? '' : ` by ${list(actor.split('; '))}`
  const when = writeDays(days)
  const body =
    type === 'capture' || type === 'loss'
      ? `${upper(type)}${place === null ? '' : ` of ${place}`}${by}`
      : `${happening(type, actor, target === place ? null : target)}${place === null ? '' : ` in ${place}`}`
  return `${MODE[modality]}${body}${modality === 'denied' ? ' (denied)' : ''}${when === null ? '' : `, ${when}`}`
}
