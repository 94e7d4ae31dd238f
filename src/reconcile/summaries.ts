/**
 * Summaries: one plain sentence for each thing in the picture, built from its fields as an analyst would write it.
 *
 *     Bartella: captured by Iraqi special forces, 20–23 Oct 2016 (Associated Press)
 *
 * Figures: `figure-summary.ts`; what happened, in words: `happening.ts`.
 */
import { list, upper, writeBounds, writeDay, writeInterval } from '../language/write.ts'
import type { ControlStatus, Measure, Modality } from '../model/claim.ts'
import type { Interval } from '../model/interval.ts'
import type { FigureTestimony, PictureEvent, Testimony } from '../model/picture.ts'
import { isDeed } from './counted.ts'
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

/** What a thing that did not happen, or has not yet, is called first. */
export const MODE: Readonly<Record<Modality, string>> = {
  asserted: '',
  denied: '',
  retracted: '',
  predicted: 'Forecast: ',
  planned: 'Planned: ',
  demanded: 'Demanded: ',
}

/** "20–23 Oct 2016". What has no first day was so "by" its last, not "until" it. */
export const writeDays = ({ from, to }: Interval): string | null =>
  from === null && to !== null ? `by ${writeDay(to)}` : writeInterval(from, to)

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
  {
    type,
    actor,
    target,
    place,
    modality,
    calamity,
  }: Pick<PictureEvent, 'type' | 'actor' | 'target' | 'place' | 'modality'> & { readonly calamity: boolean },
  days: Interval,
): string {
  const by = actor === null ? '' : ` by ${list(actor.split('; '))}`
  const when = writeDays(days)
  const body =
    type === 'capture' || type === 'loss'
      ? `${upper(type)}${place === null ? '' : ` of ${place}`}${by}`
      : `${calamity && target !== null ? upper(target) : happening(type, actor, target === place ? null : target)}${place === null ? '' : ` in ${place}`}`
  return `${MODE[modality]}${body}${modality === 'denied' ? ' (denied)' : ''}${when === null ? '' : `, ${when}`}`
}
