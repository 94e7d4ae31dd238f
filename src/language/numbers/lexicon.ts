/** The words that numbers are made of, as an analyst edits them in data/language/numbers.json. */

/** Lower-case English words; ranges are [low, high], both included. */
export interface NumberWords {
  readonly digits: Readonly<Record<string, number>>
  readonly tens: Readonly<Record<string, number>>
  readonly scales: Readonly<Record<string, number>>
  /** Letters that follow digits at once: "14m". */
  readonly suffixes: Readonly<Record<string, number>>
  readonly groups: Readonly<Record<string, number>>
  /** "fourth": a place in a row. */
  readonly ordinals: Readonly<Record<string, number>>
  readonly pairs: Readonly<Record<string, number>>
  readonly none: readonly string[]
  readonly vague: Readonly<Record<string, readonly [number, number]>>
  /** Wordings in front of a number, by the bound they give it. */
  readonly before: Readonly<Record<'at_least' | 'at_most' | 'approx' | 'exact', readonly string[]>>
  readonly after: Readonly<Record<'at_least' | 'at_most' | 'approx', readonly string[]>>
  /** "another", "others": the number comes on top of one told before. */
  readonly more: readonly string[]
  readonly currencies: readonly string[]
  readonly units: Readonly<Record<'distance' | 'measure' | 'duration' | 'percent', readonly string[]>>
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
  /** Nouns whose number is a label: "Resolution 2042". */
  readonly labelled: readonly string[]
  /** Words that make a four-digit number a year: "in 2014". */
  readonly yearAfter: readonly string[]
}

/** The same words, ready to be asked. */
export interface NumberLexicon extends Omit<NumberWords, 'before' | 'after' | 'none' | 'more' | 'units'> {
  readonly none: ReadonlySet<string>
  readonly more: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
  readonly monthSet: ReadonlySet<string>
  readonly money: ReadonlySet<string>
  readonly years: ReadonlySet<string>
  /** Unit word to its sort. */
  readonly unit: ReadonlyMap<string, 'distance' | 'measure' | 'duration' | 'percent'>
  /** Wordings as word lists, longest first, each with the bound it gives; those in front by their last word. */
  readonly before: ReadonlyMap<string, readonly (readonly [words: readonly string[], bound: BoundWord])[]>
  readonly after: readonly (readonly [words: readonly string[], bound: BoundWord])[]
}

/** What a wording says about the side on which the number is open. */
export type BoundWord = 'at_least' | 'at_most' | 'approx' | 'exact'

/** Index the words. Throws `RangeError` on a range that is upside down: an error in the data file. */
export function numberLexicon(words: NumberWords): NumberLexicon {
  for (const [word, [low, high]] of Object.entries(words.vague))
    if (!(low <= high)) throw new RangeError(`numbers.json: "${word}" goes from ${low} to ${high}`)
  return {
    ...words,
    none: new Set(words.none),
    more: new Set(words.more),
    labels: new Set(words.labelled),
    calendar: new Set([...words.months, ...words.weekdays]),
    monthSet: new Set(words.months),
    money: new Set(words.currencies),
    years: new Set(words.yearAfter),
    unit: new Map(
      (['distance', 'measure', 'duration', 'percent'] as const).flatMap((sort) =>
        words.units[sort].map((word) => [word, sort] as const),
      ),
    ),
    before: byLastWord(longestFirst(words.before)),
    after: longestFirst(words.after),
  }
}

function longestFirst(table: Readonly<Partial<Record<BoundWord, readonly string[]>>>) {
  return (Object.entries(table) as [BoundWord, readonly string[]][])
    .flatMap(([bound, wordings]) => wordings.map((wording) => [wording.split(' '), bound] as const))
    .sort((a, b) => b[0].length - a[0].length)
}

function byLastWord<T>(wordings: readonly (readonly [words: readonly string[], bound: T])[]) {
  const index = new Map<string, (readonly [words: readonly string[], bound: T])[]>()
  for (const wording of wordings) {
    const last = wording[0].at(-1)!
    index.set(last, [...(index.get(last) ?? []), wording])
  }
  return index
}
