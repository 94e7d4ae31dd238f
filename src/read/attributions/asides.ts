/**
 * Asides: what stands between a speaker and the verb without being either.
 *
 *     the relief committee (NRC) said      John Smith, 45, said      Anna Kovac, who lives nearby, said
 *                         ^^^^^                      ^^^^                      ^^^^^^^^^^^^^^^^^^
 *
 * Found by brackets and commas, as the parse tends to break just there. Who can speak is not asked here.
 */
import type { Token } from '../../model/text.ts'

/** Tokens that an aside between a speaker and the verb may have. */
const ASIDE = 14

/** Before "(NRC)", ", 45," and ", who lives nearby," right ahead of a verb: the last token of the speaker; `at` itself without an aside. */
export function beforeAside(tokens: readonly Token[], at: number, from: number): number {
  const text = (i: number): string => tokens[i]!.text
  if (text(at) === ')') {
    for (let i = at - 1; i > from && i >= at - ASIDE; i--) if (text(i) === '(') return i - 1
    return at
  }
  if (text(at) !== ',') return at
  for (let i = at - 1; i > from + 1 && i >= at - ASIDE; i--) {
    if (/^[;:.—–()"“”]$/.test(text(i))) return at
    if (text(i) === ',') return isAside(tokens, i + 1, at) ? i - 1 : at
  }
  return at
}

/** After "(NRC)" and ", an aid group" behind the speaker of "said the ...": the token that follows, up to one past `tail`. */
export function afterAside(tokens: readonly Token[], from: number, tail: number): number {
  let at = from
  if (tokens[at]?.text === '(')
    for (let i = at + 1; i <= tail && i <= at + ASIDE; i++) if (tokens[i]!.text === ')') at = i + 1
  return at <= tail && tokens[at]!.text === ',' && tail - at <= ASIDE && isAside(tokens, at + 1, tail + 1)
    ? tail + 1
    : at
}

/** An age, a relative clause, or an office: what stands between the commas after a name. */
const isAside = (tokens: readonly Token[], first: number, end: number): boolean =>
  (end - first === 1 && tokens[first]!.upos === 'NUM') ||
  /^(?:who|whose|which)$/i.test(tokens[first]!.text) ||
  ((tokens[first - 2]?.upos === 'PROPN' || tokens[first - 2]?.text === ')') &&
    /^(?:a|an|the|its|their|his|her|another|one)$/i.test(tokens[first]!.text) &&
    !hasVerb(tokens, first, end - 1))

/** Is there a verb among the tokens from `first` to `end`, both included? */
export const hasVerb = (tokens: readonly Token[], first: number, end: number): boolean => {
  for (let i = first; i <= end; i++) if (tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX') return true
  return false
}
