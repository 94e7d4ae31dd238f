/** Noun phrases in their own words, for those who have no other name. */
import type { Token } from '../../model/text.ts'
import { nounPhrase, related, relation } from '../phrases.ts'

/** A head noun as written: "security forces", "fighter-bombers". */
export const nounWords = (tokens: readonly Token[], first: number, index: number): string =>
  tokens
    .slice(first, index + 1)
    .map((_, i) => within(tokens, first + i))
    .join(' ')
    .replaceAll(' - ', '-')

/** A word as it stands within a sentence: "Gunmen" that begin one are "gunmen". */
function within(tokens: readonly Token[], at: number): string {
  const { text, upos, sentence } = tokens[at]!
  const begins = at === 0 || tokens[at - 1]!.sentence !== sentence
  return begins && upos !== 'PROPN' && /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text
}

/** "health " of "Gazan health officials": plain modifiers between owner and head. */
export function modifiers(tokens: readonly Token[], from: number, first: number): string {
  const kept = tokens
    .slice(from, first)
    .filter(
      ({ upos, text }) => (upos === 'NOUN' || upos === 'ADJ' || upos === 'PROPN') && !SET_ASIDE.has(text.toLowerCase()),
    )
  return kept.map(({ text }) => `${text} `).join('')
}

const SET_ASIDE = new Set(
  'several many few more other another some numerous least additional further various such same new own fellow top senior alleged entire estimated reported'.split(
    ' ',
  ),
)

/** The phrase in its own words: no article, number or vague quantity in front. */
export function plainWords(tokens: readonly Token[], index: number): string {
  const [first, end] = nounPhrase(tokens, index)
  const article = related(tokens, index, 'det').findLast((i) => i < index)
  const start = article ?? first
  const words: string[] = []
  for (let i = start; i <= end; i++) {
    const { text, upos } = tokens[i]!
    if (i > index && !['flat', 'compound', 'goeswith', 'fixed'].includes(relation(tokens[i]!))) break
    const light =
      i < index &&
      (upos === 'DET' ||
        upos === 'NUM' ||
        upos === 'ADV' ||
        upos === 'ADP' ||
        upos === 'PUNCT' ||
        upos === 'SYM' ||
        (upos === 'PRON' && relation(tokens[i]!) === 'nmod') ||
        SET_ASIDE.has(text.toLowerCase()))
    if (light && !(upos === 'PUNCT' && /^[-‐‑]$/.test(text) && words.length > 0)) continue
    words.push(within(tokens, i))
  }
  return words
    .join(' ')
    .replace(/ ([-‐‑]) /g, '$1')
    .replace(/ (['’]s?)\b/g, '$1')
}
