/**
 * The place of a figure: the one that its own words are followed by, else what the shared reader finds.
 *
 *     three tanks near Sohl, one depot in Tarin and two bridges
 *                      ^^^^               ^^^^^ each has its own
 */
import type { Calamities } from '../../../knowledge/calamities.ts'
import type { Resources } from '../../../knowledge/resources.ts'
import type { Measure } from '../../../model/claim.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Span } from '../../../model/span.ts'
import type { Sentence } from '../../../model/text.ts'
import { namingsOf } from '../where/mentions.ts'
import { type Where, where } from '../where.ts'
import type { Candidate } from './candidates.ts'

/** What is known of a place. */
type Placed = Pick<Where, 'place' | 'placeId' | 'location' | 'basis'>

/** Where the counted were counted. `span` is the figure's evidence, `trigger` the word that gave it its measure. */
export function placeOf(
  reading: Reading,
  sentence: Sentence,
  candidate: Candidate,
  measure: Measure,
  { span, trigger }: { readonly span: Span; readonly trigger: Span },
  { where: weights, measures: { calamities } }: Pick<Resources, 'where' | 'measures'>,
  before: Placed | undefined,
): Placed {
  // "Some 70,000 people | have been displaced | in the Tarin valley"
  const last = reading.tokens.findIndex(({ end }) => end === trigger.end)
  const afterwards = last >= candidate.to ? behind(reading, sentence, last + 1) : null
  const own = inFront(reading, candidate) ?? behind(reading, sentence, candidate.to) ?? afterwards
  if (own) return { place: own.name, placeId: own.id, location: own.location, basis: 'clause' }
  const found = where(reading, { span, trigger, sentence, kind: 'figure', label: measure }, weights)
  const count = candidate.low ?? candidate.high ?? 0
  if (
    isCarried(found) &&
    LIVING.has(measure) &&
    (isTooSmall(found, count) || isWhole(reading, sentence, count, calamities))
  )
    return landOf(reading)
  const deed = DEED.has(measure) && (candidate.low ?? 0) < 100
  const far = found.basis === 'none' || found.basis === 'context' || found.basis === 'report'
  const vague = found.place === null || found.mention?.kind === 'country'
  return deed && far && vague && before ? { ...before, basis: 'context' } : found
}

/** Taken from another sentence than the figure's own. */
const isCarried = ({ basis }: Where): boolean => basis === 'context' || basis === 'report'

/** More people than live in the place: they were counted over more than it. */
const isTooSmall = ({ mention }: Where, count: number): boolean =>
  mention !== null && mention.population >= LISTED && count > mention.population

/** "The war has killed 9,000", "31 in five months": of all of it, and so is any toll of thousands told of the war itself. */
function isWhole({ report }: Reading, { start, end }: Span, count: number, { wide }: Calamities): boolean {
  const sentence = report.text.slice(start, end)
  if (FOR_MONTHS.test(sentence)) return true
  return [...sentence.matchAll(wide)].some(({ index, 0: word }) => {
    const before = sentence.slice(0, index)
    const after = sentence.slice(index + word.length)
    return (
      HAS_KILLED.test(after) ||
      (SINCE.test(before) && BEGAN.test(after)) ||
      (count >= THOUSANDS && DEFINITE.test(before))
    )
  })
}

const THOUSANDS = 1000
const DEFINITE = /\b(?:the|this|its) (?:[\w-]+ ){0,2}$/i
const HAS_KILLED =
  /^[^.;]{0,60}\b(?:has|have|had) (?:also )?(?:killed|claimed|left|displaced|uprooted|forced|driven)\b/i
const SINCE = /\bsince the $/i
const BEGAN = /^ (?:began|started|erupted)\b/i
const FOR_MONTHS = /\b(?:in|over|during) (?:the (?:past|last) )?(?:\p{L}+|\d+) (?:months|years)\b/iu

const LIVING: ReadonlySet<Measure> = new Set([
  'killed',
  'wounded',
  'displaced',
  'returned',
  'trapped',
  'in_need',
] as const)
/** Below this, populations of the gazetteer are too often of the old core of a town alone. */
const LISTED = 10_000

/** The country that the report is about, where it names it. */
function landOf(reading: Reading): Placed {
  const { country } = namingsOf(reading)
  const land = reading.places.find((one) => one.kind === 'country' && one.country === country)
  return land
    ? { place: land.name, placeId: land.id, location: land.location, basis: 'report' }
    : { place: null, placeId: null, location: null, basis: 'none' }
}

/** What is done to few at one spot: where it was done stays said until another place is. */
const DEED: ReadonlySet<Measure> = new Set([
  'killed',
  'wounded',
  'casualties',
  'captured',
  'missing',
  'damaged',
] as const)

/** "Sohl, where 50 people died". */
function inFront({ tokens, places }: Reading, { from }: Candidate): PlaceMention | null {
  if (tokens[from - 1]?.text !== 'where' || tokens[from - 2]?.text !== ',') return null
  const { end } = tokens[from - 3] ?? { end: -1 }
  return places.find((one) => one.end === end && one.kind !== 'demonym') ?? null
}

/** The place in the phrase that begins at `to`, right behind the counted noun or what was done: "two depots in the vicinity of Tarin". */
function behind({ tokens, places }: Reading, { last }: Sentence, to: number): PlaceMention | null {
  if (!NEAR.test(tokens[to]?.text ?? '')) return null
  let end = to + 1
  while (end < last && end < to + 8 && WITHIN.test(tokens[end]!.xpos)) end++
  // "In Sohl and Tarin", but "3,000 in Sohl and over 2,000 in Tarin".
  if (/^and$/i.test(tokens[end]?.text ?? '') && !tokens.slice(end + 1, end + 4).some(({ upos }) => upos === 'NUM'))
    return null
  const [start, stop] = [tokens[to]!.start, tokens[end - 1]!.end]
  const named = places.filter((one) => one.start >= start && one.start < stop)
  const [only] = named
  return named.length === 1 && only!.end === stop && only!.kind !== 'demonym' && only!.kind !== 'country' ? only! : null
}

const NEAR = /^(?:in|near|at|outside|around|across|inside)$/i
const WITHIN = /^(?:NN|NNS|NNP|NNPS|DT|JJ|IN|HYPH|POS)$/
