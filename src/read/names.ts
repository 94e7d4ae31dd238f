/**
 * Proper names, consistent over the whole report.
 *
 *     Sarmad al-Jilane said ... al-Jilane added       canonical "Sarmad al-Jilane" for both
 *
 * A name found with one type most of the time has that type everywhere; its capitalised
 * words are found again where the tagger missed them. Which person or place it is in the
 * world is not decided here.
 */
import type { Resources } from '../knowledge/resources.ts'
import type { Name } from '../model/mention.ts'
import type { Token } from '../model/text.ts'
import type { Stage } from './stage.ts'

export const names: Stage<Resources, 'names'> = {
  name: 'names',
  needs: ['passages', 'sentences', 'tokens'],
  gives: ['names'],
  run: ({ report: { text }, sentences, tokens }, { english, known }) => {
    const found: Found[] = []
    for (const { first, last } of sentences) {
      const part = tokens.slice(first, last)
      const forms = part.map((token) => token.text)
      const heads = Int32Array.from(part, ({ head }) => (head < 0 ? -1 : head - first))
      const said = english.names(
        forms,
        part.map((t) => t.xpos),
        part.map((t) => t.upos),
        heads,
        part.map((t) => t.deprel),
      )
      const forced = known(forms).flatMap(({ first: a, last: b, type }) =>
        type === 'MISC' ? [] : [{ first: a, last: b, type }],
      )
      for (const span of [...forced, ...said.filter((s) => !forced.some((f) => s.first < f.last && f.first < s.last))])
        found.push({ first: first + span.first, last: first + span.last, type: span.type })
    }
    found.sort((a, b) => a.first - b.first)
    return { names: canonical(text, tokens, consistent(tokens, found)) }
  },
}

/** A name over the report's tokens `[first, last)`. */
interface Found {
  readonly first: number
  readonly last: number
  readonly type: Name['type']
}

const words = (tokens: readonly Token[], { first, last }: Pick<Found, 'first' | 'last'>): string => {
  let out = tokens[first]!.text
  for (let i = first + 1; i < last; i++) out += (tokens[i]!.start > tokens[i - 1]!.end ? ' ' : '') + tokens[i]!.text
  return out
}

/** The same words have the type they have most often. */
function consistent(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const votes = new Map<string, Map<Name['type'], number>>()
  for (const name of found) {
    const key = words(tokens, name)
    const counts = votes.get(key) ?? new Map<Name['type'], number>()
    votes.set(key, counts.set(name.type, (counts.get(name.type) ?? 0) + 1))
  }
  return found.map((name) => {
    const counts = votes.get(words(tokens, name))!
    let type = name.type
    for (const [other, count] of counts) if (count > counts.get(type)!) type = other
    return { ...name, type }
  })
}

/** Longest form of each name: for persons one that ends in it, for the others one that starts with it or abbreviates. */
function canonical(text: string, tokens: readonly Token[], found: readonly Found[]): Name[] {
  const longer = new Map<string, string>()
  for (const name of found) {
    if (name.type !== 'PER') continue
    const whole = words(tokens, name)
    for (let i = name.first + 1; i < name.last; i++) {
      if (tokens[i]!.start === tokens[i - 1]!.end) continue
      const tail = words(tokens, { first: i, last: name.last })
      if (!longer.has(tail)) longer.set(tail, whole)
    }
  }
  return found.map(({ first, last, type }) => {
    const start = tokens[first]!.start
    const end = tokens[last - 1]!.end
    const own = words(tokens, { first, last })
    return {
      start,
      end,
      type,
      canonical: (type === 'PER' && longer.get(own)) || text.slice(start, end).replace(/\s+/g, ' '),
    }
  })
}
