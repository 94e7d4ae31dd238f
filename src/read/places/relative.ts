/**
 * Relative places: so many kilometres in some direction from a named place.
 *
 *     some 45 kms south of Mosul     a sector of 22.5 degrees to each side, and a radius of 18 km
 *     east of Kirkuk                 the same without a distance: 20 km is assumed
 *
 * Journalists measure from the outskirts and round, so the radius is 0.4 of the
 * distance and never under 10 km (measured on towns around Mosul).
 */

import { DIRECTION_PATTERN, directionOf } from '../../knowledge/directions.ts'
import { destination } from '../../knowledge/geodesy.ts'
import { MARKS } from '../../language/letters.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'

/** "45 km south of", read from the text before a name. */
export interface Offset {
  readonly start: number
  /** Null where no distance is given. */
  readonly km: number | null
  readonly bearing: number | null
  /** As it goes into the name: "45 km south of", "north of". */
  readonly words: string
}

const NUMBER = String.raw`(\d{1,4}(?:\.\d+)?|a|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|several|a few|a couple of)`
const BEFORE = new RegExp(
  String.raw`(?:^|(?![\d.,])[${MARKS}])((?:(?:some|about|around|roughly|nearly|almost|just|approximately|only|less than|more than|within|over)\s+)*${NUMBER}[\s-]?(km|kms|kilomet(?:er|re)s?|miles?)\.?\s+(?:\([^)]{1,25}\)\s+)?(?:(?:to\s+)?(?:the\s+)?(?:(?:due|further)\s+)?(${DIRECTION_PATTERN})\s+(?:of|from)|(?:away\s+)?(?:from|outside(?:\s+of)?|of))\s+(?:downtown\s+|central\s+)?(?:(?:the\s+)?(?:city|town|village|capital)\s+of\s+)?(?:the\s+)?)$`,
  'i',
)
const TOWARD = new RegExp(
  String.raw`(?:^|[${MARKS}])((?:(?:just|to|the|further|immediately)\s+)*(${DIRECTION_PATTERN})\s+of\s+(?:(?:the\s+)?(?:city|town|village|capital)\s+of\s+)?(?:the\s+)?)$`,
  'i',
)
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  'a dozen': 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  'a hundred': 100,
  several: 5,
  'a few': 5,
  'a couple of': 2,
}
const MILE_KM = 1.609344
/** Distance assumed where only a direction is given, in km. */
const ASSUMED = 20

/** Read an offset that ends where the name starts; null when there is none after `floor`. */
export function offsetBefore(text: string, start: number, floor: number): Offset | null {
  const before = text.slice(Math.max(floor, start - 90), start)
  const far = BEFORE.exec(before)
  if (far) {
    const count = WORDS[far[2]!.toLowerCase()] ?? Number(far[2])
    const km = /^mi/i.test(far[3]!) ? count * MILE_KM : count
    const direction = directionOf(far[4] ?? '')
    if (km > 2000) return null
    const shown = `${Math.round(km)} km ${direction ? `${direction.stem} of` : 'from'}`
    return { start: start - far[1]!.length, km, bearing: direction?.bearing ?? null, words: shown }
  }
  const near = TOWARD.exec(before)
  const direction = near && directionOf(near[2]!)
  if (!near || !direction || /ern$/i.test(near[2]!)) return null
  return { start: start - near[1]!.length, km: null, bearing: direction.bearing, words: `${direction.stem} of` }
}

/** The place that lies so far from a named one. */
export function relativeTo(anchor: PlaceMention, offset: Offset): PlaceMention {
  const tail = `${offset.km === null ? '' : `${Math.round(offset.km)}km`}${offset.bearing ?? ''}`
  return {
    ...anchor,
    start: offset.start,
    name: `${offset.words} ${anchor.name}`,
    id: anchor.id && `${anchor.id}/@${tail}`,
    location: anchor.location && sector(anchor.location, offset),
    partOf: anchor.country ? [`country:${anchor.country}`] : [],
    source: 'relative',
    confidence: Math.round(anchor.confidence * 80) / 100,
    kind: 'region',
  }
}

/** The sector of an offset from a point. */
function sector(from: Location, { km, bearing }: Offset): Location {
  const distance = km ?? from.radiusKm + ASSUMED
  if (bearing === null) return { ...from, radiusKm: Math.max(10, distance * 1.2), precision: 'area' }
  const { lat, lon } = destination(from, bearing, distance)
  return {
    lat: Math.round(lat * 1e4) / 1e4,
    lon: Math.round(lon * 1e4) / 1e4,
    radiusKm: Math.round(Math.max(10, 0.4 * distance) * 10) / 10,
    precision: 'sector',
    bearing,
    spread: 22.5,
  }
}
