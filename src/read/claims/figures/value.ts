/**
 * Numbers that are the value of a phrase: what they count stands in front of them, or is said by the word they hang on.
 *
 *     brings the number of troops in the valley to 900   as "number of" says
 *     Displaced from Tarin: 17,600                        as its label says
 *     a town of 40,000 · a 900-strong force               who lives there, who serves
 *
 * What is told by a verb of the number's own is relations.ts's business.
 */
import type { CountedClass, Measures } from '../../../knowledge/measures.ts'
import type { Sentence, Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { classAt } from './counted.ts'
import { fits, measureOf } from './fits.ts'
import type { Framed } from './frames.ts'
import type { Choice } from './sentence.ts'
import type { Found } from './triggers.ts'

/** "A city of 200,000 people", "a 900-strong force", "a garrison of 600": how many live there or serve, whatever else is told of them. */
export function stated(
  tokens: readonly Token[],
  { kind: sort, number, head, from, low, high, quantity }: Candidate,
  kind: CountedClass | null,
): Framed | null {
  if (sort !== 'number') return null
  if (tokens[number + 1]?.text === '-' && tokens[number + 2]?.text === 'strong')
    return { measure: tokens.slice(number + 3, head + 1).some(isArmed) ? 'strength' : 'other', link: null }
  const of = tokens[from - 1]
  const town = tokens[from - 2]
  if (head === number && isSize(tokens, from)) return { measure: 'strength', link: null, noun: from - 2 }
  const counts = quantity?.role === 'count'
  if (of?.text !== 'of' || !town || !SETTLED.test(town.text) || (low ?? high ?? 0) < 100) return null
  return head === number || (kind === null && counts) || (kind === 'people' && !/ed$/.test(tokens[head - 1]!.text))
    ? { measure: 'population', link: null }
    : null
}

/** "A garrison of 600", "a force of 2,500", "bringing its contingent to 1,650". */
function isSize(tokens: readonly Token[], from: number): boolean {
  const [link, army] = [tokens[from - 1]?.text ?? '', tokens[from - 2]]
  if (!army || !isArmed(army) || /^(?:work|labou?r|sales|driving)$/i.test(tokens[from - 3]?.text ?? '')) return false
  if (link === 'of') return army.lemma !== 'police'
  return link === 'to' && tokens.slice(Math.max(0, from - 9), from - 2).some(({ lemma }) => GROW.test(lemma))
}
const GROW = /^(?:bring|raise|take|increase|boost|swell|expand|cut|reduce|strengthen)$/

const SETTLED =
  /^(?:city|town|village|township|hamlet|settlement|suburb|district|neighbou?rhood|quarter|island|province|region|country|nation|municipality|community|enclave|territory|port)$/i

const isArmed = ({ lemma }: Token): boolean =>
  /^(?:force|army|garrison|militia|unit|battalion|brigade|police|peacekeep(?:er|ing)|military|contingent|troop|guard|gang|fighter|insurgency)$/i.test(
    lemma,
  )

/** What the phrase or label in front of a number says it counts; null where none does. */
export function valued(
  tokens: readonly Token[],
  sentence: Sentence,
  candidate: Candidate,
  kind: CountedClass | null,
  found: readonly Found[],
  measures: Measures,
  before: Choice | undefined,
): Framed | null {
  if (candidate.kind !== 'number') return null
  if (tokens[candidate.from - 1]?.text === ':') return labelled(tokens, sentence, candidate, kind, found, measures)
  return (
    raisedTo(tokens, candidate, found, measures) ??
    (candidate.head === candidate.number ? numberOf(tokens, sentence, candidate, found, measures, before) : null)
  )
}

/** "The number of troops involved rose to 900", "put their number at 900". */
function numberOf(
  tokens: readonly Token[],
  { first }: Sentence,
  { from }: Candidate,
  found: readonly Found[],
  measures: Measures,
  before: Choice | undefined,
): Framed | null {
  if (!VALUE.test(tokens[from - 1]?.text ?? '')) return null
  let at = from - 1
  while (at >= first && !NUMBER.test(tokens[at]!.text) && tokens[at]!.upos !== 'NUM' && from - at < 24) at--
  if (at < first || !NUMBER.test(tokens[at]!.text)) return null
  const theirs = /^(?:their|its|that)$/i.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.text !== 'of'
  if (theirs && before?.framed) return { measure: before.framed.measure, link: null }
  return counted(tokens, at, from, found, measures)
}

/** "Taking to 13 the number of officers killed". */
function raisedTo(
  tokens: readonly Token[],
  { from, number }: Candidate,
  found: readonly Found[],
  measures: Measures,
): Framed | null {
  const [to, the, of] = [tokens[from - 1], tokens[number + 1], tokens[number + 2]]
  if (to?.text !== 'to' || the?.text !== 'the' || !NUMBER.test(of?.text ?? '')) return null
  let end = number + 3
  while (end < number + 14 && tokens[end] && !/^[,.;]$/.test(tokens[end]!.text)) end++
  return counted(tokens, number + 2, end, found, measures)
}

/** What "number of" at `at` counts, said before `end`. */
function counted(
  tokens: readonly Token[],
  at: number,
  end: number,
  found: readonly Found[],
  measures: Measures,
): Framed | null {
  const told = found.find((one) => one.at > at && one.to <= end && PEOPLE.has(one.trigger.measure))
  const noun = tokens[at + 1]?.text === 'of' ? nounIn(tokens, at + 1, end, measures) : -1
  const of = noun < 0 ? {} : { noun }
  if (told) return { measure: told.trigger.measure, link: { found: told, relation: 'toll' }, ...of }
  return noun < 0 ? null : { measure: measureOf(classAt(tokens, noun, measures)!) ?? 'other', link: null, ...of }
}

function nounIn(tokens: readonly Token[], from: number, end: number, measures: Measures): number {
  for (let i = from; i < end; i++) if (classAt(tokens, i, measures)) return i
  return -1
}

const NUMBER = /^number$/i
/** What stands between such a phrase and its value. */
const VALUE = /^(?:to|at|is|was|are|were|be|between|reached|of|than|about|from)$/i
const PEOPLE: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'displaced', 'infected', 'captured'])

/** "Houses destroyed: 1,200", "Arrivals in Sohl: 4,900 people (agency)": a line that is a label and its number. */
function labelled(
  tokens: readonly Token[],
  { first, last }: Sentence,
  { from, to, head, number }: Candidate,
  kind: CountedClass | null,
  found: readonly Found[],
  measures: Measures,
): Framed | null {
  const colon = from - 1
  if (colon - first > LABEL || (to < last && !/^[(.;,–—]$/.test(tokens[to]!.text))) return null
  const bare = head === number
  const noun = nounIn(tokens, first, colon, measures)
  const of = bare && noun >= 0 ? { noun } : {}
  const counts = kind ?? (noun < 0 ? null : classAt(tokens, noun, measures))
  const told = found.find(({ at, trigger }) => at >= first && at < colon && fits(trigger.measure, counts))
  if (told) return { measure: told.trigger.measure, link: { found: told, relation: 'toll' }, ...of }
  return bare && counts && noun >= 0 ? { measure: measureOf(counts) ?? 'other', link: null, ...of } : null
}

/** How long a label may be, in tokens. */
const LABEL = 9
