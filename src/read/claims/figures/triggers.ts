/**
 * Where the words of the measure frames stand in a sentence.
 *
 *     The blast killed 12 people and the death toll rose to 40.
 *               ^^^^^^ killed, verb      ^^^^^^^^^^ killed, toll
 *
 * Which number they belong to is decided in relations.ts.
 */
import type { Measures, Trigger } from '../../../knowledge/measures.ts'
import type { Span } from '../../../model/span.ts'
import type { Token } from '../../../model/text.ts'

/** A trigger found in the text: tokens `[from, to)`, the deciding one at `at`. */
export interface Found {
  readonly trigger: Trigger
  readonly from: number
  readonly to: number
  readonly at: number
}

/** All triggers among tokens `[first, last)`, in text order; of phrases that begin alike the longest. */
export function triggersIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  { triggers }: Measures,
  numbers: readonly Span[] = [],
  sick = false,
): Found[] {
  const counts = new Set(numbers.map(({ start }) => start))
  const found: Found[] = []
  for (let i = first; i < last; i++) {
    const token = tokens[i]!
    if (i > first && tokens[i - 1]!.text === '-' && tokens[i - 1]!.end === token.start) continue
    const keys = keysOf(token)
    const counting = i + 1 < last && counts.has(tokens[i + 1]!.start)
    let longest = 0
    for (const key of keys)
      for (const trigger of triggers.get(key) ?? []) {
        const length = trigger.words.includes(GAP) ? 1 : trigger.words.length
        // "Mortally wounded": the verb decides.
        const verb = trigger.form === 'verb' && token.upos === 'ADV' && length > 1 ? i + 1 : i
        if (length < longest || !fits(tokens, i, last, trigger) || !mayBe(trigger, tokens[verb]!, counting)) continue
        if (found.some((f) => f.from === i && f.trigger === trigger)) continue
        longest = length
        found.push({ trigger, from: i, to: i + length, at: trigger.form === 'toll' ? i + length - 1 : verb })
      }
    const doubled = found.findIndex((f) => f.from === i && f.trigger.measure === (sick ? 'wounded' : 'infected'))
    if (doubled >= 0 && found.some((f) => f.from === i && f.trigger.measure === (sick ? 'infected' : 'wounded')))
      found.splice(doubled, 1)
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

/** Stands for up to eight words in a phrase: "force * from home". */
const GAP = '*'

function fits(tokens: readonly Token[], at: number, last: number, { words }: Pick<Trigger, 'words'>): boolean {
  const gap = words.indexOf(GAP)
  if (gap > 0) {
    const rest = { words: ['', ...words.slice(gap + 1)] }
    for (let skip = 0; skip < 8; skip++) if (fits(tokens, at + gap - 1 + skip, last, rest)) return true
    return false
  }
  if (at + words.length > last) return false
  return words.every((word, k) => {
    if (k === 0) return true
    const { lemma, text } = tokens[at + k]!
    return lemma.toLowerCase() === word || text.toLowerCase() === word
  })
}

/** A verb frame needs a form that can be a verb, a noun frame one that is none; headlines need a number right after. */
function mayBe({ form, measure, words }: Trigger, { upos, text }: Token, counting: boolean): boolean {
  if (form === 'verb')
    return upos === 'VERB' || (upos !== 'ADP' && measure !== 'strikes' && (counting || /(?:ed|ing)$/.test(text)))
  if (form === 'adjective') return upos !== 'ADP' || words.length > 1
  return upos !== 'VERB' || /(?:ing|ed)$/.test(text)
}
