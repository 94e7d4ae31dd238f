/** Points of the compass, as nouns and adjectives: "south", "southern", "south-western" -> degrees from north, clockwise. */

const STEMS = ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest'] as const
type Stem = (typeof STEMS)[number]

/** A direction as text and as an angle. */
export interface Direction {
  readonly stem: Stem
  /** "southern". */
  readonly adjective: string
  /** Degrees from north, clockwise. */
  readonly bearing: number
}

/** Read a word of direction: "South-Western", "northeast", "west". Null when it is none. */
export function directionOf(word: string): Direction | null {
  const plain = word
    .toLowerCase()
    .replace(/[-\s]/g, '')
    .replace(/(?:ern|wards?)$/, '')
  const index = STEMS.indexOf(plain as Stem)
  return index < 0 ? null : { stem: STEMS[index]!, adjective: `${STEMS[index]}ern`, bearing: index * 45 }
}

/** Source of a pattern for a word of direction, adjective or noun. */
export const DIRECTION_PATTERN = '(?:north|south)(?:[- ]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?'
