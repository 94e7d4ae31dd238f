/**
 * Where a claim is about: the place of its own clause, then its sentence's, then the running context's.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                                            ^^^^^^ trigger    ^^^^^ clause
 *
 * Only names that the places stage found are considered; a country that acts or
 * speaks ("Turkey said") is nobody's place. When nothing fits, the place is null.
 */
import type { Basis } from '../../model/claim.ts'
import type { Location, PlaceMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../../model/text.ts'

/** The answer: canonical name, its id and point, where it was found, and the mention itself. */
export interface Where {
  readonly place: string | null
  readonly placeId: string | null
  readonly location: Location | null
  readonly basis: Basis
  readonly mention: PlaceMention | null
}

const NOWHERE: Where = { place: null, placeId: null, location: null, basis: 'none', mention: null }
const LOCATIVE =
  /(?:^|\s)(?:in|inside|near|at|around|outside|across|throughout|within|into|to|towards?|from|over|through|between|along|entered|captured|seized|retook|stormed|besieged|of)\s+(?:(?:the|a|an|rebel-held|besieged|embattled|nearby|[a-z]+ern|[a-z]*(?:north|south|east|west)|central|city|town|village|province|governorate|district|region|areas?|parts?|of|and|outskirts|suburbs?|countryside|neighbou?rhoods?)\s+)*["“'(]?$/i
const ACTS = /^\s*(?:said|says|told|has|have|had|is|was|will|and its|'s|’s)\b/
/** How far back running context is looked for, in sentences. */
const REACH = 4

/** Find the place of a claim whose evidence or trigger is `span`, in `sentence`. */
export function where(reading: Reading, span: Span, sentence: Sentence): Where {
  const own = mentionsIn(reading, sentence)
  const best = strongest(reading, own, span)
  if (best) return answer(best, best.start >= span.start && best.end <= span.end ? 'clause' : 'sentence')
  const { sentences, passages } = reading
  const index = sentences.indexOf(sentence)
  for (let back = index - 1; back >= 0 && back >= index - REACH; back--) {
    const earlier = sentences[back]!
    const role = passages[earlier.passage]?.role
    if (role === 'teaser' || role === 'boilerplate' || role === 'credit') continue
    const found = strongest(reading, mentionsIn(reading, earlier), earlier)
    if (found) return answer(found, 'context')
  }
  const common = mostNamed(reading)
  return common ? answer(common, 'report') : NOWHERE
}

const answer = (mention: PlaceMention, basis: Basis): Where => ({
  place: mention.name,
  placeId: mention.id,
  location: mention.location,
  basis,
  mention,
})

const mentionsIn = (reading: Reading, { start, end }: Span): PlaceMention[] =>
  reading.places.filter((mention) => mention.start >= start && mention.end <= end && mention.kind !== 'demonym')

/** The mention that says where, by what stands before it, how near it is to the span, and how exact it is. */
function strongest({ report: { text } }: Reading, mentions: readonly PlaceMention[], span: Span): PlaceMention | null {
  let best: PlaceMention | null = null
  let top = 0
  for (const [index, mention] of mentions.entries()) {
    const before = text.slice(Math.max(0, mention.start - 60), mention.start)
    const after = text.slice(mention.end, mention.end + 12)
    let score = 1
    if (LOCATIVE.test(before)) score += 2
    if (mention.start >= span.start && mention.end <= span.end) score += 2
    else score -= Math.min(1, Math.max(span.start - mention.end, mention.start - span.end) / 200)
    if (mention.kind === 'country') score -= ACTS.test(after) ? 3 : 1.2
    else if (mention.kind === 'region') score -= 0.5
    const inner = mentions[index - 1]
    if (inner && /^, $/.test(text.slice(inner.end, mention.start))) score -= 1
    if (score > top) {
      top = score
      best = mention
    }
  }
  return best
}

/** The place a report names most often, countries only when there is nothing else. */
function mostNamed(reading: Reading): PlaceMention | null {
  const counts = new Map<string, { mention: PlaceMention; n: number }>()
  for (const mention of reading.places) {
    if (mention.kind === 'demonym') continue
    const known = counts.get(mention.name)
    if (known) known.n++
    else counts.set(mention.name, { mention, n: mention.kind === 'country' ? 0.4 : 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.n - a.n)[0]?.mention ?? null
}
