/**
 * Proper names, consistent over the whole report.
 *
 *     Sarmad al-Jilane said ... al-Jilane added       canonical "Sarmad al-Jilane" for both
 *
 * Known names come first, unless the tagger sees a longer organisation or place around one
 * ("Iraqi Red Crescent Society of Basra"); then what the tagger finds. A name found once is found wherever
 * its words stand as a name, and the same words have one type, the one they have most often.
 * Which person or place it is in the world is not decided here.
 */
import type { Resources } from '../knowledge/resources.ts'
import type { English } from '../language/english.ts'
import { type KnownMatch, type NameLexicon, nameLexicon } from '../language/lexicon.ts'
import type { NameSpan } from '../language/names.ts'
import { asRead } from '../language/titlecase.ts'
import type { Name } from '../model/mention.ts'
import type { Sentence, Token } from '../model/text.ts'
import { type Found, mended } from './names/mend.ts'
import { isMatch, teams } from './names/teams.ts'
import type { Stage } from './stage.ts'

export const names: Stage<Resources, 'names'> = {
  name: 'names',
  needs: ['passages', 'sentences', 'tokens'],
  gives: ['names'],
  run: ({ sentences, tokens }, { english, known }) => {
    const first = mended(tokens, tagged(tokens, sentences, english, known))
    const all = oneType(tokens, again(tokens, sentences, first))
    return { names: canonical(tokens, isMatch(tokens) ? teams(tokens, all) : all) }
  },
}

const proper = ({ xpos }: Token): boolean => xpos.startsWith('NNP')

/** The words of a name, parted as in the report. */
function words(tokens: readonly Token[], first: number, last: number): string {
  let out = tokens[first]!.text
  for (let i = first + 1; i < last; i++) out += (tokens[i]!.start > tokens[i - 1]!.end ? ' ' : '') + tokens[i]!.text
  return out
}

/** Known names that were tagged as names, and what the tagger finds beside and around them. */
function tagged(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { names, isCommon }: English,
  known: NameLexicon,
): Found[] {
  const parts = sentences.map(({ first, last }) => tokens.slice(first, last))
  const read = asRead(
    parts.map((part) => part.map(({ text }) => text)),
    isCommon,
  )
  const analysed = parts.map((part, i) => {
    const forms = read[i]!
    return {
      forms,
      xpos: part.map(({ xpos }) => xpos),
      upos: part.map(({ upos }) => upos),
      heads: Int32Array.from(part, ({ head }) => (head < 0 ? -1 : head - sentences[i]!.first)),
      deprels: part.map(({ deprel }) => deprel),
      known: known(forms),
    }
  })
  return names(analysed).flatMap((said, i) => {
    const sure = analysed[i]!.known.filter(
      (match) => parts[i]!.slice(match.first, match.last).some(proper) && !said.some((span) => isLonger(span, match)),
    )
    const rest = said
      .map((span) => behind(span, sure))
      .filter((span) => !sure.some((match) => span.first < match.last && match.first < span.last))
    const found: Found[] = []
    const { first } = sentences[i]!
    for (const span of [...sure, ...rest])
      if (span.type !== 'MISC') found.push({ first: first + span.first, last: first + span.last, type: span.type })
    return found.sort((a, b) => a.first - b.first)
  })
}

/** "U.S. | General Ana Duarte": a person's name that was taken to begin with a known one begins behind it. */
function behind(span: NameSpan, sure: readonly KnownMatch[]): NameSpan {
  const country = sure.find(({ first, last }) => first === span.first && last < span.last)
  return country && span.type === 'PER' ? { ...span, first: country.last } : span
}

/** Is a known name only a part of this organisation or place? */
const isLonger = ({ first, last, type }: NameSpan, known: KnownMatch): boolean =>
  type !== 'PER' && first <= known.first && known.last <= last && last - first > known.last - known.first

/** Names found once are found again where the tagger passed over them; a person's also by the last part. */
function again(tokens: readonly Token[], sentences: readonly Sentence[], found: readonly Found[]): Found[] {
  const seen = new Map<string, Name['type']>()
  for (const { first, last, type } of found) {
    seen.set(words(tokens, first, last), type)
    if (type === 'PER')
      for (let i = first + 1; i < last; i++)
        if (tokens[i]!.start > tokens[i - 1]!.end) seen.set(words(tokens, i, last), type)
  }
  const lookup = nameLexicon([...seen].flatMap(([name, type]) => (name.length > 2 ? [{ name, type }] : [])))
  const taken = new Uint8Array(tokens.length)
  for (const { first, last } of found) taken.fill(1, first, last)
  const more: Found[] = []
  for (const { first, last } of sentences)
    for (const match of lookup(tokens.slice(first, last).map(({ text }) => text))) {
      const from = first + match.first
      const to = first + match.last
      const free = !taken.subarray(from, to).includes(1) && tokens.slice(from, to).some(proper)
      if (free && match.type !== 'MISC') more.push({ first: from, last: to, type: match.type })
    }
  return [...found, ...more].sort((a, b) => a.first - b.first)
}

/** The same words have the type they have most often. */
function oneType(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const votes = new Map<string, Map<Name['type'], number>>()
  for (const { first, last, type } of found) {
    const key = words(tokens, first, last)
    const counts = votes.get(key) ?? new Map<Name['type'], number>()
    votes.set(key, counts.set(type, (counts.get(type) ?? 0) + 1))
  }
  return found.map((name) => {
    const counts = votes.get(words(tokens, name.first, name.last))!
    let { type } = name
    for (const [other, count] of counts) if (count > counts.get(type)!) type = other
    return { ...name, type }
  })
}

/** A person's canonical name is the first longer name in the report that ends in the same words. */
function canonical(tokens: readonly Token[], found: readonly Found[]): Name[] {
  const longer = new Map<string, string>()
  for (const { first, last, type } of found) {
    if (type !== 'PER') continue
    const whole = words(tokens, first, last)
    for (let i = first + 1; i < last; i++) {
      const tail = words(tokens, i, last)
      if (tokens[i]!.start > tokens[i - 1]!.end && !longer.has(tail)) longer.set(tail, whole)
    }
  }
  return found.map(({ first, last, type }) => {
    const own = words(tokens, first, last)
    return {
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
      type,
      canonical: (type === 'PER' && longer.get(own)) || own,
    }
  })
}
