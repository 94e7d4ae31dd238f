/**
 * Where the words of the measure frames stand in a sentence.
 *
 *     The blast killed 12 people and the death toll rose to 40.
 *               ^^^^^^ killed, verb      ^^^^^^^^^^ killed, toll
 *
 * Which number they belong to is decided in relations.ts.
 */
import type { Measures, Trigger } from '../../../knowledge/measures.ts'
import type { Token } from '../../../model/text.ts'

/** A trigger found in the text: tokens `[from, to)`, the deciding one at `at`. */
export interface Found {
  readonly trigger: Trigger
  readonly from: number
  readonly to: number
  readonly at: number
}

/** All triggers among tokens `[first, last)`, in text order; of phrases that begin alike the longest. */
export function triggersIn(tokens: readonly Token[], first: number, last: number, { triggers }: Measures): Found[] {
  const found: Found[] = []
  for (let i = first; i < last; i++) {
    const token = tokens[i]!
    const keys = keysOf(token)
    let longest = 0
    for (const key of keys)
      for (const trigger of triggers.get(key) ?? []) {
        const { length } = trigger.words
        if (length < longest || !fits(tokens, i, last, trigger) || !mayBe(trigger, token, tokens[i + 1])) continue
        if (found.some((f) => f.from === i && f.trigger === trigger)) continue
        longest = length
        found.push({ trigger, from: i, to: i + length, at: trigger.form === 'toll' ? i + length - 1 : i })
      }
    while (longest > 1 && found.length && found.at(-1)!.from === i && found.at(-1)!.to < i + longest) found.pop()
  }
  return found
}

/** Lemma and form, and the verb behind a participle that the tagger took for a noun or adjective. */
function keysOf({ lemma, text, upos }: Token): string[] {
  const [low, form] = [lemma.toLowerCase(), text.toLowerCase()]
  const keys = low === form ? [low] : [low, form]
  if (upos !== 'VERB') {
    const stem = form.replace(/(?:ed|ing|s|es)$/, '')
    if (stem !== form && stem.length > 2) keys.push(stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'))
  }
  return keys
}

function fits(tokens: readonly Token[], at: number, last: number, { words }: Trigger): boolean {
  if (at + words.length > last) return false
  return words.every((word, k) => {
    if (k === 0) return true
    const { lemma, text } = tokens[at + k]!
    return lemma.toLowerCase() === word || text.toLowerCase() === word
  })
}

/** A verb frame needs a form that can be a verb, a noun frame one that is none. */
function mayBe({ form, measure }: Trigger, { upos, text }: Token, next: Token | undefined): boolean {
  if (form === 'verb' && next && (next.upos === 'NUM' || /^\d/.test(next.text))) return true
  if (form === 'verb') return upos === 'VERB' || (upos !== 'ADP' && /(?:ed|ing|s)$/.test(text) && measure !== 'strikes')
  if (form === 'adjective') return upos !== 'ADP'
  return upos !== 'VERB' || /(?:ing|ed)$/.test(text)
}
