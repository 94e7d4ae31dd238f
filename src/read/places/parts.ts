/**
 * Parts and kinds: what the words next to a name make of it.
 *
 *     the western half of Mosul     "western Mosul", part of Mosul
 *     southern Aleppo countryside   "southern Aleppo countryside"
 *     Idlib governorate             "Idlib province", the area and not the town
 *     outskirts of Sirte            "Sirte outskirts"
 *
 * Works on the characters before and after one name; distances ("15 km east of")
 * are relative.ts's business.
 */

import { DIRECTION_PATTERN, type Direction, directionOf } from '../../knowledge/directions.ts'
import { destination } from '../../knowledge/geodesy.ts'
import { MARKS } from '../../language/letters.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'

/** What stands around a name: how far to widen the span, and what it means. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly direction: Direction | null
  /** "central", "downtown", "rural" where one is said instead of a direction. */
  readonly middle: string | null
  /** "countryside", "outskirts", "airport" ... */
  readonly feature: string | null
  /** What kind of thing the words say it is. */
  readonly says: 'area' | 'town' | 'quarter' | null
  /** A district of a province ("Zhari district, Kandahar province"), which keeps the word, and not of a town. */
  readonly district: boolean
}

const AREA = /^(?:provinces?|governorates?|states?|oblasts?|count(?:y|ies)|parish|prefecture|wilayat|muhafazat)$/i
const TOWN = /^(?:city|town|village|cities|towns|villages|municipality|hamlet|proper)$/i
const QUARTER = /^(?:districts?|neighbou?rhoods?|quarters?|suburbs?|areas?|sections?|districts|camp)$/i
const OF_PROVINCE = /^(?:,| of| in)[^.;]{2,40}\b(?:province|governorate)/i
/** "... of the city": a quarter. */
const OF_TOWN = /^ (?:of|in) (?:the )?(?:\p{Lu}[\p{L}-]+ )?(?:city|town|capital)\b/u
/** "the Tarin", "the old walled Tarin". */
const DEFINITE = new RegExp(String.raw`\bthe\s(?:(?:[^${MARKS}]|-)+\s){0,2}$`, 'i')
const WHOLE = /^(?:city|town|village|province|governorate|state|district|neighbou?rhood|quarter|suburb)$/i
/** In small letters behind the name of a quarter or town: "the northern Shayyah | district". */
const QUARTERED = /^(?:district|neighbou?rhood|quarter|suburb|town|village|city)$/
const FEATURE: readonly (readonly [RegExp, string])[] = [
  [/^(?:countryside|rural areas?|hinterlands?|reef)$/i, 'countryside'],
  [/^(?:outskirts|periphery|edges?)$/i, 'outskirts'],
  [/^suburbs$/i, 'suburbs'],
  [/^(?:international |military |civilian )*airports?$/i, 'airport'],
  [/^(?:air ?bases?|air ?fields?|military air ?ports?)$/i, 'air base'],
  [/^(?:refugee camp|camp)$/i, 'camp'],
  [/^dam$/i, 'dam'],
]

