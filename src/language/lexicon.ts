/**
 * Known names: longest match over tokens, to be tagged as names before parsing.
 *
 *     IS   seized  the  Popular Mobilization Forces  base
 *     ORG               ORG
 *
 * "IS" is not a verb when the lexicon holds it. Matching is by exact letters, so "Is" is not
 * "IS". Which names there are is for data/ to say.
 */

/** What a known name is; MISC for names that are none of the three. */
export type NameType = 'PER' | 'ORG' | 'LOC' | 'MISC'

/** A name to force, as it is written. */
export interface KnownName {
  readonly name: string
  readonly type: NameType
}

/** A trie over tokens; `type` is set where a name ends. */
interface Node {
  readonly next: Map<string, Node>
  type: NameType | null
}

/** A match over tokens `[first, last)`. */
export interface KnownMatch {
  readonly first: number
  readonly last: number
  readonly type: NameType
}

/** Finds the known names among the forms of a sentence: leftmost, longest, no overlap. */
export type NameLexicon = (forms: readonly string[]) => KnownMatch[]

/** Cut a name as the tokenizer does: at spaces, around hyphens and apostrophes. */
const cut = (name: string): string[] =>
  name.replaceAll('’', "'").match(/[\p{L}\p{M}\p{N}.]+|'s\b|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

/** A lexicon of names. An empty one matches nothing. */
export function nameLexicon(names: Iterable<KnownName>): NameLexicon {
  const root: Node = { next: new Map(), type: null }
  for (const { name, type } of names) {
    let node = root
    for (const word of cut(name)) {
      let next = node.next.get(word)
      if (!next) {
        next = { next: new Map(), type: null }
        node.next.set(word, next)
      }
      node = next
    }
    if (node !== root) node.type ??= type
  }
  return (forms) => {
    const found: KnownMatch[] = []
    for (let first = 0; first < forms.length; ) {
      let node = root.next.get(forms[first]!)
      let match: KnownMatch | null = null
      for (let i = first + 1; node; i++) {
        if (node.type) match = { first, last: i, type: node.type }
        node = i < forms.length ? node.next.get(forms[i]!.replaceAll('’', "'")) : undefined
      }
      if (match) found.push(match)
      first = match ? match.last : first + 1
    }
    return found
  }
}
