/**
 * Single people who are not numbered but count as one, where the sentence kills, wounds, captures, infects or misses someone.
 *
 *     A farmer and the mayor, Omar Sabri, were killed; commander Adel Hanna was captured.
 *     ^^^^^^^^     ^^^^^^^^^ (the name in apposition is the same person)
 *                                                      ^^^^^^^^^^^^^^^^^^^^^ title and name: one
 */
import type { Measures } from '../../../knowledge/measures.ts'
import type { Reading } from '../../../model/reading.ts'
import { overlaps } from '../../../model/span.ts'
import type { Sentence } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import { classAt } from './counted.ts'
import type { Found } from './triggers.ts'

/** Measures for which one person, not numbered, is a figure. */
const ONE: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'infected'])

/** The single people of a sentence in text order; those that a numbered candidate holds are left to it. */
export function singleCandidates(
  reading: Reading,
  sentence: Sentence,
  found: readonly Found[],
  numbered: readonly Candidate[],
  measures: Measures,
): Candidate[] {
  if (!found.some(({ trigger }) => ONE.has(trigger.measure))) return []
  const { tokens } = reading
  const people = peopleIn(reading, sentence, measures)
  const triggers = new Set(found.map(({ at }) => at))
  const singles: Candidate[] = []
  const isApart = (at: number, head: number): boolean => triggers.has(at) && tokens[at]!.head !== head
  const add = (from: number, head: number, anchor: number, to: number): void => {
    if (numbered.some((c) => c.from < to && from < c.to)) return
    while (from > sentence.first && DESCRIBES.test(tokens[from - 1]!.xpos) && !isApart(from - 1, head)) from--
    const det = from > sentence.first ? tokens[from - 1]!.text.toLowerCase() : ''
    const begins = /^(?:an?|another|the|one|his|her|their|its|this|my)$/.test(det) ? from - 1 : from
    const span = { start: tokens[begins]!.start, end: tokens[to - 1]!.end }
    const one = { kind: 'single', low: 1, high: 1, bound: 'exact', quantity: null } as const
    singles.push({ ...one, span, number: begins, head, anchor, from: begins, to })
  }
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]!
    const person = people.find(({ from, to }) => from <= i && i < to)
    if (person) {
      const { from, head, to } = person
      i = to - 1
      const above = tokens[head]!.head
      if (to < sentence.last && /^NN/.test(tokens[to]!.xpos) && tokens[to]!.head !== head) continue
      if (tokens[head]!.deprel === 'appos' && singles.some((c) => c.from <= above && above < c.to)) continue
      const title = tokens[head]!.deprel === 'appos' && above === from - 1
      add(from, head, title ? above : head, to)
      continue
    }
    const pronoun = token.deprel === 'obj' && /^(?:him|her)$/i.test(token.text)
    if (!pronoun && ((token.xpos !== 'NN' && token.xpos !== 'NNP') || /^(?:compound|flat)/.test(token.deprel))) continue
    const next = tokens[i + 1]
    if (people.some(({ from }) => from === i + 1)) continue
    if (next && i + 1 < sentence.last && /^NN/.test(next.xpos) && next.head !== i && !/^,/.test(next.text)) continue
    const kind = classAt(tokens, i, measures)
    if (!pronoun && ((kind !== 'people' && kind !== 'fighters') || triggers.has(i))) continue
    if (token.deprel === 'appos' && singles.some((c) => c.from <= token.head && token.head < c.to)) continue
    if (renamed(tokens, i, singles)) continue
    add(i, i, i, i + 1)
  }
  return singles
}

/** "Omar Sabri, | a former mayor": right behind a name and a comma, however it is parsed. */
function renamed(tokens: Reading['tokens'], noun: number, singles: readonly Candidate[]): boolean {
  let from = noun
  while (from > 0 && DESCRIBES.test(tokens[from - 1]!.xpos)) from--
  if (!/^(?:an?|the)$/i.test(tokens[from - 1]?.text ?? '') || tokens[from - 2]?.text !== ',') return false
  return singles.some(({ head, to }) => to === from - 2 && tokens[head]!.xpos === 'NNP')
}

/** Words that describe the noun after them. */
const DESCRIBES = /^(?:NN|JJ|VBN|NNP|HYPH|POS|CD)/

/** A person whom a sentence names: the tokens, and the one that heads the name. */
interface Person {
  readonly from: number
  readonly head: number
  readonly to: number
}

/** The people whom a sentence names: by the names layer, or as a name of two words or more that nothing else claims, or one behind a title. */
function peopleIn({ tokens, names, actors, places }: Reading, sentence: Sentence, measures: Measures): Person[] {
  const people: Person[] = []
  for (let from = sentence.first; from < sentence.last; from++) {
    if (tokens[from]!.xpos !== 'NNP') continue
    let to = from + 1
    while (to < sentence.last && tokens[to]!.xpos === 'NNP') to++
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end }
    const name = names.find((one) => overlaps(one, span))
    const known = actors.some((one) => overlaps(one, span) && one.basis !== 'name' && one.kind !== 'person')
    const placed = places.some((one) => overlaps(one, span))
    const kind = from > sentence.first && tokens[from - 1]!.xpos === 'NN' ? classAt(tokens, from - 1, measures) : null
    const titled = kind === 'people' || kind === 'fighters'
    if (name?.type === 'PER' ? !placed : !placed && !known && (titled || (!name && to - from > 1))) {
      let head = from
      for (let i = from; i < to; i++) if (tokens[i]!.head < from || tokens[i]!.head >= to) head = i
      people.push({ from, head, to })
    }
    from = to
  }
  return people
}