const AROUND = new RegExp(
  String.raw`(?:^|[${MARKS}])((?:(?:the|its)\s+)?(?:(${DIRECTION_PATTERN}|central|downtown|rural)\s+)?(?:(?:and\s+)?(city|town|village|province|governorate|state|district|neighbou?rhood|quarter|suburb|countryside|outskirts|periphery|half|part|parts|side|sector|bank|edge|edges|suburbs|areas|districts|neighbou?rhoods|section|sections|rural areas)\s+(?:of|in)\s+)?(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?)$`,
  'i',
)
const AFTER =
  /^(?:['’]s)?(?:\s(?:(north|south|east|west|(?:north|south)[- ]?(?:east|west))(?:ern)?))?\s((?:international |military |civilian )*airports?|military air ?ports?|air ?bases?|air ?fields?|refugee camp|camp|dam|countryside|rural areas?|outskirts|periphery|suburbs?|provinces?|governorates?|states?|oblast|county|parish|prefecture|city|town|village|municipality|proper|districts?|neighbou?rhoods?|quarters?|(?:half|side|sector|part|parts))\b/i

/** Read what stands around `[start, end)`; `floor` and `ceiling` bound the widened span. */
export function partAround(text: string, start: number, end: number, floor: number, ceiling: number): Part | null {
  const before = AROUND.exec(text.slice(Math.max(floor, start - 60), start))
  const after = AFTER.exec(text.slice(end, Math.min(ceiling, end + 40)))
  const head = before?.[2] ?? ''
  // "the northern city of Aleppo", "the northern Shayyah district": where it lies, not which part of it is meant.
  const described =
    before?.[3] === undefined
      ? /^the\s/i.test(before?.[1] ?? '') && QUARTERED.test(after?.[2] ?? '')
      : WHOLE.test(before[3])
  const direction = (described ? null : directionOf(head)) ?? directionOf(after?.[1] ?? '')
  const middle = direction || described || !head ? null : head.toLowerCase()
  const nouns = [before?.[3], after?.[2]].filter((noun) => noun !== undefined)
  const feature = FEATURE.find(([pattern]) => nouns.some((noun) => pattern.test(noun)))?.[1] ?? null
  const says = nouns.some((noun) => AREA.test(noun))
    ? 'area'
    : nouns.some((noun) => TOWN.test(noun))
      ? 'town'
      : !feature && nouns.some((noun) => QUARTER.test(noun)) && !direction
        ? 'quarter'
        : null
  if (!direction && !middle && !feature && !says) return null
  const widen = before?.[2] || before?.[3] ? before[1]!.replace(/^(?:the|its)\s+/i, '').length : 0
  const until = after ? end + after[0].length : end
  const district =
    /^districts?$/i.test(after?.[2] ?? '') &&
    (/^[A-Z]/.test(after?.[2] ?? '') ||
      OF_PROVINCE.test(text.slice(until, until + 60)) ||
      !(DEFINITE.test(text.slice(Math.max(0, start - 40), start)) || OF_TOWN.test(text.slice(until, until + 30))))
  return { start: start - widen, end: until, direction, middle, feature, says, district }
}

/** The mention that a part makes of its whole. A direction moves a town's point by half its radius and names a side of anything larger. */
export function partOfWhole(whole: PlaceMention, part: Part): PlaceMention {
  const { direction, middle, feature, says } = part
  const words = [direction?.adjective ?? middle, whole.name].filter((word) => word)
  if (says === 'area' && whole.kind === 'admin' && !/(?:province|state|county|parish|region)$/i.test(whole.name))
    if (whole.country !== 'US') words.push('province')
  // The eastern suburbs of a town are its east.
  if (feature && !(feature === 'suburbs' && (direction || middle))) words.push(feature)
  if (part.district && says === 'quarter' && !/district$/i.test(whole.name)) words.push('district')
  const name = words.join(' ')
  const span = { start: part.start, end: part.end }
  if (!direction && !middle && !feature) return { ...whole, ...span, name }
  const tail = [direction?.stem ?? middle, feature]
    .filter((word) => word)
    .join(' ')
    .replaceAll(' ', '-')
  return {
    ...whole,
    ...span,
    name,
    id: whole.id && `${whole.id}/${tail}`,
    location: whole.location && sideOf(whole.location, direction, feature),
    partOf: whole.id ? [whole.id, ...whole.partOf] : whole.partOf,
    kind:
      feature === 'airport' || feature === 'air base'
        ? 'base'
        : whole.kind === 'town' || whole.kind === 'village'
          ? feature
            ? 'region'
            : 'quarter'
          : 'region',
  }
}

/** Radius added for land around a town, in km. */
const COUNTRYSIDE = 25
const OUTSKIRTS = 3

function sideOf(part: Location, direction: Direction | null, feature: string | null): Location {
  const added =
    feature === 'countryside' ? COUNTRYSIDE : feature === 'outskirts' || feature === 'suburbs' ? OUTSKIRTS : 0
  const whole = part.precision === 'admin' ? part : { ...part, radiusKm: part.radiusKm + added }
  if (!direction) return { ...whole, precision: 'area' }
  if (whole.precision === 'country' || whole.precision === 'admin')
    return { ...whole, precision: 'sector', bearing: direction.bearing, spread: 45 }
  const { lat, lon } = destination(whole, direction.bearing, whole.radiusKm / 2)
  return { lat: round(lat), lon: round(lon), radiusKm: round(whole.radiusKm * 0.7), precision: 'area' }
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4
